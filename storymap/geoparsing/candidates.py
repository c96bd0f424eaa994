"""From mentions to what they may mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from storymap.geoparsing.coordination import full_name
from storymap.geoparsing.inflection import base_forms
from storymap.geoparsing.protocol import MentionCandidates
from storymap.geoparsing.words import word_list
from storymap.model import Candidate, Mention

MOST = 60
"""Candidates kept for a mention; they come most populous first, and the rest are hamlets."""


class Searchable(Protocol):
    """The part of a gazetteer that candidate generation needs."""

    def search_all(self, names: Collection[str]) -> Mapping[str, Sequence[Candidate]]:
        """The places that have these names."""
        ...


def find_candidates(
    mentions: Sequence[Mention], gazetteer: Searchable, text: str = ""
) -> tuple[MentionCandidates, ...]:
    """Look the mentions up; one answer each, in their order. Asks the gazetteer once.

    `text` is what the mentions stand in; with it "North" may be short for "North Korea".
    """
    full_names = [full_name(text, m.start, m.end) for m in mentions]
    names = [full or m.text for m, full in zip(mentions, full_names, strict=True)]
    spellings = {name: tuple(spellings_of(name)) for name in names}
    found = gazetteer.search_all({s for all_of_one in spellings.values() for s in all_of_one})
    return tuple(
        MentionCandidates(mention, _first(spellings[name], found), full)
        for mention, name, full in zip(mentions, names, full_names, strict=True)
    )


def _first(names: Sequence[str], found: Mapping[str, Sequence[Candidate]]) -> tuple[Candidate, ...]:
    for name in names:
        if candidates := found.get(name):
            return tuple(candidates[:MOST])
    return ()


_ABBREVIATED = (
    (re.compile(r"\bSte?\.?\s", re.IGNORECASE), "Saint "),
    (re.compile(r"\bSaint\s", re.IGNORECASE), "St. "),
    (re.compile(r"\bMt\.?\s", re.IGNORECASE), "Mount "),
    (re.compile(r"\bFt\.?\s", re.IGNORECASE), "Fort "),
    (re.compile(r"\bTwp\.?$", re.IGNORECASE), "Township"),
    (re.compile(r"\bCo\.$", re.IGNORECASE), "County"),
    (re.compile(r"\s&\s"), " and "),
)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)


def spellings_of(surface: str) -> Iterator[str]:
    """Names to look a surface up by, best first; the first that the gazetteer has counts.

    >>> list(spellings_of("St. Louis County"))
    ['St. Louis County', 'Saint Louis County', 'St. Louis']
    """
    yield surface
    bare = _POSSESSIVE.sub("", surface)
    if bare != surface:
        yield bare
    for pattern, full in _ABBREVIATED:
        if pattern.search(bare):
            yield pattern.sub(full, bare)
    yield from base_forms(bare)
    yield from _without_kind(bare)


def _without_kind(surface: str) -> Iterator[str]:
    """Drop a word that only says what kind of place it is, or where in it."""
    words = surface.split()
    if len(words) < 2:  # noqa: PLR2004 - a kind and a name
        return
    first, last = words[0].lower(), words[-1].lower()
    if first == "the":
        yield " ".join(words[1:])
    if first == "county":
        yield " ".join((*words[1:], words[0]))
    if last in word_list("feature_words") | word_list("type_words"):
        yield " ".join(words[:-1])
    if first in word_list("directions"):
        yield " ".join(words[1:])
