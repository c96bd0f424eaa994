"""Decides where the base map is how fine: around the story, and coarser away from it.

The earth is laid out in square cells; each takes the finest tolerance that an extent near it asks
for, and cells alike are joined into boxes, so that no two boxes overlap.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from storymap.drawing.basemap.cutting import Box
from storymap.model import Extent

CELLS_DEGREES = (1.5, 3.0, 6.0, 12.0)
"""Widths of a cell, tried until there are few enough zones."""
MOST_ZONES = 80
"""More cost time, and points near their edges are written twice."""

WORLD_TOLERANCE = 0.25
"""Degrees: what is left out of the map of the whole world spans less than this squared."""
LEVELS = (0.0, 0.02, 0.07, WORLD_TOLERANCE)
"""Tolerances in degrees, from all that there is to the whole world."""
SPANS = (8.0, 25.0, 80.0)
"""The widest view, in degrees, for which each level but the last is meant: a screen of 1200
points then shows a tolerance of at most three."""
MARGIN_DEGREES = 1.5
MARGIN_SHARE = 0.3
"""How far around an extent its own level reaches, of its width."""
SURROUNDINGS_DEGREES = (4.0, 15.0, 0.0)
"""How far around each level the next coarser one reaches."""

Run = tuple[int, int]
"""First column and the one after the last."""


Patch = tuple[int, int, int, int, int]
"""Level, first row and the one after the last, first column and the one after the last."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A box in which one tolerance holds."""

    box: Box
    tolerance: float
    """In degrees."""

    @property
    def square_degrees(self) -> float:
        west, south, east, north = self.box
        return (east - west) * (north - south) / 1e6


def zones_for(extents: Iterable[Extent]) -> list[Zone]:
    """Lay out the earth in zones, coarse ones first."""
    wanted = sorted(set(extents), key=lambda e: (e.south, e.west, e.north, e.east))
    for cell_degrees in CELLS_DEGREES:
        zones = _Grid(cell_degrees).zones(wanted)
        if len(zones) <= MOST_ZONES:
            break
    return zones


def _reaches(extent: Extent) -> Iterator[tuple[int, float]]:
    """The levels that an extent asks for, each with how far around it in degrees."""
    width = (extent.east - extent.west) % 360
    span = max(width, extent.north - extent.south)
    reach = MARGIN_DEGREES + MARGIN_SHARE * span
    for level, (widest, around) in enumerate(zip(SPANS, SURROUNDINGS_DEGREES, strict=True)):
        if span <= widest:
            yield level, reach
            reach += around


class _Grid:
    """The earth in square cells, counted from the south and the west."""

    def __init__(self, cell_degrees: float) -> None:
        self._cell_degrees = cell_degrees
        self._columns, self._rows = int(360 / cell_degrees), int(180 / cell_degrees)

    def zones(self, extents: Iterable[Extent]) -> list[Zone]:
        coarsest = len(LEVELS) - 1
        levels = [[coarsest] * self._columns for _ in range(self._rows)]
        patches = {patch for extent in extents for patch in self._patches(extent)}
        for level, bottom, top, first, last in sorted(patches, reverse=True):
            for row in levels[bottom:top]:
                row[first:last] = [level] * (last - first)
        coarse_first = range(coarsest, -1, -1)
        return [Zone(box, LEVELS[n]) for n in coarse_first for box in self._boxes(levels, n)]

    def _patches(self, extent: Extent) -> Iterator[Patch]:
        """The cells that an extent asks for at each level, in two patches across the seam."""
        width = (extent.east - extent.west) % 360
        for level, reach in _reaches(extent):
            first = self._cell(extent.west - reach + 180)
            count = self._cell(extent.west + width + reach + 180) - first + 1
            bottom = max(0, self._cell(extent.south - reach + 90))
            top = min(self._rows, self._cell(extent.north + reach + 90) + 1)
            for start, end in self._spans(first, count):
                yield level, bottom, top, start, end

    def _spans(self, first: int, count: int) -> tuple[Run, ...]:
        if count >= self._columns:
            return ((0, self._columns),)
        start, end = first % self._columns, first % self._columns + count
        if end <= self._columns:
            return ((start, end),)
        return ((start, self._columns), (0, end - self._columns))

    def _cell(self, degrees: float) -> int:
        return math.floor(degrees / self._cell_degrees)

    def _boxes(self, levels: Sequence[Sequence[int]], level: int) -> Iterator[Box]:
        """Join the cells of a level into runs along a row, and runs alike into boxes."""
        open_runs: dict[Run, int] = {}
        for row, cells in enumerate((*levels, ())):
            runs = set(_runs(cells, level))
            for run in sorted(set(open_runs) - runs):
                yield self._box(run, open_runs.pop(run), row)
            for run in runs:
                open_runs.setdefault(run, row)

    def _box(self, run: Run, first_row: int, end_row: int) -> Box:
        steps = round(self._cell_degrees * 1000)
        west, east = (column * steps - 180_000 for column in run)
        south, north = (row * steps - 90_000 for row in (first_row, end_row))
        return Box(west, south, east, north)


def _runs(cells: Sequence[int], level: int) -> Iterator[Run]:
    at = 0
    for found, run in groupby(cells):
        start, at = at, at + len(list(run))
        if found == level:
            yield start, at
