"""What people decided, anchored in the text and applied over what was recognised.

The story shown is always `apply(decisions, geoparse(document))`: decisions are a log, a later
one goes before an earlier, and one about a single mention before one about a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from storymap.gazetteer.names import fold
from storymap.model import (
    Decision,
    DecisionScope,
    Document,
    Mention,
    Place,
    Resolution,
    Selector,
    Story,
    Verdict,
)

CONTEXT = 32
"""Code points of context kept on either side of a quotation."""

_TELLING_CONTEXT = 8
"""Code points of context that must be there to tell a place in the text by one side alone."""

NAMELESS_AUTHOR = "a person"

Span = tuple[int, int]


def select(document: Document, start: int, end: int) -> Selector:
    """Return what finds a span again, also in a changed text; `ValueError` if it is not in it."""
    text = document.text
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start} to {end} is no span of a text of {len(text)} characters")
    return Selector(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def locate(selector: Selector, document: Document) -> Span | None:
    """Return the span that a selector means in a text that may have changed; None if in doubt.

    The quotation must be there with its context on both sides, or, where there is none such,
    on one side. Among several of the first kind the one at the old position is meant.
    """
    starts = list(_occurrences(selector.exact, document.text))
    before = {s for s in starts if document.text.endswith(selector.prefix, 0, s)}
    after = {
        s for s in starts if document.text.startswith(selector.suffix, s + len(selector.exact))
    }
    found = _the_one(before & after, selector.start)
    if found is None and not before & after:
        one_side = set[int]()
        one_side |= before if len(selector.prefix) >= _TELLING_CONTEXT else set()
        one_side |= after if len(selector.suffix) >= _TELLING_CONTEXT else set()
        found = one_side.pop() if len(one_side) == 1 else None
    return None if found is None else (found, found + len(selector.exact))


def _the_one(starts: set[int], expected: int) -> int | None:
    if expected in starts:
        return expected
    return next(iter(starts)) if len(starts) == 1 else None


def _occurrences(exact: str, text: str) -> Iterator[int]:
    start = text.find(exact) if exact else -1
    while start >= 0:
        yield start
        start = text.find(exact, start + 1)


def apply(decisions: Sequence[Decision], story: Story) -> Story:
    """Return the story as people decided it.

    `decisions` are the whole log, or go on where the story's own log ends. A place on a span
    where nothing was recognised adds a mention, and with the scope of a name one wherever that
    name stands as a word; what is not a place is no mention any more. A decision whose anchor is
    gone from the text changes nothing and is put into `needs_review`.

    Applying decisions twice is applying them once.
    """
    log = _continued(story.decisions, decisions)
    anchored = [(locate(d.selector, story.document), d) for d in log]
    rulings = _Rulings.of(anchored)
    resolutions = _with_missed(story, rulings)
    return replace(
        story,
        resolutions=tuple(_decided(resolutions, rulings)),
        decisions=log,
        needs_review=tuple(d for span, d in anchored if span is None),
    )


def _continued(log: tuple[Decision, ...], decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    is_whole_log = tuple(decisions[: len(log)]) == log
    return tuple(decisions) if is_whole_log else (*log, *decisions)


def _decided(resolutions: Iterable[Resolution], rulings: _Rulings) -> Iterator[Resolution]:
    for resolution in resolutions:
        decision = rulings.on(resolution.mention)
        if decision is None:
            yield resolution
        elif decision.verdict is Verdict.PLACE:
            yield _chosen(resolution, decision)


def _chosen(resolution: Resolution, decision: Decision) -> Resolution:
    author = decision.author or NAMELESS_AUTHOR
    return replace(
        resolution,
        place=decision.place,
        confidence=1.0 if decision.place else 0.0,
        reasons=(f"chosen by {author}" if decision.place else f"left open by {author}",),
        label=_label(resolution, decision.place),
        decided_by=author,
    )


def _label(resolution: Resolution, place: Place | None) -> str:
    """Return the name to show: the one by which the place was found, if it was a candidate."""
    if place is None:
        return ""
    if resolution.label and resolution.place and resolution.place.id == place.id:
        return resolution.label
    found = (c.name.text for c in resolution.candidates if c.place.id == place.id)
    return next(found, place.name)


@dataclass(frozen=True, slots=True)
class _Rulings:
    """The decisions that hold, of all that were taken."""

    by_span: Mapping[Span, Decision]
    by_name: Mapping[str, tuple[Span, Decision]]
    """By folded name, with the span where the decision was taken."""

    @classmethod
    def of(cls, anchored: Iterable[tuple[Span | None, Decision]]) -> _Rulings:
        by_span: dict[Span, Decision] = {}
        by_name: dict[str, tuple[Span, Decision]] = {}
        for span, decision in anchored:
            if span is None:
                continue
            if decision.scope is DecisionScope.NAME:
                by_name.pop(_key(decision.selector.exact), None)
                by_name[_key(decision.selector.exact)] = (span, decision)
                continue
            if decision.verdict is Verdict.PLACE:
                by_span = {s: d for s, d in by_span.items() if not _overlap(s, span)}
            by_span[span] = decision
        return cls(by_span, by_name)

    def on(self, mention: Mention) -> Decision | None:
        """Return the decision that holds for a mention."""
        span = (mention.start, mention.end)
        _, of_name = self.by_name.get(_key(mention.text), (None, None))
        return self.by_span.get(span, of_name)


def _with_missed(story: Story, rulings: _Rulings) -> list[Resolution]:
    """Return the resolutions and, unlocated, those of mentions that people say were missed.

    What was decided on a span goes before what was decided on a name, and late before early.
    """
    room = _Room(story)
    for span, decision in rulings.by_span.items():
        if decision.verdict is Verdict.PLACE:
            room.claim(span)
        room.close(span)
    names = [pair for pair in rulings.by_name.values() if pair[1].verdict is Verdict.PLACE]
    for span, _ in reversed(names):
        room.claim(span)
    for _, decision in reversed(names):
        for span in _whole_words(decision.selector.exact, story.document.text):
            if room.is_free(span):
                room.claim(span)
    return room.resolutions()


class _Room:
    """The stretches of a text that mentions take up, and those that are spoken for."""

    def __init__(self, story: Story) -> None:
        self._text = story.document.text
        self._by_span = {(r.mention.start, r.mention.end): r for r in story.resolutions}
        self._holders: defaultdict[int, set[Span]] = defaultdict(set)
        self._closed: set[int] = set()
        for span in self._by_span:
            self._hold(span)

    def claim(self, span: Span) -> None:
        """Make the span a mention in place of all that overlaps it, unless it is spoken for."""
        if not self._closed.isdisjoint(range(*span)):
            return
        for other in self._overlapping(span) - {span}:
            del self._by_span[other]
            for position in range(*other):
                self._holders[position].discard(other)
        if span not in self._by_span:
            self._by_span[span] = Resolution(Mention(*span, self._text[slice(*span)]))
            self._hold(span)
        self.close(span)

    def close(self, span: Span) -> None:
        """Let nothing claim any of the span any more."""
        self._closed.update(range(*span))

    def is_free(self, span: Span) -> bool:
        """Whether no mention reaches beyond the span from within it."""
        return all(span[0] <= s and e <= span[1] for s, e in self._overlapping(span))

    def resolutions(self) -> list[Resolution]:
        """Return the resolutions in text order."""
        return [self._by_span[span] for span in sorted(self._by_span)]

    def _hold(self, span: Span) -> None:
        for position in range(*span):
            self._holders[position].add(span)

    def _overlapping(self, span: Span) -> set[Span]:
        return set[Span]().union(*(self._holders.get(i, ()) for i in range(*span)))


def _key(name: str) -> str:
    return fold(name) or name


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _whole_words(name: str, text: str) -> Iterator[Span]:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return (match.span() for match in pattern.finditer(text))
