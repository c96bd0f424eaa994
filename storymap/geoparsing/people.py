"""Finds the names of persons, which so often are names of places too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from storymap.geoparsing.spans import NameSpan, Rank
from storymap.geoparsing.tokens import Casing, Sentence, TokenisedText
from storymap.geoparsing.words import is_ordinary, word_list

_LONGEST_NAME = 4
_PARTICLES = frozenset(
    ("al", "bin", "ibn", "de", "del", "van", "von", "der", "la", "di", "da", "el")
)

_HONORIFICS = frozenset(("mr", "mrs", "ms", "mx", "dr", "sir", "lady", "lord", "rev", "prof"))


@dataclass(frozen=True, slots=True)
class People:
    """Which tokens belong to the names of persons, and the last names that were given in full."""

    tokens: frozenset[int]
    surnames: frozenset[str]
    """In lower case."""


def find_people(text: TokenisedText, names: Mapping[int, Sequence[NameSpan]]) -> People:
    """Find persons by title, given name, initial or age, in the light of the names of places that
    stand in the text, by first token."""
    spans = [
        span
        for sentence in text.sentences
        if sentence.casing in {Casing.MIXED, Casing.TITLE}
        for span in _persons(text, sentence, names)
    ]
    tokens = frozenset(index for first, last in spans for index in range(first, last))
    surnames = (text.tokens[last - 1].lower for first, last in spans if last - first)
    return People(tokens, frozenset(surnames))


def _persons(
    text: TokenisedText, sentence: Sentence, names: Mapping[int, Sequence[NameSpan]]
) -> Iterator[tuple[int, int]]:
    index = sentence.first
    while index < sentence.last:
        first = _after_title(text, index, sentence)
        last = _name_end(text, first, sentence)
        is_place = any(name.last >= last for name in names.get(index, ()) if name.length > 1)
        if (
            last > first
            and not is_place
            and _is_person(text, (index, first, last), sentence, names.get(first, ()))
        ):
            yield first, last
            index = last
        else:
            index += 1


def _is_person(
    text: TokenisedText, span: tuple[int, int, int], sentence: Sentence, names: Sequence[NameSpan]
) -> bool:
    """Whether tokens `first` to `last` are a person, with titles from `index` on."""
    index, first, last = span
    rank = max((name.rank for name in names), default=Rank.OTHER)
    titled = {t.lower.removesuffix(".") for t in text.tokens[index:first]}
    if titled & _HONORIFICS or (titled and rank < Rank.COUNTRY):
        return True
    if rank >= Rank.DIVISION and text.tokens[first].lower not in word_list("given_names"):
        second = text.tokens[first + 1].lower if last - first > 1 else ""
        is_last_name = second in word_list("person_words") - word_list("given_names")
        return is_last_name and not is_ordinary(second)
    if _is_personal(text, first, last, sentence):
        return True
    return not any(name.last == last for name in names) and _has_last_name(text, first, last)


def _after_title(text: TokenisedText, index: int, sentence: Sentence) -> int:
    """Where a name begins if titles stand here, else `index` itself."""
    first = index
    while first < sentence.last - 1 and _is_title(text, first):
        first += 1
    if first > index and text.gap_before(first) and text.tokens[first].is_capitalised:
        return first
    return index


def _is_title(text: TokenisedText, index: int) -> bool:
    token = text.tokens[index]
    return token.is_capitalised and token.lower in word_list("titles")


def _name_end(text: TokenisedText, first: int, sentence: Sentence) -> int:
    """Where a run of capitalised words ends; a name of a person is not longer than four."""
    last = first
    while last < min(sentence.last, first + 2 * _LONGEST_NAME):
        token = text.tokens[last]
        if last > first and "\n" in text.gap_before(last):
            break
        if not (_is_name_word(text, last) or _joins(text, last, sentence)):
            break
        if last > first and token.lower in word_list("organisation_words"):
            return first
        last += 1
    return last


def _is_name_word(text: TokenisedText, index: int) -> bool:
    token = text.tokens[index]
    return token.is_word and token.is_capitalised and not token.text.endswith("..")


def _joins(text: TokenisedText, index: int, sentence: Sentence) -> bool:
    """Whether this is a hyphen or particle between two words of a name."""
    if index == sentence.first or index + 1 >= sentence.last:
        return False
    token, following = text.tokens[index], text.tokens[index + 1]
    if not following.is_capitalised:
        return False
    if token.text in {"-", "‑"}:
        return not text.gap_before(index) and not text.gap_before(index + 1)
    return token.lower in _PARTICLES


def _is_personal(text: TokenisedText, first: int, last: int, sentence: Sentence) -> bool:
    words = [t for t in text.tokens[first:last] if t.is_word]
    if len(words) < 2 or sentence.casing is Casing.TITLE:  # noqa: PLR2004 - given and last name
        return len(words) > 1 and words[0].lower in word_list("given_names")
    if any(w.lower in word_list("feature_words") for w in words[1:]):
        return False
    if words[0].lower in word_list("given_names") or _has_initial(words[1].text):
        return True
    return _has_age(text, last)


def _has_last_name(text: TokenisedText, first: int, last: int) -> bool:
    """ "Paris Hilton": a word that is no common one, and one that mostly names persons."""
    words = [t.lower for t in text.tokens[first:last]]
    if len(words) != 2 or words[1] not in word_list("person_words"):  # noqa: PLR2004 - two words
        return False
    return not any(words[0] in word_list(name) for name in ("roles", "ordinary_words"))


def _has_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."  # noqa: PLR2004 - a letter and its full stop


_ADULT, _OLDEST = 1, 110


def _has_age(text: TokenisedText, last: int) -> bool:
    """Whether ", 34," follows: how newspapers introduce people."""
    following = [t.text for t in text.tokens[last : last + 3]]
    if len(following) < 3 or following[0] != "," or following[2] not in {",", "."}:  # noqa: PLR2004
        return False
    return following[1].isdigit() and _ADULT <= int(following[1]) <= _OLDEST
