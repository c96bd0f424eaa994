"""Groups the words of MiniLM's vocabulary by what they mean, for the conditional random field."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from sklearn.cluster import MiniBatchKMeans

COARSE, FINE = 64, 512
"""Numbers of groups."""


def write_word_classes(weights: Path, saved: Path) -> None:
    """Write a line for each whole word of the vocabulary: the word, its coarse and fine group."""
    words = (weights / "vocab.txt").read_text(encoding="utf-8").split("\n")
    vectors = load_file(weights / "model.safetensors")["embeddings.word_embeddings.weight"]
    whole = [n for n, word in enumerate(words) if word.isalpha() and len(word) > 1]
    unit = vectors[whole] / np.linalg.norm(vectors[whole], axis=1, keepdims=True)
    columns = [_groups(unit, count) for count in (COARSE, FINE)]
    lines = (f"{words[n]} {a} {b}" for n, a, b in zip(whole, *columns, strict=True))
    saved.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _groups(vectors: np.ndarray, count: int) -> list[int]:
    model = MiniBatchKMeans(count, batch_size=4096, n_init=2, max_iter=60, random_state=1)
    return [int(group) for group in model.fit_predict(vectors)]
