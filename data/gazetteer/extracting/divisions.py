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
from storymap.gazetteer.names import fold

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
    listed: Iterable[Mapping[str, str]], counties: Iterable[Division], below: Mapping[str, set[int]]
) -> Sequence[Division]:
    """All second-level divisions.

    Known are the identifiers of the counties given, and of divisions that GeoNames codes by their
    identifier; `below` has those of the divisions in each first-level division.
    """
    known = {county.code: county for county in counties}
    named = {
        code: Division(code, name, _coded(code, below))
        for code, name in ((d["code"], d["name"]) for d in listed)
    }
    return [known.get(code, division) for code, division in (known | named).items()]


def _coded(code: str, below: Mapping[str, set[int]]) -> int | None:
    first, _, last = code.rpartition(".")
    return int(last) if last.isdecimal() and int(last) in below.get(first, ()) else None


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


def first_level_points(cities: Iterable[City]) -> Mapping[str, Sequence[Point]]:
    """Where the cities of each first-level division lie."""
    points: dict[str, list[Point]] = defaultdict(list)
    for city in cities:
        code = f"{city['countrycode']}.{city['admin1code']}"
        points[code].append((city["latitude"], city["longitude"]))
    return points


def counties(
    states: Iterable[Division],
    below: Mapping[str, set[int]],
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
        numbers = sorted(below.get(state.code, ()))
        here = {code: o for code, o in outlines.items() if code.startswith(f"{state.code}.")}
        named = {code: names[code] for code in here if code in names}
        if len(named) != len(numbers):
            named = {code: f"{outline.name} County" for code, outline in here.items()}
        sought = [County(c, name, *shapes.centre(here[c].shape)) for c, name in named.items()]
        for code, number in match_counties(sought, numbers, towns[state.code]).items():
            yield Division(code, named[code], number)


def below(assets: Path, divisions: Iterable[Division]) -> Mapping[str, set[int]]:
    """The identifiers of the divisions directly below each of these, by its code."""
    codes = {str(division.number): division.code for division in divisions}
    found: dict[str, set[int]] = defaultdict(set)
    for line in (assets / "hierarchy.txt").read_text(encoding="utf-8").splitlines():
        parent, child, *kind = line.split("\t")
        if kind == ["ADM"] and parent in codes:
            found[codes[parent]].add(int(child))
    return found


def _towns(cities: Sequence[City]) -> Mapping[str, Sequence[Anchor]]:
    towns = defaultdict(list)
    for city in cities:
        if city["countrycode"] == "US":
            town = Anchor(city["geonameid"], city["name"], city["latitude"], city["longitude"])
            towns[f"US.{city['admin1code']}"].append(town)
    return towns


def memberships(
    listed: Iterable[Mapping[str, str]], cities: Sequence[City], divisions: Sequence[Division]
) -> Mapping[str, Sequence[City]]:
    """The cities of each second-level division: as listed, and else of the same name."""
    found = {_where(c["name"], c["latitude"], c["longitude"]): c for c in cities}
    members: dict[str, list[City]] = defaultdict(list)
    for row in listed:
        city = found.get(_where(row["name"], float(row["lat"]), float(row["lng"])))
        if city and row["admin2"]:
            members[f"{row['country']}.{row['admin1']}.{row['admin2']}"].append(city)
    placed = {city["geonameid"] for inside in members.values() for city in inside}
    namesakes = _unique_names(divisions)
    for city in cities:
        key = f"{city['countrycode']}.{city['admin1code']}", fold(city["name"])
        if city["geonameid"] not in placed and namesakes.get(key):
            members[namesakes[key]].append(city)
    return members


def _unique_names(divisions: Iterable[Division]) -> Mapping[tuple[str, str], str]:
    """Codes by first-level division and folded name; empty where several share the name."""
    codes: dict[tuple[str, str], str] = {}
    for division in divisions:
        key = division.code.rsplit(".", 1)[0], fold(division.name)
        codes[key] = "" if key in codes else division.code
    return codes


def points_of(cities: Iterable[City]) -> Sequence[Point]:
    """Where cities lie."""
    return [(city["latitude"], city["longitude"]) for city in cities]


def _where(name: str, lat: float, lon: float) -> tuple[str, float, float]:
    return name, round(lat, 3), round(lon, 3)
