"""What happened: edits made, edits left to the author, and notices, with all their wording."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rlfix.edit import Edit
    from rlfix.settings import Settings
    from rlfix.text import Block, Text

CONTEXT = 30
"""How many characters of the text a finding shows on each side."""
MOST = 5
"""How many warnings of one rule are shown at normal verbosity."""


class Notice(NamedTuple):
    """Something to tell the author that is not an edit of words."""

    rule: str
    """The rule that speaks, `group.name`: `footnotes.nested`."""
    message: str
    """One line, without the rule and without a final stop."""
    place: str = ""
    """A few words of the text beside it, so that the author finds the place."""
    fixed: bool = False
    """True where the document was repaired; False where the author has to look."""

    def __str__(self) -> str:
        beside = f" (near “{self.place}”)" if self.place else ""
        return f"{self.rule}: {self.message}{beside}"


class Finding(NamedTuple):
    """An edit and where it stands."""

    edit: Edit
    block: Block
    before: str
    """The text of the block just before the edit."""
    after: str
    """The text of the block just after it."""

    @classmethod
    def of(cls, text: Text, edit: Edit) -> Finding:
        """Return `edit` with its surroundings in `text`."""
        block = text.block_at(edit.start)
        before = text.string[max(block.start, edit.start - CONTEXT) : edit.start]
        after = text.string[edit.end : min(block.end, edit.end + CONTEXT)]
        return cls(edit, block, before, after)

    def __str__(self) -> str:
        edit = self.edit
        place = " ".join(f"{self.before}«{edit.old}»{self.after}".split())
        return f"{edit.rule}: “{edit.old}” → “{edit.new}” in “…{place}…”. {edit.why}"


class Report(NamedTuple):
    """Everything that proofreading one document came to."""

    made: tuple[Finding, ...]
    left: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    settings: Settings

    @property
    def changed(self) -> bool:
        """Tell whether the document is another than it was."""
        return bool(self.made) or any(notice.fixed for notice in self.notices)

    def lines(self) -> Iterator[str]:
        """Yield what to tell the author, at the verbosity of the settings; nothing when there is nothing to say."""
        if self.settings.verbosity == "quiet":
            return
        verbose = self.settings.verbosity == "verbose"
        yield from self._warnings(len(self.notices) if verbose else MOST)
        if verbose:
            yield from (f"[INFO] rlfix: fixed {finding}" for finding in self.made)
            yield from (f"[INFO] rlfix: left {finding}" for finding in self.left)
        if self.made or self.left or any(notice.fixed for notice in self.notices):
            yield f"[INFO] rlfix: {self.summary()}"

    def _warnings(self, most: int) -> Iterator[str]:
        said = Counter[str]()
        for notice in self.notices:
            said[notice.rule] += 1
            if said[notice.rule] <= most:
                yield f"[{'INFO' if notice.fixed else 'WARNING'}] rlfix: {notice}"
        yield from (f"[WARNING] rlfix: {rule}: {n - most} more like this" for rule, n in said.items() if n > most)

    def summary(self) -> str:
        """Return one line that says what was fixed, by kind, what was only suggested, and how to see all of it."""
        rules = Counter(finding.edit.rule for finding in self.made)
        fixed = ", ".join(f"{number} {rule}" for rule, number in rules.most_common())
        repaired = ", ".join(dict.fromkeys(notice.rule for notice in self.notices if notice.fixed))
        parts = [f"{verb} {what}" for verb, what in (("fixed", fixed), ("repaired", repaired)) if what]
        if self.left:
            parts.append(f"{len(self.left)} suggestion{'s' * (len(self.left) > 1)} left to you")
        hint = "" if self.settings.verbosity == "verbose" else " (RLFIX_VERBOSITY=verbose shows each)"
        return "; ".join(parts) + hint
