"""Trains the conditional random field and writes it in the form in which it ships."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from storymap.geoparsing.spans import Profiles
from storymap.geoparsing.tagging.crf import pack
from storymap.geoparsing.tagging.crf_features import token_features
from storymap.geoparsing.tagging.labels import LABELS
from storymap.geoparsing.tokens import Sentence
from training.augmenting import Augmenter, read_atlas
from training.corpus import Article, load_articles, one_round, spell
from training.examples import Example, make_example

ROUNDS = 8
"""Of the averaged perceptron."""
LEAST_WEIGHT = 1.5
"""Smaller weights are left out of the file."""

_CHANGED = 0.4
"""Share of the sentences that are changed."""
_MOST_UNKNOWN = 2
"""Unknown labels in a sentence that is still used; they count as O."""
_WITHOUT_NAMES = 0.4
"""Share that is used of the sentences without a capital after the first word."""


def train_crf(folder: Path, gazetteer: Profiles, *, saved: Path, version: str) -> None:
    """Train on the sets of a folder and write the model."""
    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": ROUNDS, "feature.minfreq": 2})
    for features, labels in _sequences(folder, gazetteer):
        trainer.append(features, labels)
    with TemporaryDirectory() as scratch:
        model = str(Path(scratch) / "model")
        trainer.train(model)
        write_crf(model, saved, version=version)


def _sequences(folder: Path, gazetteer: Profiles) -> Iterator[tuple[list[list[str]], list[str]]]:
    chance = random.Random(3)
    augmenter = Augmenter(read_atlas(), random.Random(4))
    articles = load_articles(folder)
    weighted = ((article, source.weight) for source, found in articles.items() for article in found)
    for article in one_round(weighted, chance):
        example = _example(article, augmenter, gazetteer)
        features = token_features(example.text, example.hints)
        for sentence in example.text.sentences:
            if _is_used(example, sentence, chance):
                span = slice(sentence.first, sentence.last)
                yield features[span], [_label(label) for label in example.labels[span]]


def _example(article: Article, augmenter: Augmenter, gazetteer: Profiles) -> Example:
    spelt = []
    for sentence in article:
        words, labels = list(sentence.words), list(sentence.labels)
        if augmenter.chance.random() < _CHANGED:
            words, labels = augmenter.change(words, labels)
        spelt.append(spell(augmenter.recase(words), labels))
    return make_example(spelt, gazetteer)


def _is_used(example: Example, sentence: Sentence, chance: random.Random) -> bool:
    if example.labels[sentence.first : sentence.last].count("?") > _MOST_UNKNOWN:
        return False
    later = example.text.tokens[sentence.first + 1 : sentence.last]
    return any(token.is_capitalised for token in later) or chance.random() < _WITHOUT_NAMES


def _label(label: str) -> str:
    """One label of those that are allowed: what the set itself says, which stands last."""
    return "O" if label == "?" else label.rsplit("|", maxsplit=1)[-1]


def write_crf(model: str, saved: Path, *, version: str, least: float = LEAST_WEIGHT) -> None:
    """Write the weights of a model of CRFsuite that count, in eight bits."""
    tagger = pycrfsuite.Tagger()
    tagger.open(model)
    trained = tagger.info()
    columns = {label: column for column, label in enumerate(LABELS)}
    counting = {key: w for key, w in trained.state_features.items() if abs(w) >= least}
    rows = {name: row for row, name in enumerate(sorted({name for name, _ in counting}))}
    weights = np.zeros((len(rows), len(LABELS)), np.float32)
    for (name, label), weight in counting.items():
        weights[rows[name], columns[label]] = weight
    steps = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (before, after), weight in trained.transitions.items():
        steps[columns[before], columns[after]] = weight
    packed, scales = pack(weights)
    names = np.frombuffer("\n".join(rows).encode("utf-8"), np.uint8)
    np.savez_compressed(
        saved, names=names, weights=packed, scales=scales, steps=steps, version=np.array(version)
    )
