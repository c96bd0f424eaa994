"""Spans of a text that could be names, and what the gazetteer knows of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from storymap.gazetteer.names import fold
from storymap.gazetteer.protocol import NameProfile
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

    @property
    def length(self) -> int:
        """In tokens."""
        return self.last - self.first


_LONGEST_CODE = 3
_METROPOLIS = 500_000


def _rank(key: str, profile: NameProfile) -> Rank:
    """A short key is a code or a word; "Central" and "Nelson" are divisions, but rarely meant."""
    if len(key) <= _LONGEST_CODE or is_ordinary(key):
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
        (first, last, fold(text.text[text.tokens[first].start : text.tokens[last - 1].end]))
        for sentence in text.sentences
        for first, last in _possible_spans(text, sentence)
    ]
    profiles = gazetteer.profile({key for _, _, key in spans if key})
    found: dict[int, list[NameSpan]] = {}
    for first, last, key in spans:
        if profile := profiles.get(key):
            found.setdefault(first, []).insert(
                0, NameSpan(first, last, key, profile, _rank(key, profile))
            )
    return found


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
