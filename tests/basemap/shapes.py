"""What the tests ask of paths and polygons, computed apart from the code under test."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]


def decoded(path: Sequence[int], digits: int) -> list[Point]:
    """Points (lon, lat) in degrees."""
    points, x, y = [], 0, 0
    for dx, dy in zip(path[::2], path[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / 10**digits, y / 10**digits))
    return points


def area(ring: Iterable[Point]) -> float:
    """Signed, positive if anticlockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) / 2


def holds(polygons: Iterable[Sequence[Sequence[int]]], digits: int, point: Point) -> bool:
    """Whether a point lies in one of the polygons, holes taken out."""
    return any(
        sum(_crosses(decoded(ring, digits), point) for ring in rings) % 2 for rings in polygons
    )


def _crosses(ring: Iterable[Point], point: Point) -> int:
    """How many edges a ray to the east crosses."""
    x, y = point
    return sum(
        x < ax + (y - ay) / (by - ay) * (bx - ax)
        for (ax, ay), (bx, by) in pairwise(ring)
        if (ay > y) != (by > y)
    )
