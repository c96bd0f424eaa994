"""Cuts rings and lines to a box, one half-plane after the other.

I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", Communications of the ACM 17
(1974). A ring that leaves the box and comes back runs along the box's edge in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from storymap.drawing.basemap.coding import Step


class Box(NamedTuple):
    """A box in steps, its edges included; it never crosses the antimeridian."""

    west: int
    south: int
    east: int
    north: int

    def holds(self, other: Box) -> bool:
        return (
            self.west <= other.west
            and self.south <= other.south
            and self.east >= other.east
            and self.north >= other.north
        )

    def meets(self, other: Box) -> bool:
        return (
            self.west <= other.east
            and self.east >= other.west
            and self.south <= other.north
            and self.north >= other.south
        )

    def grown(self, steps: int) -> Box:
        """The box with this much more on every side, as far as the earth goes."""
        return Box(
            max(-180_000, self.west - steps),
            max(-90_000, self.south - steps),
            min(180_000, self.east + steps),
            min(90_000, self.north + steps),
        )


class _Edge(NamedTuple):
    """The half-plane on one side of a box's edge."""

    axis: int
    bound: int
    sign: int

    def depths(self, steps: Iterable[Step]) -> list[int]:
        """How far inside each point lies; negative outside."""
        axis, bound, sign = self
        return [sign * (step[axis] - bound) for step in steps]

    def crossing(self, inside: Step, outside: Step) -> Step:
        """Where the segment between a point inside and one outside meets the edge."""
        along, across = self.axis, 1 - self.axis
        t = (inside[along] - self.bound) / (inside[along] - outside[along])
        other = round(inside[across] + t * (outside[across] - inside[across]))
        return (self.bound, other) if along == 0 else (other, self.bound)


def _edges(box: Box) -> tuple[_Edge, ...]:
    return (
        _Edge(0, box.west, 1),
        _Edge(0, box.east, -1),
        _Edge(1, box.south, 1),
        _Edge(1, box.north, -1),
    )


def cut_ring(ring: Sequence[Step], box: Box) -> list[Step]:
    """The part of a closed ring within a box, as one closed ring; empty if there is none."""
    points = list(ring)
    for edge in _edges(box):
        points = _ring_inside(points, edge)
    return points if len(set(points)) > len(("a", "line")) else []


def _ring_inside(ring: list[Step], edge: _Edge) -> list[Step]:
    depths = edge.depths(ring)
    if min(depths, default=-1) >= 0:
        return ring
    kept: list[Step] = []
    for at in range(1, len(ring)):
        if (depths[at - 1] < 0) != (depths[at] < 0):
            inner, outer = (at - 1, at) if depths[at] < 0 else (at, at - 1)
            kept.append(edge.crossing(ring[inner], ring[outer]))
        if depths[at] >= 0:
            kept.append(ring[at])
    return [*kept, kept[0]] if kept else []


def cut_line(line: Sequence[Step], box: Box) -> list[list[Step]]:
    """The parts of a line within a box, in order."""
    pieces = [list(line)]
    for edge in _edges(box):
        pieces = [part for piece in pieces for part in _line_inside(piece, edge)]
    return pieces


def _line_inside(line: list[Step], edge: _Edge) -> Iterator[list[Step]]:
    depths = edge.depths(line)
    if min(depths) >= 0:
        yield line
        return
    piece = [line[0]] if depths[0] >= 0 else []
    for at in range(1, len(line)):
        if (depths[at - 1] < 0) != (depths[at] < 0):
            inner, outer = (at - 1, at) if depths[at] < 0 else (at, at - 1)
            piece.append(edge.crossing(line[inner], line[outer]))
        if depths[at] >= 0:
            piece.append(line[at])
        elif piece:
            yield piece
            piece = []
    if len(piece) > 1:
        yield piece
