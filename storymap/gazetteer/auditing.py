"""Looking a whole layer of edits over: every record, and what came of it as the layers below
changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from storymap.gazetteer.checking import Problem, warning
from storymap.gazetteer.desk import Desk
from storymap.gazetteer.entries import PlaceEntry
from storymap.gazetteer.records import Record, record_of


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem and whose it is."""

    subject: str
    """Identifier of a place, or a name."""
    name: str
    problem: Problem


def audit(desk: Desk) -> Iterator[Finding]:
    """All problems of a layer, place by place and then name by name."""
    for place_id, entry in desk.layer.entries():
        record = entry.record or entry.original
        name = record.place.name if record else ""
        for problem in (*_stale(desk, place_id, entry), *_own(desk, entry)):
            yield Finding(place_id, name, problem)
        if entry.merged_into and desk.gazetteer.get(place_id) is None:
            yield Finding(place_id, name, _lost(entry.merged_into))
    for ruling in desk.layer.all_rulings().values():
        for place_id in filter(None, (*ruling.not_places, ruling.preferred)):
            if desk.gazetteer.get(place_id) is None:
                yield Finding(ruling.text, ruling.text, _lost(place_id))


def _own(desk: Desk, entry: PlaceEntry) -> tuple[Problem, ...]:
    """Problems of the edits alone: what was copied with an original is not theirs."""
    if entry.record is None or entry.is_gone:
        return ()
    known = desk.check(entry.original) if entry.original else ()
    return tuple(problem for problem in desk.check(entry.record) if problem not in known)


def _lost(place_id: str) -> Problem:
    return warning("id", f"{place_id} is hidden or not there any more: undo, or name another.")


def _stale(desk: Desk, place_id: str, entry: PlaceEntry) -> Iterator[Problem]:
    """Whether the layers below changed what was edited here."""
    if entry.record is None or entry.original is None:
        return
    under = record_of(desk.below, place_id)
    if under is None:
        yield warning("id", "The gazetteer below does not have this place any more; it stays here.")
    elif under != entry.original:
        changed = ", ".join(_changed(entry.original, under))
        yield warning(
            "original",
            f"The gazetteer below has changed it since it was edited here ({changed}): edit it "
            "again, restore the original, or confirm that it stays.",
        )


def _changed(was: Record, now: Record) -> Iterator[str]:
    for field in fields(was.place):
        if getattr(was.place, field.name) != getattr(now.place, field.name):
            yield field.name
    if was.names != now.names:
        yield "names"
