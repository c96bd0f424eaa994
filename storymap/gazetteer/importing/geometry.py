"""The point and extent of a shape: of GeoJSON geometries and of well-known text.

Both write longitude first; here, as everywhere, latitude and longitude go by name from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from storymap.gazetteer.importing.coordinates import Position
from storymap.model import Extent

_NUMBER = r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"
_WKT = re.compile(r"\s*(?:SRID=4326;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*", re.I | re.S)
_WKT_PAIR = re.compile(rf"({_NUMBER})\s+({_NUMBER})(?:\s+{_NUMBER}){{0,2}}")
_DEEPEST = 8
"""Levels of arrays or collections; a MultiPolygon has four."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where something lies: a point in it, and its extent unless it is a point alone."""

    position: Position
    extent: Extent | None = None


def shape_of(geometry: object) -> Shape | str:
    """The shape of a GeoJSON geometry, or what is wrong with it.

    A polygon's point is the centre of mass of its largest ring; that of anything else with an
    extent is the middle.
    """
    if not isinstance(geometry, Mapping):
        return "geometry: missing; a place needs a position."
    try:
        rings = list(_rings(geometry))
        points = [point for ring in rings for point in ring]
    except (TypeError, ValueError, LookupError, OverflowError):
        return f"geometry: the coordinates of its {geometry.get('type')} cannot be read."
    if not points:
        return "geometry: it has no coordinates; a place needs a position."
    return _shape(points, rings if "Polygon" in str(geometry.get("type")) else [])


def shape_of_wkt(text: str) -> Shape | str:
    """The shape that well-known text describes, or what is wrong with it."""
    match = _WKT.fullmatch(text)
    rings = [
        [Position(float(lat), float(lon)) for lon, lat in _WKT_PAIR.findall(ring)]
        for ring in re.findall(r"[^()]+", match[2] if match else "")
    ]
    rings = [ring for ring in rings if ring]
    points = [point for ring in rings for point in ring]
    if not match or not points:
        return f'geometry: "{text[:60]}" is no well-known text such as POINT (72.99 40.94).'
    return _shape(points, rings if "POLYGON" in match[1].upper() else [])


def _rings(geometry: Mapping[str, Any], depth: int = 0) -> Iterator[Sequence[Position]]:
    if depth > _DEEPEST:
        raise ValueError("too deep")
    if geometry.get("type") == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _rings(part, depth + 1)
    else:
        yield from _sequences(geometry["coordinates"])


def _sequences(coordinates: Sequence[Any], depth: int = 0) -> Iterator[Sequence[Position]]:
    """The lowest arrays of positions, whatever the type of the geometry."""
    if depth > _DEEPEST or isinstance(coordinates, str):
        raise ValueError("no coordinates")
    if not coordinates:
        return
    if isinstance(coordinates[0], (int, float)):
        yield (_position(coordinates),)
    elif isinstance(coordinates[0][0], (int, float)):
        yield [_position(pair) for pair in coordinates]
    else:
        for part in coordinates:
            yield from _sequences(part, depth + 1)


def _position(pair: Sequence[Any]) -> Position:
    lon, lat = pair[:2]
    return Position(float(lat), float(lon))


def _shape(points: Sequence[Position], rings: Sequence[Sequence[Position]]) -> Shape:
    if len(set(points)) == 1:
        return Shape(points[0])
    extent = _extent(points)
    if not rings:
        return Shape(middle_of(extent), extent)
    largest = max(rings, key=lambda ring: abs(_doubled_area(_unrolled(ring, extent))))
    return Shape(_centre(_unrolled(largest, extent)) or middle_of(extent), extent)


def _extent(points: Sequence[Position]) -> Extent:
    """The smallest box; where it is narrower across the antimeridian, it goes across."""
    lats, lons = [p.lat for p in points], sorted({p.lon for p in points})
    gap, before, after = max(
        ((b - a, a, b) for a, b in pairwise(lons)), default=(0.0, lons[0], lons[0])
    )
    if gap > 360 - (lons[-1] - lons[0]):
        return Extent(min(lats), after, max(lats), before)
    return Extent(min(lats), lons[0], max(lats), lons[-1])


def middle_of(extent: Extent) -> Position:
    """The point in the middle of an extent."""
    width = (extent.east - extent.west) % 360
    return Position((extent.south + extent.north) / 2, _normal(extent.west + width / 2))


def _normal(lon: float) -> float:
    return (lon + 180) % 360 - 180 if abs(lon) > 180 else lon  # noqa: PLR2004


def _unrolled(ring: Sequence[Position], extent: Extent) -> Sequence[Position]:
    """The ring without a jump at the antimeridian."""
    if extent.west <= extent.east:
        return ring
    return [Position(p.lat, p.lon + 360 if p.lon < extent.west else p.lon) for p in ring]


def _doubled_area(ring: Sequence[Position]) -> float:
    return sum(a.lon * b.lat - b.lon * a.lat for a, b in pairwise((*ring, ring[0])))


def _centre(ring: Sequence[Position]) -> Position | None:
    """The centre of mass of a ring by the shoelace formula; None if it has no area."""
    area = _doubled_area(ring)
    if abs(area) < 1e-12:  # noqa: PLR2004 (square degrees: a tenth of a square metre)
        return None
    lat = lon = 0.0
    for a, b in pairwise((*ring, ring[0])):
        cross = a.lon * b.lat - b.lon * a.lat
        lat += (a.lat + b.lat) * cross
        lon += (a.lon + b.lon) * cross
    return Position(lat / (3 * area), _normal(lon / (3 * area)))
