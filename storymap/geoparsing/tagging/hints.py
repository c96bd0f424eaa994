"""What the gazetteer says of each token of a text, before anything is decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from storymap.gazetteer.protocol import NameProfile
from storymap.geoparsing.spans import NameSpan, Profiles, find_names
from storymap.geoparsing.tokens import TokenisedText


class Sign(IntEnum):
    """What a name may be; the values are columns of the models and never change."""

    COUNTRY = 0
    FIRST_LEVEL = 1
    CITY_500K = 2
    CITY_100K = 3
    TOWN_15K = 4
    SETTLEMENT = 5
    ADMINISTRATIVE = 6
    OTHER_FEATURE = 7
    MAIN_NAME = 8
    DEMONYM = 9


SIGN_COUNT = len(Sign)


@dataclass(frozen=True, slots=True)
class Hint:
    """Tokens `first` to `last` (exclusive) spell a name of the gazetteer; hints never overlap."""

    first: int
    last: int
    profile: NameProfile
    signs: tuple[Sign, ...]
    """Ascending, so that the first is the weightiest."""


def find_hints(text: TokenisedText, gazetteer: Profiles) -> tuple[Hint, ...]:
    """The longest names of the gazetteer in a text, from left to right."""
    return tuple(longest_names(find_names(text, gazetteer)))


def longest_names(names: Mapping[int, Sequence[NameSpan]]) -> Iterator[Hint]:
    """Of names by first token, longest first, those that no name before them covers."""
    free_from = 0
    for first in sorted(names):
        if first >= free_from:
            span = names[first][0]
            yield Hint(span.first, span.last, span.profile, signs_of(span.profile))
            free_from = span.last


def signs_of(profile: NameProfile) -> tuple[Sign, ...]:
    """What a profile says, in the order of `Sign`; of a mere demonym, only that it is one."""
    if profile.is_demonym and not profile.is_main_name:
        return (Sign.DEMONYM,)
    settled = "P" in profile.feature_classes
    people = profile.population if settled else 0
    holds = (
        profile.is_country,
        profile.is_admin1,
        people >= 500_000,  # noqa: PLR2004 - the names of the signs say it
        people >= 100_000,  # noqa: PLR2004
        people >= 15_000,  # noqa: PLR2004
        settled,
        "A" in profile.feature_classes,
        bool(profile.feature_classes - {"A", "P"}),
        profile.is_main_name,
        profile.is_demonym,
    )
    return tuple(sign for sign in Sign if holds[sign])
