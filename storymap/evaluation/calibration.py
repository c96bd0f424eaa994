"""Whether confidences mean what they say: of the choices made at 0.9, are nine in ten right?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

BINS = 10

Judged = tuple[float, bool]
"""A confidence, and whether the choice was right."""


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """The choices whose confidence lies in one tenth of the scale."""

    low: float
    high: float
    count: int
    confidence: float
    """Mean confidence."""
    accuracy: float
    """Share that was right."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """Choices with their confidences."""

    judged: tuple[Judged, ...] = ()

    @property
    def bins(self) -> tuple[ReliabilityBin, ...]:
        """Tenths of the scale, lowest first, without the empty ones."""
        return tuple(_bin(i, part) for i in range(BINS) if (part := self._tenth(i)))

    @property
    def expected_error(self) -> float:
        """Expected calibration error: mean gap of confidence and accuracy, weighted by count."""
        gaps = (abs(b.confidence - b.accuracy) * b.count for b in self.bins)
        return sum(gaps) / len(self.judged) if self.judged else 0.0

    def _tenth(self, index: int) -> list[Judged]:
        return [j for j in self.judged if min(int(j[0] * BINS), BINS - 1) == index]

    def __add__(self, other: Reliability) -> Reliability:
        """Pool the choices of two sets of documents."""
        return Reliability(self.judged + other.judged)


def _bin(index: int, judged: Iterable[Judged]) -> ReliabilityBin:
    confidences, rights = zip(*judged, strict=True)
    return ReliabilityBin(
        index / BINS, (index + 1) / BINS, len(confidences), fmean(confidences), fmean(rights)
    )
