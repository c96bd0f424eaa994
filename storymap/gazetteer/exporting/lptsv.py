"""LP-TSV, the World Historical Gazetteer's table: a row for every place.

It has room for names with languages but not for their kinds, for no population and no radius.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from storymap.gazetteer.importing.aliases import write_aliases
from storymap.gazetteer.importing.formulas import neutralised
from storymap.gazetteer.records import Record
from storymap.model import Attribution, Extent, NameKind, PlaceName

COLUMNS = (
    "id", "title", "title_source", "fclasses", "title_uri", "ccodes", "variants", "types",
    "parent_id", "lon", "lat", "geowkt", "geo_source", "start", "end", "matches", "description",
)  # fmt: skip


def write(records: Iterable[Record], attributions: Sequence[Attribution]) -> Iterator[str]:
    """The heading, then a row for every record."""
    said = {attribution.source: attribution for attribution in attributions}
    yield "\t".join(COLUMNS) + "\n"
    for record in records:
        yield "\t".join(map(_cell, _cells(record, said))) + "\n"


def _cell(text: str) -> str:
    """The text without what ends a cell; the form knows no quotation marks."""
    return " ".join(text.split())


def _cells(record: Record, said: Mapping[str, Attribution]) -> Iterator[str]:
    place = record.place
    credit = _credit(place.source, said)
    yield neutralised(place.id)
    yield neutralised(place.name)
    yield from (neutralised(credit), place.feature_class, "")
    yield ";".join(place.countries or filter(None, (place.country,)))
    yield neutralised(write_aliases(_variants(record)))
    yield ".".join(filter(None, (place.feature_class, place.feature_code)))
    yield neutralised(record.parents[0]) if record.parents else ""
    yield from (repr(place.lon), repr(place.lat))
    yield _wkt(place.extent) if place.extent else ""
    yield neutralised(credit)
    yield from (neutralised(record.since), neutralised(record.until))
    yield from map(neutralised, (";".join(record.links), record.note))


def _credit(source: str, said: Mapping[str, Attribution]) -> str:
    """The source with what it asks for, in a cell."""
    credit = said.get(source)
    return f"{credit.text} ({credit.licence})" if credit and credit.licence else source


def _variants(record: Record) -> list[PlaceName]:
    named = [n for n in record.names if n.text != record.place.name or n.language]
    return [PlaceName(n.text, n.language, NameKind.ALTERNATE) for n in named]


def _wkt(extent: Extent) -> str:
    """The box as a polygon; where it crosses the antimeridian, as one on either side."""
    if extent.west <= extent.east:
        return f"POLYGON ({_ring(extent)})"
    west = Extent(extent.south, extent.west, extent.north, 180.0)
    east = Extent(extent.south, -180.0, extent.north, extent.east)
    return f"MULTIPOLYGON (({_ring(west)}), ({_ring(east)}))"


def _ring(e: Extent) -> str:
    corners = ((e.west, e.south), (e.east, e.south), (e.east, e.north), (e.west, e.north))
    return f"({', '.join(f'{lon!r} {lat!r}' for lon, lat in (*corners, corners[0]))})"
