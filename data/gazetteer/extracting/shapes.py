"""Outlines of countries and divisions, reduced to a point and an extent each."""

from __future__ import annotations

import json
import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely import Geometry, STRtree

City = dict[str, Any]

HALF_TURN = 180.0
"""Degrees of longitude."""

_FEWEST_IN_A_RING = 4
"""Points; the last repeats the first."""

_ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
"""GeoPackage geometry header: size of the envelope by its indicator code."""


def geometries(database: Path, table: str, column: str) -> Iterator[tuple[str, Geometry]]:
    """The shapes of a GeoPackage table, each with the value of a column."""
    connection = sqlite3.connect(database)
    query = f"SELECT {column}, geom FROM {table} WHERE geom IS NOT NULL"  # noqa: S608
    for value, blob in connection.execute(query):
        envelope = _ENVELOPE_BYTES[(blob[3] >> 1) & 7]
        yield str(value), shapely.from_wkb(blob[8 + envelope :])
    connection.close()


def division_shapes(database: Path, cities: Sequence[City]) -> Mapping[str, Geometry]:
    """The outline of each first-level division: all provinces in which its cities are the most."""
    provinces = [shape for _, shape in geometries(database, "states_provinces", "iso_a2")]
    points = shapely.points(
        [city["longitude"] for city in cities], [city["latitude"] for city in cities]
    )
    found = STRtree(provinces).query(points, predicate="within")
    inside: dict[int, Counter[str]] = defaultdict(Counter)
    for city, province in zip(*found, strict=True):
        inside[province][f"{cities[city]['countrycode']}.{cities[city]['admin1code']}"] += 1
    parts: dict[str, list[Geometry]] = defaultdict(list)
    for province, codes in inside.items():
        parts[codes.most_common(1)[0][0]].append(provinces[province])
    return {code: shapely.union_all(shapes) for code, shapes in parts.items()}


@dataclass(frozen=True, slots=True)
class CountyOutline:
    """A county of the United States as its census draws it."""

    name: str
    """Without the word "County"."""
    shape: Geometry


def county_outlines(topology: Path, states: Mapping[str, str]) -> Mapping[str, CountyOutline]:
    """Counties by division code ("US.TX.001"); `states` gives the postal code of a FIPS code."""
    atlas = json.loads(topology.read_text(encoding="utf-8"))
    arcs = [list(_absolute(arc, atlas["transform"])) for arc in atlas["arcs"]]
    return {
        f"US.{states[county['id'][:2]]}.{county['id'][2:]}": CountyOutline(
            county["properties"]["name"], _county(county, arcs)
        )
        for county in atlas["objects"]["counties"]["geometries"]
        if county["id"][:2] in states
    }


def _absolute(
    arc: Sequence[Sequence[float]], transform: Mapping[str, Any]
) -> Iterator[tuple[float, float]]:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0.0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + left, y * scale_y + bottom


def _county(county: Mapping[str, Any], arcs: Sequence[list[tuple[float, float]]]) -> Geometry:
    polygons = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
    outlines = (
        [point for arc in polygon[0] for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
        for polygon in polygons
    )
    rings = (outline for outline in outlines if len(outline) >= _FEWEST_IN_A_RING)
    return shapely.union_all([shapely.make_valid(shapely.Polygon(ring)) for ring in rings])


def centre(shape: Geometry) -> tuple[float, float]:
    """A point (lat, lon) for a shape: the centroid of its largest part, or a point inside it."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    middle = largest.centroid
    point = middle if shapely.contains(largest, middle) else largest.representative_point()
    return round(point.y, 4), round(point.x, 4)


def extent(shape: Geometry) -> tuple[float, float, float, float]:
    """South, west, north, east; the box crosses the antimeridian if it is narrower that way."""
    boxes = [part.bounds for part in shapely.get_parts(shape)]
    south, north = min(b[1] for b in boxes), max(b[3] for b in boxes)
    west, east = _narrowest([(b[0], b[2]) for b in boxes])
    return _outwards(south, west, north, east)


def _narrowest(spans: Sequence[tuple[float, float]]) -> tuple[float, float]:
    plain = min(w for w, _ in spans), max(e for _, e in spans)
    turned = [(w + 2 * HALF_TURN, e + 2 * HALF_TURN) if e < 0 else (w, e) for w, e in spans]
    across = min(w for w, _ in turned), max(e for _, e in turned)
    if across[1] - across[0] >= plain[1] - plain[0] - 1:
        return plain
    west, east = across
    return _normal(west), _normal(east)


def _normal(lon: float) -> float:
    return lon - 2 * HALF_TURN if lon > HALF_TURN else lon


def _outwards(
    south: float, west: float, north: float, east: float
) -> tuple[float, float, float, float]:
    """The edges to a hundredth of a degree, never inside the shape."""
    return _floor(south), _floor(west), -_floor(-north), -_floor(-east)


def _floor(degrees: float) -> float:
    return math.floor(degrees * 100) / 100
