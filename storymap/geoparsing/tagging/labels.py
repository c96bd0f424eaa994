"""The labels that a trained tagger gives to tokens, and the best sequence of them.

B- begins a name, I- continues it, O is no name. LOC is a place, DEM a demonym, IN a place named
inside the name of something else; PER, ORG and MISC are there to be told apart from places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

KINDS = ("LOC", "DEM", "IN", "PER", "ORG", "MISC")
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
"""Columns of the models' scores."""

Scores = NDArray[np.float32]

PLACES = frozenset({"LOC", "DEM", "IN"})
"""The kinds that become mentions."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a tagger makes of a text: for each token a label, and how much more it looks like part
    of a place than like anything else (below 0: less)."""

    labels: Sequence[str]
    margins: Scores


_NEVER = np.float32(-1e4)


def forbidden_steps(labels: Sequence[str] = LABELS) -> Scores:
    """What to add to the score of each step (from, to): I- follows B- or I- of its kind alone."""
    steps = np.zeros((len(labels), len(labels)), np.float32)
    for column, label in enumerate(labels):
        if label[0] == "I":
            steps[[before[1:] != label[1:] for before in labels], column] = _NEVER
    return steps


def best_labels(scores: Scores, steps: Scores, labels: Sequence[str] = LABELS) -> list[str]:
    """The sequence of the highest sum of `scores` (a row per token) and `steps` (Viterbi)."""
    if not len(scores):
        return []
    starts = np.array([_NEVER if label[0] == "I" else 0 for label in labels], np.float32)
    best = scores[0] + starts
    choices = np.empty(scores.shape, np.intp)
    for index in range(1, len(scores)):
        sums = best[:, None] + steps
        choices[index] = sums.argmax(axis=0)
        best = sums.max(axis=0) + scores[index]
    path = [int(best.argmax())]
    for index in range(len(scores) - 1, 0, -1):
        path.append(int(choices[index, path[-1]]))
    return [labels[column] for column in reversed(path)]


def place_margins(scores: Scores) -> Scores:
    """The best score of a place's label less that of any other, for each row."""
    is_place = np.array([label[2:] in PLACES for label in LABELS])
    margins: Scores = scores[:, is_place].max(axis=1) - scores[:, ~is_place].max(axis=1)
    return margins


def spans_of(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First and last (exclusive) token and kind of each name.

    >>> list(spans_of(["O", "B-LOC", "I-LOC", "B-ORG"]))
    [(1, 3, 'LOC'), (3, 4, 'ORG')]
    """
    first = 0
    while first < len(labels):
        last = first + 1
        if labels[first] != "O":
            kind = labels[first][2:]
            while last < len(labels) and labels[last] == f"I-{kind}":
                last += 1
            yield first, last, kind
        first = last
