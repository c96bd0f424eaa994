"""The forms of export, by name and by suffix: each makes pieces of text of records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from storymap.errors import FormatError
from storymap.gazetteer.exporting import delimited, geojson, geonames, linkedplaces, lptsv
from storymap.gazetteer.records import Record
from storymap.model import Attribution

Writer = Callable[[Iterable[Record], Sequence[Attribution]], Iterator[str]]
"""Makes pieces of text, one at least for every record, of records and attributions."""


class Form(StrEnum):
    """A form that can be written."""

    GEONAMES = "geonames"
    CSV = "csv"
    GEOJSON = "geojson"
    LP_TSV = "lp-tsv"
    LPF = "lpf"


WRITERS: dict[Form, Writer] = {
    Form.GEONAMES: geonames.write,
    Form.CSV: delimited.write,
    Form.GEOJSON: geojson.write,
    Form.LP_TSV: lptsv.write,
    Form.LPF: linkedplaces.write,
}

_SUFFIXES = {
    ".txt": Form.GEONAMES,
    ".csv": Form.CSV,
    ".geojson": Form.GEOJSON,
    ".json": Form.GEOJSON,
    ".tsv": Form.LP_TSV,
    ".lpf.json": Form.LPF,
    ".lpf": Form.LPF,
    ".jsonld": Form.LPF,
}


def form_of(path: Path) -> Form:
    """The form that a file name tells; raises FormatError if it tells none."""
    fitting = [suffix for suffix in _SUFFIXES if path.name.lower().endswith(suffix)]
    if not fitting:
        raise FormatError(
            f"{path}: no form of export has this suffix; there are {', '.join(_SUFFIXES)}."
        )
    return _SUFFIXES[max(fitting, key=len)]
