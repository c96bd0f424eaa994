"""What the templates write out: article, list of places, names left over, credits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from storymap.drawing.article import PassageView, passage_views
from storymap.drawing.geometry import Drawn, drawn_as
from storymap.drawing.payloads import doubtful_places, place_labels
from storymap.drawing.wording import containers, feature_word
from storymap.model import Attribution, Document, PassageKind, Place, Resolution, Story

_RTL_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"})
_RTL_LETTERS = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A line of the list of places."""

    number: int
    place: Place
    label: str
    within: str
    what: str
    drawn: Drawn
    mentions: tuple[int, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A name that was not located, with the numbers of its mentions and the reasons why."""

    name: str
    mentions: tuple[int, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class StoryView:
    """A story as the templates see it."""

    story: Story

    @property
    def document(self) -> Document:
        """The text with its title, source and date."""
        return self.story.document

    @cached_property
    def passages(self) -> tuple[PassageView, ...]:
        """The article, cut into passages and pieces."""
        return passage_views(self.story)

    @cached_property
    def title(self) -> str:
        """The title, or else the first heading of the text; empty if there is neither."""
        return self.document.title.strip() or (self._headings[0].text if self._headings else "")

    @cached_property
    def title_passage(self) -> int:
        """The number of the passage that is the title; 0 if the title is not in the text."""
        first = self.passages[0] if self.passages else None
        if not self.document.title.strip():
            return self._headings[0].number if self._headings else 0
        if first is not None and _same(first.text, self.title):
            return first.number
        return 0

    @cached_property
    def _headings(self) -> tuple[PassageView, ...]:
        return tuple(p for p in self.passages if p.kind is PassageKind.HEADING)

    @property
    def language(self) -> str:
        """BCP 47; English where the document does not say, because the interface is."""
        return self.document.language or "en"

    @cached_property
    def direction(self) -> str:
        """Whether the text runs "ltr" or "rtl"; by its letters where the language is not known."""
        if self.document.language:
            primary = self.document.language.split("-")[0].lower()
            return "rtl" if primary in _RTL_LANGUAGES else "ltr"
        return "rtl" if _is_mostly_rtl(self.document.text) else "ltr"

    @cached_property
    def rows(self) -> tuple[PlaceRow, ...]:
        """The list of places, in the order of the text."""
        labels, doubtful = place_labels(self.story), doubtful_places(self.story)
        mentions = _mentions_by_place(self.story.resolutions)
        return tuple(
            _row(number, place, labels[place.id], mentions[place.id], place.id in doubtful)
            for number, place in enumerate(self.story.places, 1)
        )

    @cached_property
    def left_over(self) -> tuple[LeftOver, ...]:
        """The names that were not located, each once."""
        numbers: dict[str, list[int]] = {}
        reasons: dict[str, tuple[str, ...]] = {}
        for number, resolution in enumerate(self.story.resolutions, 1):
            if resolution.place is None:
                numbers.setdefault(resolution.mention.text, []).append(number)
                reasons.setdefault(resolution.mention.text, resolution.reasons)
        return tuple(LeftOver(n, tuple(found), reasons[n]) for n, found in numbers.items())

    @property
    def credits(self) -> Sequence[Attribution]:
        """What the sources ask to be said."""
        return self.story.attributions

    @property
    def made_by(self) -> str:
        """The versions that made the story, in a line."""
        return ", ".join(" ".join(pair) for pair in self.story.versions)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _is_mostly_rtl(text: str) -> bool:
    kinds = [unicodedata.bidirectional(c) for c in text[:2000] if c.isalpha()]
    return 2 * sum(kind in _RTL_LETTERS for kind in kinds) > len(kinds)


def _mentions_by_place(resolutions: Iterable[Resolution]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, resolution in enumerate(resolutions, 1):
        if resolution.place is not None:
            found[resolution.place.id] = (*found.get(resolution.place.id, ()), number)
    return found


def _row(
    number: int, place: Place, label: str, mentions: tuple[int, ...], doubtful: bool
) -> PlaceRow:
    return PlaceRow(
        number=number,
        place=place,
        label=label,
        within=containers(place, label),
        what=feature_word(place),
        drawn=drawn_as(place),
        mentions=mentions,
        doubtful=doubtful,
    )
