"""What an import does, or would do: how many rows are new, changed, unchanged and rejected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum

from storymap.errors import GazetteerError
from storymap.gazetteer.importing.rows import Rejected, Row
from storymap.gazetteer.records import Record
from storymap.model import Place

MOST_REJECTED_KEPT = 1000
"""Rejected rows in a report; the rest are counted."""

EXAMPLES = 20
"""Rows of each outcome in a report."""


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Example:
    """A row and what becomes of it."""

    row: Row
    outcome: Outcome
    changes: tuple[str, ...] = ()
    """Names of the fields that change."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an import or of its preview."""

    counts: dict[Outcome, int]
    rejected: int
    rejections: tuple[Rejected, ...]
    """The first `MOST_REJECTED_KEPT` of them, in the order of the files."""
    examples: tuple[Example, ...]
    kept: int = 0
    """Places that were there and of which the import says nothing."""
    warnings: tuple[str, ...] = ()
    """What may be wrong with the files and with rows that were accepted."""
    batch: int | None = None
    """By this number the import is rolled back, where it went into a file of edits."""

    @property
    def accepted(self) -> int:
        """Rows that are places."""
        return sum(self.counts.values())


@dataclass(slots=True)
class Tally:
    """Counts rows as they go by; what it keeps of them is bounded."""

    on_rejected: Callable[[Rejected], object] | None = None
    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    rejected: int = 0
    rejections: list[Rejected] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def reject(self, row: Rejected) -> None:
        """Count a row that is no place."""
        self.rejected += 1
        if self.rejected <= MOST_REJECTED_KEPT:
            self.rejections.append(row)
        if self.on_rejected:
            self.on_rejected(row)

    def accept(self, row: Row, outcome: Outcome, before: Record | None = None) -> None:
        """Count a row that is a place."""
        self.counts[outcome] += 1
        if self.counts[outcome] <= EXAMPLES:
            self.examples.append(Example(row, outcome, changed_fields(before, row.record)))

    def warn(self, row: Row, what: object) -> None:
        """Keep a warning about an accepted row."""
        if len(self.warnings) < MOST_REJECTED_KEPT:
            self.warnings.append(f"{row.file}, line {row.line}: {what}")

    def refuse(self, *, strict: bool) -> None:
        """Raise GazetteerError if nothing is to be imported."""
        first = f" The first: {self.rejections[0]}" if self.rejections else ""
        if not sum(self.counts.values()):
            raise GazetteerError(f"There is no place to import.{first}")
        if strict and self.rejected:
            rows = "1 row is" if self.rejected == 1 else f"{self.rejected:,} rows are"
            raise GazetteerError(f"Nothing was imported, because {rows} rejected.{first}")

    @property
    def changes(self) -> int:
        """Rows that say something new."""
        return self.counts[Outcome.NEW] + self.counts[Outcome.CHANGED]

    def report(
        self, remarks: Sequence[str] = (), *, kept: int = 0, batch: int | None = None
    ) -> Report:
        """What was counted, with remarks on the files as a whole."""
        return Report(
            dict(self.counts),
            self.rejected,
            tuple(self.rejections),
            tuple(self.examples),
            kept,
            (*remarks, *self.warnings),
            batch,
        )


_NOT_COMPARED = ("within",)


def changed_fields(before: Record | None, after: Record) -> tuple[str, ...]:
    """Names of the fields in which two records of a place differ; empty if there is no earlier."""
    if before is None:
        return ()
    places = [f.name for f in fields(Place) if f.name not in _NOT_COMPARED]
    changed = [n for n in places if getattr(before.place, n) != getattr(after.place, n)]
    own = [f.name for f in fields(Record) if f.name not in ("place", "names")]
    changed += [name for name in own if getattr(before, name) != getattr(after, name)]
    return (*changed, *(["names"] if set(before.names) != set(after.settled().names) else []))
