"""One gazetteer file, read where it lies: opening it loads nothing.

A store may be used from several threads; each gets a connection of its own.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from storymap.errors import GazetteerError
from storymap.gazetteer import schema
from storymap.gazetteer.distances import extent_around
from storymap.gazetteer.layers import REACH_KM
from storymap.gazetteer.names import fold
from storymap.gazetteer.protocol import NameProfile
from storymap.gazetteer.rulings import Ruling
from storymap.gazetteer.writing import Source
from storymap.model import Attribution, Candidate, Extent, Place, PlaceName, Precision

_Row = Sequence[Any]

_PLACE = """
    place.id, place.name, lat, lon, feature_class, feature_code, place.country, place.admin1,
    admin2, population, source, precision, radius_km, south, west, north, east, countries,
    division.name, land.name
"""
_CONTAINERS = """
    LEFT JOIN container AS division ON division.country = place.country
        AND division.admin1 = place.admin1 AND division.admin1 <> ''
        AND division.place <> place.number
    LEFT JOIN container AS land ON land.country = place.country
        AND land.admin1 = '' AND land.place <> place.number
"""
# CROSS JOIN keeps the wanted keys in the outer loop: a probe each, whatever the statistics say.
_SEARCH = f"""
    SELECT wanted.value, name.text, name.language, name.kind, {_PLACE}
    FROM json_each(?) AS wanted
    CROSS JOIN name_key ON name_key.key = wanted.value
    {schema.PROFILE_JOINS} {_CONTAINERS}
    ORDER BY wanted.id, name_key.place
"""  # noqa: S608 (made of constants)
_GET = f"""
    SELECT {_PLACE} FROM json_each(?) AS wanted CROSS JOIN place ON place.id = wanted.value
    {_CONTAINERS}
"""  # noqa: S608 (made of constants)
_HAS = """
    SELECT place.id FROM json_each(?) AS wanted CROSS JOIN place ON place.id = wanted.value
"""
_WALK = f"""
    SELECT {_PLACE} FROM place {_CONTAINERS}
    WHERE number >= ? AND number < ? ORDER BY number
"""  # noqa: S608 (made of constants)
_WALK_NAMES = """
    SELECT place, text, language, kind FROM name
    WHERE place >= ? AND place < ? ORDER BY place, number
"""
_STRIDE = 1000
"""Places read at a time by a walk."""
_NAMES = """
    SELECT text, language, kind FROM name
    WHERE place = (SELECT number FROM place WHERE id = ?) ORDER BY number
"""
_PROFILES = """
    SELECT key_profile.* FROM json_each(?) AS wanted
    CROSS JOIN key_profile ON key_profile.key = wanted.value
"""
# A key without a row there belongs to one place alone.
_LONE_PROFILES = f"""
    SELECT {schema.LONE_PROFILE_COLUMNS} FROM json_each(?) AS wanted
    CROSS JOIN name_key ON name_key.key = wanted.value {schema.PROFILE_JOINS}
"""  # noqa: S608 (made of constants)
_REACHES = f"""
    SELECT 1 FROM place
    WHERE {schema.CELL} IN (SELECT value FROM json_each(?)) AND country = ? LIMIT 1
"""  # noqa: S608 (made of constants)
_IN_EXTENT = f"""
    SELECT {_PLACE} FROM place {_CONTAINERS}
    WHERE {schema.CELL} IN (SELECT value FROM json_each(?))
    AND lat BETWEEN ? AND ? AND (lon BETWEEN ? AND ? OR lon BETWEEN ? AND ?)
    AND place.number <= ?
"""  # noqa: S608 (made of constants)
_CONTAINER_NAMES = """
    SELECT name FROM container WHERE country = ? AND admin1 IN (?, '') ORDER BY admin1 = ''
