"""Turns polygons that touch into a net of arcs, each between two faces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rings import BOTH
from sources import Feature, Line, Point

Segment = tuple[Point, Point]


@dataclass(frozen=True, slots=True, order=True)
class Face:
    """What a stretch of land is part of."""

    region: str
    """GeoNames: "KG.03", or "KG" where no first-level division is known, or empty."""
    state: str
    """Natural Earth's code of who holds it: "KGZ"."""
    division: str = ""
    """Natural Earth's name of a division that GeoNames does not know."""


NOWHERE = Face("", "")


def sides_of(divisions: Sequence[Feature], faces: Sequence[Face]) -> dict[Segment, Face]:
    """The face on the left of every directed segment; none where both sides have the same."""
    sides: dict[Segment, Face] = {}
    for division, face in zip(divisions, faces, strict=True):
        for polygon in division.polygons:
            for place, ring in enumerate(polygon):
                for a, b in _segments(ring, anticlockwise=place == 0):
                    sides[a, b] = face
    return {(a, b): f for (a, b), f in sides.items() if a != b and sides.get((b, a)) != f}


def _segments(ring: Line, *, anticlockwise: bool) -> Iterator[Segment]:
    area = sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))
    turned = ring if (area > 0) == anticlockwise else ring[::-1]
    return pairwise(turned)


def arcs_between(sides: Mapping[Segment, Face]) -> Iterator[tuple[tuple[Face, Face], Line]]:
    """Chain segments that separate the same two faces into arcs, each with its left and right."""
    onward: dict[tuple[Face, Face], dict[Point, list[Point]]] = {}
    degree: Counter[Point] = Counter()
    for (a, b), left in sides.items():
        right = sides.get((b, a), NOWHERE)
        if right == NOWHERE or left < right:
            onward.setdefault((left, right), {}).setdefault(a, []).append(b)
            degree.update((a, b))
    for pair, following in onward.items():
        for line in _chains(following, degree):
            yield pair, line


def _chains(following: dict[Point, list[Point]], degree: Counter[Point]) -> Iterator[Line]:
    """Walk from every node first, then around the rings that have none."""
    starts = [point for point in following if degree[point] != BOTH]
    for start in (*starts, *following):
        while following[start]:
            line = [start, following[start].pop()]
            while degree[line[-1]] == BOTH and line[-1] != start and following.get(line[-1]):
                line.append(following[line[-1]].pop())
            yield line
