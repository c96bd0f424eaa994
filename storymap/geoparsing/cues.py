"""Cues: how much a name, its shape and its neighbours speak for its being a toponym here.

Each cue gives evidence in log-odds-like points, positive for and negative against; their sum is
compared with `ACCEPT`. The points were set by hand from the reasons given beside them and checked
on annotated news; a change of half a point rarely matters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log10

from storymap.geoparsing.scene import Scene, is_capital_here
from storymap.geoparsing.spans import NameSpan, Rank
from storymap.geoparsing.tokens import Casing, Sentence
from storymap.geoparsing.words import is_ordinary, is_personal, word_list

ACCEPT = 0.75

Cue = Callable[[Scene, NameSpan, Sentence], float]

_PREPOSITIONS = {
    "in": 2.5, "near": 2.5, "outside": 2.5, "around": 1.5, "across": 1.5, "throughout": 1.5,
    "to": 1.0, "from": 1.5, "at": 1.0, "into": 1.5, "toward": 1.5, "towards": 1.5, "via": 1.5,
    "of": 1.0, "between": 1.0, "through": 1.0, "over": 0.5, "off": 1.0, "along": 1.0,
    "inside": 1.5, "within": 1.5, "for": 0.0, "on": 0.0, "by": -0.5, "with": -0.5,
}  # fmt: skip


def fame(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """Countries and large places are meant far more often than their namesakes."""
    if span.rank >= Rank.DEMONYM:
        return 4.0 if span.rank is Rank.COUNTRY else 3.0
    profile = span.profile
    if "L" in profile.feature_classes and profile.is_main_name:
        return 2.0
    points = min(max(log10(profile.population + 1) - 4.0, _least(span)), 2.5)
    return points if profile.is_main_name else points - 1.0


def _least(span: NameSpan) -> float:
    """Rivers and mountains have no inhabitants; a name that few places share is telling."""
    if span.profile.feature_classes & {"H", "T"}:
        return 0.5
    return 0.0 if span.profile.place_count <= _FEW and len(span.key) >= _TELLING_LETTERS else -0.5


_FEW, _TELLING_LETTERS = 3, 6


def length(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """Long names are rarely anything else; names of two or three letters often are."""
    words = [t.lower for t in scene.text.tokens[span.first : span.last] if t.is_word]
    if len(words) > 1:
        return -5.0 if _has_foreign_head(scene, span, words) else 1.5
    return -1.5 if len(span.key) < 4 and not _is_strong(span) else 0.0  # noqa: PLR2004


def _has_foreign_head(scene: Scene, span: NameSpan, words: Sequence[str]) -> bool:
    """Whether it begins with what is no part of the name: "And I", "State of X", "The X"."""
    if words[0] in word_list("function_words"):
        return True
    if words[0] == "the":
        inner = scene.names.get(span.first + 1, ())
        return not span.profile.is_main_name and any(n.last == span.last for n in inner)
    return words[1] == "of" and words[0] in {"city", "state", "town", "village", "county"}


def ordinary_word(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """Reading, Mobile, Nice and March are mostly words, above all where capitals say little."""
    words = [t.lower for t in scene.text.tokens[span.first : span.last] if t.is_word]
    if len(words) > 1 and words[-1] in word_list("feature_words"):
        return 0.0
    if not all(is_ordinary(word) for word in words):
        return 0.0
    begins = scene.begins_sentence(span.first, sentence)
    says_little = sentence.casing is not Casing.MIXED or begins
    return -4.5 if says_little and len(words) == 1 else -2.5


def preposition(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """ "in X", "near the X", "from northern X", and more weakly Y in "in X, Z and Y"."""
    index = span.first
    before = scene.before(index, sentence)
    while before is not None and (before.lower == "the" or before.lower in word_list("directions")):
        index -= 1
        before = scene.before(index, sentence)
    if before is None:
        return 0.0
    if before.lower not in {"and", "or", ","}:
        return _PREPOSITIONS.get(before.lower, 0.0)
    return 0.5 * max(_before_list(scene, index, sentence), 0.0)


_LONGEST_LIST = 12


def _before_list(scene: Scene, index: int, sentence: Sentence) -> float:
    """Points of the preposition before a list of capitalised words, going back from its end."""
    for position in range(index - 1, max(sentence.first, index - _LONGEST_LIST) - 1, -1):
        token = scene.text.tokens[position]
        if token.lower in _PREPOSITIONS:
            return _PREPOSITIONS[token.lower]
        if not token.is_capitalised and token.lower not in {"and", "or", ",", "the", "-"}:
            return 0.0
    return 0.0


def type_word(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """ "the village of X", "the X district", "X, Y and Z counties"."""
    before = scene.before(span.first, sentence)
    if before is not None and before.lower == "of":
        noun = scene.before(span.first - 1, sentence)
        if noun is not None and noun.lower in word_list("type_words"):
            return 3.0
    return 1.5 if _leads_to_type_word(scene, span.last, sentence) else 0.0


def comma_and_container(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """ "Paris, Texas", "Osh, Kyrgyzstan", "Athens, Ga."; and the container itself."""
    return 3.0 if _is_contained(scene, span, sentence) else _container_points(scene, span, sentence)


def person(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """Part of a person's name, or the last name of somebody the text names in full."""
    if any(index in scene.people.tokens for index in range(span.first, span.last)):
        return -8.0
    word = scene.text.tokens[span.last - 1].lower
    if span.length == 1 and word in scene.people.surnames:
        return -2.0 if span.rank >= Rank.DIVISION else -4.0
    if span.length > 1 or _is_strong(span):
        return 0.0
    return -1.0 if is_personal(word) else 0.0


