"""A change in words, for a person to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from storymap.gazetteer.changes import Change, Step

_LEFT_OUT = frozenset({"id", "within", "text"})
_WORDS = {
    "feature_class": "class",
    "feature_code": "code",
    "radius_km": "radius in km",
    "never": "never a place",
    "not_places": "never",
    "merged_into": "merged into",
}


def tell(change: Change) -> str:
    """What a change did: "gn:1527534 Osh: population 299000 → 322164"."""
    return "; ".join(_tell_step(step) for step in change.steps)


def _tell_step(step: Step) -> str:
    before, after = _said(step.before), _said(step.after)
    if not before and "original" in after:
        before = {"record": after["original"]}
    if not after and "original" in before:
        after = {"record": before["original"]}
    title = " ".join(dict.fromkeys((step.subject.id, _name(after) or _name(before))))
    told = "; ".join(_differences(_flat(before), _flat(after))) if before and after else ""
    return f"{title}: {told}" if told else title


def _said(body: str | None) -> dict[str, Any]:
    return json.loads(body) if body else {}


def _name(said: Mapping[str, Any]) -> str:
    record = said.get("record") or said.get("original") or {}
    return str(record.get("place", {}).get("name") or said.get("text", ""))


def _flat(said: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an entry, its record's among them."""
    fields = {key: value for key, value in said.items() if key not in ("record", "original")}
    record = dict(said.get("record") or said.get("original") or {})
    place = record.pop("place", {})
    return {k: v for k, v in (fields | record | place).items() if k not in _LEFT_OUT}


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for field in sorted(before.keys() | after.keys()):
        was, now = before.get(field), after.get(field)
        if was == now:
            continue
        if field == "names":
            yield from _names(was or [], now or [])
        else:
            yield f"{_WORDS.get(field, field)} {_value(was)} → {_value(now)}"


def _names(was: list[list[str]], now: list[list[str]]) -> Iterator[str]:
    yield from (f"name +{_tagged(*name)}" for name in now if name not in was)
    yield from (f"name -{_tagged(*name)}" for name in was if name not in now)


def _tagged(text: str, language: str, kind: str) -> str:
    tags = ", ".join(filter(None, (language, kind)))
    return f'"{text}" ({tags})'


def _value(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, list):
        return " ".join(map(str, value)) or "none"
    return str(value)
