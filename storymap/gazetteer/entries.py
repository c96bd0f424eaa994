"""What a layer of edits says of a place, a name or a source: an entry each, kept as JSON.

An entry stands under its subject. One that says nothing is not kept, so the JSON of "nothing said"
is None.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from storymap.gazetteer.records import Record, pack, pack_record, to_json, unpack_record
from storymap.gazetteer.rulings import NO_RULING, Ruling
from storymap.model import Attribution


class Kind(StrEnum):
    """What an entry is about."""

    PLACE = "place"
    NAME = "name"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: a place by its identifier, a name by its key, a source by its key."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @classmethod
    def parse(cls, text: str) -> Subject:
        """The subject that was written as `str`."""
        kind, _, subject_id = text.partition(" ")
        return cls(Kind(kind), subject_id)


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """What a layer of edits says of a place."""

    record: Record | None = None
    """The place as added or edited; None where the layers below still describe it."""
    hidden: bool = False
    merged_into: str = ""
    """Identifier of the place that took its place."""
    original: Record | None = None
    """The place as the layers below described it when this was written over it; None if they did
    not know it. A newer gazetteer may differ from it."""

    @property
    def is_gone(self) -> bool:
        """Whether the place is not to be found under its own identifier."""
        return self.hidden or bool(self.merged_into)


NO_ENTRY = PlaceEntry()

Entry = PlaceEntry | Ruling | Attribution


def write_entry(entry: Entry) -> str | None:
    """The JSON of an entry; None if it says nothing."""
    if isinstance(entry, PlaceEntry):
        if entry.record is None and not entry.is_gone:
            return None
        records = {"record": entry.record, "original": entry.original}
        packed = {name: pack_record(record) for name, record in records.items() if record}
        return to_json(pack(entry, **packed))
    if isinstance(entry, Ruling) and entry == Ruling(entry.text):
        return None
    return to_json(pack(entry))


def read_place_entry(body: str | None) -> PlaceEntry:
    """The entry of a place from its JSON; None says nothing."""
    if body is None:
        return NO_ENTRY
    given = json.loads(body)
    for name in given.keys() & {"record", "original"}:
        given[name] = unpack_record(given[name])
    return PlaceEntry(**given)


def read_record(body: str) -> Record:
    """The record alone of the JSON of an entry that has one."""
    return unpack_record(json.loads(body)["record"])


def read_shown_record(body: str) -> Record | None:
    """The record that is to be found; None if there is none or the place is gone."""
    said = json.loads(body)
    is_gone = "hidden" in said or "merged_into" in said
    return None if is_gone or "record" not in said else unpack_record(said["record"])


def read_ruling(body: str | None) -> Ruling:
    """The ruling on a name from its JSON; None says nothing."""
    if body is None:
        return NO_RULING
    given = json.loads(body)
    return Ruling(**given | {"not_places": tuple(given.get("not_places", ()))})


def read_attribution(body: str) -> Attribution:
    """The attribution of a source from its JSON."""
    return Attribution(**json.loads(body))
