"""What speaks for a candidate by itself: its fame, the name it was found by, the form of the
mention, and the user's hints.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log10

from storymap.gazetteer.names import fold
from storymap.geoparsing import clues
from storymap.geoparsing.clues import Clue, Kind
from storymap.geoparsing.codes import looks_like_code
from storymap.geoparsing.senses import Name
from storymap.geoparsing.spheres import contains, distance_km, is_country, is_division, is_region
from storymap.geoparsing.words import word_list
from storymap.model import Candidate, MentionKind, NameKind, Place


@dataclass(frozen=True, slots=True)
class Hints:
    """Where the story or its outlet is, as far as the user says; never a filter."""

    country: str = ""
    """ISO 3166-1 alpha-2."""
    near: Place | None = None


def standing(name: Name, candidate: Candidate, hints: Hints) -> tuple[Clue, ...]:
    """The clues for a candidate that do not depend on the other names of the document."""
    return (
        Clue(Kind.FAME, fame(candidate.place)),
        Clue(Kind.NAME, _name_points(name, candidate) + _namesake_points(name, candidate.place)),
        Clue(Kind.ARTICLE, _article_points(name, candidate.place)),
        Clue(Kind.PREFERRED, clues.PREFERRED if candidate.is_preferred else 0.0),
        *_form(name, candidate),
        *_hinted(candidate.place, hints),
    )


def fame(place: Place) -> float:
    """How often this is meant, compared with a nameless hamlet."""
    if is_country(place):
        return clues.COUNTRY
    if place.feature_code == "CONT" or is_region(place):
        return clues.REGION
    digits = log10(place.population + 1)
    if is_division(place):
        return clues.DIVISION + clues.PER_DIVISION_DIGIT * (digits - 6)
    points = clues.PER_POPULATION_DIGIT * digits
    if place.feature_class == "A":
        return points + clues.COUNTY
    if place.feature_class == "P":
        return points + (clues.CAPITAL if place.feature_code == "PPLC" else 0.0)
    return clues.SPOT if place.feature_class == "S" else _fame_of_nature(place)


def _fame_of_nature(place: Place) -> float:
    is_great = len(place.countries) > 1 or place.feature_code in {"SEA", "OCN"}
    return clues.GREAT_NATURE if is_great else clues.NATURE


def _name_points(name: Name, candidate: Candidate) -> float:
    kind = candidate.name.kind
    if kind is NameKind.DEMONYM:
        return 0.0 if name.kind is MentionKind.DEMONYM else clues.ODD_DEMONYM
    if kind is NameKind.CODE:
        return _code_points(name, candidate.place)
    if kind is NameKind.SHORT:
        is_region_of_town = candidate.place.feature_class == "A" and not is_country(candidate.place)
        return clues.SHORTENED if is_region_of_town else 0.0
    if kind is NameKind.ALTERNATE and _is_main_name(candidate):
        return 0.0
    return _POINTS_OF_KIND.get(kind, 0.0)


def _article_points(name: Name, place: Place) -> float:
    has_article = all(before.split()[-1:] == ["the"] for before in name.words_before)
    is_so_called = place.feature_class in {"H", "T"} and place.feature_code != "ISL"
    return clues.CALLED_WITH_ARTICLE if has_article and is_so_called else 0.0


def _is_main_name(candidate: Candidate) -> bool:
    """Whether it is the main name, or for nature its beginning or end: "Adriatic", "Tana"."""
    name, main = fold(candidate.name.text), fold(candidate.place.name)
    if candidate.place.feature_class not in _NATURE or not name:
        return name == main
    words = candidate.place.name.split()
    parts = [words[:end] for end in range(1, len(words) + 1)] + [words[1:]]
    return any(fold(" ".join(part)) == name for part in parts)


_NATURE = frozenset("HTL")
_CHIEF_TOWN_SHARE = 0.08
"""Of the inhabitants of a division that is called after it."""


def _namesake_points(name: Name, place: Place) -> float:
    if place.feature_class != "A" or is_country(place) or looks_like_code(name.surface):
        return 0.0
    towns = (c.place for c in name.candidates if c.place.feature_class == "P")
    least = _CHIEF_TOWN_SHARE * place.population
    called_after = any(contains(place, t) and t.population >= least for t in towns)
    return clues.CALLED_AFTER_TOWN if called_after else 0.0


_POINTS_OF_KIND = {
    NameKind.ALTERNATE: clues.ALTERNATE,
    NameKind.HISTORIC: clues.HISTORIC,
    NameKind.COLLOQUIAL: clues.COLLOQUIAL,
}


def _code_points(name: Name, place: Place) -> float:
    """ "Ga." is Georgia in the United States, not Gabon: few countries are named by two letters."""
    letters = name.surface.lower().replace(".", "").replace(" ", "")
    if is_country(place) and len(letters) == 2 and letters not in word_list("codes"):  # noqa: PLR2004 - ISO alpha-2
        return clues.ODD_CODE
    return 0.0 if looks_like_code(name.surface) else clues.ODD_CODE


_KINDS = {
    "A": ("county", "parish", "province", "district", "region", "state", "prefecture", "oblast",
          "governorate", "department", "republic", "borough", "territory", "municipality", "twp.",
          "township", "canton", "counties", "provinces", "districts", "regions", "states", "raion"),
    "H": ("river", "lake", "creek", "bay", "sea", "ocean", "gulf", "strait", "reservoir", "lough",
          "loch", "falls", "canal", "channel", "lagoon", "rivers", "lakes"),
    "T": ("island", "islands", "mount", "mountain", "mountains", "hills", "peninsula", "cape",
          "desert", "valley", "mt.", "peak", "volcano", "isle", "isles", "range", "plateau",
          "basin", "delta"),
    "P": ("city", "town", "village", "suburb", "hamlet", "capital", "port", "neighborhood",
          "neighbourhood", "villages", "towns", "cities"),
}  # fmt: skip
_CLASS_OF_WORD = {word: cls for cls, words in _KINDS.items() for word in words}
_ALONG = {"valley": "H", "basin": "H", "delta": "H", "coast": "T", "coastline": "T"}
"""What lies along something of another class: "the Rhine valley"."""
_LIKE = {"L": "T", "R": "P", "S": "P", "V": "T", "U": "H"}


def _form(name: Name, candidate: Candidate) -> Iterator[Clue]:
    place = candidate.place
    if is_country(place):
        return
    feature_class = _LIKE.get(place.feature_class, place.feature_class)
    words = name.surface.lower().split()
    for word in {words[0], words[-1]} if len(words) > 1 else ():
        if wanted := _CLASS_OF_WORD.get(word):
            yield Clue(Kind.FORM, _kind_points(name, candidate, wanted, feature_class), word)
            return
    for phrase in _kinds_beside(name):
        word = phrase.split()[0]
        right = feature_class in (_CLASS_OF_WORD[word], _ALONG.get(word))
        yield Clue(Kind.FORM, clues.KIND_BESIDE if right else clues.OTHER_KIND, phrase)
        return


def _kind_points(name: Name, candidate: Candidate, wanted: str, feature_class: str) -> float:
    if wanted == feature_class:
        return clues.KIND_IN_NAME
    is_whole_name = fold(candidate.name.text) == fold(name.surface)
    if wanted not in {"H", "T"}:
        return 0.0
    if not is_whole_name:
        return clues.MISFIT
    return clues.WORD_LEFT_OUT if candidate.name.kind is NameKind.SHORT else 0.0


def _kinds_beside(name: Name) -> Iterator[str]:
    for before in sorted(name.words_before):
        noun, _, preposition = before.partition(" ")
        if preposition == "of" and noun in _CLASS_OF_WORD:
            yield before
    for after in sorted(name.words_after):
        if after in _CLASS_OF_WORD:
            yield after


def _hinted(place: Place, hints: Hints) -> Iterator[Clue]:
    if hints.country and place.country == hints.country:
        yield Clue(Kind.HINT_COUNTRY, clues.HINT_COUNTRY, hints.country)
    if hints.near is not None and not is_country(place):
        km = distance_km(hints.near, place)
        points = clues.HINT_NEAR * exp(-km / clues.HINT_NEAR_SCALE_KM)
        yield Clue(Kind.HINT_NEAR, points, hints.near.name, km)
