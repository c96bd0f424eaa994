"""Importing into a file of edits: tens to thousands of places, each a row of its history.

All of them are one batch and one transaction, which can be rolled back as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from storymap.errors import GazetteerError
from storymap.gazetteer.checking import RecordError, Severity
from storymap.gazetteer.desk import Saved
from storymap.gazetteer.editor import Batch, Editor
from storymap.gazetteer.importing.filling import Watching
from storymap.gazetteer.importing.identities import open_identities
from storymap.gazetteer.importing.reading import Reading
from storymap.gazetteer.importing.report import Outcome, Report, Tally
from storymap.gazetteer.importing.rows import Rejected, Row
from storymap.gazetteer.records import Record, record_of
from storymap.model import Attribution


class _OnlyAPreviewError(GazetteerError):
    """Leaves the transaction, so that nothing of it holds."""


def adopt(
    reading: Reading,
    editor: Editor,
    *,
    reason: str = "",
    strict: bool = False,
    watching: Watching | None = None,
) -> Report:
    """Add what is read to a file of edits; rows that are rejected are left out and told.

    Raises GazetteerError, and changes nothing, if there is no place to import or, with `strict`,
    if any row is rejected.
    """
    with editor.batch(reason=reason) as batch:
        tally = _put_all(reading, batch, watching or Watching())
        tally.refuse(strict=strict)
        _credit(batch, editor.layer.attributions(), reading)
    return tally.report(reading.remarks, batch=batch.number if tally.changes else None)


def preview(reading: Reading, editor: Editor, *, watching: Watching | None = None) -> Report:
    """Tell what `adopt` would do; what it does is taken back."""
    try:
        with editor.batch() as batch:
            tally = _put_all(reading, batch, watching or Watching())
            raise _OnlyAPreviewError
    except _OnlyAPreviewError:
        return tally.report(reading.remarks)


def _put_all(reading: Reading, batch: Batch, watching: Watching) -> Tally:
    tally = Tally(watching.on_rejected)
    with open_identities() as met:
        for row in met.admitted(reading.rows(watching.progress)):
            if isinstance(row, Rejected):
                tally.reject(row)
            else:
                _put(row, batch, tally)
    return tally


def _put(row: Row, batch: Batch, tally: Tally) -> None:
    place_id = row.record.place.id
    earlier = batch.layer.entry(place_id).record or record_of(batch.gazetteer, place_id)
    try:
        saved = batch.put(row.record)
    except RecordError as error:
        wrong = tuple(str(p) for p in error.problems if p.severity is Severity.ERROR)
        tally.reject(Rejected(row.file, row.line, wrong))
    except GazetteerError as error:
        tally.reject(Rejected(row.file, row.line, (str(error),)))
    else:
        tally.accept(row, _outcome(saved, earlier), earlier)
        for problem in saved.warnings if saved else ():
            tally.warn(row, problem)


def _outcome(saved: Saved | None, earlier: Record | None) -> Outcome:
    if saved is None:
        return Outcome.UNCHANGED
    return Outcome.CHANGED if earlier else Outcome.NEW


def _credit(batch: Batch, present: Sequence[Attribution], reading: Reading) -> None:
    for attribution in reading.credits.attributions():
        if attribution not in present:
            batch.credit(attribution)
