"""`a` or `an`: by the sound with which a word starts.

Acronyms are spelled out (an LLM, a PPO run) unless they are known to be read as a word (a UNIX box, a
LASSO) or could be read as nothing else (five letters and more with vowels where a word has them).
"""

from __future__ import annotations

import re

_CONSONANT = (
    r"(?i)(?:uni(?!n[a-hj-z]|m)|us(?:e|a[bg]|ur|ual)|ut[ei]|ubi|eu|ew|ur(?:an|ol|in)"
    r"|one(?:\b|s|-|self)|once\b|u[bkt]\b|ouija)"
)
_SILENT_H = r"(?i)(?:hour|honest|honou?r|heir)"
_EIGHT = r"8|1[18](?!\d)|1[18](?=,?\d{3}(?!\d))"
_SPELLED_VOWELS = frozenset("AEFHILMNORSX8")
_READ_WORDS = """
NASA RAM ROM REINFORCE SARSA LASER LASSO MAML SAC GAN MAP LIME SHAP FIFO LIFO NUMA SIMD SAT NAND NOR RAID REST
HELM FLOP NATO SLAM LIDAR RADAR SOAP LAMB NERF RANSAC MUST SHA MIDI LAN RAG HIPAA FLAN LoRA NeRF ReLU ResNet
RoBERTa LaMDA
"""
_READ = frozenset(_READ_WORDS.split())
"""Acronyms that are read as words, of those that their letters do not tell."""
_WORDLIKE = r"[^AEIOUY]*(?:[AEIOUY]{1,2}[^AEIOUY]{1,2})+[AEIOUY]?\Z"


def article_for(word: str) -> str:
    """Return `a` or `an` for what comes before `word`, or words; empty where nothing tells, as before a formula."""
    word = word.split(maxsplit=1)[0] if word.strip() else ""
    if not word or not word[0].isalnum() or not word[0].isascii():
        return ""
    head = re.split(r"[-/']", word)[0]
    if word[0].isdigit():
        return "an" if re.match(_EIGHT, word) else "a"
    if len(head) == 1:
        return "an" if head.upper() in _SPELLED_VOWELS else "a"
    if _is_acronym(head):
        return "an" if head[0] in _SPELLED_VOWELS else "a"
    return _by_letter(word)


def _is_acronym(word: str) -> bool:
    """Tell whether `word` is spoken letter by letter, at its start at least."""
    stem = word.removesuffix("s")
    head = re.match(r"[A-Z0-9]*", stem)[0]  # type: ignore[index]
    if stem in _SPELLED:
        return True
    if stem in _READ or head in _READ or len(head) < 2:
        return False
    letters = re.sub(r"\d", "", head)
    return not (len(letters) >= 4 and letters[0] not in "AEIOU" and re.match(_WORDLIKE, letters)) and head not in _UNIX


_SPELLED = frozenset({"MoE", "MSc", "LoC"})
_UNIX = frozenset({"UNIX", "UNICEF", "UNESCO", "AIDS"})


def _by_letter(word: str) -> str:
    if word[0].lower() in "aeiou":
        return "a" if re.match(_CONSONANT, word) else "an"
    return "an" if re.match(_SILENT_H, word) else "a"
