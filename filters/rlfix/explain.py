"""What the rules do, by their names: for those who ask, and for settings that name one that there is not."""

from __future__ import annotations

import difflib
import inspect
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rlfix.rules.model import Rule


def unknown(names: Iterable[str], *, house: bool) -> Iterator[str]:
    """Yield what is wrong with each of `names` that is no rule and no group of rules, a line each.

    With `house` there are packs of the user's own, whose rules are not known here.
    """
    known = {*rules(), *packs()}
    groups = known | {name.partition(".")[0] for name in known}
    for name in names:
        if name in groups or (house and name.startswith("terms.")):
            continue
        near = difflib.get_close_matches(name, groups | terms(name).keys(), 1)
        if near == [name]:
            continue
        hint = f"did you mean `{near[0]}`?" if near else "`rlfix rules` lists them"
        yield f"no rule `{name}`: {hint}"


def packs() -> dict[str, str]:
    """Return of each pack that comes with rlfix, by the name of the group of its rules, how many it has."""
    from rlfix.rules import store  # noqa: PLC0415

    return {
        f"terms.{pack.name}": f"{len(pack.names)} rules: `rlfix rules terms.{pack.name}` lists them"
        for pack in store.shipped()[0]
    }


def terms(asked: str) -> dict[str, str]:
    """Return what the rules do of the shipped pack that `asked` names (`terms.llm`, `terms.llm.dpo-case`)."""
    from rlfix.rules import store  # noqa: PLC0415

    path = store.FOLDER / f"{asked.removeprefix('terms.').partition('.')[0]}.yaml"
    pack = store.parsed(path, path.read_bytes())[0] if asked.startswith("terms.") and path.is_file() else None
    return {f"terms.{pack.name}.{rule.id}": _term(rule) for rule in pack.rules} if pack else {}


def _term(rule: Rule) -> str:
    """Return what a rule of a pack does, and its examples."""
    how = "Made where its conditions hold" if rule.safety == "safe" and len(rule.tos) == 1 else "Only suggested"
    lines = [rule.why, "", f"Writes {' or '.join(rule.tos)}. {how}. Source: {rule.source}.", ""]
    for spec in rule.specs:
        lines += [f"Right: {spec.text}"] if spec.text == spec.to else [f"Bad: {spec.text}", f"Good: {spec.to}"]
    return "\n".join(lines)


def rules() -> dict[str, str]:
    """Return what every rule does, by its name: first a line, then more."""
    from rlfix import checks  # noqa: PLC0415 -- settings ask, which checks import
    from rlfix.notes import STEPS  # noqa: PLC0415

    texts: dict[str, list[str]] = {}
    for name, rule in checks.rules():
        texts.setdefault(name, []).append(_doc(rule))
    for name, step in STEPS:
        texts.setdefault(f"footnotes.{name}", []).append(_doc(step))
    for name, text in OTHERS.items():
        texts.setdefault(name, []).append(text)
    return {name: "\n\n".join(parts) for name, parts in texts.items()}


def _doc(function: Callable[..., Any]) -> str:
    return inspect.getdoc(function) or "(not explained)"


OTHERS = {
    "footnotes.order": """\
Number the notes of a file in the order in which the text first refers to them.

The definitions are put in that order too. This is for files that are fixed in place (`rlfix fix`); on
the way to another file Pandoc's writers number by themselves. `footnotes: keep-names` leaves labels that
are no numbers, `footnotes: off` leaves all.

Bad: One[^7] and two.[^why]
Good: One[^1] and two.[^2]""",
    "footnotes.mention": "In a file, make words such as “see note 7” follow a note that was given another number.",
    "footnotes.duplicate": "In a file, remove a second definition with the same text; report one with another text.",
    "footnotes.unused": "In a file, report a note to which nothing refers.",
    "footnotes.blank-line": "In a file, report a definition right below other text, where it defines nothing.",
    "footnotes.undefined": "In a file, references without a note are reported and stay as they are.",
    "footnotes.empty": "In a file, an empty definition, which takes the paragraph below it, is reported.",
    "footnotes.nested": "In a file, references inside notes are reported; Pandoc follows none in Markdown.",
    "sections.dropped": "Leave out the sections that the setting `drop-sections` names; not in files fixed in place.",
    "sections.missing": "Report a section that `drop-sections` names and the document has not.",
}
"""What is done and told by other parts than the checks and the steps on the tree, and what those do in a file."""
