"""Writing a gazetteer file: places and names go in, in any order, and a finished file comes out.

The file is the same, byte for byte, whatever the order in which its places were added.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from storymap.errors import GazetteerError, WritingError
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
_PREFERENCES = {kind: number for number, kind in enumerate(PREFERENCE)}
_OFFICIAL, _EXACT = NameKind.OFFICIAL, Precision.EXACT

_BATCH = 2_000
"""Names kept in memory before they are written; it bounds the writer's memory."""

# The draft and the staging file are thrown away if anything fails, so neither keeps a journal.
_UNSAFE_AND_FAST = """
PRAGMA {0}.journal_mode = OFF; PRAGMA {0}.synchronous = OFF; PRAGMA {0}.secure_delete = OFF;
PRAGMA {0}.cache_size = -65536;
"""

_POINT_COLUMNS = """
    id, name, lat, lon, feature_class, feature_code, country, admin1, admin2, population, source
"""
_AREA_COLUMNS = "precision, radius_km, south, west, north, east, countries"

# Rows wait in a file beside the draft, under the number of their place in the order of arrival:
# the `spot` of a name is that number times `_MOST_NAMES` plus the number of the name. Its `key`
# is null where a name more worth showing has the same one.
_MOST_NAMES = 65_536
_STAGING = f"""
CREATE TABLE staging.staged_place (
    number INTEGER PRIMARY KEY, {_POINT_COLUMNS}, {_AREA_COLUMNS}
);
CREATE TABLE staging.staged_name (spot INTEGER PRIMARY KEY, text, language, kind, key);
CREATE TABLE staging.staged_key (
    key, place, name, kind, population, feature_class, feature_code, PRIMARY KEY (key, place)
) WITHOUT ROWID;
"""

