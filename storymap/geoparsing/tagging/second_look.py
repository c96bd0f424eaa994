"""From labels to places: what the rest of the document and the gazetteer add.

A tagger sees a sentence at a time. Names that it took for places are looked for in the rest of
the document, names of countries are not let pass, and a name is not cut short where the
gazetteer has it longer ("Trinidad and Tobago").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from storymap.geoparsing.organisations import organisation_tokens
from storymap.geoparsing.tagging.hints import Hint, Sign
from storymap.geoparsing.tagging.labels import PLACES, spans_of
from storymap.geoparsing.tokens import Token, TokenisedText
from storymap.geoparsing.words import word_list

UNIONS = frozenset({("EU",), ("European", "Union")})
"""Organisations that are places all the same, with borders and land."""
_COMPOUNDS = frozenset({"based", "led", "backed", "born", "wide", "controlled", "held"})
_SHORTEST = 3
"""Letters of a single word that is looked for in the rest of the document."""


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `first` to `last` (exclusive) and the kind that they were taken for."""

    first: int
    last: int
    kind: str


def look_again(
    text: TokenisedText, hints: Sequence[Hint], labels: Sequence[str]
) -> tuple[Found, ...]:
    """The places among labelled tokens, in text order, none overlapping another."""
    named = [Found(*span) for span in spans_of(labels)]
    persons = {i for f in named if f.kind == "PER" for i in range(f.first, f.last)}
    free = [hint for hint in hints if not persons.intersection(range(hint.first, hint.last))]
    places = list(_whole(_taken_for_places(text, named), free))
    known = _names(text.tokens, places) - {(text.tokens[index].text,) for index in persons}
    taken = {i for place in places for i in range(place.first, place.last)}
    for hint in free:
        if taken.isdisjoint(range(hint.first, hint.last)):
            kind = _kind_after_all(text, hint, known)
            places += [Found(hint.first, hint.last, kind)] if kind else []
    return tuple(sorted(places, key=lambda place: place.first))


def _taken_for_places(text: TokenisedText, named: Iterable[Found]) -> Iterator[Found]:
    for found in named:
        if found.kind in PLACES:
            yield found
        elif found.kind == "ORG" and surface(text.tokens, found) in UNIONS:
            yield replace(found, kind="LOC")


def _kind_after_all(text: TokenisedText, hint: Hint, known: set[tuple[str, ...]]) -> str:
    """What a name is that the tagger took for no place; empty if it is none."""
    if hint.signs == (Sign.DEMONYM,):
        inside_firm = hint.first in organisation_tokens(text)
        return "" if inside_firm or not text.tokens[hint.first].is_capitalised else "DEM"
    is_place = (
        surface(text.tokens, hint) in known
        or _is_unmissable(text.tokens, hint)
        or _is_led_by(text, hint)
    )
    return "LOC" if is_place else ""


def _is_led_by(text: TokenisedText, hint: Hint) -> bool:
    """Whether it begins a compound such as "London-based"."""
    following = text.tokens[hint.last : hint.last + 2]
    return (
        Sign.MAIN_NAME in hint.signs
        and [token.text for token in following[:1]] == ["-"]
        and following[-1].lower in _COMPOUNDS
    )


def _whole(places: Iterable[Found], hints: Iterable[Hint]) -> Iterator[Found]:
    """The places, lengthened to the names of countries and regions that they are parts of."""
    longer: Mapping[int, Hint] = {
        index: hint
        for hint in hints
        if {Sign.COUNTRY, Sign.FIRST_LEVEL} & set(hint.signs) and Sign.MAIN_NAME in hint.signs
        for index in range(hint.first, hint.last)
    }
    end = 0
    for place in places:
        hint = longer.get(place.first)
        if hint and place.last <= hint.last and place.kind != "DEM":
            place = replace(place, first=hint.first, last=hint.last)  # noqa: PLW2901
        if place.first >= end:
            end = place.last
            yield place


def _names(tokens: Sequence[Token], places: Iterable[Found]) -> set[tuple[str, ...]]:
    """What the places are called, short words left out."""
    names = {surface(tokens, place) for place in places if place.kind == "LOC"}
    return {name for name in names if len(name) > 1 or len(name[0]) >= _SHORTEST}


def surface(tokens: Sequence[Token], span: Found | Hint) -> tuple[str, ...]:
    """The words of a span as the text has them."""
    return tuple(token.text for token in tokens[span.first : span.last])


def _is_unmissable(tokens: Sequence[Token], hint: Hint) -> bool:
    """Whether it is the main name of a country, and no ordinary word: "Man" is both."""
    first = tokens[hint.first]
    return (
        Sign.COUNTRY in hint.signs
        and Sign.MAIN_NAME in hint.signs
        and first.is_capitalised
        and first.lower not in word_list("ordinary_words")
    )
