"""The editor of a layer: all operations, batches of them, and taking them back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from storymap.errors import GazetteerError
from storymap.gazetteer import open_gazetteer
from storymap.gazetteer.changes import Change, What
from storymap.gazetteer.desk import ChangedMeanwhileError
from storymap.gazetteer.editing import PlaceEditing
from storymap.gazetteer.history import (
    change_numbered,
    last_done,
    last_to_write,
    last_undo,
    numbers_of_batch,
    obstacle,
)
from storymap.gazetteer.layers import Layer
from storymap.gazetteer.ledger import Ledger, Stamp, open_ledger
from storymap.gazetteer.naming import NameEditing
from storymap.gazetteer.own import OwnLayer


def open_editor(path: Path, *below: Path, author: str = "") -> Editor:
    """Edit a file over the bundled gazetteer and these files on it; made if it is missing.

    Raises GazetteerError if the file is there but is not one of edits.
    """
    return Editor(OwnLayer.create(path), open_gazetteer(*below), author=author)


@dataclass(frozen=True, slots=True)
class Reverted:
    """What an undo, redo or rollback took back, the last change first."""

    changes: tuple[int, ...]
    """Numbers of the changes that were taken back."""
    by: Change
    """The last of the changes that took them back."""


class Batch(PlaceEditing, NameEditing):
    """Operations that become one transaction; each is a row of history with the batch's number."""

    def __init__(self, layer: OwnLayer, below: Layer, *, author: str, ledger: Ledger) -> None:
        super().__init__(layer, below, author=author, ledger=ledger)
        self.number = ledger.begin_batch()
        """By this the batch is rolled back."""


class Editor(PlaceEditing, NameEditing):
    """Edits a layer; every operation is a transaction of its own."""

    @contextmanager
    def batch(self, *, author: str = "", reason: str = "") -> Iterator[Batch]:
        """Make many changes in one transaction: all of them, or none if the block fails.

        An operation that raises GazetteerError has changed nothing, so the block may catch that
        and go on. Other processes that want to write wait until the block is left.
        """
        stamp = Stamp(author or self.author, reason)
        with open_ledger(self.layer.file, stamp) as ledger:
            yield Batch(self.layer, self.below, author=stamp.author, ledger=ledger)

    def undo(self, number: int | None = None, *, reason: str = "") -> Reverted:
        """Take back a change or, if none is given, the last that holds, with all its batch.

        Raises ChangedMeanwhileError if what it changed has been changed again since.
        """
        with self._open() as ledger:
            if number is not None:
                return self._revert(ledger, (number,), reason)
            last = last_done(self.layer.file)
            if last is None:
                raise GazetteerError("There is nothing to undo.")
            return self._revert(ledger, self._whole(last), reason)

    def redo(self, *, reason: str = "") -> Reverted:
        """Take back the last undo, if nothing else was done since."""
        with self._open() as ledger:
            last = last_undo(self.layer.file)
            if last is None:
                raise GazetteerError("There is nothing to redo.")
            return self._revert(ledger, self._whole(last), reason)

    def rollback(self, batch: int, *, reason: str = "") -> Reverted:
        """Take back a whole batch as one operation; its changes undone already are left so."""
        with self._open() as ledger:
            numbers = numbers_of_batch(self.layer.file, batch)
            if not numbers:
                raise GazetteerError(f"There is no batch {batch} that still holds.")
            return self._revert(ledger, numbers, reason)

    def _whole(self, change: Change) -> Sequence[int]:
        if change.batch is None:
            return (change.number,)
        return numbers_of_batch(self.layer.file, change.batch)

    def _revert(self, ledger: Ledger, numbers: Sequence[int], reason: str) -> Reverted:
        if len(numbers) > 1:
            ledger.begin_batch()
        for number in numbers:
            by = self._revert_one(ledger, number, reason)
        return Reverted(tuple(numbers), by)

    def _revert_one(self, ledger: Ledger, number: int, reason: str) -> Change:
        """Taking an undo back is a redo, whichever way it was asked for."""
        change = change_numbered(self.layer.file, number)
        if in_the_way := self._in_the_way_of(change, ledger):
            raise ChangedMeanwhileError(
                f"Change {number} cannot be taken back: change {in_the_way} changed the same "
                "again. Take that back first."
            )
        what = What.REDO if change.what is What.UNDO else What.UNDO
        bodies = {step.subject: step.before for step in change.steps}
        return ledger.write(what, bodies, reason=reason, reverts=number)

    def _in_the_way_of(self, change: Change, ledger: Ledger) -> int | None:
        if change.what is not What.UNDO:
            return obstacle(self.layer.file, change)
        changed = [s.subject for s in change.steps if ledger.standing(s.subject).body != s.after]
        return last_to_write(self.layer.file, changed[0]) if changed else None
