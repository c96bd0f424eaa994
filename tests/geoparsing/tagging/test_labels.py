import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from storymap.geoparsing.tagging.labels import LABELS, best_labels, forbidden_steps, spans_of


def _scores(*best: str) -> np.ndarray:
    made = np.zeros((len(best), len(LABELS)), np.float32)
    for row, label in enumerate(best):
        made[row, LABELS.index(label)] = 1
    return made


def test_the_best_labels_are_those_of_the_highest_scores() -> None:
    wanted = ["O", "B-LOC", "I-LOC", "O"]
    assert best_labels(_scores(*wanted), forbidden_steps()) == wanted


def test_an_inside_label_never_follows_another_kind() -> None:
    labels = best_labels(_scores("B-PER", "I-LOC"), forbidden_steps())
    assert labels != ["B-PER", "I-LOC"]


def test_no_scores_give_no_labels() -> None:
    assert best_labels(np.zeros((0, len(LABELS)), np.float32), forbidden_steps()) == []


@given(
    arrays.arrays(
        np.float32,
        st.tuples(st.integers(1, 8), st.just(len(LABELS))),
        elements=st.floats(-9, 9, width=32),
    )
)
def test_every_sequence_is_well_formed(scores: np.ndarray) -> None:
    before = "O"
    for label in best_labels(scores, forbidden_steps()):
        assert label[0] != "I" or before[1:] == label[1:]
        before = label


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["O"], []),
        (["B-LOC", "B-LOC"], [(0, 1, "LOC"), (1, 2, "LOC")]),
        (["B-IN", "B-ORG", "I-ORG"], [(0, 1, "IN"), (1, 3, "ORG")]),
    ],
)
def test_spans_end_where_the_next_name_begins(
    labels: list[str], spans: list[tuple[int, int, str]]
) -> None:
    assert list(spans_of(labels)) == spans
