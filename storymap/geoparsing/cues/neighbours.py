"""Cues in the tokens right before and after a name."""

from __future__ import annotations

from storymap.geoparsing.cues import setting
from storymap.geoparsing.cues.sighting import Sighting
from storymap.geoparsing.spans import Rank
from storymap.geoparsing.words import word_list

_PARTY_LETTERS = 3
_STANDS_APART = 1.0
"""Points of a preposition by which a name is no subject."""
_NATURE = frozenset("HTL")
"""Feature classes of what is called with an article: the Nile, the Alps, the Sahel."""


def capitals_after(seen: Sighting) -> float:
    """ "X Police" and "X Mayor" name the place; "X Capital" is likely the name of another thing."""
    after = seen.after
    if after is None or not seen.says_capital(after) or seen.touches_after():
        return 0.0
    word = after.lower.removesuffix("'s").removesuffix("’s")
    if word in word_list("organisation_words") or word in word_list("roles"):
        return 1.0
    is_apart = seen.span.rank is Rank.DEMONYM or word in word_list("calendar")
    if is_apart or word in word_list("street_words") or after.text in {"Inc.", "Co."}:
        return 0.0
    return _doubt(seen)


def capitals_before(seen: Sighting) -> float:
    """ "Robin X" is a person, "North X" and "Downtown X" are not."""
    before = seen.before
    if before is None or not seen.says_capital(before) or seen.touches_before():
        return 0.0
    if not before.is_word or before.lower in word_list("directions"):
        return 0.0
    if before.lower in word_list("titles"):
        return -1.0 if seen.is_strong else -4.0
    begins = seen.scene.begins_sentence(seen.span.first - 1, seen.sentence)
    is_common = before.lower in word_list("ordinary_words") or setting.preposition(seen) > 0
    if begins and is_common:
        return 0.0
    return _doubt(seen)


def _doubt(seen: Sighting) -> float:
    """What a capitalised neighbour without a known role takes away; "Laurel County" is the name
    of no person and no firm."""
    if seen.is_strong:
        return -1.7 if seen.span.rank is Rank.CITY else -0.5
    tells_its_kind = len(seen.words) > 1 and seen.words[-1] in word_list("naming_words")
    return -0.5 if tells_its_kind else -2.0


def role_after(seen: Sighting) -> float:
    """ "a Leeds man", "Osh police", "Texas lawmakers"."""
    if seen.after is None or seen.after.is_capitalised:
        return 0.0
    return 1.0 if seen.after.lower in word_list("roles") else 0.0


def speech_after(seen: Sighting) -> float:
    """ "X said" is a person unless X is a government; "a man from X said" says nothing of X."""
    if seen.after is None or seen.after.lower not in word_list("speech_words"):
        return 0.0
    if setting.preposition(seen) >= _STANDS_APART:
        return 0.0
    return -0.5 if seen.is_strong else -3.0


def street_after(seen: Sighting) -> float:
    """Streets are called after places: "Dublin Road" is not in Dublin."""
    after = seen.after
    if after is None or not after.is_capitalised or after.lower not in word_list("street_words"):
        return 0.0
    is_state_road = after.lower in {"highway", "turnpike", "freeway"}
    if seen.touches_after() or (is_state_road and seen.span.rank >= Rank.DIVISION):
        return 0.0
    return -8.0


def saint(seen: Sighting) -> float:
    """ "St. Paul’s Church" is called after the saint."""
    if seen.words[0] not in {"st", "st.", "saint"} or seen.after is None:
        return 0.0
    return -4.0 if seen.after.lower in {"'s", "’s"} else 0.0


def town_itself(seen: Sighting) -> float:
    """ "Leeds City Council" is the council of Leeds, though Leeds City may be a name too."""
    if seen.span.length == 1 or seen.words[-1] not in {"city", "town", "state"}:
        return 0.0
    if seen.after is None or seen.span.profile.is_main_name:
        return 0.0
    is_office = seen.after.is_capitalised and seen.after.lower in word_list("organisation_words")
    return -4.0 if is_office else 0.0


def compound(seen: Sighting) -> float:
    """A half of a hyphenated name: "Forestier-Walker"; but "Paris-based" and "R-Ohio" count."""
    if seen.is_strong:
        return 0.0
    return (-2.0 if _hangs_on(seen) else 0.0) + (-2.0 if _goes_on(seen) else 0.0)


def _hangs_on(seen: Sighting) -> bool:
    if seen.before is None or seen.before.text != "-" or not seen.touches_before():
        return False
    party = seen.scene.token(seen.span.first - 2)
    return party is None or not party.is_capitalised or len(party.text) > _PARTY_LETTERS


def _goes_on(seen: Sighting) -> bool:
    if seen.after is None or seen.after.text != "-" or not seen.touches_after():
        return False
    following = seen.scene.token(seen.span.last + 1)
    return following is not None and following.is_capitalised


def article_before(seen: Sighting) -> float:
    """Towns have no article: "the Mobile", "a Reading"; but rivers do, and "the Leeds office"
    names the town."""
    if seen.before is None or seen.before.lower not in {"the", "a", "an"} or seen.is_strong:
        return 0.0
    classes = seen.span.profile.feature_classes
    if classes and classes <= _NATURE and seen.before.lower == "the":
        return 1.5
    if seen.after is not None and seen.after.is_word and seen.after.lower != "of":
        return 0.0
    if classes & _NATURE and seen.before.lower == "the":
        return 0.5
    return 0.0 if classes - {"P"} else -1.5
