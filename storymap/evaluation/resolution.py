"""How far chosen places lie from the annotated ones.

An error of 161 km (100 miles) or less counts as right, as in the literature since Leidner (2007);
the area under the curve of the log errors is that of Jurgens et al. (2015).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from storymap.evaluation.corpus import Toponym
from storymap.model import Place

NEAR_KM = 161.0
FARTHEST_KM = 20_039.0
"""Half of the earth's circumference, as the literature rounds it."""


@dataclass(frozen=True, slots=True)
class DistanceScore:
    """Errors of the choices for names that have an annotated point; None is an unanswered name."""

    errors_km: tuple[float | None, ...] = ()
    reachable: int = 0
    """How many names have some candidate within 161 km: what a perfect choice would get right."""

    @property
    def gold(self) -> int:
        """How many names there were to locate."""
        return len(self.errors_km)

    @property
    def answers_km(self) -> tuple[float, ...]:
        """Errors of the names that were located."""
        return tuple(error for error in self.errors_km if error is not None)

    @property
    def accuracy(self) -> float:
        """Share of all names that were put within 161 km; an unanswered one is a miss."""
        near = sum(error <= NEAR_KM for error in self.answers_km)
        return near / self.gold if self.gold else 0.0

    @property
    def candidate_recall(self) -> float:
        """Share of all names that have a candidate within 161 km."""
        return self.reachable / self.gold if self.gold else 0.0

    @property
    def mean_km(self) -> float:
        """Mean error of the answers, in km; NaN if there is none."""
        return fmean(self.answers_km) if self.answers_km else math.nan

    @property
    def median_km(self) -> float:
        """Median error of the answers, in km; NaN if there is none."""
        return median(self.answers_km) if self.answers_km else math.nan

    @property
    def auc(self) -> float:
        """Area under the sorted log errors, 0 best and 1 worst; unanswered names are farthest."""
        farthest = math.log1p(FARTHEST_KM)
        errors = (FARTHEST_KM if error is None else error for error in self.errors_km)
        heights = sorted(math.log1p(error) / farthest for error in errors)
        if len(heights) < 2:  # noqa: PLR2004 - an area needs two points
            return heights[0] if heights else math.nan
        return (sum(heights) - (heights[0] + heights[-1]) / 2) / (len(heights) - 1)

    def __add__(self, other: DistanceScore) -> DistanceScore:
        """Pool the errors of two sets of documents."""
        return DistanceScore(self.errors_km + other.errors_km, self.reachable + other.reachable)


def distance_km(toponym: Toponym, place: Place | None) -> float | None:
    """Great-circle distance from the annotated point; None without a place or a point."""
    if place is None or toponym.lat is None or toponym.lon is None:
        return None
    from geopy.distance import great_circle

    return float(great_circle((toponym.lat, toponym.lon), (place.lat, place.lon)).km)


def is_near(toponym: Toponym, place: Place | None) -> bool:
    """Whether the place lies within 161 km of the annotated point."""
    error_km = distance_km(toponym, place)
    return error_km is not None and error_km <= NEAR_KM


def is_reachable(toponym: Toponym, places: Sequence[Place]) -> bool:
    """Whether any of the places lies within 161 km of the annotated point."""
    return any(is_near(toponym, place) for place in places)
