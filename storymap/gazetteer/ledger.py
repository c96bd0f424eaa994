"""Writing to a file of edits: every operation changes entries and adds a row of history.

Both happen in one transaction, and the things to find entries by follow them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from storymap.gazetteer import schema
from storymap.gazetteer.changes import COLUMNS, Change, Step, What
from storymap.gazetteer.entries import Kind, PlaceEntry, Subject, read_place_entry
from storymap.gazetteer.names import fold
from storymap.gazetteer.ownfile import OwnFile

_INSERT_CHANGE = f"INSERT INTO change ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who makes changes, and why unless a change says so itself."""

    author: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of a subject now, and by which change; None and 0 if nothing is."""

    body: str | None = None
    revision: int = 0


class Ledger:
    """An open transaction on a file of edits."""

    def __init__(self, database: sqlite3.Connection, stamp: Stamp) -> None:
        self._database = database
        self._stamp = stamp
        query = "SELECT number, time FROM change ORDER BY number DESC LIMIT 1"
        last: tuple[int, str] = database.execute(query).fetchone() or (0, "")
        self._last, self._time = last
        self._batch: int | None = None

    def begin_batch(self) -> int:
        """Make all changes from now on one batch; returns its number."""
        self._batch = self._last + 1
        return self._batch

    def standing(self, subject: Subject) -> Standing:
        """What is said of a subject now."""
        query = "SELECT body, revision FROM entry WHERE kind = ? AND id = ?"
        row = self._database.execute(query, (subject.kind, subject.id)).fetchone()
        return Standing(*row) if row else Standing()

    def write(
        self,
        what: What,
        bodies: Mapping[Subject, str | None],
        *,
        reason: str = "",
        reverts: int | None = None,
    ) -> Change:
        """Make bodies of JSON what is said of their subjects, as one change."""
        steps = tuple(Step(s, self.standing(s).body, body) for s, body in bodies.items())
        self._last += 1
        self._time = max(self._time, datetime.now(UTC).isoformat(timespec="milliseconds"))
        change = Change(
            self._last,
            what,
            steps,
            self._stamp.author,
            self._time,
            reason or self._stamp.reason,
            self._batch,
            reverts,
        )
        append(self._database, change)
        return change


@contextmanager
def open_ledger(file: OwnFile, stamp: Stamp) -> Iterator[Ledger]:
    """A transaction: all that is written within holds afterwards, or nothing if it fails."""
    with file.transaction() as database:
        yield Ledger(database, stamp)


def append(database: sqlite3.Connection, change: Change) -> None:
    """Carry out the steps of a change and add it to the history."""
    for step in change.steps:
        _put(database, step, change.number)
    database.execute(_INSERT_CHANGE, change.row())
    touched = {str(s): False for step in change.steps for s in step.spoken_of()}
    touched |= {str(step.subject): True for step in change.steps}
    rows = [(subject, change.number, written) for subject, written in touched.items()]
    database.executemany("INSERT INTO touched VALUES (?, ?, ?)", rows)


def _put(database: sqlite3.Connection, step: Step, revision: int) -> None:
    subject = (step.subject.kind, step.subject.id)
    if step.after is None:
        database.execute("DELETE FROM entry WHERE kind = ? AND id = ?", subject)
    else:
        row = (*subject, revision, step.after)
        database.execute("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", row)
    if step.subject.kind is Kind.PLACE:
        if step.before is not None:
            _forget(database, step.subject.id)
        _index(database, step.subject.id, read_place_entry(step.after))


def _forget(database: sqlite3.Connection, place_id: str) -> None:
    database.execute("DELETE FROM name_key WHERE place = ?", (place_id,))
    database.execute("DELETE FROM container WHERE place = ?", (place_id,))


def _index(database: sqlite3.Connection, place_id: str, entry: PlaceEntry) -> None:
    numbers: dict[str, int | None] = dict.fromkeys(entry.original.keys if entry.original else ())
    if entry.record is not None and not entry.is_gone:
        place = entry.record.place
        numbers |= _numbered_keys([name.text for name in entry.record.names])
        if place.country and place.feature_code in (*schema.COUNTRY_CODES, "ADM1"):
            admin1 = place.admin1 if place.feature_code == "ADM1" else ""
            row = (place_id, place.country, admin1, place.name)
            database.execute("INSERT INTO container VALUES (?, ?, ?, ?)", row)
    rows = [(key, place_id, number) for key, number in numbers.items()]
    database.executemany("INSERT INTO name_key VALUES (?, ?, ?)", rows)


def _numbered_keys(texts: Sequence[str]) -> dict[str, int | None]:
    """For every key the number of the first name that has it."""
    numbers: dict[str, int | None] = {}
    for number, text in enumerate(texts):
        if key := fold(text):
            numbers.setdefault(key, number)
    return numbers
