"""The form of the base map's SQLite file: a table `path` with a row per ring or line.

Coordinates are thousandths of a degree.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rings import Steps, box_of

FORMAT = 1
"""Kept as the file's `user_version`; the reader refuses any other."""
CHUNK = 64
"""Vertices per bounding box in a long path."""
SCHEMA = """
CREATE TABLE path (
    id INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,     -- world-land, land, lake, outline; world-country, country, admin1, …
    key TEXT NOT NULL,       -- of an outline: "KG" or "KG.03"
    polygon INTEGER NOT NULL,-- rings of one polygon share it, the outer ring first; 0 for a line
    rank INTEGER NOT NULL,   -- Natural Earth's of lakes and rivers, ours of divisions
    area INTEGER NOT NULL,   -- of a ring, square steps
    west INTEGER NOT NULL, south INTEGER NOT NULL, east INTEGER NOT NULL, north INTEGER NOT NULL,
    lons BLOB NOT NULL,      -- int32, little-endian
    lats BLOB NOT NULL,
    importance BLOB NOT NULL,-- a byte per vertex
    boxes BLOB NOT NULL      -- int32: west, south, east, north of each CHUNK vertices
);
CREATE INDEX path_layer ON path (layer, key, west, east, south, north);
"""


@dataclass(frozen=True, slots=True)
class PathRow:
    """A ring or line on its way into the file."""

    layer: str
    steps: Steps
    importance: bytes
    key: str = ""
    polygon: int = 0
    rank: int = 0
    area: int = 0


def store(target: Path, rows: Iterable[PathRow]) -> None:
    """Write rows to a new file; what stands at `target` stays until the new one is whole."""
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part)
    connection.executescript(SCHEMA)
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.executemany(
        f"INSERT INTO path VALUES (NULL{', ?' * 13})",  # noqa: S608
        map(_record, rows),
    )
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    part.replace(target)


def _record(row: PathRow) -> tuple[object, ...]:
    boxes = [
        edge
        for at in range(0, len(row.steps), CHUNK)
        for edge in box_of(row.steps[at : at + CHUNK])
    ]
    return (
        row.layer,
        row.key,
        row.polygon,
        row.rank,
        row.area,
        *box_of(row.steps),
        _packed(x for x, _ in row.steps),
        _packed(y for _, y in row.steps),
        row.importance,
        _packed(boxes),
    )


def _packed(numbers: Iterable[int]) -> bytes:
    packed = array("i", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()
