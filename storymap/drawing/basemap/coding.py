"""The values that the map is given, and their JSON form.

A path, ring or line, is a flat row of integers: lon and lat of the first point times 10 to the
power of `digits`, then the difference of every further point: `x0, y0, dx, dy, …`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Step = tuple[int, int]
Path = tuple[int, ...]
Rings = tuple[Path, ...]
"""A polygon: its outer ring, then its holes; each closed, the first point being the last."""

FINE_DIGITS = 3
"""A step: about 100 m, which is finer than the source is true."""
COARSE_DIGITS = 2
COARSE_FROM_DEGREES = 0.05
"""Least tolerance from which hundredths of a degree are fine enough."""


@dataclass(frozen=True, slots=True)
class AreaLayer:
    """Polygons of one subject; neighbours of different detail overlap by a few kilometres."""

    name: str
    """"land" or "lake"."""
    digits: int
    polygons: tuple[Rings, ...]

    def as_json(self) -> dict[str, object]:
        return {"name": self.name, "kind": "area", "digits": self.digits, "parts": self.polygons}


@dataclass(frozen=True, slots=True)
class LineLayer:
    """Lines of one subject."""

    name: str
    """"country", "admin1", "disputed" or "river"."""
    digits: int
    lines: tuple[Path, ...]

    def as_json(self) -> dict[str, object]:
        return {"name": self.name, "kind": "line", "digits": self.digits, "parts": self.lines}


@dataclass(frozen=True, slots=True)
class Basemap:
    """Layers in the order in which they are drawn; none is empty."""

    layers: tuple[AreaLayer | LineLayer, ...]

    def as_json(self) -> list[dict[str, object]]:
        return [layer.as_json() for layer in self.layers]


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of a place; no polygon crosses the antimeridian."""

    digits: int
    polygons: tuple[Rings, ...]

    def as_json(self) -> dict[str, object]:
        return {"digits": self.digits, "parts": self.polygons}


def digits_for(tolerance: float) -> int:
    """Digits that do not lose what is kept at a tolerance in degrees."""
    return COARSE_DIGITS if tolerance >= COARSE_FROM_DEGREES else FINE_DIGITS


def encoded(steps: Sequence[Step], digits: int) -> Path:
    """Write points as differences; empty if all fall on one point."""
    unit = 10 ** (FINE_DIGITS - digits)
    points = steps if unit == 1 else [(round(x / unit), round(y / unit)) for x, y in steps]
    x = y = 0
    path: list[int] = []
    for lon, lat in points:
        if lon != x or lat != y or not path:
            path += (lon - x, lat - y)
            x, y = lon, lat
    return tuple(path) if len(path) > len(("x", "y")) else ()


def encoded_polygons(
    polygons: Iterable[Sequence[Sequence[Step]]], digits: int
) -> tuple[Rings, ...]:
    """Encode polygons, leaving out the rings that shrink to a line."""
    rings = (tuple(encoded(ring, digits) for ring in polygon) for polygon in polygons)
    whole = (tuple(ring for ring in polygon if len(ring) >= RING_NUMBERS) for polygon in rings)
    return tuple(polygon for polygon in whole if polygon)


RING_NUMBERS = 8
"""Integers in the smallest ring: a triangle that returns to its start."""


def size_bytes(paths: Iterable[Path]) -> int:
    """Size of paths in JSON, without spaces."""
    return sum(len(str(path)) - len(path) + 1 for path in paths)
