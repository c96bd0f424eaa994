"""Pleiades' table of ancient places (pleiades-places.csv)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from storymap.gazetteer.importing.drafts import Draft
from storymap.gazetteer.importing.rows import Rejected, Row, Rows
from storymap.gazetteer.importing.tables import read_table
from storymap.gazetteer.importing.types import read_type
from storymap.gazetteer.writing import Source
from storymap.model import Attribution, Extent, PlaceName

SOURCE = Source(
    Attribution(
        "pleiades",
        "Pleiades: a gazetteer of past places, its contributors and their institutions",
        "CC BY 3.0",
        "https://pleiades.stoa.org/",
    )
)
"""The credit that Pleiades asks for."""

_ANCIENT_SITE = "S.ANS"
_KM_PER_DEGREE = 111.2
"""Along a meridian of a sphere with a radius of 6371 km."""
_SMALLEST_RADIUS_KM = 1.0


def read(lines: Iterator[str], file: str) -> Rows:
    """Read the table; a place that Pleiades locates roughly becomes approximate."""
    table = read_table(lines, file)
    columns = {heading: at for at, heading in enumerate(table.headings)}
    for row in table.rows:
        cells = table.texts(row, columns)
        misfit = table.misfit(row)
        record = (misfit,) if misfit else _draft(cells).record()
        if isinstance(record, tuple):
            yield Rejected(file, row.line, record)
        else:
            yield Row(record, file, row.line)


def _draft(cells: Mapping[str, str]) -> Draft:
    main, *others = [part.strip() for part in cells.get("title", "").split("/")]
    extent = _extent(cells.get("bbox", ""))
    is_rough = cells.get("locationPrecision", "") == "rough" and extent is not None
    texts = {
        "id": cells.get("id", "") or cells.get("path", "").rpartition("/")[2],
        "name": main,
        "lat": cells.get("reprLat", ""),
        "lon": cells.get("reprLong", ""),
        "type": _type(cells.get("featureTypes", "")),
        "note": cells.get("description", ""),
        "since": _year(cells.get("minDate", "")),
        "until": _year(cells.get("maxDate", "")),
        "precision": "approximate" if is_rough else "",
        "radius_km": _radius_km(extent) if extent and is_rough else "",
    }
    names = tuple(PlaceName(text) for text in others if text)
    is_wide = extent and (extent.south, extent.west) != (extent.north, extent.east)
    return Draft(texts, SOURCE.attribution.source, extent=extent if is_wide else None, names=names)


def _extent(text: str) -> Extent | None:
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        return None
    return Extent(south, west, north, east)


def _radius_km(extent: Extent) -> str:
    """Half the height of the box, which is a square of the map on which it was found."""
    return f"{max((extent.north - extent.south) / 2 * _KM_PER_DEGREE, _SMALLEST_RADIUS_KM):.1f}"


def _type(text: str) -> str:
    words = (re.sub(r"-\d+$", "", word.strip()) for word in text.split(","))
    return next((word for word in words if word and read_type(word)), _ANCIENT_SITE)


def _year(text: str) -> str:
    """A year as ISO 8601 wants it: four digits at least; empty if it is none."""
    try:
        year = int(float(text))
    except ValueError:
        return ""
    return f"{'-' if year < 0 else ''}{abs(year):04}"
