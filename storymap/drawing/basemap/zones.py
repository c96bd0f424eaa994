"""Decides where the base map is how fine: around the story, and coarser away from it.

The earth is laid out in square cells; each takes the finest tolerance that an extent near it asks
for, and cells alike are joined into boxes, so that no two boxes overlap.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from storymap.drawing.basemap.cutting import Box
from storymap.model import Extent

CELL_DEGREES = 3
COLUMNS, ROWS = 360 // CELL_DEGREES, 180 // CELL_DEGREES
CELL_STEPS = CELL_DEGREES * 1000

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
    grid = [[len(LEVELS) - 1] * COLUMNS for _ in range(ROWS)]
    for extent in set(extents):
        for level, reach in _reaches(extent):
            for row, column in _cells(extent, reach):
                grid[row][column] = min(level, grid[row][column])
    coarse_first = reversed(range(len(LEVELS)))
    return [Zone(box, LEVELS[level]) for level in coarse_first for box in _boxes(grid, level)]


def _reaches(extent: Extent) -> Iterator[tuple[int, float]]:
    """The levels that an extent asks for, each with how far around it in degrees."""
    width = (extent.east - extent.west) % 360
    span = max(width, extent.north - extent.south)
    reach = MARGIN_DEGREES + MARGIN_SHARE * span
    for level, (widest, around) in enumerate(zip(SPANS, SURROUNDINGS_DEGREES, strict=True)):
        if span <= widest:
            yield level, reach
            reach += around


def _cells(extent: Extent, reach: float) -> Iterator[tuple[int, int]]:
    width = (extent.east - extent.west) % 360
    first, last = _cell(extent.west - reach + 180), _cell(extent.west + width + reach + 180)
    bottom, top = _cell(extent.south - reach + 90), _cell(extent.north + reach + 90)
    for row in range(max(0, bottom), min(ROWS - 1, top) + 1):
        for column in range(first, min(last, first + COLUMNS - 1) + 1):
            yield row, column % COLUMNS


def _cell(degrees: float) -> int:
    return math.floor(degrees / CELL_DEGREES)


def _boxes(grid: Sequence[Sequence[int]], level: int) -> Iterator[Box]:
    """Join the cells of a level into runs along a row, and runs alike into boxes."""
    open_runs: dict[tuple[int, int], int] = {}
    for row in range(ROWS + 1):
        runs = set(_runs(grid[row], level)) if row < ROWS else set()
        for run in sorted(set(open_runs) - runs):
            yield _box(run, open_runs.pop(run), row)
        for run in runs:
            open_runs.setdefault(run, row)


def _runs(cells: Sequence[int], level: int) -> Iterator[tuple[int, int]]:
    start = None
    for column, found in enumerate((*cells, -1)):
        if found == level and start is None:
            start = column
        elif found != level and start is not None:
            yield start, column
            start = None


def _box(run: tuple[int, int], first_row: int, end_row: int) -> Box:
    west, east = (column * CELL_STEPS - 180_000 for column in run)
    south, north = (row * CELL_STEPS - 90_000 for row in (first_row, end_row))
    return Box(west, south, east, north)
