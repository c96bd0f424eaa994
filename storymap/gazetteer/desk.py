"""Where edits are made: a layer, what it lies on, and a transaction for what is being done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from storymap.errors import GazetteerError
from storymap.gazetteer.changes import Change, What
from storymap.gazetteer.checking import Problem, RecordError, Severity
from storymap.gazetteer.entries import Kind, PlaceEntry, Subject, write_entry
from storymap.gazetteer.layers import Layer, LayeredGazetteer
from storymap.gazetteer.ledger import Ledger, Stamp, open_ledger
from storymap.gazetteer.own import OwnLayer
from storymap.gazetteer.records import Record, record_of
from storymap.gazetteer.surroundings import Checker


class ChangedMeanwhileError(GazetteerError):
    """Someone else changed what was to be changed; nothing was done."""


@dataclass(frozen=True, slots=True)
class Saved:
    """An operation that was carried out, and what may be wrong with what it saved."""

    change: Change
    warnings: tuple[Problem, ...] = ()


class Desk:
    """A layer of edits and what it lies on; the operations are in its subclasses."""

    def __init__(
        self,
        layer: OwnLayer,
        below: Layer | None = None,
        *,
        author: str = "",
        ledger: Ledger | None = None,
    ) -> None:
        """With a `ledger` all is done in that transaction, else each operation in its own."""
        self.layer = layer
        self.below = below or LayeredGazetteer()
        self.gazetteer = LayeredGazetteer(self.below, layer)
        """The layer over what it lies on."""
        self.author = author
        self._ledger = ledger
        self._checker = Checker(self.gazetteer, self._parents_of)

    @contextmanager
    def _open(self) -> Iterator[Ledger]:
        if self._ledger is not None:
            yield self._ledger
            return
        with open_ledger(self.layer.file, Stamp(self.author)) as ledger:
            yield ledger

    def record(self, place_id: str) -> Record:
        """All that can be edited of a place; raises GazetteerError if it is unknown or gone."""
        entry = self.layer.entry(place_id)
        if entry.hidden:
            raise GazetteerError(f"{place_id} is hidden: restore it first.")
        survivor = self.gazetteer.survivor(place_id)
        if survivor != place_id:
            raise GazetteerError(
                f"{place_id} was merged into {survivor}: change that one, or restore this one "
                "first."
            )
        record = entry.record or record_of(self.below, place_id)
        if record is None:
            raise GazetteerError(
                f"There is no place {place_id}: `storymap gazetteer search NAME` tells ids."
            )
        return record

    def revision(self, place_id: str) -> int:
        """What to give as `based_on` to be told if someone changes the place meanwhile."""
        return self.layer.revision(place_id)

    def check(self, record: Record) -> tuple[Problem, ...]:
        """All that is wrong with a record, as a save would find it; empty if nothing is."""
        return self._checker.check(record)

    def _parents_of(self, place_id: str) -> tuple[str, ...]:
        record = self.layer.entry(place_id).record
        return record.parents if record else ()

    def _refuse_if_changed(self, place_id: str, based_on: int | None) -> None:
        revision = self.layer.revision(place_id)
        if based_on is not None and based_on != revision:
            raise ChangedMeanwhileError(
                f"{place_id} was changed meanwhile (change {revision}, not {based_on}). Nothing "
                "was saved: look at it again and repeat the edit."
            )

    def _laid(self, place_id: str) -> PlaceEntry:
        """The entry of a place, with what the layers below say of it."""
        entry = self.layer.entry(place_id)
        return replace(entry, original=entry.original or record_of(self.below, place_id))

    def _contained(self, record: Record) -> Record:
        """The record with the names of its containers, as far as its parents tell them."""
        parent = self.gazetteer.get(record.parents[0]) if record.parents else None
        within = (parent.name, *parent.within) if parent else ()
        return replace(record, place=replace(record.place, within=within))

    def _save(
        self, ledger: Ledger, what: What, entries: Mapping[str, PlaceEntry], reason: str
    ) -> Saved:
        """Write the entries of places; raises RecordError if one has an error that is new."""
        warnings: list[Problem] = []
        for place_id, entry in entries.items():
            warnings += self._new_problems(entry, self.layer.entry(place_id))
        bodies = {Subject(Kind.PLACE, i): write_entry(entry) for i, entry in entries.items()}
        return Saved(ledger.write(what, bodies, reason=reason), tuple(warnings))

    def _new_problems(self, entry: PlaceEntry, present: PlaceEntry) -> tuple[Problem, ...]:
        if entry.record is None or entry.is_gone:
            return ()
        known = self._problems_before(entry, present)
        problems = tuple(p for p in self.check(entry.record) if p not in known)
        if any(problem.severity is Severity.ERROR for problem in problems):
            raise RecordError(entry.record.place.name, problems)
        return problems

    def _problems_before(self, entry: PlaceEntry, present: PlaceEntry) -> tuple[Problem, ...]:
        """Problems that are not the edit's: what it starts from has them too."""
        before = present.record or entry.original
        return self.check(before) if before else ()
