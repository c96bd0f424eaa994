"""What is wrong with a record among the other places of a gazetteer.

Where a country lies is told by its known places: a point is taken to be in a country if one of
them is within some 100 km. So a new village far out in a desert may be warned of, and a point
just across a border is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from storymap.gazetteer.checking import MAX_LAT, Problem, Severity, error, problems_of, warning
from storymap.gazetteer.distances import distance_km
from storymap.gazetteer.layers import Layer
from storymap.gazetteer.records import Record
from storymap.model import Place

DUPLICATE_WITHIN_KM = 5.0
"""Two places of one name and feature class that are this close are probably one."""

_DUPLICATE_WITHIN_DEGREES = 0.05
"""At least `DUPLICATE_WITHIN_KM` from south to north: spares most distances."""

_AMONG_PEOPLE = ("P", "R", "S")
"""Feature classes whose places have others of their country near."""


class Checker:
    """Checks records, one or thousands, against a gazetteer."""

    def __init__(self, gazetteer: Layer, parents_of: Callable[[str], Sequence[str]]) -> None:
        """`parents_of` gives the identifiers of the places that contain one, none if unknown."""
        self._gazetteer = gazetteer
        self._parents_of = parents_of
        self._reached: dict[tuple[str, int, int], bool] = {}

    def check(self, record: Record) -> tuple[Problem, ...]:
        """All that is wrong with a record, by itself and among others; empty if nothing is."""
        alone = (*problems_of(record), *self._parents(record))
        if any(p.severity is Severity.ERROR and p.field in ("lat", "lon") for p in alone):
            return alone
        return (*alone, *self._country(record.place), *self._duplicates(record))

    def _parents(self, record: Record) -> Iterator[Problem]:
        for parent in record.parents:
            if self._gazetteer.get(parent) is None:
                yield error("parents", f"There is no place {parent}: find its id by search.")
            elif self._leads_to(parent, record.place.id):
                yield error(
                    "parents", f"{parent} lies in {record.place.id} itself: that would be a circle."
                )

    def _leads_to(self, start: str, goal: str) -> bool:
        """Whether going up from one place comes to another."""
        seen, ahead = set[str](), [start]
        while ahead:
            place_id = ahead.pop()
            if place_id == goal:
                return True
            if place_id not in seen:
                seen.add(place_id)
                ahead += self._parents_of(place_id)
        return False

    def _country(self, place: Place) -> Iterator[Problem]:
        country = place.country
        if not country:
            return
        if not self._gazetteer.containers(country):
            yield warning("country", f"The gazetteer knows no country {country}.")
        elif self._reaches(country, place.lat, place.lon):
            return
        elif abs(place.lon) <= MAX_LAT and self._reaches(country, place.lon, place.lat):
            yield warning(
                "lat",
                f"Nothing in {country} is near {place.lat:g}, {place.lon:g}, but "
                f"{place.lon:g}, {place.lat:g} lies there: are latitude and longitude swapped?",
            )
        elif place.feature_class in _AMONG_PEOPLE:
            yield warning(
                "country",
                f"Nothing known in {country} is near {place.lat:g}, {place.lon:g}: check the "
                "position and the country.",
            )

    def _reaches(self, country: str, lat: float, lon: float) -> bool:
        """Asked once for all the points of a degree."""
        cell = (country, round(lat), round(lon))
        if cell not in self._reached:
            self._reached[cell] = self._gazetteer.reaches(*cell)
        return self._reached[cell]

    def _duplicates(self, record: Record) -> Iterator[Problem]:
        place = record.place
        found = self._gazetteer.search_all({name.text for name in record.names})
        others = {c.place.id: c.place for name in sorted(found) for c in found[name]}
        for other in others.values():
            if other.id != place.id and _is_same_thing(place, other):
                yield warning(
                    "name",
                    f"{other.id} has the same name and lies {_km(place, other):.1f} km "
                    "away: if they are one place, merge them.",
                )


def _is_same_thing(place: Place, other: Place) -> bool:
    return (
        other.feature_class == place.feature_class
        and abs(other.lat - place.lat) <= _DUPLICATE_WITHIN_DEGREES
        and _km(place, other) <= DUPLICATE_WITHIN_KM
    )


def _km(place: Place, other: Place) -> float:
    return distance_km(place.lat, place.lon, other.lat, other.lon)
