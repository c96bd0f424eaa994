"""Writing a gazetteer file: places and names go in, in any order, and a finished file comes out.

The file is the same, byte for byte, whatever the order in which its places were added.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from storymap.errors import GazetteerError
from storymap.gazetteer import schema
from storymap.gazetteer.names import fold
from storymap.model import Attribution, NameKind, Place, PlaceName, Precision

PREFERENCE = (
    NameKind.OFFICIAL,
    NameKind.SHORT,
    NameKind.DEMONYM,
    NameKind.CODE,
    NameKind.ALTERNATE,
    NameKind.COLLOQUIAL,
    NameKind.HISTORIC,
)
"""Which of the names that share a key and a place is shown; the main name goes before all."""

_KIND_NUMBERS = {kind: number for number, kind in enumerate(schema.NAME_KINDS)}

_STAGING = """
CREATE TEMP TABLE staged_place AS SELECT * FROM place;
CREATE TEMP TABLE staged_name AS SELECT * FROM name;
CREATE TEMP TABLE staged_key AS SELECT * FROM name_key;
"""

# Staged rows carry the number of their place in the order of arrival; here it becomes final.
_SETTLING = """
CREATE UNIQUE INDEX temp.staged_by_id ON staged_place (id);
CREATE TEMP TABLE renumbered AS
    SELECT number AS staged, row_number() OVER (ORDER BY population DESC, id) AS final
    FROM staged_place;
CREATE UNIQUE INDEX temp.renumbered_by_staged ON renumbered (staged);
UPDATE staged_place SET number = (SELECT final FROM renumbered WHERE staged = number);
INSERT INTO place SELECT * FROM staged_place ORDER BY number;
INSERT INTO name
    SELECT final, number, text, language, kind
    FROM staged_name JOIN renumbered ON staged = place ORDER BY 1, 2;
INSERT INTO name_key
    SELECT key, final, name FROM staged_key JOIN renumbered ON staged = place ORDER BY 1, 2;
"""

_SUMMARISING = f"""
INSERT INTO key_profile SELECT {schema.PROFILE_COLUMNS}
    FROM name_key {schema.PROFILE_JOINS}
    GROUP BY name_key.key HAVING count(*) > 1 ORDER BY name_key.key;
INSERT OR IGNORE INTO container
    SELECT country, '', number, name FROM place
    WHERE country <> '' AND {schema.IS_COUNTRY} ORDER BY number;
INSERT OR IGNORE INTO container
    SELECT country, admin1, number, name FROM place
    WHERE country <> '' AND admin1 <> '' AND feature_code = 'ADM1' ORDER BY number;
"""  # noqa: S608 (made of constants)


@dataclass(frozen=True, slots=True)
class Source:
    """Where records come from: its attribution, which edition, and the digest of what was read."""

    attribution: Attribution
    version: str = ""
    sha256: str = ""


class GazetteerWriter:
    """Writes a gazetteer file as a whole; leaving the `with` block normally puts it in place.

    Until then, and for good if the block is left by an error, whatever stood there stays.
    """

    def __init__(self, path: Path, *, version: str) -> None:
        self._path = path
        self._draft = path.with_name(f"{path.name}.{os.getpid()}.part")
        self._version = version
        self._count = 0

    def __enter__(self) -> GazetteerWriter:
        self._draft.unlink(missing_ok=True)
        self._database = sqlite3.connect(self._draft, isolation_level=None)
        self._database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        self._database.executescript(schema.TABLES + _STAGING)
        self._database.execute("BEGIN")
        self._database.execute("INSERT INTO gazetteer VALUES (?)", (self._version,))
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._finish()
        finally:
            self._database.close()
            self._draft.unlink(missing_ok=True)

    def add_source(self, source: Source) -> None:
        """Add the credit of a source; the key of its attribution is the places' `source`."""
        said = source.attribution
        row = (said.source, source.version, said.licence, said.url, said.text, source.sha256)
        self._database.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)", row)

    def add(self, place: Place, names: Iterable[PlaceName] = ()) -> None:
        """Add a place under its main name and these others; `place.within` is not stored.

        The main name may be among the others, to give its language and kind.
        """
        number = self._count = self._count + 1
        kept = _in_order(place.name, names)
        self._database.execute(_INSERT_PLACE, _place_row(number, place))
        self._database.executemany(_INSERT_NAME, _name_rows(number, kept))
        self._database.executemany(_INSERT_KEY, _key_rows(number, kept))

    def _finish(self) -> None:
        try:
            self._database.executescript(_SETTLING + _SUMMARISING + schema.INDEXES)
        except sqlite3.IntegrityError as error:
            raise GazetteerError(f"{self._path}: two places have the same id ({error}).") from error
        self._database.executescript(
            f"PRAGMA application_id = {schema.APPLICATION_ID};"
            f"PRAGMA user_version = {schema.SCHEMA_VERSION}; VACUUM; ANALYZE;"
        )
        self._database.close()
        os.replace(self._draft, self._path)


_INSERT_PLACE = f"INSERT INTO temp.staged_place VALUES ({', '.join('?' * 19)})"  # noqa: S608
_INSERT_NAME = "INSERT INTO temp.staged_name VALUES (?, ?, ?, ?, ?)"
_INSERT_KEY = "INSERT INTO temp.staged_key VALUES (?, ?, ?)"


def _in_order(main: str, names: Iterable[PlaceName]) -> Sequence[PlaceName]:
    """Each text once, the main name first, then the names more worth showing."""
    ranked = sorted((n for n in names if n.text), key=_rank)
    first = next((n for n in ranked if n.text == main), PlaceName(main, kind=NameKind.OFFICIAL))
    by_text = {first.text: first}
    for name in ranked:
        by_text.setdefault(name.text, name)
    return tuple(by_text.values())


def _rank(name: PlaceName) -> tuple[int, bool, bool, str, str]:
    return (
        PREFERENCE.index(name.kind),
        name.language != "en",
        not name.text[:1].isupper(),
        name.text,
        name.language,
    )


def _place_row(number: int, place: Place) -> tuple[object, ...]:
    extent = place.extent
    edges = (extent.south, extent.west, extent.north, extent.east) if extent else (None,) * 4
    return (
        number,
        place.id,
        place.name,
        place.lat,
        place.lon,
        place.feature_class,
        place.feature_code,
        place.country,
        place.admin1,
        place.admin2,
        place.population,
        place.source,
        None if place.precision is Precision.EXACT else place.precision.value,
        place.radius_km or None,
        *edges,
        " ".join(place.countries) or None,
    )


def _name_rows(place: int, names: Sequence[PlaceName]) -> Iterable[tuple[object, ...]]:
    for number, name in enumerate(names):
        yield place, number, name.text, name.language, _KIND_NUMBERS[name.kind]


def _key_rows(place: int, names: Sequence[PlaceName]) -> Iterable[tuple[object, ...]]:
    best: dict[str, int] = {}
    for number, name in enumerate(names):
        best.setdefault(fold(name.text), number)
    return ((key, place, number) for key, number in best.items() if key)
