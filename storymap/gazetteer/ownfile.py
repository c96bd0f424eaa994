"""A file of edits: its tables, its connections and its transactions.

The file keeps SQLite's rollback journal rather than a write-ahead log: after every operation all
of it lies in one file, which can be copied, mailed and kept on any disk, and a writer keeps
readers waiting for milliseconds only. It is opened for writing even to be read, because whoever
opens it first after a crash has to roll the broken operation back.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storymap.errors import GazetteerError

APPLICATION_ID = 0x53544D45
"""Marks an SQLite file as one of edits ("STME")."""

SCHEMA_VERSION = 1
"""Stands in `PRAGMA user_version`; raised whenever the tables change."""

BUSY_TIMEOUT_S = 10.0
"""How long to wait while another process writes."""

_TABLES = (
    "CREATE TABLE layer (id TEXT NOT NULL)",
    """CREATE TABLE entry (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (kind, id)
    ) WITHOUT ROWID""",
    """CREATE TABLE name_key (
        key TEXT NOT NULL,
        place TEXT NOT NULL,
        name INTEGER,
        PRIMARY KEY (key, place)
    ) WITHOUT ROWID""",
    "CREATE INDEX name_key_by_place ON name_key (place)",
    """CREATE TABLE container (
        place TEXT PRIMARY KEY,
        country TEXT NOT NULL,
        admin1 TEXT NOT NULL,
        name TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX container_by_codes ON container (country, admin1)",
    """CREATE TABLE change (
        number INTEGER PRIMARY KEY,
        what TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        author TEXT NOT NULL,
        time TEXT NOT NULL,
        reason TEXT NOT NULL,
        batch INTEGER,
        reverts INTEGER
    )""",
    "CREATE INDEX change_by_batch ON change (batch) WHERE batch IS NOT NULL",
    "CREATE INDEX change_by_reverts ON change (reverts) WHERE reverts IS NOT NULL",
    """CREATE TABLE touched (
        subject TEXT NOT NULL,
        change INTEGER NOT NULL,
        written INTEGER NOT NULL,
        PRIMARY KEY (subject, change)
    ) WITHOUT ROWID""",
)
"""`entry` is what holds now, a body of JSON each, and `revision` the number of the change that
wrote it. `change` is the history: `before` and `after` map subjects to bodies, null for none;
`batch` is the number of the first change of its batch, `reverts` that of the change undone.
`name_key`, `container` and `touched` are there to find things by: the keys of places (`name` counts
the names of its record; null for a key that it merely covers below), the names of countries and
first-level divisions, the changes to a subject (`written` is 0 for a place of which a change merely
spoke, in a ruling on a name)."""

Row = tuple[Any, ...]


class OwnFile:
    """A file of edits, open; every thread has a connection of its own."""

    def __init__(self, name: str, uri: str) -> None:
        """Use `open`, `create` or `in_memory`; `name` is what messages call it."""
        self.name = name
        self._uri = uri
        self._threads = threading.local()

    @classmethod
    def open(cls, path: Path) -> OwnFile:
        """Open a file that is there; raises GazetteerError if it is not one of edits."""
        if not path.is_file():
            raise GazetteerError(f"{path}: there is no such gazetteer file.")
        file = cls(str(path), f"{path.absolute().as_uri()}?mode=rw")
        file._check()
        return file

    @classmethod
    def create(cls, path: Path) -> OwnFile:
        """Open a file, making it and its folder if they are missing."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GazetteerError(f"{path.parent} cannot be made: {error.strerror}.") from error
        file = cls(str(path), f"{path.absolute().as_uri()}?mode=rwc")
        file._make_tables()
        file._check()
        return file

    @classmethod
    def in_memory(cls) -> OwnFile:
        """An empty one in memory, which vanishes with the object."""
        name = f"edits-{secrets.token_hex(8)}"
        file = cls(name, f"file:{name}?mode=memory&cache=shared")
        file._make_tables()
        return file

    def _make_tables(self) -> None:
        if self._told("application_id") or self.rows("SELECT 1 FROM sqlite_schema LIMIT 1"):
            return
        with self.transaction() as database:
            if self.rows("SELECT 1 FROM sqlite_schema LIMIT 1"):
                return
            for table in _TABLES:
                database.execute(table)
            database.execute("INSERT INTO layer VALUES (?)", (secrets.token_hex(4),))
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _check(self) -> None:
        if self._told("application_id") != APPLICATION_ID:
            raise GazetteerError(
                f"{self.name} is not a file of edits: name another, or one that is not there yet."
            )
        version = self._told("user_version")
        if version != SCHEMA_VERSION:
            raise GazetteerError(
                f"{self.name} has the tables of version {version}, this storymap those of version "
                f"{SCHEMA_VERSION}: use the storymap that wrote it."
            )

    def _told(self, pragma: str) -> int:
        return int(self.rows(f"PRAGMA {pragma}")[0][0])

    def rows(self, statement: str, *values: object) -> list[Row]:
        """All rows of a query; within a transaction of this thread, as it would leave them."""
        try:
            return self.connection().execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        kept: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if kept is None:
            kept = self._threads.connection = sqlite3.connect(
                self._uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None
            )
        return kept

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all that is done within or, if it is left by an error, nothing.

        Raises GazetteerError if the file cannot be written, or if another process keeps writing
        to it for longer than `BUSY_TIMEOUT_S`.
        """
        database = self.connection()
        if database.in_transaction:
            raise GazetteerError(f"{self.name}: a batch is open; make the change in it.")
        try:
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
                database.execute("COMMIT")
            finally:
                if database.in_transaction:
                    database.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def _fault(self, error: sqlite3.Error) -> GazetteerError:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            return GazetteerError(
                f"{self.name} is being written by another program; try again in a moment."
            )
        return GazetteerError(f"{self.name} cannot be used as a file of edits: {error}.")
