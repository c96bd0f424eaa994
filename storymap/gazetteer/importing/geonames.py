"""GeoNames' main table: nineteen columns, tabs between them, no heading.

The readme beside GeoNames' dumps describes the columns. In the first one, an identifier with a
namespace may stand instead of GeoNames' number: so storymap writes it for places of others. The
table is read some ten million rows at a time, so this module takes the short way where a row is
plainly right and asks the checks of every other import only where it is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Protocol

from storymap.gazetteer.checking import FEATURE_CLASSES, MAX_LAT, MAX_LON, Severity, problems_of
from storymap.gazetteer.importing.rows import Rejected, Row, Rows
from storymap.gazetteer.names import fold
from storymap.gazetteer.records import Record
from storymap.gazetteer.writing import Source
from storymap.model import Attribution, NameKind, Place, PlaceName, Precision

COLUMNS = 19
SOURCE = Source(
    Attribution(
        "geonames",
        "Places and names from GeoNames (geonames.org), adapted",
        "CC BY 4.0",
        "https://www.geonames.org/",
    )
)
"""The credit that GeoNames asks for."""

_CODE = re.compile(r"[A-Z]{2,4}|[A-Z]{4}\d+")
"""Codes of airports, stations and the like, which GeoNames lists among the names."""
_ODD = re.compile(r"(?:^|,)(?:[A-Z]{2}|https?:)")
_EXACT = Precision.EXACT
_PRECISIONS = {"A": Precision.AREA, "L": Precision.AREA}
"""The feature classes whose point is the middle of something larger."""


class Additions(Protocol):
    """What GeoNames' other tables say of the places of the main one."""

    def names_of(self, number: str) -> tuple[PlaceName, ...]:
        """Names, with language and kind, by GeoNames' number; empty if there are none."""
        ...

    def completed(self, place: Place, number: str) -> Place:
        """The place with what the table of parents says of it."""
        ...


def read(
    lines: Iterable[str],
    file: str,
    *,
    additions: Additions | None = None,
    countries: Collection[str] = (),
) -> Rows:
    """Read the lines of a main table; with `countries`, the places of these alone."""
    for number, line in enumerate(lines, start=1):
        cells = line.split("\t")
        if len(cells) != COLUMNS:
            if line.strip() and not line.startswith("#"):
                yield Rejected(file, number, (_miscounted(len(cells)),))
        elif number == 1 and cells[4] == "latitude":
            continue
        elif not countries or cells[8] in countries:
            record = _record(cells, additions)
            if isinstance(record, Record):
                yield Row(record, file, number)
            else:
                yield Rejected(file, number, record)


def _miscounted(count: int) -> str:
    return f"It has {count} columns; a line of GeoNames' main table has {COLUMNS}, tabs between."


def _record(cells: list[str], additions: Additions | None) -> Record | tuple[str, ...]:
    """The record of a line, or what is wrong with it."""
    number, name, plain, others, lat, lon, feature_class, feature_code, country = cells[:9]
    try:
        place = Place(
            f"gn:{number}" if number.isdecimal() else number,
            name,
            float(lat),
            float(lon),
            feature_class,
            feature_code,
            country,
            cells[10],
            cells[11],
            int(cells[14] or 0),
            precision=_PRECISIONS.get(feature_class, _EXACT),
            countries=tuple(cells[9].split(",")) if cells[9] and not country else (),
            source="geonames" if number.isdecimal() else number.partition(":")[0],
        )
    except ValueError:
        return tuple(_unreadable(lat, lon, cells[14]))
    known = additions.names_of(number) if additions else ()
    place = additions.completed(place, number) if additions else place
    record = Record(place, _names(name, plain, others, known))
    if others.isprintable() and _is_plainly_right(place, number):
        return record
    return _checked(record)


def _names(
    name: str, plain: str, others: str, known: tuple[PlaceName, ...]
) -> tuple[PlaceName, ...]:
    """All names beside the main one; the untyped ones only where no typed ones are known."""
    names = known or _untyped(others)
    if plain == name or not plain or _is_bare(plain, name):
        return names
    return (*names, PlaceName(plain))


def _is_bare(plain: str, name: str) -> bool:
    """Whether a name in ASCII is the other without its accents, so that both have one key."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return bare == plain or fold(plain) == fold(name)


def _untyped(others: str) -> tuple[PlaceName, ...]:
    """The names in a cell with commas between; links are left out and codes are told apart."""
    if not others:
        return ()
    texts = others.split(",")
    if not _ODD.search(others):
        return tuple([PlaceName(text) for text in texts])
    named = (text for text in texts if not text.lower().startswith(("http:", "https:")))
    return tuple(PlaceName(text, kind=_kind(text)) for text in named)


def _kind(text: str) -> NameKind:
    return NameKind.CODE if _CODE.fullmatch(text) else NameKind.ALTERNATE


def _is_plainly_right(place: Place, number: str) -> bool:
    """Whether nothing can be wrong with a place; False only means that it has to be looked at."""
    name = place.name
    return (
        number.isdecimal()
        and name[:1].isalnum()
        and name.isprintable()
        and -MAX_LAT <= place.lat <= MAX_LAT
        and -MAX_LON <= place.lon <= MAX_LON
        and place.feature_class in FEATURE_CLASSES
        and place.feature_code.isalnum()
        and (len(place.country) == 2 or not place.country)  # noqa: PLR2004
        and place.population >= 0
    )


def _checked(record: Record) -> Record | tuple[str, ...]:
    found = (str(p) for p in problems_of(record) if p.severity is Severity.ERROR)
    return tuple(found) or record


def _unreadable(lat: str, lon: str, population: str) -> Iterable[str]:
    for field, text, kind in (
        ("lat", lat, float),
        ("lon", lon, float),
        ("population", population, int),
    ):
        try:
            kind(text or (0 if kind is int else text))
        except ValueError:
            yield f'{field}: "{text}" is no number.'
