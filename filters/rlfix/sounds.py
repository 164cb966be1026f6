"""`a` or `an`: the sound with which a word starts, where it is certain.

A word is read as a word or letter by letter (an LLM, a URL). Where both readings ask for the same
article, or only one is possible, the answer is certain; else there is none (a SQL query, an SQL query).
"""

from __future__ import annotations

import re


def _words(row: str) -> frozenset[str]:
    return frozenset(row.split())


_VOWEL_NAMES = frozenset("AEFHILMNORSX")
"""The letters whose names start with a vowel."""
_YOU_OR_W = re.compile(
    r"""uni(?!nn?[a-z]|m[abmp]|d(?!i[rm])|ss|r)  # unit, unimodal; not uninformed, unimportant
      | us(?:e|a[bg]|ur|ual) | ut[ei] | utop | ubiq | uto | ura(?:n|l) | uri(?:n|c|\Z) | urol | ufo | uk(?:ra|ule|\Z)
      | (?:url|uuid|usb|uid|udp|utf|ui|ux)s?\d*\Z
      | eu(?!ler) | ew(?:e|er)s?\Z | one(?:\Z|s\Z|self|ness) | once\b | ouija""",
    re.VERBOSE,
)
_SILENT_H = re.compile(r"hour|honest|honou?r|heir")
_EITHER = re.compile(r"h(?:istori[ac]|erb|otel|omage|abitual|ero|yster|allucin|umbl|ispan)|urtext|uh|um\Z|hm|ur\Z")
"""Words before which both are written, or that are no words."""
_LIKE_Z = re.compile(r"xy[ls]|xen|xer|xeon")
"""The x of a xylophone and a Xerox; that of Xcode and Xbox is its name."""
_EIGHT = re.compile(r"(?:8|11(?!\d)|18(?!\d)|(?:11|18),\d{3}(?!,?\d))")
_UNSURE_NUMBER = re.compile(r"(?:11|18)\d|0|1[18],|1[18]\d")
_READ_AS_WORD = _words(
    "NASA REINFORCE SARSA LASER LASSO MAML SAC NAND NOR REST NATO SLAM LIDAR RADAR SOAP RANSAC LAMB RAID RAM ROM HIPAA "
    "UNIX UNESCO UNICEF"
)
"""Acronyms that are read as words, where their letters do not tell."""
_SPELLED = _words("LLM FPS HR LSP MIT MSE NLP NP RLHF RPC RTL SPSA SRE SSE SSH SSL SSO SVM USB URL URI UTC")
_SPELLED_BELOW = _words("html http https npm xml ssh svg ssl smtp nlp llm mlp rnn lstm mdp rl nvme")
"""The same in small letters."""
_BOTH_SAID = _words("SQL FAQ MOE SAT SAS LED MIDI SCSI SUSE NAS LUT SKU MUD NIC SOC SIM SEO SNES STEM")


def article_for(word: str, *, known: bool) -> str:
    """Return `a` or `an` for what comes before `word`, with whatever is joined to it; empty where nothing is certain.

    `known` tells that the word, in lower case, is in the lexicon.
    """
    head = re.split(r"[-/'’+.]", word)[0]
    if not head or not head.isascii() or "_" in word:
        return ""
    if head[0].isdigit():
        return _before_number(word)
    if len(head) == 1 or (head[0].islower() and head[1:].isdigit()):
        return _before_letter(head[0], word)
    if head.islower() or (head[0].isupper() and head[1:].islower()):
        return _before_word(head.lower(), known=known)
    return _before_acronym(head, known=known)


def _before_number(word: str) -> str:
    if _EIGHT.match(word):
        return "an"
    return "" if _UNSURE_NUMBER.match(word) or (not word[1:2].strip("xX") and word[1:2]) else "a"


def _before_letter(letter: str, word: str) -> str:
    if len(word) == 1 and letter in "aAiIoO":
        return ""
    return "an" if letter.upper() in _VOWEL_NAMES else "a"


def _before_word(word: str, *, known: bool) -> str:
    """Return the article before a word in lower case."""
    if _EITHER.match(word):
        return ""
    if word[0] == "x":
        return "a" if _LIKE_Z.match(word) else "an" if len(word) < 2 or word[1] not in "aeiouy" else ""  # xarray
    read = "a" if _YOU_OR_W.match(word) else "an" if word[0] in "aeiou" or _SILENT_H.match(word) else "a"
    if read == "a" and word[0] in "eou":
        return "a"
    if (known and re.search(r"[aeiouy]", word)) or (len(word) > 4 and re.match(r"[^aeiou]{1,2}[aeiouy]", word)):
        return read
    if word in _SPELLED_BELOW:
        return "an"
    spelled = "an" if word[0].upper() in _VOWEL_NAMES else "a"
    return read if read == spelled and not word.startswith(("u", "eu", "ou", "on")) else ""


def _before_acronym(word: str, *, known: bool) -> str:
    """Return the article before a word with inner capitals."""
    letters = re.match(r"[A-Z0-9]*", word)[0]  # type: ignore[index]
    if letters in _READ_AS_WORD:
        return _before_word(letters.lower(), known=True)
    if not _BOTH_SAID.isdisjoint((letters, letters[:-1], word[:-1], word.upper())):  # SQLModel, FAQs
        return ""
    spelled = "an" if word[0].upper() in _VOWEL_NAMES else "a"
    read = "an" if word[0] in "AEIOaeio" else "a"
    if len(letters) < 2 and word.upper() not in _SPELLED:  # NumPy, iOS, mTLS
        return _mixed(word, spelled)
    if word.rstrip("s").upper() in _SPELLED or (spelled == read and word[0] != "U"):
        return "" if word.startswith(("EU", "ONE", "OU")) else spelled
    if word[0] == "U":
        return "a" if letters == word.rstrip("s") and (len(letters) <= 3 or not known) and letters != "UP" else ""
    return spelled if not _SAYABLE.match(letters) else ""


_SAYABLE = re.compile(r"[FHLMNRSX]+(?<!FX)(?<!HT)[AEIOUY]|(?:S[CHKLMNPQTW]|F[LR])[A-Z]*[AEIOUY]|S[CTP]R?[AEIOU]")
"""Acronyms that somebody may read as words."""


_SPOKEN = re.compile(r"(?:[^aeiouy]{0,2}|s[cpt][lr]|s[ch]h|[tpc]hr|shr)[aeiouy]")
"""How a word starts that can be read as one."""


def _mixed(word: str, spelled: str) -> str:
    if word[0].isupper():  # OneDrive is read as One
        hump = re.match(r"[A-Z][a-z]*", word)[0].lower()  # type: ignore[index]
        if not _SPOKEN.match(hump):
            return ""  # Fsspec
        return _before_word(hump, known=True) if not hump.startswith(("u", "eu")) and len(hump) > 1 else ""
    return spelled if spelled == ("an" if word[0] in "aeiou" else "a") and word[0] != "u" else ""
