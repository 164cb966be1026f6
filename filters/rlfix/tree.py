"""The Pandoc tree as panflute holds it, walked fast.

`Element.walk` and iteration over `ListContainer` set parent and index on every step, which is
where a filter's time goes on a book. Here the plain lists inside the containers are walked
instead; what wants to change the tree changes those lists in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import panflute as pf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def child_lists(node: Any) -> list[list[Any]]:
    """Return the lists that hold the children of `node`, in the order in which Pandoc stores them.

    The lists are the tree's own: changing one changes the document. A citation's prefix and
    suffix are not children (nothing of ours may touch them), its visible text is.
    """
    special = _SPECIAL.get(type(node))
    if special:
        return special(node)
    content = getattr(node, "_content", None)
    return [] if content is None else [content.list]


_SPECIAL: dict[type, Callable[[Any], list[list[Any]]]] = {
    pf.Doc: lambda node: [list(node.metadata.content.dict.values()), node.content.list],
    pf.MetaMap: lambda node: [list(node.content.dict.values())],
    pf.Table: lambda node: [
        node.caption.content.list,
        node.head.content.list,
        node.content.list,
        node.foot.content.list,
    ],
    pf.TableBody: lambda node: [node.head.list, node.content.list],
    pf.Figure: lambda node: [node.caption.content.list, node.content.list],
    pf.DefinitionItem: lambda node: [node.term.list, node.definitions.list],
}
"""The elements whose children are not just their content."""


def walk(root: Any) -> Iterator[Any]:
    """Yield `root` and everything below it, parents first, in document order.

    Children are looked up after their parent has been yielded, so a caller may replace the
    contents of what it was just given. Not recursive: depth is no concern.
    """
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        for children in reversed(child_lists(node)):
            stack.extend(reversed(children))


def markup(root: Any) -> Iterator[Any]:
    """Yield what `walk` does, but no words and blanks, which are most of a document."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        for children in reversed(child_lists(node)):
            stack.extend([child for child in reversed(children) if child.__class__ not in _PLAIN])


_PLAIN = frozenset({pf.Str, pf.Space, pf.SoftBreak, pf.LineBreak})


def walk_lists(root: Any) -> Iterator[list[Any]]:
    """Yield every list of children below `root`, parents first, in document order.

    The lists are read when they are yielded and again when their children are walked, so a
    caller may change a list in place while it holds it.
    """
    stack: list[list[Any]] = list(reversed(child_lists(root)))
    while stack:
        children = stack.pop()
        yield children
        for child in reversed(children):
            stack.extend(reversed(child_lists(child)))


def plain_text(nodes: list[Any]) -> str:
    """Return the words that `nodes` (inlines or blocks) show, on one line; notes and raw text show nothing."""
    parts: list[str] = []
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind in _TEXT:
            parts.append(node.text)
        elif kind in _BLANK:
            parts.append(" ")
        elif kind is not pf.Note:
            if isinstance(node, pf.Block):
                parts.append(" ")
            for children in reversed(child_lists(node)):
                stack.extend(reversed(children))
    return " ".join("".join(parts).split())


_TEXT = frozenset({pf.Str, pf.Code, pf.Math, pf.MetaString, pf.CodeBlock})
_BLANK = frozenset({pf.Space, pf.SoftBreak, pf.LineBreak})
