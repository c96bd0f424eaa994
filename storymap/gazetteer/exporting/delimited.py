"""CSV that a spreadsheet opens and storymap reads again without loss.

Every row names its source, licence and attribution, so that rows copied elsewhere keep them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from storymap.gazetteer.importing.aliases import write_aliases
from storymap.gazetteer.importing.formulas import neutralised
from storymap.gazetteer.records import Record
from storymap.model import Attribution, NameKind, Place, PlaceName, Precision

COLUMNS = (
    "id", "name", "lat", "lon", "feature_class", "feature_code", "country", "admin1", "admin2",
    "population", "aliases", "precision", "radius_km", "south", "west", "north", "east",
    "countries", "parents", "note", "links", "since", "until", "source", "attribution", "licence",
    "attribution_url",
)  # fmt: skip


def write(records: Iterable[Record], attributions: Sequence[Attribution]) -> Iterator[str]:
    """The heading, then a row for every record."""
    said = {attribution.source: attribution for attribution in attributions}
    yield _row(COLUMNS)
    for record in records:
        yield _row(_cells(record, said))


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cells(record: Record, said: Mapping[str, Attribution]) -> Iterator[str]:
    place = record.place
    credit = said.get(place.source)
    yield neutralised(place.id)
    yield neutralised(place.name)
    yield from (repr(place.lat), repr(place.lon), place.feature_class, place.feature_code)
    yield from (place.country, place.admin1, place.admin2, str(place.population))
    yield neutralised(write_aliases(other_names(record)))
    yield "" if place.precision is Precision.EXACT else place.precision.value
    yield repr(place.radius_km) if place.radius_km else ""
    yield from edges(place)
    yield " ".join(place.countries)
    yield from map(neutralised, (" ".join(record.parents), record.note, " ".join(record.links)))
    yield from (neutralised(record.since), neutralised(record.until))
    told = (credit.text, credit.licence, credit.url) if credit else ("", "", "")
    yield from map(neutralised, (place.source, *told))


def other_names(record: Record) -> list[PlaceName]:
    """All names but the main one, and that too if it has a language or a kind of its own."""
    main = PlaceName(record.place.name, kind=NameKind.OFFICIAL)
    return [name for name in record.names if name != main]


def edges(place: Place) -> Sequence[str]:
    """South, west, north and east; empty for a place without an extent."""
    extent = place.extent
    if extent is None:
        return ("",) * 4
    return tuple(map(repr, (extent.south, extent.west, extent.north, extent.east)))
