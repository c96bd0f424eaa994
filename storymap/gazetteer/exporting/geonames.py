"""GeoNames' main table: nineteen columns, tabs between them, no heading.

It has room for one list of names without languages and kinds, for no extent, no radius and no
attribution. Places that GeoNames does not number keep their identifier in the first column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from storymap.gazetteer.names import fold
from storymap.gazetteer.records import Record
from storymap.model import Attribution


def write(records: Iterable[Record], attributions: Sequence[Attribution]) -> Iterator[str]:
    """A line for every record."""
    for record in records:
        yield "\t".join(map(_plain, _cells(record))) + "\n"


def _cells(record: Record) -> Iterator[str]:
    place = record.place
    others = [n.text for n in record.names if n.text != place.name and "," not in n.text]
    yield place.id.removeprefix("gn:")
    yield place.name
    yield _ascii(record)
    yield ",".join(others)
    yield repr(place.lat)
    yield repr(place.lon)
    yield from (place.feature_class, place.feature_code, place.country)
    yield ",".join(code for code in place.countries if code != place.country)
    yield from (place.admin1, place.admin2, "", "")
    yield str(place.population)
    yield from ("", "", "", "")


def _ascii(record: Record) -> str:
    """The main name in ASCII, if one of the names is."""
    key = fold(record.place.name)
    alike = (n.text for n in record.names if n.text.isascii() and fold(n.text) == key)
    return record.place.name if record.place.name.isascii() else next(alike, "")


def _plain(cell: str) -> str:
    return " ".join(cell.split()) if any(c in cell for c in "\t\r\n") else cell