def speech(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """ "X said" is a person unless X is a government."""
    after = scene.after(span.last, sentence)
    if after is None or after.lower not in word_list("speech_words"):
        return 0.0
    return -0.5 if _is_strong(span) else -3.0


def organisation(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """Names such as Washington Post and Associated Press."""
    inside = any(index in scene.organisations for index in range(span.first, span.last))
    return -10.0 if inside else 0.0


def street(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """Streets are called after places: "Dublin Road" is not in Dublin."""
    after = scene.after(span.last, sentence)
    if after is None or not after.is_capitalised or after.lower not in word_list("street_words"):
        return 0.0
    if span.rank >= Rank.DIVISION and after.lower in {"highway", "turnpike", "freeway"}:
        return 0.0
    return -8.0 if scene.text.gap_before(span.last) else 0.0


def saint(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """ "St. Paul’s Church" is called after the saint."""
    first, after = scene.text.tokens[span.first], scene.after(span.last, sentence)
    if first.lower not in {"st", "st.", "saint"} or after is None:
        return 0.0
    return -4.0 if after.lower in {"'s", "’s"} else 0.0


def town_itself(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """ "Leeds City Council" is the council of Leeds, though Leeds City may be a name too."""
    after = scene.after(span.last, sentence)
    last = scene.text.tokens[span.last - 1].lower
    if span.length == 1 or last not in {"city", "town", "state"} or after is None:
        return 0.0
    is_office = after.is_capitalised and after.lower in word_list("organisation_words")
    return -4.0 if is_office and not span.profile.is_main_name else 0.0


def capitals_after(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """ "X Police" and "X Mayor" name the place; "X Capital" is likely the name of another thing."""
    after = scene.after(span.last, sentence)
    if (
        after is None
        or not is_capital_here(after, sentence)
        or not scene.text.gap_before(span.last)
    ):
        return 0.0
    word = after.lower.removesuffix("'s").removesuffix("’s")
    if word in word_list("organisation_words") or word in word_list("roles"):
        return 1.0
    if after.lower in word_list("street_words"):
        return 0.0
    if word in word_list("calendar") or span.rank is Rank.DEMONYM or after.text in {"Inc.", "Co."}:
        return 0.0
    return _doubt(scene, span)


def role_after(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """ "a Leeds man", "Osh police", "Texas lawmakers"."""
    after = scene.after(span.last, sentence)
    if after is None or after.is_capitalised:
        return 0.0
    return 1.0 if after.lower in word_list("roles") else 0.0


def capitals_before(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """ "Robin X" is a person, "North X" and "Downtown X" are not."""
    before = scene.before(span.first, sentence)
    if (
        before is None
        or not is_capital_here(before, sentence)
        or not scene.text.gap_before(span.first)
    ):
        return 0.0
    if not before.is_word or before.lower in word_list("directions"):
        return 0.0
    if before.lower in word_list("titles"):
        return -1.0 if _is_strong(span) else -4.0
    begins = scene.begins_sentence(span.first - 1, sentence)
    if begins and before.lower in word_list("ordinary_words"):
        return 0.0
    return _doubt(scene, span)


def compound(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """A half of a hyphenated name: "Forestier-Walker"; but "Paris-based" and "US-China" count."""
    points = 0.0
    before, after = scene.token(span.first - 1), scene.token(span.last)
    if before is not None and before.text == "-" and not scene.text.gap_before(span.first):
        party = scene.token(span.first - 2)
        after_party = party is not None and party.is_capitalised and len(party.text) <= 3  # noqa: PLR2004 - "R-Ohio"
        points -= 0.0 if _is_strong(span) or after_party else 2.0
    if after is not None and after.text == "-" and not scene.text.gap_before(span.last):
        following = scene.token(span.last + 1)
        named = following is not None and following.is_capitalised
        points -= 2.0 if named and not _is_strong(span) else 0.0
    return points


def sentence_start(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """A capital at the start of a sentence says nothing; in a headline little."""
    if _is_strong(span) or span.length > 1:
        return 0.0
    if sentence.casing is not Casing.MIXED:
        return -1.0
    return -0.5 if scene.begins_sentence(span.first, sentence) else 0.0


def acronym(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """Capitals alone are a dateline or an acronym."""
    token = scene.text.tokens[span.first]
    if sentence.casing is Casing.UPPER or not token.is_upper:
        return 0.0
    if _is_dateline(scene, span, sentence):
        return 3.0
    if span.length > 1:
        return 0.0
    return -3.0 if len(span.key) < 5 and not _is_strong(span) else -0.5  # noqa: PLR2004


def article(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """Towns have no article: "the Mobile", "a Reading"."""
    before = scene.before(span.first, sentence)
    if before is None or before.lower not in {"the", "a", "an"} or span.rank is Rank.DEMONYM:
        return 0.0
    after = scene.after(span.last, sentence)
    if _is_strong(span) or (after is not None and after.is_word and after.lower != "of"):
        return 0.0
    return 0.0 if span.profile.feature_classes - {"P"} else -1.5


def no_capitals(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """Without capitals, or in a script that has none, only well-known names are safe."""
    token = scene.text.tokens[span.first]
    has_case = token.text.lower() != token.text.upper()
    if sentence.casing is Casing.LOWER:
        return -10.0 if len(span.key) < 4 else -1.0  # noqa: PLR2004 - "us", "it", "in"
    return 0.0 if has_case else -0.5


CUES: tuple[Cue, ...] = (
    fame, length, ordinary_word, preposition, type_word, comma_and_container, person, speech,
    organisation, street, saint, town_itself, capitals_after, role_after,
    capitals_before, compound, sentence_start,
    acronym, article, no_capitals,
)  # fmt: skip


def evidence(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    """The sum of all cues."""
    return sum(cue(scene, span, sentence) for cue in CUES)


def _doubt(scene: Scene, span: NameSpan) -> float:
    """What a capitalised neighbour without a known role takes away."""
    if _is_strong(span):
        return -1.7 if span.rank is Rank.CITY else -0.5
    return -0.5 if _tells_its_kind(scene, span) else -2.0


def _tells_its_kind(scene: Scene, span: NameSpan) -> bool:
    """Whether it is a name such as "Laurel County", which no person and no firm has."""
    return span.length > 1 and scene.text.tokens[span.last - 1].lower in word_list("naming_words")


def _is_strong(span: NameSpan) -> bool:
    return span.rank > Rank.OTHER


def _leads_to_type_word(scene: Scene, index: int, sentence: Sentence) -> bool:
    """Whether a common noun for places follows, perhaps after further names and an "and"."""
    for token in scene.text.tokens[index : min(index + 8, sentence.last)]:
        if token.is_word and not token.is_capitalised and token.lower not in {"and", "or"}:
            return token.lower in word_list("type_words")
        if not token.is_word and token.text != ",":
            return False
    return False


def _is_contained(scene: Scene, span: NameSpan, sentence: Sentence) -> bool:
    comma, after = scene.after(span.last, sentence), span.last + 1
    if comma is None or comma.text not in {",", "("} or after >= sentence.last:
        return False
    token = scene.text.tokens[after]
    if token.lower.removesuffix(".") in word_list("state_codes") and token.is_capitalised:
        return True
    return any(s.rank >= Rank.DIVISION for s in scene.names.get(after, ()) if s.key != span.key)


def _container_points(scene: Scene, span: NameSpan, sentence: Sentence) -> float:
    if span.rank < Rank.DIVISION:
        return 0.0
    before = scene.before(span.first, sentence)
    return 1.0 if before is not None and before.text == "," else 0.0


def _is_dateline(scene: Scene, span: NameSpan, sentence: Sentence) -> bool:
    """ "PARIS (AP) —" and "KYRGYZSTAN, JALALABAD" at the head of a text or a part of it."""
    if span.first > sentence.first + 4:
        return False
    upper = (t for t in scene.text.tokens[sentence.first : span.first] if t.is_word)
    after = scene.after(span.last, sentence)
    if after is None or not all(t.is_upper for t in upper):
        return False
    return after.text in "(—–-" or (after.text in ",:" and sentence.begins_passage)
