"""Cues in the name itself: how well known it is, its length, its letters."""

from __future__ import annotations

from math import log10

from storymap.geoparsing.cues.sighting import Sighting
from storymap.geoparsing.spans import NameSpan, Rank
from storymap.geoparsing.tokens import Casing
from storymap.geoparsing.words import is_ordinary, word_list

_FEW_PLACES, _TELLING_LETTERS = 3, 6
_SHORT_LETTERS, _ACRONYM_LETTERS = 3, 4
_CITY_INHABITANTS = 200_000
"""A town of this size is known by its name, however short."""


def fame(seen: Sighting) -> float:
    """Countries and large places are meant far more often than their namesakes."""
    span, profile = seen.span, seen.span.profile
    if span.rank >= Rank.DEMONYM:
        return 4.0 if span.rank is Rank.COUNTRY else 3.0
    if "L" in profile.feature_classes and profile.is_main_name:
        return 2.0
    points = min(max(log10(profile.population + 1) - 4.0, _least_fame(span)), 2.5)
    is_foreign = not seen.first.text.isascii() and not seen.span.key.isascii()
    return points if profile.is_main_name or is_foreign else points - 1.0


def _least_fame(span: NameSpan) -> float:
    """Rivers and mountains have no inhabitants; a name that few places share is telling."""
    is_rare = span.profile.place_count <= _FEW_PLACES and len(span.key) >= _TELLING_LETTERS
    if span.profile.feature_classes & {"H", "T"}:
        return 1.0 if is_rare else 0.5
    return 0.0 if is_rare else -0.5


def length(seen: Sighting) -> float:
    """Long names are rarely anything else; names of two or three letters often are."""
    if len(seen.words) > 1:
        return -5.0 if _has_foreign_head(seen) else 1.5
    if len(seen.span.key) > _SHORT_LETTERS or seen.is_strong:
        return 0.0
    profile = seen.span.profile
    is_city = profile.is_main_name and profile.population >= _CITY_INHABITANTS
    return -0.5 if is_city and not seen.first.is_upper else -1.5


def _has_foreign_head(seen: Sighting) -> bool:
    """Whether it begins with what is no part of the name: "And I", "State of X", "The X"."""
    head, second = seen.words[:2]
    if head == "the":
        inner = seen.scene.names.get(seen.span.first + 1, ())
        is_name = any(name.last == seen.span.last for name in inner)
        return is_name and not seen.span.profile.is_main_name
    is_kind = second == "of" and head in {"city", "state", "town", "village", "county"}
    return is_kind or head in word_list("function_words")


def ordinary_word(seen: Sighting) -> float:
    """Reading, Mobile, Nice and March are mostly words, above all where capitals say little."""
    if len(seen.words) > 1 and seen.words[-1] in word_list("feature_words"):
        return 0.0
    if not all(is_ordinary(word) for word in seen.words) or seen.is_strong:
        return 0.0
    says_little = seen.sentence.casing is not Casing.MIXED or seen.begins_sentence
    if len(seen.words) == 1:
        return -4.5 if says_little else -2.5
    return -2.5 if says_little else -1.5


def sentence_start(seen: Sighting) -> float:
    """A capital at the start of a sentence says nothing; in a headline little."""
    if seen.is_strong or seen.span.length > 1:
        return 0.0
    if seen.sentence.casing is not Casing.MIXED:
        return -1.0
    return -0.5 if seen.begins_sentence else 0.0


def capitals_alone(seen: Sighting) -> float:
    """A dateline ("PARIS (AP) —") or an acronym."""
    if seen.sentence.casing is Casing.UPPER or not seen.first.is_upper:
        return 0.0
    if _is_dateline(seen):
        return 3.0
    if seen.span.length > 1:
        return 0.0
    return -3.0 if len(seen.span.key) <= _ACRONYM_LETTERS and not seen.is_strong else -0.5


_DATELINE_TOKENS = 4


def _is_dateline(seen: Sighting) -> bool:
    """ "PARIS (AP) —" and "KYRGYZSTAN, JALALABAD" at the head of a text or a part of it."""
    begin, end = seen.sentence.first, seen.span.first
    if end > begin + _DATELINE_TOKENS or seen.after is None:
        return False
    if not all(t.is_upper for t in seen.scene.text.tokens[begin:end] if t.is_word):
        return False
    ends_here = seen.after.text in ",:" and seen.sentence.begins_passage
    return ends_here or seen.after.text in "(—–-"


def no_capitals(seen: Sighting) -> float:
    """Without capitals, or in a script that has none, only well-known names are safe."""
    if seen.sentence.casing is Casing.LOWER:
        return -10.0 if len(seen.span.key) <= _SHORT_LETTERS else -1.0
    return 0.0 if seen.first.has_case else -0.5
