"""Importing into a gazetteer file of its own: whole countries, or the world.

The file appears complete or not at all. If there is one already, its places stay unless the
import has them too. A gazetteer file keeps no parents, notes, links and dates of places; a file of
edits does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from storymap.gazetteer.importing.identities import Identities, open_identities
from storymap.gazetteer.importing.opening import Progress
from storymap.gazetteer.importing.reading import Reading
from storymap.gazetteer.importing.report import Outcome, Report, Tally
from storymap.gazetteer.importing.rows import Rejected, Row
from storymap.gazetteer.records import Record
from storymap.gazetteer.store import Store
from storymap.gazetteer.writing import GazetteerWriter, Source, in_order

_AT_A_TIME = 500
"""Rows that are compared with the file at once."""


@dataclass(frozen=True, slots=True)
class Watching:
    """Who is told of what while an import goes on."""

    progress: Progress | None = None
    on_rejected: Callable[[Rejected], object] | None = None


def fill(
    reading: Reading,
    path: Path,
    *,
    anew: bool = False,
    strict: bool = False,
    watching: Watching | None = None,
) -> Report:
    """Write what is read to a gazetteer file; rows that are rejected are left out and told.

    With `anew` a file that is there is replaced, else completed. Raises GazetteerError, and leaves
    what was there, if there is no place to import or, with `strict`, if any row is rejected.
    """
    watching = watching or Watching()
    present = _present(path)
    before = None if anew else present
    tally, kept = Tally(watching.on_rejected), 0
    with open_identities() as met, GazetteerWriter(path, version=_version(reading, before)) as out:
        for row in _accepted(met.admitted(reading.rows(watching.progress)), before, tally):
            out.add(row.record.place, row.record.names)
        tally.refuse(strict=strict)
        for record in _others(before, met):
            out.add(record.place, record.names)
            kept += 1
        for source in _sources(before, reading):
            out.add_source(source)
        del before, present  # closes the file, so that it can be replaced on every system
    return tally.report(reading.remarks, kept=kept)


def preview(
    reading: Reading, path: Path, *, anew: bool = False, watching: Watching | None = None
) -> Report:
    """Tell what `fill` would do, and write nothing."""
    watching = watching or Watching()
    present = _present(path)
    before = None if anew else present
    tally = Tally(watching.on_rejected)
    with open_identities() as met:
        for _ in _accepted(met.admitted(reading.rows(watching.progress)), before, tally):
            pass
        return tally.report(reading.remarks, kept=sum(1 for _ in _others(before, met)))


def _present(path: Path) -> Store | None:
    """The file as it is; raises GazetteerError if it is something else, which must not be lost."""
    return Store(path) if path.exists() else None


def _version(reading: Reading, before: Store | None) -> str:
    base = f"{before.version} " if before else ""
    return f"import-{hashlib.sha256(f'{base}{reading.digest}'.encode()).hexdigest()[:12]}"


def _accepted(rows: Iterable[Row | Rejected], before: Store | None, tally: Tally) -> Iterator[Row]:
    """The rows that are places, counted and compared with what is there."""
    rows = iter(rows)
    while some := list(islice(rows, _AT_A_TIME)):
        accepted = [row for row in some if isinstance(row, Row)]
        present = _records(before, [row.record.place.id for row in accepted]) if before else {}
        for row in some:
            if isinstance(row, Rejected):
                tally.reject(row)
                continue
            earlier = present.get(row.record.place.id)
            tally.accept(row, _outcome(row.record, earlier), earlier)
            yield row


def _records(before: Store, ids: Sequence[str]) -> dict[str, Record]:
    places = before.get_all(ids)
    return {i: Record(replace(p, within=()), tuple(before.names(i))) for i, p in places.items()}


def _outcome(record: Record, earlier: Record | None) -> Outcome:
    if earlier is None:
        return Outcome.NEW
    kept = Record(record.place, tuple(in_order(record.place.name, record.names)))
    return Outcome.UNCHANGED if kept == earlier else Outcome.CHANGED


def _others(before: Store | None, met: Identities) -> Iterator[Record]:
    """What the file has and the import has not."""
    for place, names in before.walk() if before else ():
        if place.id not in met:
            yield Record(place, tuple(names))


def _sources(before: Store | None, reading: Reading) -> Iterable[Source]:
    present = {source.attribution.source: source for source in (before.sources() if before else ())}
    read = {
        said.source: Source(said, sha256=reading.digest) for said in reading.credits.attributions()
    }
    return (present | read).values()
