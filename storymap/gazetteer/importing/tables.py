"""Tables with a heading: comma, semicolon, tab or bar between cells, told by the heading."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from storymap.errors import GazetteerError

if TYPE_CHECKING:
    from _csv import Reader

_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row, and the line it begins on."""

    line: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A heading and what comes under it."""

    headings: Sequence[str]
    rows: Iterator[TableRow]
    """Rows that are not blank; their cells are stripped, and may be fewer or more than headings."""

    def texts(self, row: TableRow, columns: Mapping[str, int]) -> Mapping[str, str]:
        """The cells of a row by the name of their column; a cell that is missing is empty."""
        cells = row.cells
        return {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}

    def misfit(self, row: TableRow) -> str:
        """What is wrong with the number of cells; empty if nothing is."""
        if len(row.cells) <= len(self.headings):
            return ""
        return (
            f"It has {len(row.cells)} cells and the heading {len(self.headings)}: put quotation "
            "marks around text with a delimiter in it."
        )


def read_table(lines: Iterator[str], file: str, *, bare_tabs: bool = False) -> Table:
    """Read a table; raises GazetteerError if it has no heading or quotation marks go wrong.

    With `bare_tabs`, quotation marks mean nothing in a table with tabs.
    """
    heading = next((line for line in lines if line.strip()), "")
    if not heading:
        raise GazetteerError(f"{file} is empty.")
    delimiter = max(_DELIMITERS, key=heading.count)
    is_bare = bare_tabs and delimiter == "\t"
    reader = csv.reader(
        chain((heading,), lines),
        delimiter=delimiter,
        quoting=csv.QUOTE_NONE if is_bare else csv.QUOTE_MINIMAL,
        strict=True,
    )
    rows = _rows(reader, file)
    return Table(next(rows).cells, rows)


def _rows(reader: Reader, file: str) -> Iterator[TableRow]:
    begins = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield TableRow(begins, stripped)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise GazetteerError(
            f"{file}, line {begins}: {error}. Is a quotation mark left open or standing alone?"
        ) from error
