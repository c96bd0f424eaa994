"""LP-TSV: the World Historical Gazetteer's table for contributions, with tabs or commas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from storymap.errors import GazetteerError
from storymap.gazetteer.importing.drafts import Draft, place_id
from storymap.gazetteer.importing.formulas import restored
from storymap.gazetteer.importing.geometry import Shape, shape_of_wkt
from storymap.gazetteer.importing.rows import Rejected, Row, Rows
from storymap.gazetteer.importing.tables import read_table
from storymap.gazetteer.importing.types import read_type

REQUIRED = ("id", "title")


def read(lines: Iterator[str], file: str, *, source: str) -> Rows:
    """Read a table of LP-TSV; its columns are told by their names."""
    table = read_table(lines, file, bare_tabs=True)
    columns = {heading.lower(): at for at, heading in enumerate(table.headings)}
    if missing := [name for name in REQUIRED if name not in columns]:
        raise GazetteerError(f"{file} has no column {' and '.join(missing)}, so it is no LP-TSV.")
    for row in table.rows:
        texts = {name: restored(text) for name, text in table.texts(row, columns).items()}
        misfit = table.misfit(row)
        record = (misfit,) if misfit else _draft(texts, source).record()
        if isinstance(record, tuple):
            yield Rejected(file, row.line, record)
        else:
            yield Row(record, file, row.line, bool(texts["id"]))


def _draft(cells: Mapping[str, str], source: str) -> Draft:
    shape, has_point = _shape(cells), bool(cells.get("lat") and cells.get("lon"))
    codes = _listed(cells, "ccodes")
    texts = {
        "id": cells["id"],
        "name": cells["title"],
        "lat": cells.get("lat", ""),
        "lon": cells.get("lon", ""),
        "aliases": cells.get("variants", ""),
        "type": _type(cells),
        "country": codes[0] if len(codes) == 1 else "",
        "countries": " ".join(codes) if len(codes) > 1 else "",
        "since": _year(cells.get("start", "")),
        "until": _year(cells.get("end", "")),
        "parents": place_id(cells["parent_id"], source) if cells.get("parent_id") else "",
        "note": cells.get("description", ""),
        "links": " ".join(link for link in _listed(cells, "matches") if link.startswith("http")),
    }
    return Draft(
        texts,
        source,
        position=shape.position if isinstance(shape, Shape) and not has_point else None,
        extent=shape.extent if isinstance(shape, Shape) else None,
        problems=[shape] if isinstance(shape, str) else [],
    )


def _shape(cells: Mapping[str, str]) -> Shape | str | None:
    return shape_of_wkt(cells["geowkt"]) if cells.get("geowkt") else None


def _listed(cells: Mapping[str, str], name: str) -> list[str]:
    return [part.strip() for part in cells.get(name, "").split(";") if part.strip()]


def _type(cells: Mapping[str, str]) -> str:
    """The first type that is known, of the most exact column that has one."""
    given = chain.from_iterable(_listed(cells, name) for name in ("types", "aat_types", "fclasses"))
    listed = list(given)
    return next(filter(read_type, listed), listed[0] if listed else "")


def _year(text: str) -> str:
    """A date with a year of four digits, as ISO 8601 wants it."""
    return re.sub(r"^(-?)(\d{1,3})(?=-|$)", lambda m: f"{m[1]}{m[2]:0>4}", text)
