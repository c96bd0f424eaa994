"""Finding "Paris, Texas": a name, and what else has to be true of where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from storymap.gazetteer import schema
from storymap.gazetteer.distances import contains, distance_km
from storymap.gazetteer.names import fold
from storymap.gazetteer.protocol import Gazetteer
from storymap.model import Candidate, NameKind, Place

NEAR_KM = 50.0
"""How far a place may be from a town that is named as its surroundings."""

_OTHER_NAME = 0.2
_CAPITAL = 30.0
_COUNTRY_OR_TOWN = 10.0

_DIVISIONS = {"ADM1": ("country", "admin1"), "ADM2": ("country", "admin1", "admin2")}

_POSTAL_CODE = re.compile(r"\b\d[\d-]*\b")


def find(gazetteer: Gazetteer, query: str) -> Sequence[Candidate]:
    """Return the places that a query may mean, most prominent first; empty if there is none.

    A query is a name, or a name and the names of what it lies in or near, from narrow to wide:
    "Paris", "Paris, Texas", "Paris, Lamar County, TX 75460, USA", "Paris Texas".
    """
    found = named(gazetteer, query)
    readings = [query.split(",")] if "," in query else _readings(query.split())
    for name, *surroundings in readings:
        found = found or find_within(gazetteer, name, surroundings)
    return found


def find_within(
    gazetteer: Gazetteer, name: str, surroundings: Sequence[str]
) -> Sequence[Candidate]:
    """Return the places of a name that lie in or near all of the surroundings named."""
    found = named(gazetteer, name)
    for surrounding in filter(None, map(_without_postal_code, surroundings)):
        found = _surrounded(found, named(gazetteer, surrounding), fold(surrounding))
    return found


def named(gazetteer: Gazetteer, name: str) -> Sequence[Candidate]:
    """Return the places of a name, most prominent first.

    The people of a place ("French") do not stand for it here.
    """
    found = (c for c in gazetteer.search(name) if c.name.kind is not NameKind.DEMONYM)
    return sorted(found, key=lambda c: (-_prominence(c), c.place.id))


def _prominence(candidate: Candidate) -> float:
    """Return how likely a place is meant, as a population weighted by what it is and is called.

    "Osh" is rather the town than its region, "Georgia" the country, "Oklahoma" the state. The
    weights are rules of thumb.
    """
    place = candidate.place
    is_main = fold(candidate.name.text) == fold(place.name)
    population = (place.population + 1) * (1.0 if is_main else _OTHER_NAME)
    if place.feature_code == "PPLC":
        return population * _CAPITAL
    if place.feature_code in schema.COUNTRY_CODES or place.feature_class == "P":
        return population * _COUNTRY_OR_TOWN
    return population


def _readings(words: Sequence[str]) -> Iterator[list[str]]:
    """Yield the ways to read words as a name and its surroundings, the longest name first."""
    for cut in range(len(words) - 1, 0, -1):
        yield [" ".join(words[:cut]), " ".join(words[cut:])]


def _without_postal_code(surrounding: str) -> str:
    return _POSTAL_CODE.sub("", surrounding).strip()


def _surrounded(
    found: Sequence[Candidate], surroundings: Sequence[Candidate], key: str
) -> Sequence[Candidate]:
    """Return those that lie in one of the surroundings or, where none does, near one.

    Nearness comes second: "US" is also a village not far from Paris.
    """
    areas = [c.place for c in surroundings if _is_container(c.place)]
    towns = [c.place for c in surroundings if not _is_container(c.place)]
    inside = [
        c
        for c in found
        if key in map(fold, c.place.within) or any(_lies_in(c.place, area) for area in areas)
    ]
    return inside or [c for c in found if any(_lies_near(c.place, town) for town in towns)]


def _is_container(place: Place) -> bool:
    return place.is_area or bool(place.countries) or place.extent is not None


def _lies_in(place: Place, area: Place) -> bool:
    if place.id == area.id:
        return False
    if area.feature_code in schema.COUNTRY_CODES:
        return area.country in (place.country, *place.countries)
    if area.feature_code in _DIVISIONS:
        codes = attrgetter(*_DIVISIONS[area.feature_code])
        return bool(all(codes(area)) and codes(place) == codes(area))
    if area.countries:
        return place.country in area.countries
    return area.extent is not None and contains(area.extent, place.lat, place.lon)


def _lies_near(place: Place, town: Place) -> bool:
    is_near = distance_km(place.lat, place.lon, town.lat, town.lon) <= NEAR_KM
    return is_near and place.id != town.id
