"""Cues in the sentence and the text around a name: prepositions, lists, containers, persons."""

from __future__ import annotations

from storymap.geoparsing.cues.sighting import Sighting
from storymap.geoparsing.spans import Rank
from storymap.geoparsing.words import is_personal, word_list

_PREPOSITIONS = {
    "in": 2.5, "near": 2.5, "outside": 2.5, "around": 1.5, "across": 1.5, "throughout": 1.5,
    "to": 1.0, "from": 2.0, "at": 1.0, "into": 1.5, "toward": 1.5, "towards": 1.5, "via": 1.5,
    "of": 1.0, "between": 1.0, "through": 1.0, "over": 0.5, "off": 1.0, "along": 1.0,
    "inside": 1.5, "within": 1.5, "for": 0.0, "on": 0.0, "by": -0.5, "with": -0.5,
    "в": 2.5, "во": 2.5, "из": 1.5, "под": 1.5, "около": 2.0, "близ": 2.5, "до": 1.0, "к": 0.5,
    "في": 2.5, "من": 1.5, "إلى": 1.5, "الى": 1.5, "قرب": 2.5, "אל": 1.0, "ליד": 2.5,
    "à": 1.5, "nach": 1.5, "aus": 1.5, "bei": 1.5,
}  # fmt: skip
_AS_FAR_AS = 2.0
_JOINS = frozenset(("and", "or", ","))
_LONGEST_LIST = 12
"""Tokens that are looked through to the beginning of a list."""
_LOOK_AHEAD = 8


def preposition(seen: Sighting) -> float:
    """ "in X", "near the X", "from northern X", and more weakly Y in "in X, Z and Y"."""
    index, before = seen.span.first, seen.before
    while before is not None and (before.lower == "the" or before.lower in word_list("directions")):
        index -= 1
        before = seen.scene.before(index, seen.sentence)
    if before is None:
        return 0.0
    if before.lower in _JOINS:
        return 0.5 * max(_before_list(seen, index), 0.0)
    if before.lower == "as" and _is_far(seen, index - 2):
        return _AS_FAR_AS
    return _PREPOSITIONS.get(before.lower, 0.0)


def _is_far(seen: Sighting, index: int) -> bool:
    """Whether "far" stands here: "as far as X"."""
    return index >= seen.sentence.first and seen.scene.text.tokens[index].lower == "far"


def _before_list(seen: Sighting, index: int) -> float:
    """Points of the preposition before a list of capitalised words, going back from its end."""
    for position in range(index - 1, max(seen.sentence.first, index - _LONGEST_LIST) - 1, -1):
        token = seen.scene.text.tokens[position]
        if token.lower in _PREPOSITIONS:
            return _PREPOSITIONS[token.lower]
        if token.lower == "as" and _is_far(seen, position - 1):
            return _AS_FAR_AS
        if not token.is_capitalised and token.lower not in _JOINS | {"the", "-"}:
            return 0.0
    return 0.0


def type_word(seen: Sighting) -> float:
    """ "the village of X", "the X district", "X, Y and Z counties"."""
    if seen.before is not None and seen.before.lower == "of":
        noun = seen.scene.before(seen.span.first - 1, seen.sentence)
        if noun is not None and noun.lower in word_list("type_words"):
            return 3.0
    return 1.5 if _leads_to_type_word(seen) else 0.0


def _leads_to_type_word(seen: Sighting) -> bool:
    """Whether a common noun for places follows, perhaps after further names and an "and"."""
    end = min(seen.span.last + _LOOK_AHEAD, seen.sentence.last)
    for token in seen.scene.text.tokens[seen.span.last : end]:
        if token.lower in _JOINS or (token.is_word and token.is_capitalised):
            continue
        return token.lower in word_list("type_words")
    return False


def container(seen: Sighting) -> float:
    """ "Paris, Texas", "Osh, Kyrgyzstan", "Athens, Ga."; and the container itself."""
    if _is_contained(seen):
        return 3.0
    follows = seen.before is not None and seen.before.text == ","
    return 1.0 if follows and seen.span.rank >= Rank.DIVISION else 0.0


def _is_contained(seen: Sighting) -> bool:
    index = seen.span.last + 1
    if seen.after is None or seen.after.text not in {",", "("} or index >= seen.sentence.last:
        return False
    token = seen.scene.text.tokens[index]
    if token.is_capitalised and token.lower.removesuffix(".") in word_list("state_codes"):
        return True
    others = (name for name in seen.scene.names.get(index, ()) if name.key != seen.span.key)
    return any(name.rank >= Rank.DIVISION for name in others)


def person(seen: Sighting) -> float:
    """Part of a person's name, or the last name of somebody the text names in full."""
    people, span = seen.scene.people, seen.span
    if not people.tokens.isdisjoint(range(span.first, span.last)):
        return -8.0
    word = seen.last.lower
    if span.length == 1 and word in people.surnames:
        return -2.0 if span.rank >= Rank.DIVISION else -4.0
    is_weak = span.length == 1 and not seen.is_strong
    return -1.0 if is_weak and is_personal(word) else 0.0


def organisation(seen: Sighting) -> float:
    """Names such as Washington Post and Associated Press."""
    inside = not seen.scene.organisations.isdisjoint(range(seen.span.first, seen.span.last))
    return -10.0 if inside else 0.0
