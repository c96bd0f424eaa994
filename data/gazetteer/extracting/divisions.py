"""First- and second-level divisions: codes, names, points and extents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from extracting import shapes
from extracting.counties import Anchor, County, match_counties
from extracting.shapes import City, CountyOutline

HEADER = ("code", "geonameid", "name", "lat", "lon", "south", "west", "north", "east", "point")
"""`point` says what the point is the middle of: an "outline" or its "cities"."""

_FEWEST_FOR_A_BOX = 3

Row = tuple[object, ...]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Division:
    """A division as GeoNames codes it."""

    code: str
    name: str
    number: int | None = None
    """Its GeoNames identifier, where known."""


def first_level(assets: Path) -> Sequence[Division]:
    """All first-level divisions."""
    lines = (assets / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines)
    return [Division(code, name, int(number)) for code, name, _, number in fields]


def second_level(
    listed: Iterable[Mapping[str, str]], counties: Iterable[Division]
) -> Sequence[Division]:
    """All second-level divisions; those of the United States with their identifiers."""
    known = {county.code: county for county in counties}
    names = {division["code"]: Division(division["code"], division["name"]) for division in listed}
    return [known.get(code, division) for code, division in (known | names).items()]


def rows(
    divisions: Iterable[Division],
    outlines: Mapping[str, shapes.Geometry],
    towns: Mapping[str, Sequence[Point]],
) -> Iterator[Row]:
    """A row for each division that has an outline or at least one city."""
    for division in divisions:
        name = " ".join(division.name.split())
        outline, points = outlines.get(division.code), towns.get(division.code)
        if outline is not None:
            place = (*shapes.centre(outline), *shapes.extent(outline), "outline")
        elif points:
            place = (*_mean(points), *_box(points), "cities")
        else:
            continue
        yield division.code, division.number, name, *place


def _mean(points: Sequence[Point]) -> Point:
    return round(fmean(p[0] for p in points), 4), round(fmean(p[1] for p in points), 4)


def _box(points: Sequence[Point]) -> tuple[float | None, ...]:
    """The extent of towns; none where there are too few to stand for an area."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    if len(points) < _FEWEST_FOR_A_BOX or max(lons) - min(lons) > shapes.HALF_TURN:
        return (None,) * 4
    edges = (min(lats) - 0.01, min(lons) - 0.01, max(lats) + 0.01, max(lons) + 0.01)
    return tuple(round(edge, 2) for edge in edges)


def city_points(cities: Iterable[Mapping[str, str]], levels: int) -> Mapping[str, Sequence[Point]]:
    """Where the cities of each division lie; `levels` is 1 or 2."""
    points = defaultdict(list)
    for city in cities:
        codes = [city[key] for key in ("country", "admin1", "admin2")[: levels + 1]]
        if all(codes):
            points[".".join(codes)].append((float(city["lat"]), float(city["lng"])))
    return points


def counties(
    states: Iterable[Division],
    children: Mapping[int, Sequence[int]],
    outlines: Mapping[str, CountyOutline],
    listed: Iterable[Mapping[str, str]],
    cities: Sequence[City],
) -> Iterator[Division]:
    """The counties of the United States with their GeoNames identifiers.

    Where the names listed are not as many as the identifiers (Connecticut, whose counties gave way
    to planning regions), the names are those of the outlines.
    """
    names = {d["code"]: d["name"] for d in listed if d["code"] in outlines}
    towns = _towns(cities)
    for state in states:
        numbers = sorted(children.get(state.number or 0, ()))
        here = {code: o for code, o in outlines.items() if code.startswith(f"{state.code}.")}
        named = {code: names[code] for code in here if code in names}
        if len(named) != len(numbers):
            named = {code: f"{outline.name} County" for code, outline in here.items()}
        sought = [County(c, name, *shapes.centre(here[c].shape)) for c, name in named.items()]
        for code, number in match_counties(sought, numbers, towns[state.code]).items():
            yield Division(code, named[code], number)


def children(assets: Path) -> Mapping[int, Sequence[int]]:
    """The divisions directly below each place, by GeoNames identifier."""
    found = defaultdict(list)
    for line in (assets / "hierarchy.txt").read_text(encoding="utf-8").splitlines():
        parent, child, *kind = line.split("\t")
        if kind == ["ADM"]:
            found[int(parent)].append(int(child))
    return found


def _towns(cities: Sequence[City]) -> Mapping[str, Sequence[Anchor]]:
    towns = defaultdict(list)
    for city in cities:
        if city["countrycode"] == "US":
            town = Anchor(city["geonameid"], city["name"], city["latitude"], city["longitude"])
            towns[f"US.{city['admin1code']}"].append(town)
    return towns


def memberships(
    listed: Iterable[Mapping[str, str]], cities: Sequence[City]
) -> Iterator[tuple[str, str]]:
    """Each second-level division that has cities, with their identifiers in order."""
    numbers = {_where(c["name"], c["latitude"], c["longitude"]): c["geonameid"] for c in cities}
    members = defaultdict(list)
    for city in listed:
        number = numbers.get(_where(city["name"], float(city["lat"]), float(city["lng"])))
        if number and city["admin2"]:
            members[f"{city['country']}.{city['admin1']}.{city['admin2']}"].append(number)
    for code, found in members.items():
        yield code, " ".join(map(str, sorted(found)))


def _where(name: str, lat: float, lon: float) -> tuple[str, float, float]:
    return name, round(lat, 3), round(lon, 3)
