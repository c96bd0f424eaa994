"""GeoNames' other tables: alternate names, codes of divisions, and what lies in what.

They come in an order of their own, so they wait in a temporary file to be asked place by place;
memory stays the same whatever their size.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from storymap.gazetteer.importing.rows import Rejected
from storymap.model import NameKind, Place, PlaceName

NOT_NAMES = frozenset(
    "link post wkdt unlc iata icao faac tcid uicn nuts phon gtid".split()  # noqa: SIM905
)
"""Pseudo-languages of alternateNamesV2 under which stand links and codes that no text uses."""

_MOST_STEPS = 12
"""How far up to look for a division; GeoNames' hierarchy is some eight deep."""

_TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF;
PRAGMA cache_size = -32768;
CREATE TABLE name (place INTEGER, text TEXT, language TEXT, kind TEXT);
CREATE TABLE division (place INTEGER PRIMARY KEY, country TEXT, admin1 TEXT, admin2 TEXT);
CREATE TABLE part (child INTEGER, parent INTEGER, PRIMARY KEY (child, parent)) WITHOUT ROWID;
BEGIN;
"""


class Tables:
    """What the other tables say; it fits `geonames.Additions`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.executescript(_TABLES)

    def add_names(self, lines: Iterable[str], file: str) -> Iterator[Rejected]:
        """Take in alternateNamesV2, or the part of it for one country."""
        for number, line in enumerate(lines, start=1):
            cells = line.rstrip("\r\n").split("\t")
            if not (len(cells) in _NAME_COLUMNS and cells[1].isdecimal()):
                yield Rejected(file, number, ("It is no line of GeoNames' alternate names.",))
            elif name := _typed(cells):
                self._add_name(int(cells[1]), name)

    def add_divisions(self, lines: Iterable[str], file: str) -> Iterator[Rejected]:
        """Take in admin1CodesASCII or admin2Codes."""
        for number, line in enumerate(lines, start=1):
            codes, _, rest = line.rstrip("\r\n").partition("\t")
            cells, parts = rest.split("\t"), codes.split(".")
            if len(cells) != 3 or len(parts) not in (2, 3) or not cells[2].isdecimal():  # noqa: PLR2004
                yield Rejected(file, number, ("It is no line of GeoNames' codes of divisions.",))
                continue
            country, admin1, admin2 = (*parts, "")[:3]
            row = (int(cells[2]), country, admin1, admin2)
            self._database.execute("INSERT OR REPLACE INTO division VALUES (?, ?, ?, ?)", row)
            self._add_name(int(cells[2]), PlaceName(cells[0]))

    def add_hierarchy(self, lines: Iterable[str], file: str) -> Iterator[Rejected]:
        """Take in hierarchy.txt."""
        for number, line in enumerate(lines, start=1):
            parent, _, rest = line.rstrip("\r\n").partition("\t")
            child = rest.partition("\t")[0]
            if not (parent.isdecimal() and child.isdecimal()):
                yield Rejected(file, number, ("It is no line of GeoNames' hierarchy.",))
                continue
            row = (int(child), int(parent))
            self._database.execute("INSERT OR IGNORE INTO part VALUES (?, ?)", row)

    def _add_name(self, place: int, name: PlaceName) -> None:
        row = (place, name.text, name.language, name.kind.value)
        self._database.execute("INSERT INTO name VALUES (?, ?, ?, ?)", row)

    def settle(self) -> None:
        """Call once all is taken in, before asking."""
        self._database.execute("CREATE INDEX name_by_place ON name (place)")

    def names_of(self, number: str) -> tuple[PlaceName, ...]:
        """Names, with language and kind, by GeoNames' number; empty if there are none."""
        query = "SELECT text, language, kind FROM name WHERE place = ? ORDER BY rowid"
        rows = self._database.execute(query, (number,)).fetchall()
        return tuple(PlaceName(text, language, NameKind(kind)) for text, language, kind in rows)

    def completed(self, place: Place, number: str) -> Place:
        """The place with the codes of the division above it, if it has none of its own."""
        if place.admin1 not in ("", "00") or not place.country or place.feature_class == "A":
            return place
        for country, admin1, admin2 in self._divisions_above(number):
            if country == place.country:
                return replace(place, admin1=admin1, admin2=place.admin2 or admin2)
        return place

    def _divisions_above(self, number: str) -> list[tuple[str, str, str]]:
        """Codes of the divisions that contain a place, the nearest first."""
        return self._database.execute(_ABOVE, (number, _MOST_STEPS)).fetchall()


_NAME_COLUMNS = range(4, 11)

_ABOVE = """
    WITH RECURSIVE above(place, steps) AS (
        SELECT parent, 1 FROM part WHERE child = ?
        UNION SELECT parent, steps + 1 FROM above JOIN part ON child = place WHERE steps < ?
    )
    SELECT country, admin1, admin2 FROM above JOIN division USING (place) ORDER BY steps, place
"""

_LANGUAGE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_PRETEND_LANGUAGES = {"piny": "zh-Latn-pinyin", "fr_1793": "fr"}


def _typed(cells: list[str]) -> PlaceName | None:
    """The name that a line of alternateNamesV2 tells; None if it tells something else."""
    language, text = cells[2], cells[3].strip()
    if not text or language in NOT_NAMES:
        return None
    kind = NameKind.CODE if language == "abbr" else _kind([*cells[4:], *[""] * 6], language)
    language = _PRETEND_LANGUAGES.get(language, language)
    known = _LANGUAGE.fullmatch(language)
    return PlaceName(text, language.replace("_", "-") if known else "", kind)


def _kind(flags: list[str], language: str) -> NameKind:
    preferred, short, colloquial, historic, _, until = flags[:6]
    if historic == "1" or until or language == "fr_1793":
        return NameKind.HISTORIC
    if colloquial == "1":
        return NameKind.COLLOQUIAL
    if short == "1":
        return NameKind.SHORT
    return NameKind.OFFICIAL if preferred == "1" else NameKind.ALTERNATE


@contextmanager
def open_tables() -> Iterator[Tables]:
    """Empty tables in a temporary file that goes when the block is left."""
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        yield Tables(database)
