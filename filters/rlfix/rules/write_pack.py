"""A pack as YAML, for lists of other tools that are turned into one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from rlfix.rules.model import Pack, Rule


def as_yaml(pack: Pack) -> str:
    """Return `pack` in the format of rule packs; rules whose list has no specs get none."""
    data = {"pack": pack.name, "source": pack.path, "rules": [_rule(rule) for rule in pack.rules]}
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=120)


def _rule(rule: Rule) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": rule.id,
        "from": [_pattern(one, cased=rule.cased) for one in rule.froms],
        "to": rule.tos[0] if len(rule.tos) == 1 else list(rule.tos),
        "why": rule.why,
        "inflect": rule.inflect,
    }
    if rule.safety != "safe":
        found["safety"] = rule.safety
    if rule.specs:
        found["specs"] = [{"from": one.text, "to": one.to} for one in rule.specs]
        found["specs"] += [{"keep": one.to} for one in rule.specs[:1]]
    return found


def _pattern(pattern: str, *, cased: bool | None) -> str:
    """Return a regex that says by itself whether case matters, as a pack has no other word for it."""
    regex = pattern.removeprefix("re:")
    if cased is False and regex != regex.lower():
        return f"re:(?i){regex}"
    return f"re:(?-i:{regex})" if cased and regex == regex.lower() else f"re:{regex}"
