"""Ruling on names: never a place, not this place, this place before others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from storymap.errors import GazetteerError
from storymap.gazetteer.changes import What
from storymap.gazetteer.desk import Desk, Saved
from storymap.gazetteer.entries import Kind, Subject, read_ruling, write_entry
from storymap.gazetteer.names import fold
from storymap.gazetteer.rulings import Ruling


class NameEditing(Desk):
    """The operations on names, in all spellings that fold to the same key.

    Each is one change and one row of history, and raises GazetteerError if it cannot be done.
    """

    def block(self, name: str, place_id: str = "", *, reason: str = "") -> Saved:
        """Let a name never mean this place or, if no identifier is given, any place."""
        if place_id:
            self._refuse_strangers(name, place_id)
        return self._rule(What.BLOCK, name, lambda r: r.with_block(place_id), reason)

    def unblock(self, name: str, place_id: str = "", *, reason: str = "") -> Saved:
        """Take such a block back."""
        return self._rule(What.UNBLOCK, name, lambda r: r.without_block(place_id), reason)

    def prefer(self, name: str, place_id: str, *, reason: str = "") -> Saved:
        """Let a name mean this place where nothing speaks for another."""
        self._refuse_strangers(name, place_id)
        return self._rule(What.PREFER, name, lambda r: replace(r, preferred=place_id), reason)

    def unprefer(self, name: str, *, reason: str = "") -> Saved:
        """Take a preference back."""
        return self._rule(What.UNPREFER, name, lambda r: replace(r, preferred=""), reason)

    def _refuse_strangers(self, name: str, place_id: str) -> None:
        record = self.record(place_id)
        if fold(name) not in record.keys:
            raise GazetteerError(
                f'{place_id} ({record.place.name}) has no name "{name}": give it the name first.'
            )

    def _rule(
        self, what: What, name: str, change: Callable[[Ruling], Ruling], reason: str
    ) -> Saved:
        key = fold(name)
        if not key:
            raise GazetteerError(f'"{name}" has no letter or digit, so it is no name.')
        with self._open() as ledger:
            subject = Subject(Kind.NAME, key)
            ruling = read_ruling(ledger.standing(subject).body)
            changed = change(ruling)
            if changed == ruling:
                raise GazetteerError(f'"{name}" is so already: nothing was changed.')
            body = write_entry(replace(changed, text=name))
            return Saved(ledger.write(what, {subject: body}, reason=reason))