"""


class Store:
    """A gazetteer file, read-only."""

    def __init__(self, path: Path, *, immutable: bool = False) -> None:
        """Open a file; `immutable` promises that it will never be written in place.

        Raises GazetteerError for a file that is missing or is no gazetteer of this version.
        """
        self.path = path
        self._uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"
        self._threads = threading.local()
        self._check()

    def _check(self) -> None:
        if not self.path.is_file():
            raise GazetteerError(f"{self.path}: there is no such gazetteer file.")
        try:
            (found,) = self._rows("PRAGMA application_id")[0]
            (version,) = self._rows("PRAGMA user_version")[0]
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"{self.path} is not a gazetteer file: {error}.") from error
        if found != schema.APPLICATION_ID:
            raise GazetteerError(f"{self.path} is not a gazetteer file.")
        if version != schema.SCHEMA_VERSION:
            raise GazetteerError(
                f"{self.path} has the tables of version {version}, this storymap those of "
                f"version {schema.SCHEMA_VERSION}: build or import it again."
            )

    def _rows(self, statement: str, *values: object) -> list[_Row]:
        connection = getattr(self._threads, "connection", None)
        if connection is None:
            connection = self._threads.connection = sqlite3.connect(self._uri, uri=True)
        rows: list[_Row] = connection.execute(statement, values).fetchall()
        return rows

    @property
    def version(self) -> str:
        """Changes whenever the answers may."""
        return str(self._rows("SELECT version FROM gazetteer")[0][0])

    def search(self, name: str) -> Sequence[Candidate]:
        """The places that have this name, most populous first; empty if there is none."""
        return self.search_all((name,))[name]

    def search_all(self, names: Collection[str]) -> Mapping[str, Sequence[Candidate]]:
        """`search` for many names in one query; every name given is a key of the answer."""
        keys = {name: fold(name) for name in names}
        found: dict[str, list[Candidate]] = {key: [] for key in keys.values()}
        for key, text, language, kind, *place in self._rows(_SEARCH, _json(found)):
            found[key].append(Candidate(_place(place), _name(text, language, kind)))
        return {name: tuple(found[key]) for name, key in keys.items()}

    def profile(self, keys: Collection[str]) -> Mapping[str, NameProfile]:
        """What is known of these folded keys; a key that no place has is left out."""
        wanted = sorted(keys)
        found = {row[0]: _profile(row) for row in self._rows(_PROFILES, _json(wanted))}
        rest = _json(key for key in wanted if key not in found)
        return found | {row[0]: _profile(row) for row in self._rows(_LONE_PROFILES, rest)}

    def get(self, place_id: str) -> Place | None:
        """The place with this identifier, or None."""
        return self.get_all((place_id,)).get(place_id)

    def get_all(self, place_ids: Collection[str]) -> Mapping[str, Place]:
        """The places with these identifiers; one that is unknown is left out."""
        places = (_place(row) for row in self._rows(_GET, _json(place_ids)))
        return {place.id: place for place in places}

    def claims(self, place_ids: Collection[str]) -> frozenset[str]:
        """Those of these places that this file has."""
        return frozenset(place_id for (place_id,) in self._rows(_HAS, _json(place_ids)))

    def names(self, place_id: str) -> Sequence[PlaceName]:
        """All names of a place, its main name first; empty for an unknown one."""
        return tuple(_name(*row) for row in self._rows(_NAMES, place_id))

    def walk(self) -> Iterator[tuple[Place, Sequence[PlaceName]]]:
        """Every place with all its names, the most populous first; reads on as it goes."""
        first = 1
        while places := self._rows(_WALK, first, first + _STRIDE):
            rows = self._rows(_WALK_NAMES, first, first + _STRIDE)
            named = groupby(rows, key=itemgetter(0))
            for place, (_, names) in zip(places, named, strict=True):
                yield _place(place), tuple(_name(*name) for _, *name in names)
            first += _STRIDE

    def containers(self, country: str, admin1: str = "") -> tuple[str, ...]:
        """Names of a division and its country, as far as this file has them, innermost first."""
        return tuple(name for (name,) in self._rows(_CONTAINER_NAMES, country, admin1))

    def rulings(self, keys: Collection[str]) -> Mapping[str, Ruling]:
        """Nothing: a gazetteer file holds places, not what people say of names."""
        return {}

    def redirect(self, place_id: str) -> str:
        """Nothing: places are merged in layers of edits alone."""
        return ""

    def reaches(self, country: str, lat: float, lon: float) -> bool:
        """Whether this file has a place of the country within some 100 km of the point."""
        near = schema.cells(extent_around(lat, lon, REACH_KM))
        return bool(self._rows(_REACHES, json.dumps(near), country))

    def in_extent(self, extent: Extent, *, least_population: int = 0) -> Sequence[Place]:
        """The places whose point lies in an extent, in no particular order."""
        south, west, north, east = extent.south, extent.west, extent.north, extent.east
        spans = (west, east, west, east) if west <= east else (west, 180.0, -180.0, east)
        cells, most = json.dumps(schema.cells(extent)), self._count(least_population)
        return tuple(map(_place, self._rows(_IN_EXTENT, cells, south, north, *spans, most)))

    def _count(self, least_population: int) -> int:
        """How many places have so many inhabitants: they are numbered by falling population."""
        ((places,),) = self._rows("SELECT coalesce(max(number), 0) FROM place")
        return bisect_right(range(1, places + 1), -least_population, key=self._negative_population)

    def _negative_population(self, number: int) -> int:
        ((population,),) = self._rows("SELECT population FROM place WHERE number = ?", number)
        return -int(population)

    def attributions(self) -> Sequence[Attribution]:
        """What the sources ask to be said, by key."""
        rows = self._rows("SELECT key, attribution, licence, url FROM source ORDER BY key")
        return tuple(Attribution(*row) for row in rows)

    def sources(self) -> Sequence[Source]:
        """What the places come from, by key."""
        query = "SELECT key, attribution, licence, url, version, sha256 FROM source ORDER BY key"
        return tuple(Source(Attribution(*row[:4]), *row[4:]) for row in self._rows(query))


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _place(row: _Row) -> Place:
    *plain, precision, radius_km, south, west, north, east, countries, division, land = row
    place_id, name, lat, lon, feature_class, feature_code, country, admin1, admin2, *rest = plain
    population, source = rest
    return Place(
        place_id,
        name,
        lat,
        lon,
        feature_class,
        feature_code,
        country,
        admin1,
        admin2,
        population,
        extent=None if south is None else Extent(south, west, north, east),
        precision=Precision(precision or Precision.EXACT),
        radius_km=radius_km or 0.0,
        within=tuple(container for container in (division, land) if container),
        countries=tuple(countries.split()) if countries else (),
        source=source,
    )


def _name(text: str, language: str, kind: int) -> PlaceName:
    return PlaceName(text, language, schema.NAME_KINDS[kind])


def _profile(row: _Row) -> NameProfile:
    _, place_count, population, feature_classes, *is_a = row
    return NameProfile(
        place_count, population, frozenset(feature_classes.split(",")), *map(bool, is_a)
    )
