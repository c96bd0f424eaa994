"""Records to JSON values and back, led by the types that their classes declare.

A field that has its default is left out. Places are written once each, in a table beside the
records, and stand elsewhere as their key in it. Reading checks every value and says where in
the file a wrong one is, as a path such as `resolutions[3].mention.start`.
"""

from __future__ import annotations

import dataclasses
import math
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from storymap.errors import StoryFileError
from storymap.model import Place

T = TypeVar("T")

_NAMES: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


class Encoder:
    """Writes records; `places` is the table that grows while it does."""

    def __init__(self) -> None:
        self.places: dict[str, object] = {}
        self._keys: dict[Place, str] = {}

    def encode(self, value: object) -> object:
        """Return the JSON value of a record or of what a record holds."""
        if isinstance(value, Place):
            return self._key(value)
        if dataclasses.is_dataclass(value):
            return self.fields(value)
        if isinstance(value, tuple):
            return [self.encode(item) for item in value]
        return value.value if isinstance(value, Enum) else value

    def fields(self, record: Any) -> dict[str, object]:
        """Return the JSON values of the fields that do not have their default."""
        values = {f.name: (getattr(record, f.name), f.default) for f in dataclasses.fields(record)}
        return {n: self.encode(value) for n, (value, default) in values.items() if value != default}

    def _key(self, place: Place) -> str:
        """Return the place's key in the table: its id, numbered if another place has the same."""
        if place not in self._keys:
            key, number = place.id, 1
            while key in self.places:
                number += 1
                key = f"{place.id}#{number}"
            self._keys[place] = key
            self.places[key] = self.fields(place)
        return self._keys[place]


class Decoder:
    """Reads records back; `places` is the table that was written with them."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._places = places

    def decode(self, kind: Any, value: object, path: str) -> Any:
        """Return the value of a kind that a JSON value at a path stands for."""
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return None if value is None else self.decode(get_args(kind)[0], value, path)
        if origin is tuple:
            return self._tuple(get_args(kind), value, path)
        if kind is Place:
            return self._place(value, path)
        if dataclasses.is_dataclass(kind):
            return self.record(kind, value, path)
        return _scalar(kind, value, path)

    def record(self, kind: Any, value: object, path: str) -> Any:
        """Return the record of a class that a JSON object stands for."""
        fields = _checked(dict, value, path)
        hints, required = _fields_of(kind)
        for name in fields.keys() - hints.keys():
            raise StoryFileError(f"{path}.{name} is not known")
        for name in required - fields.keys():
            raise StoryFileError(f"{path}.{name} is missing")
        return kind(**{n: self.decode(hints[n], v, f"{path}.{n}") for n, v in fields.items()})

    def _tuple(self, kinds: tuple[Any, ...], value: object, path: str) -> tuple[Any, ...]:
        values = _checked(list, value, path)
        if kinds[-1] is Ellipsis:
            kinds = (kinds[0],) * len(values)
        if len(kinds) != len(values):
            raise StoryFileError(f"{path} should hold {len(kinds)} values and holds {len(values)}")
        items = enumerate(zip(kinds, values, strict=True))
        return tuple(self.decode(kind, item, f"{path}[{i}]") for i, (kind, item) in items)

    def _place(self, value: object, path: str) -> Place:
        key = _checked(str, value, path)
        if key not in self._places:
            raise StoryFileError(f"{path} names the place {key!r}, which is not in places")
        return self._places[key]


@cache
def _fields_of(kind: Any) -> tuple[dict[str, Any], set[str]]:
    """Return the types of a class's fields, and the names of those without a default."""
    fields = dataclasses.fields(kind)
    hints = get_type_hints(kind)
    required = {f.name for f in fields if f.default is dataclasses.MISSING}
    return {f.name: hints[f.name] for f in fields}, required


def _scalar(kind: Any, value: object, path: str) -> Any:
    if issubclass(kind, Enum):
        return _member(kind, value, path)
    if kind is float and type(value) is int:
        return float(value)
    _checked(kind, value, path)
    if isinstance(value, float) and not math.isfinite(value):
        raise StoryFileError(f"{path} should be a number and is {value}")
    return value


def _member(kind: type[Enum], value: object, path: str) -> Enum:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise StoryFileError(f"{path} is {value!r}; it should be one of {known}") from None


def _checked(kind: type[T], value: object, path: str) -> T:
    """Return the value if it is of just this kind; a truth value is no number."""
    if type(value) is not kind:
        found = "nothing" if value is None else repr(value)[:40]
        raise StoryFileError(f"{path} should be {_NAMES[kind]} and is {found}")
    return value
