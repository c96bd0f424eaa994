"""Precision, recall and F1 of predicted spans against annotated ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SpanScore:
    """Counts, and what follows from them; a ratio of nothing is 0."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0

    def __add__(self, other: SpanScore) -> SpanScore:
        """Pool the counts of two sets of documents."""
        return SpanScore(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )


def exact(predicted: Iterable[Span], gold: Iterable[Span]) -> SpanScore:
    """Count the spans that have both ends right."""
    found, wanted = set(predicted), set(gold)
    return SpanScore(len(found & wanted), len(found), len(wanted))


def overlapping(predicted: Iterable[Span], gold: Iterable[Span]) -> SpanScore:
    """Count the pairs that share a character, each span in one pair at most, in text order."""
    found, wanted = sorted(set(predicted)), sorted(set(gold))
    right = i = j = 0
    while i < len(found) and j < len(wanted):
        if found[i][1] <= wanted[j][0]:
            i += 1
        elif wanted[j][1] <= found[i][0]:
            j += 1
        else:
            right, i, j = right + 1, i + 1, j + 1
    return SpanScore(right, len(found), len(wanted))
