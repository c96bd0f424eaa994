"""GeoNames identifiers of the counties of the United States.

No package gives them beside the names. They are inferred: GeoNames took the counties and towns of a
state in from one list that ran in the order of the alphabet (in several stretches, divided by
latitude 40 and longitude -100), so a county stands between the towns that stand around it in the
alphabet. Within a state the counties are matched to the identifiers that the hierarchy gives as
its second-level divisions, such that the fewest places are out of order.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy
from scipy.optimize import linear_sum_assignment

_STRETCH_GAP = 2500
"""Identifiers this far apart belong to different stretches of the list."""

_NEIGHBOURS = 3
_TILE_MARGIN = 0.3
"""Degrees by which a county's point in the list may lie off ours."""
_TILE_WEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place whose identifier is known."""

    number: int
    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class County:
    """A county whose identifier is sought."""

    code: str
    name: str
    lat: float
    lon: float


_LISTED_AS = {"DeWitt County": "De Witt County"}


def match_counties(
    counties: Sequence[County], numbers: Sequence[int], towns: Sequence[Anchor]
) -> Mapping[str, int]:
    """The identifier of each county of one state, by its code.

    Empty unless there are as many identifiers as counties.
    """
    if len(counties) != len(numbers):
        return {}
    towns = sorted(towns, key=lambda town: town.number)
    ranks = sorted({_key(place.name) for place in (*towns, *counties)})
    costs = numpy.array(
        [[_cost(number, county, towns, ranks) for county in counties] for number in numbers]
    )
    rows, columns = linear_sum_assignment(costs)
    matched = {numbers[row]: counties[column] for row, column in zip(rows, columns, strict=True)}
    return _in_order(matched, towns)


def _in_order(matched: Mapping[int, County], towns: Sequence[Anchor]) -> Mapping[str, int]:
    """The same counties, in the order of the alphabet where no town stands between them."""
    ordered: dict[str, int] = {}
    by_gap = groupby(sorted(matched), key=lambda number: _place(number, towns))
    for numbers in (list(group) for _, group in by_gap):
        names = sorted((matched[number] for number in numbers), key=lambda c: _key(c.name))
        ordered |= {county.code: number for county, number in zip(names, numbers, strict=True)}
    return ordered


def _cost(number: int, county: County, towns: Sequence[Anchor], ranks: Sequence[str]) -> float:
    """How badly a county would stand among the towns around this identifier."""
    place = _place(number, towns)
    before = [t for t in towns[max(0, place - _NEIGHBOURS) : place] if _near(t, number)]
    after = [t for t in towns[place : place + _NEIGHBOURS] if _near(t, number)]
    rank = bisect_left(ranks, _key(county.name))
    ahead = [max(0, bisect_left(ranks, _key(town.name)) - rank) for town in before]
    behind = [max(0, rank - bisect_left(ranks, _key(town.name))) for town in after]
    out_of_order = sum((*ahead, *behind)) / len(ranks)
    off_tile = [_tile_distance(county, town) for town in (*before, *after)]
    return out_of_order + _TILE_WEIGHT * sum(off_tile)


def _place(number: int, towns: Sequence[Anchor]) -> int:
    return bisect_left(towns, number, key=lambda town: town.number)


def _near(town: Anchor, number: int) -> bool:
    return abs(town.number - number) <= _STRETCH_GAP


def _tile_distance(county: County, town: Anchor) -> float:
    """0 if both lie on the same sides of the dividing lines, else how far beyond, in degrees."""
    distance = 0.0
    for mine, theirs, line in ((county.lat, town.lat, 40.0), (county.lon, town.lon, -100.0)):
        if (mine < line) != (theirs < line):
            distance += max(0.0, abs(mine - line) - _TILE_MARGIN)
    return distance


def _key(name: str) -> str:
    """Capitals sort before small letters, as in the list."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
