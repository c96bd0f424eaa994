"""Writing the tab-separated tables: UTF-8, one header line, sorted rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table with its rows in order; None becomes an empty field."""
    lines = sorted("\t".join("" if v is None else str(v) for v in row) for row in rows)
    path.write_text("\n".join(["\t".join(header), *lines, ""]), encoding="utf-8")
    print(f"{path.name}: {len(lines)} rows, {path.stat().st_size / 1e6:.2f} MB")
