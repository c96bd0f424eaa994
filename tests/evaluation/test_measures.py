import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storymap.evaluation import DistanceScore, Reliability, SpanScore
from storymap.evaluation.recognition import exact, overlapping

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1]))
)


def test_exact_spans_need_both_ends():
    score = exact([(0, 3), (5, 9)], [(0, 3), (5, 8), (20, 25)])
    assert (score.right, score.predicted, score.gold) == (1, 2, 3)
    assert score.precision == 1 / 2
    assert score.recall == 1 / 3
    assert score.f1 == pytest.approx(0.4)


def test_overlapping_spans_pair_off_one_to_one():
    assert overlapping([(0, 10)], [(0, 3), (4, 9)]) == SpanScore(1, 1, 2)
    assert overlapping([(0, 3), (3, 5)], [(2, 4)]) == SpanScore(1, 2, 1)


@given(spans, spans)
def test_overlap_does_not_depend_on_which_side_is_which(predicted, gold):
    score, mirrored = overlapping(predicted, gold), overlapping(gold, predicted)
    assert score.right == mirrored.right <= min(score.predicted, score.gold)


def test_nothing_found_and_nothing_wanted_scores_nothing():
    score = SpanScore()
    assert (score.precision, score.recall, score.f1) == (0, 0, 0)


def test_an_unanswered_name_is_a_miss_but_not_an_error():
    score = DistanceScore((0.0, 200.0, None), reachable=2)
    assert score.accuracy == 1 / 3
    assert score.candidate_recall == 2 / 3
    assert score.mean_km == 100.0
    assert score.median_km == 100.0


def test_the_area_is_0_when_all_is_right_and_1_when_all_is_farthest():
    assert DistanceScore((0.0, 0.0, 0.0)).auc == 0.0
    assert DistanceScore((None, 20_039.0)).auc == pytest.approx(1.0)
    assert math.isnan(DistanceScore().auc)


def test_scores_of_documents_are_pooled():
    assert SpanScore(1, 2, 3) + SpanScore(1, 1, 1) == SpanScore(2, 3, 4)
    assert (DistanceScore((1.0,), 1) + DistanceScore((None,), 0)).gold == 2


def test_confidences_are_compared_with_how_often_they_were_right():
    reliability = Reliability(((0.95, True), (0.95, False), (0.15, False), (1.0, True)))
    low, high = reliability.bins
    assert (low.low, low.count, low.accuracy) == (0.1, 1, 0.0)
    assert high.count == 3
    assert high.accuracy == pytest.approx(2 / 3)
    assert reliability.expected_error == pytest.approx((0.15 + 3 * 0.3) / 4)
    assert Reliability().expected_error == 0.0
