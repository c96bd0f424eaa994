"""A change in words, for a person to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from storymap.gazetteer.changes import Change, Step
from storymap.gazetteer.entries import Kind

_LEFT_OUT = frozenset({"id", "within", "text"})
_WORDS = {
    "feature_class": "class",
    "feature_code": "code",
    "radius_km": "radius in km",
    "not_places": "never",
    "merged_into": "merged into",
}
_FLAGS = {
    "hidden": ("not hidden", "hidden"),
    "never": ("may be a place", "never a place"),
}
"""What to say of a field that became false, and of one that became true."""


def tell(change: Change) -> str:
    """What a change did: "gn:1527534 Osh: population 299000 → 322164"."""
    return "; ".join(_tell_step(step) for step in change.steps)


def _tell_step(step: Step) -> str:
    before, after = _said(step.before), _said(step.after)
    title = _title(step, after or before)
    if step.subject.kind is Kind.PLACE:
        before, after = _completed(before, after), _completed(after, before)
        if not before or not after:
            return title
    told = "; ".join(_differences(_flat(before), _flat(after)))
    return f"{title}: {told}" if told else title


def _title(step: Step, said: Mapping[str, Any]) -> str:
    if step.subject.kind is Kind.NAME:
        return f'"{said.get("text", step.subject.id)}"'
    record = said.get("record") or said.get("original") or {}
    return f"{step.subject.id} {record.get('place', {}).get('name', '')}".rstrip()


def _completed(said: dict[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """What was said of a place; where nothing was, what the layers below said."""
    return said or ({"original": other["original"]} if "original" in other else {})


def _said(body: str | None) -> dict[str, Any]:
    return json.loads(body) if body else {}


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
            yield _difference(field, was, now)


def _difference(field: str, was: Any, now: Any) -> str:
    if field in _FLAGS:
        return _FLAGS[field][bool(now)]
    word = _WORDS.get(field, field)
    if was is None:
        return f"{word} {_value(now)}"
    if now is None:
        return f"no {word} any more (was {_value(was)})"
    return f"{word} {_value(was)} → {_value(now)}"


def _names(was: list[list[str]], now: list[list[str]]) -> Iterator[str]:
    yield from (f"name +{_tagged(*name)}" for name in now if name not in was)
    yield from (f"name -{_tagged(*name)}" for name in was if name not in now)


def _tagged(text: str, language: str, kind: str) -> str:
    tags = ", ".join(filter(None, (language, kind)))
    return f'"{text}" ({tags})'


def _value(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
