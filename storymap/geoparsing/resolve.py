"""Resolves the mentions of a document together, by clues that a reader would name too.

Every candidate gets points for what it is and how it is named, then for its company: the places
that the other names are believed to mean. Beliefs and company are worked out in turns. A name has
one sense in a document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp

from storymap.geoparsing import clues
from storymap.geoparsing.calibration import confidence
from storymap.geoparsing.clues import Clue
from storymap.geoparsing.company import Company
from storymap.geoparsing.labels import label_names
from storymap.geoparsing.protocol import MentionCandidates
from storymap.geoparsing.reasons import no_candidate, none_fits, reasons_for
from storymap.geoparsing.senses import Name, gather
from storymap.geoparsing.spheres import distance_km
from storymap.geoparsing.standing import Hints, standing
from storymap.model import Candidate, Document, Place, Resolution

ROUNDS = 3
SAME_SPOT_KM = 50.0
SHOWN = 8
"""Candidates that a resolution keeps."""

Clues = tuple[Clue, ...]


class ClueResolver:
    """Resolves names by adding up clues."""

    def __init__(self, *, country: str = "", near: Place | None = None) -> None:
        """`country` (ISO 3166-1 alpha-2) and `near` say where the story is: hints, no filters."""
        self._hints = Hints(country, near)

    def resolve(
        self, document: Document, found: Sequence[MentionCandidates]
    ) -> Sequence[Resolution]:
        """Resolve the mentions; one answer each, in their order."""
        names, of_mention = gather(document, found)
        weighed = _weigh(names, self._hints)
        chosen = [_choose(name, weighed[number]) for number, name in enumerate(names)]
        labels = label_names(names, [resolution.place for resolution in chosen])
        return tuple(
            replace(chosen[number], mention=item.mention, label=labels[number])
            for item, number in zip(found, of_mention, strict=True)
        )


def _weigh(names: Sequence[Name], hints: Hints) -> list[list[Clues]]:
    """All clues for every candidate of every name, after the last round."""
    alone = [[standing(name, c, hints) for c in name.candidates] for name in names]
    weighed = alone
    for _ in range(ROUNDS):
        company = Company(names, [shares_of(candidates) for candidates in weighed])
        weighed = [
            [
                (*alone[number][i], *company.clues(number, candidate.place))
                for i, candidate in enumerate(name.candidates)
            ]
            for number, name in enumerate(names)
        ]
    return weighed


def shares_of(weighed: Sequence[Clues]) -> list[float]:
    """Likelihoods of candidates; what is missing to 1 is that none of them is meant."""
    points = [sum(clue.points for clue in clues_) for clues_ in weighed]
    top = max((*points, clues.UNKNOWN))
    weights = [exp(p - top) for p in points]
    total = sum(weights) + exp(clues.UNKNOWN - top)
    return [weight / total for weight in weights]


def _choose(name: Name, weighed: Sequence[Clues]) -> Resolution:
    mention = name.mentions[0]
    if not name.candidates:
        return Resolution(mention, reasons=(no_candidate(),))
    shares = shares_of(weighed)
    order = sorted(range(len(shares)), key=lambda i: -shares[i])
    ranked = tuple(_scored(name.candidates[i], shares[i]) for i in order[:SHOWN])
    best = order[0]
    if shares[best] < 1 - sum(shares):
        return Resolution(mention, None, ranked, reasons=(none_fits(),))
    others = [i for i in order if i != best]
    return Resolution(
        mention,
        name.candidates[best].place,
        ranked,
        confidence(_share_around(name, shares, best)),
        reasons_for(name, best, others, weighed),
    )


def _share_around(name: Name, shares: Sequence[float], best: int) -> float:
    """Likelihood that the place is here: a town and the district called after it are no rivals."""
    chosen = name.candidates[best].place
    around = (
        share
        for candidate, share in zip(name.candidates, shares, strict=True)
        if share > 0.01 and distance_km(candidate.place, chosen) <= SAME_SPOT_KM  # noqa: PLR2004 - a percent
    )
    return max(shares[best], min(sum(around), 1.0))


def _scored(candidate: Candidate, share: float) -> Candidate:
    return replace(candidate, score=share)
