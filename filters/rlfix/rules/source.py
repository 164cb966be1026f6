"""A YAML file with its line numbers: maps and lists as usual, and every scalar as the words that stand there.

YAML reads `no`, `on` and `1.0` as something else than words, which a list of terms does not want.
"""

from __future__ import annotations

from typing import Any

import yaml

_DEEPEST = 50
_LARGEST = 500_000
"""Nodes that a file may come to; a chain of aliases can make a small file huge."""


class SourceError(ValueError):
    """A file that is no YAML, with the line where it stops being some; the message is one line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class Map(dict[str, Any]):
    """A map of the file that knows its line and those of its keys."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


def read(string: str) -> Any:
    """Return what `string` holds: `Map`, list or str, None where it is empty. Raises SourceError."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(string, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SourceError(line, f"is no YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise SourceError(1, f"is no YAML: {' '.join(str(error).split())}") from error
    return None if node is None else _Converter().convert(node, 0)


class _Converter:
    """Turns nodes into values and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def convert(self, node: yaml.Node, depth: int) -> Any:
        self.count += 1
        line = node.start_mark.line + 1
        if depth > _DEEPEST or self.count > _LARGEST:
            raise SourceError(line, "is nested too deeply or too large")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth, line)
        if isinstance(node, yaml.SequenceNode):
            return [self.convert(item, depth + 1) for item in node.value]
        return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)

    def mapping(self, node: yaml.MappingNode, depth: int, line: int) -> Map:
        result = Map(line)
        for key, value in node.value:
            name = str(key.value)
            if name in result:
                raise SourceError(key.start_mark.line + 1, f"`{name}` stands twice in one map")
            result[name] = self.convert(value, depth + 1)
            result.lines[name] = key.start_mark.line + 1
        return result
