"""What went wrong, document by document, for people who want to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from storymap.evaluation.corpus import AnnotatedDocument
from storymap.evaluation.resolution import NEAR_KM, distance_km
from storymap.model import Document, Resolution

CONTEXT = 40
"""Code points of text shown on either side."""


class MistakeKind(StrEnum):
    """Missed: annotated, not predicted. Spurious: the reverse. Misplaced: more than 161 km off."""

    MISSED = "missed"
    SPURIOUS = "spurious"
    MISPLACED = "misplaced"
    UNLOCATED = "unlocated"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference from the annotation."""

    document: str
    kind: MistakeKind
    start: int
    text: str
    context: str
    note: str = ""


def recognition_mistakes(
    annotated: AnnotatedDocument, resolutions: Sequence[Resolution]
) -> Iterator[Mistake]:
    """Yield the spans that only one side has, in text order."""
    gold = {(t.start, t.end) for t in annotated.toponyms}
    predicted = {(r.mention.start, r.mention.end) for r in resolutions}
    for start, end in sorted(gold ^ predicted):
        kind = MistakeKind.MISSED if (start, end) in gold else MistakeKind.SPURIOUS
        yield _mistake(annotated, kind, start, end)


def resolution_mistakes(
    annotated: AnnotatedDocument, resolutions: Sequence[Resolution]
) -> Iterator[Mistake]:
    """Yield the annotated spans that were put too far away or nowhere."""
    for toponym, resolution in zip(annotated.toponyms, resolutions, strict=True):
        if not toponym.is_located:
            continue
        error_km = distance_km(toponym, resolution.place)
        point = f"{toponym.lat:.2f}, {toponym.lon:.2f}"
        if resolution.place is None or error_km is None:
            kind, note = MistakeKind.UNLOCATED, f"gold at {point}"
        elif error_km > NEAR_KM:
            place = resolution.place
            chosen = f"{place.name} {place.feature_code} {place.admin1} {place.country}"
            kind, note = MistakeKind.MISPLACED, f"{error_km:.0f} km: {chosen}; gold at {point}"
        else:
            continue
        yield _mistake(annotated, kind, toponym.start, toponym.end, note=note)


def as_lines(mistakes: Iterable[Mistake]) -> Iterator[str]:
    """One tab-separated line a mistake: document, kind, offset, text, context, note."""
    for m in mistakes:
        yield "\t".join((m.document, m.kind.value, str(m.start), m.text, m.context, m.note))


def _mistake(
    annotated: AnnotatedDocument, kind: MistakeKind, start: int, end: int, *, note: str = ""
) -> Mistake:
    document = annotated.document
    surface = " ".join(document.text[start:end].split())
    return Mistake(annotated.id, kind, start, surface, _context(document, start, end), note)


def _context(document: Document, start: int, end: int) -> str:
    before = document.text[max(0, start - CONTEXT) : start]
    after = document.text[end : end + CONTEXT]
    return " ".join(f"{before}[{document.text[start:end]}]{after}".split())
