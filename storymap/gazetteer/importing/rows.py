"""What reading a source yields: records, each with where it stood, and rows that are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from storymap.gazetteer.records import Record


class Row(NamedTuple):
    """A record that was read, and where it stood."""

    record: Record
    file: str
    line: int
    """Counted from 1; where the row begins."""
    has_own_id: bool = True
    """False if the source gives no identifier and one was made of the name."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot become a place, with everything that is wrong with it."""

    file: str
    line: int
    problems: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {' '.join(self.problems)}"


Rows = Iterator[Row | Rejected]
