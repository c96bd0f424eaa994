"""No place twice: which identifiers an import has had, in little memory.

GeoNames' numbers are bits of one array, so that ten million of them take two megabytes; other
identifiers wait in a temporary file.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from storymap.gazetteer.importing.rows import Rejected, Row, Rows

_GEONAMES_ID = re.compile(r"gn:(0|[1-9][0-9]{0,8})").fullmatch
"""GeoNames has some 13 million; the bits of nine digits take 125 MB at most."""


class Identities:
    """The identifiers met so far."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._bits = bytearray()
        self._database = database
        database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;"
            "CREATE TABLE met (id TEXT PRIMARY KEY, line INTEGER, position TEXT) WITHOUT ROWID;"
            "BEGIN;"
        )

    def __contains__(self, place_id: str) -> bool:
        number = _number(place_id)
        if number is not None:
            return self._has_bit(number)
        return self._line_of(place_id) is not None

    def admitted(self, rows: Rows) -> Rows:
        """The rows; one whose place was there before is rejected.

        Places without an identifier of their own are numbered where they share a name.
        """
        for row in rows:
            if not isinstance(row, Row):
                yield row
            elif match := _GEONAMES_ID(row.record.place.id):
                yield self._admit_number(row, int(match[1]))
            else:
                yield self._admit(row)

    def _admit_number(self, row: Row, number: int) -> Row | Rejected:
        at, bit = number >> 3, 1 << (number & 7)
        if at >= len(self._bits):
            self._bits.extend(bytes(max(at + 1 - len(self._bits), len(self._bits))))
        if self._bits[at] & bit:
            return _again(row, "an earlier row")
        self._bits[at] |= bit
        return row

    def _admit(self, row: Row) -> Row | Rejected:
        place = row.record.place
        position = f"{place.lat:.5f} {place.lon:.5f}"
        line = self._line_of(place.id)
        if line is not None and row.has_own_id:
            return _again(row, f"line {line}")
        count = 1
        while line is not None:
            if self._position_of(place.id) == position:
                what = f"{place.name} is in line {line} already, at the same position."
                return Rejected(row.file, row.line, (what,))
            count += 1
            place = replace(place, id=f"{row.record.place.id}-{count}")
            line = self._line_of(place.id)
        insert = "INSERT INTO met VALUES (?, ?, ?)"
        self._database.execute(insert, (place.id, row.line, position))
        return row if count == 1 else row._replace(record=replace(row.record, place=place))

    def _has_bit(self, number: int) -> bool:
        at = number >> 3
        return at < len(self._bits) and bool(self._bits[at] >> (number & 7) & 1)

    def _line_of(self, place_id: str) -> int | None:
        query = "SELECT line FROM met WHERE id = ?"
        row = self._database.execute(query, (place_id,)).fetchone()
        return row[0] if row else None

    def _position_of(self, place_id: str) -> str:
        query = "SELECT position FROM met WHERE id = ?"
        return str(self._database.execute(query, (place_id,)).fetchone()[0])


def _number(place_id: str) -> int | None:
    """GeoNames' number, where it may stand in the array of bits."""
    match = _GEONAMES_ID(place_id)
    return int(match[1]) if match else None


def _again(row: Row, where: str) -> Rejected:
    what = f"id: {row.record.place.id} was given in {where} already."
    return Rejected(row.file, row.line, (what,))


@contextmanager
def open_identities() -> Iterator[Identities]:
    """None met yet; what is remembered goes when the block is left."""
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        yield Identities(database)
