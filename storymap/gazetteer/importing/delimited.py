"""CSV of any making: a column mapper, guesses for the rest, every bad row told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from storymap.gazetteer.importing.columns import columns_of, unused
from storymap.gazetteer.importing.credits import Credits
from storymap.gazetteer.importing.drafts import Draft
from storymap.gazetteer.importing.formulas import restored
from storymap.gazetteer.importing.rows import Rejected, Row, Rows
from storymap.gazetteer.importing.tables import read_table
from storymap.gazetteer.names import fold


def read(
    lines: Iterator[str],
    file: str,
    *,
    mapping: Mapping[str, str],
    source: str,
    credits: Credits,
    remarks: list[str],
) -> Rows:
    """Read a table of places.

    `mapping` gives headings by field of `drafts.FIELDS`; `source` is the key of the source of
    places that name none, and the namespace of their identifiers. To `remarks` goes what the user
    should know of the table as a whole.
    """
    table = read_table(lines, file)
    columns = columns_of(table.headings, mapping, where=file)
    if idle := unused(table.headings, columns):
        remarks.append(f"{file}: not used: {', '.join(idle)}; --map gives a column a field.")
    is_geonames = "id" in columns and fold(table.headings[columns["id"]]) == "geonameid"
    for row in table.rows:
        texts = {name: restored(text) for name, text in table.texts(row, columns).items()}
        if is_geonames and texts["id"].isdecimal():
            texts["id"] = f"gn:{texts['id']}"
        misfit = table.misfit(row)
        record = (misfit,) if misfit else Draft(texts, source).record()
        if isinstance(record, tuple):
            yield Rejected(file, row.line, record)
        else:
            credits.add_fields(texts)
            yield Row(record, file, row.line, bool(texts.get("id")))
