"""Writing and reading the tab-separated tables: UTF-8, one header line, sorted rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table with its rows in order; None becomes an empty field."""
    lines = sorted("\t".join("" if v is None else str(v) for v in row) for row in rows)
    path.write_text("\n".join(["\t".join(header), *lines, ""]), encoding="utf-8")
    print(f"{path.name}: {len(lines)} rows, {path.stat().st_size / 1e6:.2f} MB")


def read_rows(path: Path, separator: str = "\t") -> Iterator[list[str]]:
    """The fields of every line that is not a comment or empty."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split(separator)
