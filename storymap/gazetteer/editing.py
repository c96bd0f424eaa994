"""Editing places: add, edit, hide, restore, merge, confirm."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Unpack

from storymap.errors import GazetteerError
from storymap.gazetteer.changes import What
from storymap.gazetteer.desk import Desk, Saved
from storymap.gazetteer.entries import NO_ENTRY, Kind, PlaceEntry, Subject, write_entry
from storymap.gazetteer.names import fold
from storymap.gazetteer.records import Fields, Record, record_of
from storymap.model import Attribution, NameKind, PlaceName


class PlaceEditing(Desk):
    """The operations on places.

    Each is one change and one row of history, and raises GazetteerError if it cannot be done.
    `based_on` is the `revision` of the place that was looked at: if another change came between,
    the operation raises ChangedMeanwhileError instead.
    """

    def add(self, record: Record, *, reason: str = "") -> Saved:
        """Add a place; one without an identifier is given one, which the change tells."""
        with self._open() as ledger:
            record = self._contained(self._identified(record).settled())
            place_id = record.place.id
            if self.gazetteer.claims((place_id,)):
                raise GazetteerError(
                    f"There is a place {place_id} already, or there was: edit or restore it, or "
                    "give this one another id."
                )
            return self._save(ledger, What.ADD, {place_id: PlaceEntry(record)}, reason)

    def put(self, record: Record, *, reason: str = "") -> Saved | None:
        """Add a place or, if its identifier is known, make it so; None if it is so already.

        A place that is hidden or was merged stays so.
        """
        if not self.gazetteer.claims((record.place.id,)):
            return self.add(record, reason=reason)
        with self._open() as ledger:
            entry = self._laid(record.place.id)
            wanted = self._contained(record.settled())
            present = entry.record or record_of(self.below, record.place.id)
            if present and wanted == self._contained(present):
                return None
            entry = replace(entry, record=wanted)
            return self._save(ledger, What.EDIT, {record.place.id: entry}, reason)

    def edit(
        self,
        place_id: str,
        *,
        reason: str = "",
        based_on: int | None = None,
        **changes: Unpack[Fields],
    ) -> Saved:
        """Give fields of a place other values; the others stay as they are."""
        return self.amend(
            place_id, lambda record: record.amended(**changes), reason=reason, based_on=based_on
        )

    def amend(
        self,
        place_id: str,
        change: Callable[[Record], Record],
        *,
        reason: str = "",
        based_on: int | None = None,
    ) -> Saved:
        """Replace the record of a place by what `change` makes of it as it is now.

        A place of the layers below is copied here first; they are never changed.
        """
        with self._open() as ledger:
            self._refuse_if_changed(place_id, based_on)
            record = self.record(place_id)
            amended = self._contained(change(record).settled())
            if amended.place.id != place_id:
                raise GazetteerError(f"{place_id} cannot be given another id: add a new place.")
            if amended == self._contained(record):
                raise GazetteerError(f"{place_id} is so already: nothing was changed.")
            entry = replace(self._laid(place_id), record=amended)
            return self._save(ledger, What.EDIT, {place_id: entry}, reason)

    def hide(self, place_id: str, *, reason: str = "", based_on: int | None = None) -> Saved:
        """Let a place not be found any more; what is known of it stays."""
        with self._open() as ledger:
            self._refuse_if_changed(place_id, based_on)
            self.record(place_id)
            entry = replace(self._laid(place_id), hidden=True)
            return self._save(ledger, What.HIDE, {place_id: entry}, reason)

    def restore(
        self,
        place_id: str,
        *,
        original: bool = False,
        reason: str = "",
        based_on: int | None = None,
    ) -> Saved:
        """Bring back a place that was hidden or merged.

        With `original` drop all that this layer says of it, so that the layers below describe it
        again.
        """
        with self._open() as ledger:
            self._refuse_if_changed(place_id, based_on)
            entry = self.layer.entry(place_id)
            if original:
                self._refuse_without_original(place_id, entry)
                return self._save(ledger, What.RESTORE, {place_id: NO_ENTRY}, reason)
            if not entry.is_gone:
                raise GazetteerError(f"{place_id} is neither hidden nor merged.")
            entry = replace(entry, hidden=False, merged_into="")
            return self._save(ledger, What.RESTORE, {place_id: entry}, reason)

    def _refuse_without_original(self, place_id: str, entry: PlaceEntry) -> None:
        if self.below.get(place_id) is None:
            raise GazetteerError(
                f"{place_id} is in this layer alone, so it has no original: hide it, or undo."
            )
        if entry == NO_ENTRY:
            raise GazetteerError(f"{place_id} was never changed here.")

    def merge(self, lost_id: str, kept_id: str, *, reason: str = "") -> Saved:
        """Let one place take the place of another, whose names it takes over.

        Whoever asks for the lost one by its identifier is answered with the kept one.
        """
        if lost_id == kept_id:
            raise GazetteerError(f"{lost_id} cannot be merged into itself.")
        with self._open() as ledger:
            lost, kept = self.record(lost_id), self.record(kept_id)
            merged = self._contained(
                replace(kept, names=(*kept.names, *map(_no_main_name, lost.names))).settled()
            )
            entries = {lost_id: replace(self._laid(lost_id), merged_into=kept_id)}
            if merged.names != kept.names:
                entries[kept_id] = replace(self._laid(kept_id), record=merged)
            return self._save(ledger, What.MERGE, entries, reason)

    def confirm(self, place_id: str, *, reason: str = "") -> Saved:
        """Say that an edited place stays as it is though its original has changed since."""
        with self._open() as ledger:
            entry, under = self.layer.entry(place_id), record_of(self.below, place_id)
            if entry.record is None or under is None:
                raise GazetteerError(f"{place_id} is no edited place of the layers below.")
            if entry.original == under:
                raise GazetteerError(f"{place_id}: its original has not changed since.")
            entry = replace(entry, original=under)
            return self._save(ledger, What.CONFIRM, {place_id: entry}, reason)

    def credit(self, attribution: Attribution, *, reason: str = "") -> Saved:
        """Say what a source asks to be said; places name it by its key as their `source`."""
        with self._open() as ledger:
            subject = Subject(Kind.SOURCE, attribution.source)
            change = ledger.write(What.CREDIT, {subject: write_entry(attribution)}, reason=reason)
            return Saved(change)

    def _identified(self, record: Record) -> Record:
        if record.place.id:
            return record
        return replace(record, place=replace(record.place, id=new_id(record.place.name)))


def new_id(name: str) -> str:
    """An identifier that no other file will have: "own:", the name if it is plain, and chance."""
    key = fold(name)[:24]
    readable = f"{key}-" if key.isascii() and key else ""
    return f"own:{readable}{secrets.token_hex(4)}"


def _no_main_name(name: PlaceName) -> PlaceName:
    is_main = name.kind is NameKind.OFFICIAL
    return replace(name, kind=NameKind.ALTERNATE) if is_main else name