# The rowid of `ranked` is the final number of a place. Places of one population are ranked by
# identifier, which is mostly how they arrived, so that reading by rank seldom jumps; everything
# else is read in order, so that a file larger than memory is settled as fast as a small one.
_SETTLING = f"""
CREATE TABLE staging.ranked AS
    SELECT number AS staged FROM staged_place ORDER BY population DESC, id;
CREATE TABLE staging.renumbered (staged INTEGER PRIMARY KEY, final INTEGER);
INSERT INTO renumbered SELECT staged, rowid FROM ranked ORDER BY staged;
INSERT INTO place
    SELECT ranked.rowid, {_POINT_COLUMNS}, {_AREA_COLUMNS}
    FROM ranked CROSS JOIN staged_place ON number = staged;
INSERT INTO name
    SELECT ranked.rowid, spot % {_MOST_NAMES}, text, language, kind
    FROM ranked CROSS JOIN staged_name
    WHERE spot >= staged * {_MOST_NAMES} AND spot < (staged + 1) * {_MOST_NAMES};
INSERT INTO staged_key
    SELECT key, final, spot % {_MOST_NAMES}, kind, population, feature_class, feature_code
    FROM staged_name CROSS JOIN staged_place ON number = spot / {_MOST_NAMES}
    CROSS JOIN renumbered ON staged = number
    WHERE key IS NOT NULL ORDER BY 1, 2;
INSERT INTO name_key SELECT key, place, name FROM staged_key ORDER BY key, place;
INSERT INTO key_profile SELECT {schema.PROFILE_COLUMNS} FROM staged_key
    WHERE key IN (SELECT key FROM name_key GROUP BY key HAVING count(*) > 1)
    GROUP BY key ORDER BY key;
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

    Until then, and for good if the block is left by an error, whatever stood there stays. Memory
    does not grow with the number of places; beside the file, and for sorting in SQLite's temporary
    folder, about three times its size is needed on disk meanwhile.

    Raises GazetteerError if two places have the same id, WritingError if the disk refuses.
    """

    def __init__(self, path: Path, *, version: str) -> None:
        self._path = path
        self._draft = path.with_name(f"{path.name}.{os.getpid()}.part")
        self._staging = path.with_name(f"{path.name}.{os.getpid()}.staging")
        self._packed = path.with_name(f"{path.name}.{os.getpid()}.packed")
        self._version = version
        self._count = 0
        self._points: list[tuple[object, ...]] = []
        self._areas: list[tuple[object, ...]] = []
        self._names: list[tuple[object, ...]] = []

    def __enter__(self) -> GazetteerWriter:
        self._sweep()
        with self._telling_failures():
            self._database = sqlite3.connect(self._draft, isolation_level=None)
            self._database.execute("ATTACH ? AS staging", (str(self._staging),))
            self._database.executescript(_UNSAFE_AND_FAST.format("main"))
            self._database.executescript(_UNSAFE_AND_FAST.format("staging"))
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
                with self._telling_failures():
                    self._finish()
        finally:
            self._database.close()
            self._sweep()

    def _sweep(self) -> None:
        for path in (self._draft, self._staging, self._packed):
            path.unlink(missing_ok=True)

    @contextmanager
    def _telling_failures(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.IntegrityError as error:
            raise GazetteerError(f"{self._path}: two places have the same id ({error}).") from error
        except (sqlite3.OperationalError, OSError) as error:
            raise WritingError(f"{self._path} cannot be written: {error}.") from error

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
        self._points.append(_point_row(number, place))
        if area := _area_row(number, place):
            self._areas.append(area)
        self._names += _name_rows(number, in_order(place.name, names))
        if len(self._names) >= _BATCH:
            with self._telling_failures():
                self._flush()

    def _flush(self) -> None:
        for statement, rows in (
            (_INSERT_POINT, self._points),
            (_EXTEND_TO_AREA, self._areas),
            (_INSERT_NAME, self._names),
        ):
            self._database.executemany(statement, rows)
            rows.clear()

    def _finish(self) -> None:
        self._flush()
        self._database.executescript(_SETTLING + schema.INDEXES)
        self._database.executescript(
            f"PRAGMA application_id = {schema.APPLICATION_ID};"
            f"PRAGMA user_version = {schema.SCHEMA_VERSION};"
            "DETACH staging; ANALYZE;"
        )
        self._staging.unlink()
        self._database.execute("VACUUM INTO ?", (str(self._packed),))
        _settle_on_disk(self._packed)
        os.replace(self._packed, self._path)


def _settle_on_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


_INSERT_POINT = f"""
INSERT INTO staged_place (number, {_POINT_COLUMNS}) VALUES ({", ".join("?" * 12)})
"""  # noqa: S608
_EXTEND_TO_AREA = f"""
UPDATE staged_place SET ({_AREA_COLUMNS}) = ({", ".join("?" * 7)}) WHERE number = ?
"""  # noqa: S608
_INSERT_NAME = "INSERT INTO staged_name VALUES (?, ?, ?, ?, ?)"


def in_order(main: str, names: Iterable[PlaceName]) -> Sequence[PlaceName]:
    """The names as the file will have them: each text once, the main name first, then the names
    more worth showing."""
    ranked = [name for name in names if name.text]
    if not ranked:
        return (PlaceName(main, kind=_OFFICIAL),)
    if len(ranked) > 1:
        ranked.sort(key=_rank)
    by_text: dict[str, PlaceName] = {}
    for name in ranked:
        by_text.setdefault(name.text, name)
    first = by_text.pop(main, None) or PlaceName(main, kind=_OFFICIAL)
    return (first, *by_text.values())


def _rank(name: PlaceName) -> tuple[int, bool, bool, str, str]:
    return (
        _PREFERENCES[name.kind],
        name.language != "en",
        not name.text[:1].isupper(),
        name.text,
        name.language,
    )


def _point_row(number: int, place: Place) -> tuple[object, ...]:
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
    )


def _area_row(number: int, place: Place) -> tuple[object, ...] | None:
    """What few places have, and where to put it; None for a place that is a point alone."""
    extent, exact = place.extent, place.precision is _EXACT
    if exact and not extent and not place.radius_km and not place.countries:
        return None
    edges = (extent.south, extent.west, extent.north, extent.east) if extent else (None,) * 4
    return (
        None if exact else place.precision.value,
        place.radius_km or None,
        *edges,
        " ".join(place.countries) or None,
        number,
    )


def _name_rows(place: int, names: Sequence[PlaceName]) -> Iterable[tuple[object, ...]]:
    keys = {""}
    for number, name in enumerate(names):
        key = fold(name.text)
        shown = None if key in keys else key
        keys.add(key)
        yield (
            place * _MOST_NAMES + number,
            name.text,
            name.language,
            _KIND_NUMBERS[name.kind],
            shown,
        )
