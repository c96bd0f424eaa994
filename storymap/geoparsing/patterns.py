"""Names that their own words show to be places, whether or not the gazetteer has them:
"Tellico Creek", "Lake Arrow", "Marram County".
"""

from __future__ import annotations

from collections.abc import Iterator

from storymap.gazetteer.names import fold
from storymap.gazetteer.protocol import NameProfile
from storymap.geoparsing.scene import Scene
from storymap.geoparsing.spans import NameSpan, Rank
from storymap.geoparsing.tokens import Casing, Sentence
from storymap.geoparsing.words import word_list

POINTS = 2.0
"""What the form alone is worth, in the points of the cues."""

_UNKNOWN = NameProfile(0, 0, frozenset())
_MOST_WORDS = 3


def pattern_names(scene: Scene, sentence: Sentence) -> Iterator[NameSpan]:
    """Yield the names in a sentence that end or begin with a word for a kind of place."""
    if sentence.casing is not Casing.MIXED:
        return
    for index in range(sentence.first, sentence.last):
        word = scene.text.tokens[index]
        if not word.is_capitalised or word.is_upper:
            continue
        if word.lower in word_list("naming_words"):
            first = _name_start(scene, index, sentence)
            if first < index:
                yield _span(scene, first, index + 1)
        if _is_vouched_for(scene, index, sentence):
            yield _span(scene, index, _name_end(scene, index, sentence))
        if word.lower in word_list("leading_words") and _is_proper(scene, index + 1, sentence):
            yield _span(scene, index, index + 2)


_SETTLEMENTS = frozenset(("village", "town", "hamlet", "settlement", "suburb", "township", "city"))
_FROM_WHERE = frozenset(("in", "from", "near", "at", "outside"))


def _is_vouched_for(scene: Scene, index: int, sentence: Sentence) -> bool:
    """Whether a name that the gazetteer lacks begins here: "the village of X", "from X, Kenya"."""
    if scene.names.get(index) or not _is_proper(scene, index, sentence):
        return False
    before = scene.before(index, sentence)
    if before is not None and before.lower == "of":
        noun = scene.before(index - 1, sentence)
        return noun is not None and noun.lower in _SETTLEMENTS
    if before is None or before.lower not in _FROM_WHERE:
        return False
    return _is_in_country(scene, _name_end(scene, index, sentence), sentence)


def _name_end(scene: Scene, index: int, sentence: Sentence) -> int:
    last = index + 1
    while last - index < _MOST_WORDS and _is_proper(scene, last, sentence):
        last += 1
    return last


def _is_in_country(scene: Scene, last: int, sentence: Sentence) -> bool:
    """Whether a comma and the name of a country or division follow, and nothing of theirs."""
    comma = scene.after(last, sentence)
    if comma is None or comma.text != ",":
        return False
    for name in scene.names.get(last + 1, ()):
        following = scene.after(name.last, sentence)
        is_owner = following is not None and following.lower in {"'s", "’s"}
        if name.rank in {Rank.DIVISION, Rank.COUNTRY} and not is_owner:
            return True
    return False


def _name_start(scene: Scene, index: int, sentence: Sentence) -> int:
    first = index
    while index - first < _MOST_WORDS and first > sentence.first:
        if not _is_proper(scene, first - 1, sentence) or "\n" in scene.text.gap_before(first):
            break
        first -= 1
    return first


def _is_proper(scene: Scene, index: int, sentence: Sentence) -> bool:
    """Whether a capitalised word that is no ordinary word stands here."""
    if not sentence.first <= index < sentence.last:
        return False
    token = scene.text.tokens[index]
    if not token.is_word or not token.is_capitalised or token.text.endswith("."):
        return False
    return not any(
        token.lower in word_list(name)
        for name in ("ordinary_words", "calendar", "organisation_words", "titles")
    )


def _span(scene: Scene, first: int, last: int) -> NameSpan:
    tokens = scene.text.tokens
    key = fold(scene.text.text[tokens[first].start : tokens[last - 1].end])
    return NameSpan(first, last, key, _UNKNOWN)
