"""Telling the form of a file by its name and its first lines."""

from __future__ import annotations

import re
from enum import StrEnum

from storymap.errors import GazetteerError
from storymap.gazetteer.importing.opening import CHUNK, SourceFile, chunks
from storymap.gazetteer.names import fold


class Form(StrEnum):
    """A form that can be imported."""

    GEONAMES = "geonames"
    GEONAMES_NAMES = "geonames-names"
    GEONAMES_DIVISIONS = "geonames-divisions"
    GEONAMES_HIERARCHY = "geonames-hierarchy"
    CSV = "csv"
    PLEIADES = "pleiades"
    LP_TSV = "lp-tsv"
    GEOJSON = "geojson"
    LPF = "lpf"


ADDITIONS = (Form.GEONAMES_NAMES, Form.GEONAMES_DIVISIONS, Form.GEONAMES_HIERARCHY)
"""Forms that only say more of the places of GeoNames' main table."""

_GEONAMES_LINES = {
    Form.GEONAMES: re.compile(
        r"(\d+|[^\s:]+:\S+)\t[^\t]+(\t[^\t]*){2}(\t-?\d+(\.\d+)?){2}(\t[^\t]*){13}"
    ),
    Form.GEONAMES_NAMES: re.compile(r"\d+\t\d+\t[\w-]*\t[^\t]+(\t[^\t]*){0,6}"),
    Form.GEONAMES_DIVISIONS: re.compile(r"[A-Z]{2}(\.[^.\t]+){1,2}\t[^\t]*\t[^\t]*\t\d+"),
    Form.GEONAMES_HIERARCHY: re.compile(r"\d+\t\d+(\t\w*)?"),
}
_HEADINGS = {
    Form.LP_TSV: {"titlesource", "aattypes", "fclasses", "ccodes", "geowkt"},
    Form.PLEIADES: {"reprlat", "reprlatlong", "timeperiodskeys", "pleiadesid"},
}
_LINKED_PLACES = re.compile(r'"toponym"\s*:|linkedplaces|linked-traces|"fclasses"\s*:')


def form_of(source: SourceFile, *, encoding: str = "") -> Form:
    """The form that a file has; raises GazetteerError if it cannot be told."""
    start = _start(source, encoding)
    if not start.strip():
        raise GazetteerError(f"{source.label} is empty.")
    if start.lstrip("\ufeff\x1e \t\r\n").startswith("{"):
        return Form.LPF if _LINKED_PLACES.search(start) else Form.GEOJSON
    first = next(filter(str.strip, start.splitlines())).rstrip("\r\n")
    for form, pattern in _GEONAMES_LINES.items():
        if pattern.fullmatch(first):
            return form
    if first.startswith("geonameid\t"):
        return Form.GEONAMES
    return _headed(source, first)


def _start(source: SourceFile, encoding: str) -> str:
    """Enough of a file to tell its form."""
    start = ""
    for piece in chunks(source, encoding=encoding):
        start += piece
        if len(start) >= CHUNK:
            break
    return start


def _headed(source: SourceFile, first: str) -> Form:
    headings = {fold(cell) for cell in re.split(r"[,;\t|]", first)}
    for form, telling in _HEADINGS.items():
        if headings & telling:
            return form
    if len(headings) > 1:
        return Form.CSV
    raise GazetteerError(
        f'{source.label}: its form cannot be told from "{first[:60]}". Name it with --form: '
        f"{', '.join(Form)}."
    )
