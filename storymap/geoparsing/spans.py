"""Spans of a text that could be names, and what the gazetteer knows of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Protocol

from storymap.gazetteer.names import fold
from storymap.gazetteer.protocol import NameProfile
from storymap.geoparsing.coordination import full_name
from storymap.geoparsing.inflection import base_forms, prefix_length
from storymap.geoparsing.tokens import Casing, Sentence, Token, TokenisedText
from storymap.geoparsing.words import is_ordinary, is_personal, word_list

LONGEST = 7
"""Tokens in a name, hyphens among them: "Saint-Jean-sur-Richelieu" has seven."""


class Profiles(Protocol):
    """The part of a gazetteer that recognition needs."""

    def profile(self, keys: Collection[str]) -> Mapping[str, NameProfile]:
        """What is known of these folded keys."""
        ...


class Rank(IntEnum):
    """How surely a name means a place wherever it stands."""

    OTHER = 0
    CITY = 1
    """Half a million people live there."""
    DEMONYM = 2
    DIVISION = 3
    COUNTRY = 4


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens `first` to `last` (exclusive), which together are a name in the gazetteer."""

    first: int
    last: int
    key: str
    profile: NameProfile
    rank: Rank = Rank.OTHER
    skip: int = 0
    """Letters at the head of the first token that are no part of the name."""

    @property
    def length(self) -> int:
        """In tokens."""
        return self.last - self.first


_LONGEST_CODE = 3
_METROPOLIS = 500_000


def _rank(key: str, profile: NameProfile) -> Rank:
    """A short key is a code or a word; "Central" and "Nelson" are divisions, but rarely meant."""
    is_short = len(key) <= _LONGEST_CODE and key.isascii()
    if is_short or is_ordinary(key):
        return Rank.OTHER
    if profile.is_demonym:
        return Rank.DEMONYM
    if profile.is_country:
        return Rank.COUNTRY
    if is_personal(key):
        return Rank.OTHER
    if profile.is_admin1:
        return Rank.DIVISION
    is_metropolis = profile.is_main_name and profile.population >= _METROPOLIS
    return Rank.CITY if is_metropolis else Rank.OTHER


def find_names(text: TokenisedText, gazetteer: Profiles) -> dict[int, list[NameSpan]]:
    """The names of the gazetteer in a text by first token, longest first; asks it once."""
    spans = [
        (first, last, tuple(_readings(text, first, last)))
        for sentence in text.sentences
        for first, last in _possible_spans(text, sentence)
    ]
    profiles = gazetteer.profile({r.key for _, _, readings in spans for r in readings if r.key})
    found: dict[int, list[NameSpan]] = {}
    for first, last, readings in spans:
        for reading in readings:
            profile = profiles.get(reading.key)
            if profile and (not reading.is_guess or _has_standing(profile)):
                rank = _rank(reading.key, profile)
                span = NameSpan(first, last, reading.key, profile, rank, reading.skip)
                found.setdefault(first, []).insert(0, span)
                break
    return found


class _Reading(NamedTuple):
    """A key that a span may have."""

    key: str
    skip: int = 0
    is_guess: bool = False
    """Whether letters were taken away, so that only a well-known place is believed."""


def _readings(text: TokenisedText, first: int, last: int) -> Iterator[_Reading]:
    start, end = text.tokens[first].start, text.tokens[last - 1].end
    surface = text.text[start:end]
    if whole := full_name(text.text, start, end):
        yield _Reading(fold(whole))
        return
    yield _Reading(fold(surface))
    if surface.isascii():
        return
    if last - first == 1:
        yield from (_Reading(fold(form), is_guess=True) for form in base_forms(surface))
    if skip := prefix_length(surface):
        yield _Reading(fold(surface[skip:]), skip, is_guess=True)
        if skip > 1:
            yield _Reading(fold(surface[1:]), 1, is_guess=True)


_STANDING = 50_000
"""Inhabitants of a place that is recognised by a bent name."""


def _has_standing(profile: NameProfile) -> bool:
    return profile.population >= _STANDING or profile.is_country or profile.is_admin1


def _possible_spans(text: TokenisedText, sentence: Sentence) -> Iterator[tuple[int, int]]:
    ignores_case = sentence.casing is Casing.LOWER
    for first in range(sentence.first, sentence.last):
        if not _may_begin(text.tokens[first], ignores_case):
            continue
        for last in range(first + 1, min(first + LONGEST, sentence.last) + 1):
            if last - first > 1 and not _may_continue(text, last - 1, ignores_case):
                break
            if _may_end(text, first, last - 1, ignores_case):
                yield first, last


def _may_begin(token: Token, ignores_case: bool) -> bool:
    if not token.is_word:
        return False
    return token.is_capitalised or ignores_case


_POSSESSIVES = frozenset(("'s", "’s"))
_SAINTS = frozenset(("st", "st.", "saint"))


def _may_end(text: TokenisedText, first: int, index: int, ignores_case: bool) -> bool:
    token = text.tokens[index]
    if token.lower in _POSSESSIVES:
        return text.tokens[first].lower in _SAINTS
    return token.is_capitalised or (ignores_case and token.is_word) or token.text.isdigit()


def _may_continue(text: TokenisedText, index: int, ignores_case: bool) -> bool:
    token, gap = text.tokens[index], text.gap_before(index)
    if token.text in {"-", "–", "‑", "'", "’", "&"} or token.lower in _POSSESSIVES:
        return True
    if text.tokens[index - 1].text in {"-", "–", "‑"} and (
        gap or len(text.tokens[index - 2].text) == 1
    ):
        return False
    if not token.is_word:
        return token.text.isdigit()
    return token.is_capitalised or ignores_case or token.lower in word_list("small_words")
