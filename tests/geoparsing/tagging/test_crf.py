from pathlib import Path

import numpy as np

from storymap.geoparsing.tagging.crf import CrfTagger, load_crf, pack
from storymap.geoparsing.tagging.crf_features import token_features
from storymap.geoparsing.tagging.hints import find_hints
from storymap.geoparsing.tagging.labels import LABELS, forbidden_steps
from storymap.geoparsing.tokens import tokenise
from storymap.model import Document
from tests.geoparsing.tagging.conftest import FewNames


def _tagger(**weights: float) -> CrfTagger:
    """A tagger that knows some features, each of which speaks for a place."""
    made = np.zeros((len(weights) + 1, len(LABELS)), np.float32)
    made[: len(weights), LABELS.index("B-LOC")] = list(weights.values())
    rows = {name: row for row, name in enumerate(weights)}
    return CrfTagger(rows, made, forbidden_steps(), "test")


def test_known_features_decide(few_names: FewNames) -> None:
    text = tokenise(Document("Rain in Osh."))
    reading = _tagger(wOsh=3.0).read(text, find_hints(text, few_names))
    assert reading.margins.tolist() == [0, 0, 3, 0]
    assert reading.labels == ["O", "O", "B-LOC", "O"]


def test_an_empty_text_has_no_labels() -> None:
    assert _tagger().read(tokenise(Document("")), ()).labels == []


def test_each_token_has_features_of_its_own(few_names: FewNames) -> None:
    text = tokenise(Document("Rain in Osh."))
    features = token_features(text, find_hints(text, few_names))
    assert len(features) == len(text.tokens)
    assert "wOsh" in features[2]
    assert "ain" in features[2]


def test_what_is_packed_comes_back_within_half_a_step() -> None:
    weights = np.array([[1.0, -4.0], [0.5, 2.0]], np.float32)
    packed, scales = pack(weights)
    assert np.abs(packed * scales - weights).max() <= scales.max() / 2


def test_a_model_is_read_from_a_file(tmp_path: Path) -> None:
    weights, scales = pack(np.ones((1, len(LABELS)), np.float32))
    steps = np.zeros((len(LABELS), len(LABELS)), np.float32)
    names = np.frombuffer(b"wOsh", np.uint8)
    file = tmp_path / "model.npz"
    np.savez(file, names=names, weights=weights, scales=scales, steps=steps, version="7")
    tagger = load_crf(file)
    assert tagger.version == "7"
    assert tagger.rows == {"wOsh": 0}
