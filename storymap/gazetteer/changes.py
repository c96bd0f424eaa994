"""The rows of a layer's history: who changed what, when and why, with what was there before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from storymap.gazetteer.entries import Kind, Subject, read_ruling
from storymap.gazetteer.ownfile import Row
from storymap.gazetteer.records import to_json


class What(StrEnum):
    """What an operation did."""

    ADD = "add"
    EDIT = "edit"
    HIDE = "hide"
    RESTORE = "restore"
    MERGE = "merge"
    CONFIRM = "confirm"
    BLOCK = "block"
    UNBLOCK = "unblock"
    PREFER = "prefer"
    UNPREFER = "unprefer"
    CREDIT = "credit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Step:
    """An entry before and after an operation, as JSON; None where there was or is none."""

    subject: Subject
    before: str | None
    after: str | None

    def spoken_of(self) -> frozenset[Subject]:
        """The places of which a ruling on a name speaks."""
        if self.subject.kind is not Kind.NAME:
            return frozenset()
        rulings = (read_ruling(self.before), read_ruling(self.after))
        places = {place for r in rulings for place in (*r.not_places, r.preferred) if place}
        return frozenset(Subject(Kind.PLACE, place) for place in places)


@dataclass(frozen=True, slots=True)
class Change:
    """One operation on a layer of edits: a row of its history."""

    number: int
    what: What
    steps: tuple[Step, ...]
    author: str
    time: str
    """ISO 8601 in UTC; later changes never have an earlier time."""
    reason: str = ""
    batch: int | None = None
    """The number of the first change of the batch that it is part of."""
    reverts: int | None = None
    """The number of the change that it takes back."""

    def row(self) -> Row:
        """The values of `COLUMNS`."""
        before = _object((step.subject, step.before) for step in self.steps)
        after = _object((step.subject, step.after) for step in self.steps)
        stamp = (self.author, self.time, self.reason, self.batch, self.reverts)
        return (self.number, self.what.value, before, after, *stamp)


COLUMNS = "number, what, before, after, author, time, reason, batch, reverts"
"""SQL: the columns of a change, in the order of `Change.row`."""


def read_change(row: Row) -> Change:
    """The change that a row of `COLUMNS` holds."""
    number, what, before, after, *stamp = row
    were, are = _bodies(before), _bodies(after)
    steps = tuple(Step(Subject.parse(s), were[s], are[s]) for s in were)
    return Change(number, What(what), steps, *stamp)


def _object(bodies: Iterable[tuple[Subject, str | None]]) -> str:
    """A JSON object of bodies that are JSON already."""
    members = (f"{to_json(str(subject))}:{body or 'null'}" for subject, body in bodies)
    return f"{{{','.join(members)}}}"


def _bodies(text: str) -> Mapping[str, str | None]:
    return {s: None if body is None else to_json(body) for s, body in json.loads(text).items()}
