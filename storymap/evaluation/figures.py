"""A report as plain values, for JSON."""

from __future__ import annotations

import math
from dataclasses import asdict

from storymap.evaluation.recognition import SpanScore
from storymap.evaluation.report import CorpusReport, RecognitionReport, Report, ResolutionReport

Figures = dict[str, object]


def as_figures(report: Report) -> list[Figures]:
    """An object per corpus; a part not asked for is left out, a mean of nothing is null."""
    return [_corpus(part) for part in report.corpora]


def _corpus(part: CorpusReport) -> Figures:
    figures: Figures = {
        "corpus": part.corpus,
        "documents": part.documents,
        "toponyms": part.toponyms,
    }
    if part.recognition is not None:
        figures["recognition"] = _recognition(part.recognition)
    if part.resolution is not None:
        figures["resolution"] = _resolution(part.resolution)
    return figures


def _recognition(part: RecognitionReport) -> Figures:
    return {
        "exact": _spans(part.exact),
        "overlapping": _spans(part.overlapping),
        "end_to_end_161_km": _spans(part.end_to_end),
    }


def _spans(score: SpanScore) -> Figures:
    return asdict(score) | {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }


def _resolution(part: ResolutionReport) -> Figures:
    score = part.distance
    return {
        "gold": score.gold,
        "accuracy_161_km": score.accuracy,
        "candidate_recall_161_km": score.candidate_recall,
        "mean_km": _number(score.mean_km),
        "median_km": _number(score.median_km),
        "auc": _number(score.auc),
        "expected_calibration_error": part.reliability.expected_error,
        "reliability": [asdict(row) for row in part.reliability.bins],
    }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value
