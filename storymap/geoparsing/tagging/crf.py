"""A linear-chain conditional random field, decoded with NumPy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from storymap.geoparsing.tagging.crf_features import token_features
from storymap.geoparsing.tagging.hints import Hint
from storymap.geoparsing.tagging.labels import (
    LABELS,
    Reading,
    Scores,
    best_labels,
    forbidden_steps,
    place_margins,
)
from storymap.geoparsing.tokens import TokenisedText


@dataclass(frozen=True, slots=True)
class CrfTagger:
    """Weights of features and of steps from label to label."""

    rows: dict[str, int]
    """Row of each feature in `weights`."""
    weights: Scores
    """A column per label; the last row is 0, for features that are not known."""
    steps: Scores
    """From the label of the row to that of the column."""
    version: str

    def read(self, text: TokenisedText, hints: Sequence[Hint]) -> Reading:
        """A label and a margin for each token."""
        scores = self._scores(token_features(text, hints))
        labels = [
            label
            for sentence in text.sentences
            for label in best_labels(scores[sentence.first : sentence.last], self.steps)
        ]
        return Reading(labels, place_margins(scores))

    def _scores(self, features: Sequence[Sequence[str]]) -> Scores:
        if not features:
            return np.zeros((0, len(LABELS)), np.float32)
        unknown = len(self.rows)
        found = [self.rows.get(name, unknown) for name in chain.from_iterable(features)]
        starts = np.cumsum([0, *map(len, features[:-1])])
        scores: Scores = np.add.reduceat(self.weights[found], starts, axis=0)
        return scores


def load_crf(file: Traversable | None = None) -> CrfTagger:
    """The tagger that comes with storymap, or one of the same form."""
    source = file or files(__package__) / "crf.npz"
    with source.open("rb") as stream, np.load(stream) as saved:
        names = bytes(saved["names"]).decode("utf-8").split("\n")
        weights = saved["weights"].astype(np.float32) * saved["scales"]
        steps = saved["steps"] + forbidden_steps()
        version = str(saved["version"])
    weights = np.vstack([weights, np.zeros((1, weights.shape[1]), np.float32)])
    return CrfTagger({name: row for row, name in enumerate(names)}, weights, steps, version)


def pack(array: Scores) -> tuple[NDArray[np.int8], Scores]:
    """Weights as whole numbers of -127 to 127, and the scale of each column."""
    scales = np.maximum(np.abs(array).max(axis=0), 1e-9) / 127
    return np.round(array / scales).astype(np.int8), scales.astype(np.float32)
