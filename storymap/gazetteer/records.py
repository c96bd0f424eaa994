"""A place as the person sees it who edits it: the place, all its names, and what is said of it."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, TypedDict, Unpack, cast

from storymap.gazetteer.names import fold
from storymap.gazetteer.protocol import Gazetteer
from storymap.model import Extent, NameKind, Place, PlaceName, Precision


class Fields(TypedDict, total=False):
    """What can be changed of a record; a field that is not given stays as it is."""

    name: str
    names: tuple[PlaceName, ...]
    lat: float
    lon: float
    extent: Extent | None
    feature_class: str
    feature_code: str
    country: str
    admin1: str
    admin2: str
    countries: tuple[str, ...]
    parents: tuple[str, ...]
    population: int
    precision: Precision
    radius_km: float
    source: str
    note: str
    links: tuple[str, ...]
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Record:
    """A place with all that can be edited about it."""

    place: Place
    names: tuple[PlaceName, ...] = ()
    """Its names, the main one first; of two that share a key the earlier one is shown."""
    parents: tuple[str, ...] = ()
    """Identifiers of the places that contain it; the first one's names become `place.within`."""
    note: str = ""
    links: tuple[str, ...] = ()
    """Addresses of pages about it, http or https."""
    since: str = ""
    """First day, month or year of its being there, ISO 8601: "1876", "-0500", "1991-08-31"."""
    until: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Its names folded, each once."""
        return tuple(dict.fromkeys(key for name in self.names if (key := fold(name.text))))

    def amended(self, **changes: Unpack[Fields]) -> Record:
        """Give it other values; a new main name leaves the old one among its names."""
        given: dict[str, Any] = dict(changes)
        own = {key: given.pop(key) for key in tuple(given) if key in _OWN_FIELDS}
        return replace(self, place=replace(self.place, **given), **own).settled()

    def settled(self) -> Record:
        """Put the main name first and every text once; a text without a name is dropped."""
        main, named = self.place.name, {n.text: n for n in reversed(self.names) if n.text}
        first = named.get(main, PlaceName(main, kind=NameKind.OFFICIAL))
        rest = (named[n.text] for n in self.names if n.text and n.text != main)
        return replace(self, names=tuple(dict.fromkeys((first, *rest))))


_OWN_FIELDS = frozenset(f.name for f in fields(Record)) - {"place"}


def record_of(gazetteer: Gazetteer, place_id: str) -> Record | None:
    """The record of a place as this gazetteer has it, without `place.within`; or None.

    A place that was merged into another has none.
    """
    place = gazetteer.get(place_id)
    if place is None or place.id != place_id:
        return None
    return Record(replace(place, within=()), tuple(gazetteer.names(place.id))).settled()


def to_json(values: object) -> str:
    """JSON of which equal values have one form alone."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def pack(value: object, **special: object) -> dict[str, object]:
    """The fields of a dataclass that differ from their defaults, ready for JSON."""
    defaults = _defaults(cast(Hashable, type(value)))
    kept = {name: getattr(value, name) for name in defaults}
    plain = {name: v for name, v in kept.items() if v != defaults[name]}
    return plain | special


@cache
def _defaults(kind: Hashable) -> Mapping[str, object]:
    return {f.name: f.default for f in fields(cast(Any, kind))}


def pack_record(record: Record) -> dict[str, object]:
    """A record ready for JSON, without what is at its default."""
    extent = record.place.extent
    edges = {"extent": (extent.south, extent.west, extent.north, extent.east)} if extent else {}
    names = [(name.text, name.language, name.kind) for name in record.names]
    return pack(record, place=pack(record.place, **edges), names=names)


def unpack_record(packed: Mapping[str, Any]) -> Record:
    """The record that `pack_record` packed, read back from JSON."""
    given = dict(packed)
    place, names = given.pop("place"), given.pop("names")
    return Record(_place(place), tuple(_name(*name) for name in names), **_tuples(given))


def _place(packed: Mapping[str, Any]) -> Place:
    given = _tuples(packed)
    if "extent" in given:
        given["extent"] = Extent(*given["extent"])
    if "precision" in given:
        given["precision"] = Precision(given["precision"])
    return Place(**given)


def _name(text: str, language: str, kind: str) -> PlaceName:
    return PlaceName(text, language, NameKind(kind))


def _tuples(packed: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in packed.items()}
