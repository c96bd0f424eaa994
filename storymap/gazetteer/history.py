"""The history of a layer of edits: what was done, and how the layer stood at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from storymap.errors import GazetteerError
from storymap.gazetteer.changes import COLUMNS, Change, read_change
from storymap.gazetteer.entries import Kind, Subject
from storymap.gazetteer.ledger import append
from storymap.gazetteer.names import fold
from storymap.gazetteer.own import OwnLayer
from storymap.gazetteer.ownfile import OwnFile

_UNDONE = "EXISTS (SELECT 1 FROM change AS later WHERE later.reverts = change.number)"
_HOLDS = f"what <> 'undo' AND NOT {_UNDONE}"

_LAST_DONE = f"""
    SELECT {COLUMNS} FROM change WHERE {_HOLDS} ORDER BY number DESC LIMIT 1
"""  # noqa: S608 (made of constants)
_REVERTED_BY = "SELECT number FROM change WHERE reverts = ? ORDER BY number DESC LIMIT 1"
_REWRITTEN_BY = f"""
    SELECT number FROM touched JOIN change ON number = touched.change
    WHERE subject = ? AND written AND touched.change > ? AND {_HOLDS}
    ORDER BY number DESC LIMIT 1
"""  # noqa: S608 (made of constants)
_LAST_UNDO = f"""
    SELECT {COLUMNS} FROM change WHERE what = 'undo' AND NOT {_UNDONE}
    AND number > coalesce((SELECT max(number) FROM change WHERE what NOT IN ('undo', 'redo')), 0)
    ORDER BY number DESC LIMIT 1
"""  # noqa: S608 (made of constants)
_TOUCHING = f"""
    SELECT {COLUMNS} FROM touched JOIN change ON number = touched.change
    WHERE subject = ? ORDER BY number DESC LIMIT ?
"""  # noqa: S608 (made of constants)


def history(
    layer: OwnLayer, *, place_id: str = "", name: str = "", limit: int | None = None
) -> Sequence[Change]:
    """The changes to a layer, the last one first; empty if there was none.

    With `place_id` those that touched this place, with `name` those to what is said of a name.
    """
    most = -1 if limit is None else limit
    subject = Subject(Kind.PLACE, place_id) if place_id else Subject(Kind.NAME, fold(name))
    if place_id or name:
        rows = layer.file.rows(_TOUCHING, str(subject), most)
    else:
        query = f"SELECT {COLUMNS} FROM change ORDER BY number DESC LIMIT ?"  # noqa: S608
        rows = layer.file.rows(query, most)
    return tuple(read_change(row) for row in rows)


def change_numbered(file: OwnFile, number: int) -> Change:
    """A change by its number; raises GazetteerError if there is none."""
    rows = file.rows(f"SELECT {COLUMNS} FROM change WHERE number = ?", number)  # noqa: S608
    if not rows:
        raise GazetteerError(
            f"{file.name} has no change {number}: `storymap gazetteer history` lists them."
        )
    return read_change(rows[0])


def last_done(file: OwnFile) -> Change | None:
    """The last change that still holds, or None."""
    return _first(file, _LAST_DONE)


def last_undo(file: OwnFile) -> Change | None:
    """The undoing that a redo would take back; None if anything else was done since."""
    return _first(file, _LAST_UNDO)


def last_to_write(file: OwnFile, subject: Subject) -> int:
    """The last change that changed what is said of a subject; 0 if none did."""
    query = "SELECT coalesce(max(change), 0) FROM touched WHERE subject = ? AND written"
    return int(file.rows(query, str(subject))[0][0])


def obstacle(file: OwnFile, change: Change) -> int | None:
    """The change that has to be taken back before this one can be, or None.

    It is the one that took this one back already, or the last to change the same again.
    """
    found = file.rows(_REVERTED_BY, change.number)
    for step in change.steps:
        found += file.rows(_REWRITTEN_BY, str(step.subject), change.number)
    return max((number for (number,) in found), default=None)


def _first(file: OwnFile, query: str) -> Change | None:
    rows = file.rows(query)
    return read_change(rows[0]) if rows else None


def numbers_of_batch(file: OwnFile, batch: int) -> Sequence[int]:
    """The changes of a batch that still hold, the last one first."""
    query = f"SELECT number FROM change WHERE batch = ? AND NOT {_UNDONE} ORDER BY number DESC"  # noqa: S608
    return tuple(number for (number,) in file.rows(query, batch))


def as_of(layer: OwnLayer, moment: datetime) -> OwnLayer:
    """The layer as it stood then, history and all; a time without a zone is local.

    It is a layer of its own in memory: what is done to it stays there.
    """
    then = OwnFile.in_memory()
    time = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    query = f"SELECT {COLUMNS} FROM change WHERE time <= ? ORDER BY number"  # noqa: S608
    with then.transaction() as database:
        database.execute("UPDATE layer SET id = ?", layer.file.rows("SELECT id FROM layer")[0])
        for row in layer.file.rows(query, time):
            append(database, read_change(row))
    return OwnLayer(then)
