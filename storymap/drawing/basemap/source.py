"""Reads `basemap.sqlite`; its tables and constants are those of `data/basemap/build.py`."""

from __future__ import annotations

import math
import sqlite3
import sys
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import compress, groupby
from operator import itemgetter
from pathlib import Path

from storymap.drawing.basemap.coding import Step
from storymap.drawing.basemap.cutting import Box
from storymap.errors import DrawingError

BUNDLED = Path(__file__).parents[1] / "basemap.sqlite"

FORMAT = 1
CHUNK = 64
IMPORTANCE_STEPS_PER_DOUBLING = 7
STEPS_PER_DEGREE = 1000
MOST_RANK = 99

COLUMNS = "polygon, rank, area, west, south, east, north, importance, lons, lats, boxes"


@dataclass(frozen=True, slots=True)
class StoredPath:
    """A ring or line with all its vertices, packed."""

    polygon: int
    """Shared by the rings of a polygon, the outer one first; 0 for a line."""
    rank: int
    area: int
    """Of a ring, in square steps."""
    box: Box
    importance: bytes
    lons: Sequence[int]
    lats: Sequence[int]
    boxes: Sequence[int]

    def matters(self, tolerance: float) -> bool:
        """Whether a ring is large enough to be drawn at a tolerance in degrees."""
        steps = tolerance * STEPS_PER_DEGREE
        return self.area >= steps * steps

    def count(self, tolerance: float) -> int:
        """How many vertices matter at a tolerance in degrees."""
        return self.importance.translate(_mask(tolerance)).count(1)

    def steps(self, tolerance: float, within: Box | None = None) -> list[Step]:
        """The vertices that matter at a tolerance in degrees.

        What lies entirely beyond an edge of `within` is cut short: it comes back as the ends of
        its stretches, which leaves the part inside as it is.
        """
        kept = self.importance.translate(_mask(tolerance))
        points = zip(self.lons, self.lats, strict=True)
        if within is None or len(kept) <= CHUNK or within.holds(self.box):
            return list(compress(points, kept))
        return self._cut_short(kept, within)

    def _cut_short(self, kept: bytes, within: Box) -> list[Step]:
        lons, lats = self.lons, self.lats
        steps: list[Step] = []
        for edge, run in groupby(enumerate(self._edges_beyond(within)), key=itemgetter(1)):
            chunks = [number for number, _ in run]
            start, end = chunks[0] * CHUNK, min((chunks[-1] + 1) * CHUNK, len(kept))
            if edge:
                steps += ((lons[start], lats[start]), (lons[end - 1], lats[end - 1]))
            else:
                points = zip(lons[start:end], lats[start:end], strict=True)
                steps += compress(points, kept[start:end])
        return steps

    def _edges_beyond(self, box: Box) -> list[str]:
        """The edge of a box beyond which each chunk lies; empty if the chunk may reach into it."""
        numbers = iter(self.boxes)
        return [
            "west" if east < box.west
            else "east" if west > box.east
            else "south" if north < box.south
            else "north" if south > box.north
            else ""
            for west, south, east, north in zip(*[numbers] * 4, strict=True)
        ]  # fmt: skip


@cache
def _mask(tolerance: float) -> bytes:
    """A translation of importance into 1 for what matters at a tolerance and 0 for the rest."""
    least = least_importance(tolerance)
    return bytes(least) + b"\1" * (256 - least)


def least_importance(tolerance: float) -> int:
    """Importance of a vertex that spans a triangle of `tolerance` squared (degrees)."""
    steps = tolerance * STEPS_PER_DEGREE
    return min(255, int(IMPORTANCE_STEPS_PER_DOUBLING * math.log2(1 + steps * steps)))


def _ints(packed: bytes) -> Sequence[int]:
    numbers = array("i", packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class BasemapFile:
    """An open base map."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def within(self, layer: str, box: Box, *, rank: int = MOST_RANK) -> list[StoredPath]:
        """The paths of a layer that may reach into a box, none of a rank above `rank`."""
        return self._select(
            "layer = ? AND key = '' AND west <= ? AND east >= ? AND south <= ? AND north >= ?"
            " AND rank <= ?",
            (layer, box.east, box.west, box.north, box.south, rank),
        )

    def outline(self, key: str) -> list[StoredPath]:
        """The rings of a country ("KG") or first-level division ("KG.03")."""
        return self._select("layer = 'outline' AND key = ?", (key,))

    def _select(self, condition: str, values: tuple[object, ...]) -> list[StoredPath]:
        query = f"SELECT {COLUMNS} FROM path WHERE {condition} ORDER BY id"  # noqa: S608
        return [
            StoredPath(polygon, rank, area, Box(*row[:4]), row[4], *map(_ints, row[5:]))
            for polygon, rank, area, *row in self._connection.execute(query, values)
        ]


@contextmanager
def opened(path: Path | None = None) -> Iterator[BasemapFile]:
    """Open the bundled base map, or another one; raises `DrawingError` if it is not there."""
    file = path or BUNDLED
    mend = "install storymap again, or in a copy of its source run: python data/basemap/build.py"
    if not file.is_file():
        raise DrawingError(f"{file}: the bundled base map is missing; {mend}")
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found != FORMAT:
            raise DrawingError(f"{file}: the base map is of format {found}, not {FORMAT}; {mend}")
        yield BasemapFile(connection)
