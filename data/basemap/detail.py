"""Gives lines that were thinned their vertices back, from the lines that they were thinned from."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from sources import Line, Point

KEY_DIGITS = 4
"""Decimals of a degree within which two vertices are the same."""
LONGEST_STRETCH = 200
"""Vertices; no more were left out between two that were kept."""


class Detail:
    """Lines in full, found by their vertices."""

    def __init__(self, lines: Iterable[Line], thinned: Iterable[Point]) -> None:
        """`thinned` are all the vertices of the lines that will be restored."""
        self._lines = list(lines)
        self._kept = {_key(point) for point in thinned}
        self._where: defaultdict[Point, list[tuple[int, int]]] = defaultdict(list)
        for number, line in enumerate(self._lines):
            for at, point in enumerate(line):
                if (key := _key(point)) in self._kept:
                    self._where[key].append((number, at))

    def restored(self, line: Line) -> Line:
        """The line with what was left out between each two of its vertices, where it is known."""
        whole = line[:1]
        for a, b in pairwise(line):
            whole += [*self.between(a, b), b]
        return whole

    def between(self, a: Point, b: Point) -> Line:
        """What was left out between two vertices that followed each other; empty if not known."""
        return min(self._stretches(a, b), key=_length, default=[])

    def _stretches(self, a: Point, b: Point) -> Iterator[Line]:
        """The stretches of full lines from a to b that no other kept vertex interrupts."""
        ends = dict(self._where.get(_key(b), ()))
        for number, start in self._where.get(_key(a), ()):
            if number in ends:
                line, end = self._lines[number], ends[number]
                for stretch in _ways(line, start, end):
                    if not _keys(stretch) & self._kept:
                        yield stretch


def _ways(line: Line, start: int, end: int) -> Iterator[Line]:
    """What lies between two vertices of a line, in order; both ways if the line is a ring."""
    low, high = sorted((start, end))
    ways = []
    if high - low <= LONGEST_STRETCH:
        ways.append(line[low + 1 : high])
    if line[0] == line[-1] and len(line) - high + low <= LONGEST_STRETCH:
        ways.append([*line[high + 1 : -1], *line[:low]][::-1])
    for way in ways:
        yield way if start < end else way[::-1]


def _keys(line: Line) -> Set[Point]:
    return {_key(point) for point in line}


def _key(point: Point) -> Point:
    return round(point[0], KEY_DIGITS), round(point[1], KEY_DIGITS)


def _length(line: Line) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(line))
