"""A gazetteer as a geopy geocoder: code written for Nominatim works offline by changing a line.

from storymap.gazetteer import open_gazetteer
from storymap.gazetteer.geocoder import GazetteerGeocoder

geocoder = GazetteerGeocoder(open_gazetteer())
geocoder.geocode("Paris, Texas").point
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError, GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from storymap.errors import GazetteerError
from storymap.gazetteer.addresses import find, find_within
from storymap.gazetteer.nearest import SpatialGazetteer, nearest
from storymap.model import NameKind, Place

Query = str | Mapping[str, str]

STRUCTURE = ("city", "county", "state", "country")
"""Keys of a structured query, narrow to wide; "street", "amenity" and "postalcode" are passed
over, as the gazetteer knows none."""

_PASSED_OVER = ("amenity", "street", "postalcode")
_DEFAULT_LIMIT = 10
_SHOWN_KINDS = (NameKind.OFFICIAL, NameKind.SHORT, NameKind.ALTERNATE)


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]
    """Geocodes and reverses from a gazetteer; nothing is asked of any server."""

    def __init__(self, gazetteer: SpatialGazetteer) -> None:
        super().__init__(adapter_factory=_NoServer)
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: Query,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        limit: int | None = None,
        country_codes: str | Collection[str] | None = None,
        language: str | None = None,
    ) -> Location | list[Location] | None:
        """Return the place that a query means or, unless `exactly_one`, a list of at most `limit`.

        A query is a name ("Osh"), a name with what it lies in ("Paris, Texas"), or a mapping with
        keys of `STRUCTURE`. The answer is None where nothing is found, and for what is no text.
        `country_codes` are ISO 3166-1 alpha-2; `language` is that of the name in `address`;
        `timeout` is there for geopy's sake. `Location.raw` has the fields of the place.
        """
        with _geopy_errors():
            places = self._places(query)
            wanted = _codes(country_codes)
            if wanted:
                places = [p for p in places if wanted & {p.country, *p.countries}]
            locations = [self._location(p, language) for p in places[: limit or _DEFAULT_LIMIT]]
        return _answer(locations, exactly_one)

    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        limit: int | None = None,
        language: str | None = None,
    ) -> Location | list[Location] | None:
        """Return the place nearest to a point or, unless `exactly_one`, the nearest `limit`.

        Countries and regions are no answer. `Location.raw["distance_km"]` says how far it is.
        Raises ValueError for what is no point, as geopy's own geocoders do.
        """
        point = Point(query)
        count = 1 if exactly_one else limit or _DEFAULT_LIMIT
        with _geopy_errors():
            found = nearest(self._gazetteer, point.latitude, point.longitude, count=count)
            locations = [
                self._location(n.place, language, distance_km=n.distance_km) for n in found
            ]
        return _answer(locations, exactly_one)

    def _places(self, query: Query) -> list[Place]:
        if isinstance(query, Mapping):
            return self._structured(query)
        if not isinstance(query, str):  # a missing value in a frame
            return []
        return [candidate.place for candidate in find(self._gazetteer, query)]

    def _structured(self, query: Mapping[str, str]) -> list[Place]:
        unknown = query.keys() - {*STRUCTURE, *_PASSED_OVER}
        if unknown:
            raise GeocoderQueryError(
                f"{', '.join(sorted(unknown))}: not known; ask for {', '.join(STRUCTURE)}"
            )
        given = [(level, query[level]) for level in STRUCTURE if query.get(level)]
        if not given:
            return []
        (level, name), *surroundings = given
        found = find_within(self._gazetteer, name, [text for _, text in surroundings])
        places = [candidate.place for candidate in found]
        feature_class = "P" if level == "city" else "A"
        return [p for p in places if p.feature_class == feature_class] or places

    def _location(self, place: Place, language: str | None, **more: object) -> Location:
        name = self._name(place, language) if language else place.name
        address = ", ".join(dict.fromkeys((name, *place.within)))
        return Location(address, (place.lat, place.lon), {**asdict(place), **more})

    def _name(self, place: Place, language: str) -> str:
        """Return the place's first name in a language, its main name if it has none."""
        for name in self._gazetteer.names(place.id):
            if name.language == language and name.kind in _SHOWN_KINDS:
                return name.text
        return place.name


class _NoServer(BaseSyncAdapter):  # type: ignore[misc]
    """An adapter for a geocoder that never asks a server."""

    def get_text(self, url: str, **_: object) -> str:
        raise GeocoderUnavailable(f"a gazetteer asks no server, and {url} was asked for")

    get_json = get_text


@contextmanager
def _geopy_errors() -> Iterator[None]:
    """Turn what can go wrong in a gazetteer into what geopy's callers expect."""
    try:
        yield
    except (GazetteerError, sqlite3.Error) as error:
        raise GeocoderServiceError(str(error)) from error


def _codes(country_codes: str | Collection[str] | None) -> set[str]:
    codes = country_codes.split(",") if isinstance(country_codes, str) else country_codes or ()
    return {code.strip().upper() for code in codes}


def _answer(locations: Sequence[Location], exactly_one: bool) -> Location | list[Location] | None:
    """Return what geopy's geocoders return: one, several, or None."""
    if not locations:
        return None
    return locations[0] if exactly_one else list(locations)
