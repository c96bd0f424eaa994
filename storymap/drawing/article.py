"""Cuts a document into passages and these into pieces, so that a template can write them out.

Mentions are numbered from 1 in text order, places likewise in the order of their first mention.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storymap.model import Document, Passage, PassageKind, Resolution, Story


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention as the page shows it."""

    number: int
    text: str
    resolution: Resolution
    place_number: int
    """0 where the mention is not located."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of plain text, or a mark."""

    text: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as the page shows it, numbered from 1."""

    number: int
    kind: PassageKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The passage as it stands in the document."""
        return "".join(p.mark.text if p.mark else p.text for p in self.pieces)


def passage_views(story: Story) -> tuple[PassageView, ...]:
    """Cut the story's text; a document without passages is one paragraph, an empty one is none."""
    document = story.document
    marks = _marks(story)
    starts = [m.resolution.mention.start for m in marks]
    views = []
    for number, passage in enumerate(_passages(document), 1):
        own = marks[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        pieces = tuple(_pieces(document.text, passage, own))
        views.append(PassageView(number, passage.kind, pieces))
    return tuple(views)


def _passages(document: Document) -> Sequence[Passage]:
    if document.passages or not document.text.strip():
        return document.passages
    return (Passage(0, len(document.text)),)


def _marks(story: Story) -> list[Mark]:
    numbers = {place.id: n for n, place in enumerate(story.places, 1)}
    return [
        Mark(n, r.mention.text, r, numbers[r.place.id] if r.place else 0)
        for n, r in enumerate(story.resolutions, 1)
    ]


def _pieces(text: str, passage: Passage, marks: Sequence[Mark]) -> Iterator[Piece]:
    at = passage.start
    for mark in marks:
        mention = mark.resolution.mention
        start, end = max(at, mention.start), min(mention.end, passage.end)
        if at < start:
            yield Piece(text[at:start])
        yield Piece(mark=Mark(mark.number, text[start:end], mark.resolution, mark.place_number))
        at = max(start, end)
    if at < passage.end:
        yield Piece(text[at : passage.end])
