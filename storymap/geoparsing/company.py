"""What speaks for a candidate in its company: the other names of the document, and what they are
believed to mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

from storymap.geoparsing import clues
from storymap.geoparsing.clues import Clue, Kind
from storymap.geoparsing.senses import Name
from storymap.geoparsing.spheres import (
    contains,
    countries_of,
    distance_km,
    is_country,
    is_division,
    is_region,
    is_wide,
)
from storymap.model import Place

_WORTH_A_LOOK = 0.05
"""Beliefs below this share are not followed up."""


@dataclass(frozen=True, slots=True)
class Belief:
    """How likely a name means a place."""

    number: int
    """Of the name."""
    place: Place
    share: float


class Company:
    """The beliefs about all names of a document, indexed by where they lie."""

    def __init__(self, names: Sequence[Name], shares: Sequence[Sequence[float]]) -> None:
        """`shares` has a likelihood for every candidate of every name."""
        self._names = names
        self._of_name = [
            [
                Belief(number, candidate.place, share)
                for candidate, share in zip(name.candidates, shares[number], strict=True)
                if share >= _WORTH_A_LOOK
            ]
            for number, name in enumerate(names)
        ]
        self._containers: dict[tuple[str, str], list[Belief]] = defaultdict(list)
        self._regions: list[Belief] = []
        self._spots: list[Belief] = []
        self._in_country: dict[str, float] = defaultdict(float)
        self._in_division: dict[tuple[str, str], float] = defaultdict(float)
        for belief in (b for beliefs in self._of_name for b in beliefs):
            self._index(belief)

    def _index(self, belief: Belief) -> None:
        place = belief.place
        if is_region(place):
            self._regions.append(belief)
            return
        if is_country(place):
            self._containers[place.country, ""].append(belief)
        elif is_division(place):
            self._containers[place.country, place.admin1].append(belief)
        else:
            self._spots.append(belief)
        self._in_country[place.country] += belief.share
        self._in_division[place.country, place.admin1] += belief.share

    def clues(self, number: int, place: Place) -> Iterator[Clue]:
        """What the company says about one candidate of a name."""
        yield from self._beside(number, place)
        if countries_of(place) and not is_country(place) and not is_region(place):
            yield from self._named(number, place)
            yield from self._nearest(number, place)
        yield from self._together(number, place)

    def _beside(self, number: int, place: Place) -> Iterator[Clue]:
        name = self._names[number]
        for kind, others, points in (
            (Kind.FOLLOWED, name.followed_by, clues.FOLLOWED_BY_CONTAINER),
            (Kind.PRECEDED, name.preceded_by, clues.PRECEDED_BY_CONTAINER),
        ):
            holders = (b for b in self._all_of(others) if contains(b.place, place))
            if best := _likeliest(holders):
                yield Clue(kind, points * best.share, self._names[best.number].spelling)
        held = (b for b in self._all_of(name.preceded_by) if contains(place, b.place))
        if best := _likeliest(held):
            points = clues.HOLDS_NEIGHBOUR * best.share
            yield Clue(Kind.HOLDS, points, self._names[best.number].spelling)

    def _all_of(self, numbers: Iterable[int]) -> Iterator[Belief]:
        return (belief for number in numbers for belief in self._of_name[number])

    def _named(self, number: int, place: Place) -> Iterator[Clue]:
        codes = countries_of(place)
        countries = [b for code in codes for b in self._containers.get((code, ""), ())]
        yield from self._best_named(number, countries, clues.COUNTRY_IN_LINE, clues.COUNTRY_IN_TEXT)
        regions = [b for b in self._regions if not set(codes).isdisjoint(b.place.countries)]
        if not countries and regions:
            yield from self._best_named(number, regions, clues.COUNTRY_IN_TEXT, 0.5)
        if place.admin1 and not is_division(place):
            divisions = self._containers.get((place.country, place.admin1), ())
            yield from self._best_named(
                number, divisions, clues.DIVISION_IN_LINE, clues.DIVISION_IN_TEXT
            )

    def _best_named(
        self, number: int, beliefs: Iterable[Belief], in_line: float, in_text: float
    ) -> Iterator[Clue]:
        passages = self._names[number].passages
        best = Clue(Kind.TEXT, 0.0)
        for belief in beliefs:
            if belief.number == number:
                continue
            other = self._names[belief.number]
            near = not passages.isdisjoint(other.passages)
            points = belief.share * (in_line if near else in_text)
            if points > best.points:
                best = Clue(Kind.LINE if near else Kind.TEXT, points, belief.place.name)
        if best.points:
            yield best

    def _nearest(self, number: int, place: Place) -> Iterator[Clue]:
        if is_wide(place):
            return
        best = Clue(Kind.DISTANCE, 0.0)
        for belief in self._spots:
            if belief.number == number or belief.place.id == place.id:
                continue
            if abs(belief.place.lat - place.lat) > 5:  # noqa: PLR2004 - degrees: too far to tell
                continue
            km = distance_km(belief.place, place)
            points = clues.NEAREST * belief.share * exp(-km / clues.NEAREST_SCALE_KM)
            if points > best.points:
                best = Clue(Kind.DISTANCE, points, self._names[belief.number].spelling, km)
        if best.points:
            yield best

    def _together(self, number: int, place: Place) -> Iterator[Clue]:
        """Shares of the other names that lie in the same country and division."""
        own = self._of_name[number]
        others = sum(1 for beliefs in self._of_name if beliefs) - bool(own)
        if others < 1 or not place.country:
            return
        alike = self._in_country[place.country] - sum(
            b.share for b in own if b.place.country == place.country
        )
        yield Clue(Kind.COMPANY, clues.SAME_COUNTRY * alike / (others + 1))
        if place.admin1:
            key = (place.country, place.admin1)
            alike = self._in_division[key] - sum(
                b.share for b in own if (b.place.country, b.place.admin1) == key
            )
            yield Clue(Kind.COMPANY, clues.SAME_DIVISION * alike / (others + 1))


def _likeliest(beliefs: Iterable[Belief]) -> Belief | None:
    return max(beliefs, key=lambda belief: belief.share, default=None)
