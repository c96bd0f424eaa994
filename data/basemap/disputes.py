"""Knows which stretches of border Natural Earth calls disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from net import Segment
from sources import Feature, Line, Point

DISPUTED_WITHIN_DEGREES = 0.03
"""How near a border must run to a line that Natural Earth calls disputed to be the same line: the
two sources are generalised apart from each other."""


class Disputes:
    """The land borders that Natural Earth calls disputed, indefinite or a line of control."""

    def __init__(self, frontiers: Iterable[Feature]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Segment]] = defaultdict(list)
        for frontier in frontiers:
            if not frontier.fields["featurecla"].startswith(("International", "Overlay", "Lease")):
                for line in frontier.lines:
                    self._add(line)

    def _add(self, line: Line) -> None:
        for a, b in pairwise(line):
            for x in range(int(min(a[0], b[0]) // 1), int(max(a[0], b[0]) // 1) + 1):
                for y in range(int(min(a[1], b[1]) // 1), int(max(a[1], b[1]) // 1) + 1):
                    self._cells[x, y].append((a, b))

    def along(self, line: Line) -> bool:
        """Whether most of the line's vertices lie on a disputed border."""
        near = sum(self._near(point) for point in line)
        return near > 0.6 * len(line)

    def _near(self, point: Point) -> bool:
        reach = DISPUTED_WITHIN_DEGREES
        cells = {
            (int((point[0] + dx) // 1), int((point[1] + dy) // 1))
            for dx in (-reach, reach)
            for dy in (-reach, reach)
        }
        return any(_distance(point, s) < reach for cell in cells for s in self._cells.get(cell, ()))


def _distance(point: Point, segment: Segment) -> float:
    (x, y), ((ax, ay), (bx, by)) = point, segment
    dx, dy = bx - ax, by - ay
    length2 = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length2)) if length2 else 0.0
    return float(((ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2) ** 0.5)
