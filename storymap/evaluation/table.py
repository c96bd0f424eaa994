"""A report as text for people."""

from __future__ import annotations

from collections.abc import Iterator

from storymap.evaluation.calibration import Reliability
from storymap.evaluation.recognition import SpanScore
from storymap.evaluation.report import CorpusReport, RecognitionReport, Report, ResolutionReport

POLICY = (
    "Every annotated toponym counts, with its annotators' span: demonyms, metonyms and names\n"
    "inside organisations too, where the corpus has them. Right is within 161 km; an unanswered\n"
    "name is a miss; mean and median are over the answers."
)


def as_table(report: Report) -> str:
    """Lay the scores out by corpus, with what was counted at the end."""
    parts = ["\n".join(_corpus(part)) for part in report.corpora]
    return "\n\n".join([*parts, POLICY])


def _corpus(part: CorpusReport) -> Iterator[str]:
    yield f"{part.corpus}: {part.documents} documents, {part.toponyms} toponyms"
    if part.recognition is not None:
        yield from _recognition(part.recognition)
    if part.resolution is not None:
        yield from _resolution(part.resolution)


def _recognition(part: RecognitionReport) -> Iterator[str]:
    yield f"  {'':28}{'precision':>10}{'recall':>10}{'F1':>10}"
    yield _spans("exact spans", part.exact)
    yield _spans("overlapping spans", part.overlapping)
    yield _spans("exact span and within 161 km", part.end_to_end)


def _spans(label: str, score: SpanScore) -> str:
    return f"  {label:28}{score.precision:10.3f}{score.recall:10.3f}{score.f1:10.3f}"


def _resolution(part: ResolutionReport) -> Iterator[str]:
    score = part.distance
    yield f"  gold spans with a point     {score.gold:10}"
    yield f"  within 161 km               {score.accuracy:10.3f}"
    yield f"  a candidate within 161 km   {score.candidate_recall:10.3f}"
    yield f"  mean error, median error    {score.mean_km:7.0f} km{score.median_km:7.1f} km"
    yield f"  AUC of the log error        {score.auc:10.3f}"
    yield from _reliability(part.reliability)


def _reliability(reliability: Reliability) -> Iterator[str]:
    yield f"  confidence (expected calibration error {reliability.expected_error:.3f})"
    for part in reliability.bins:
        yield (
            f"    {part.low:.1f} to {part.high:.1f}  {part.count:6} choices"
            f"  mean {part.confidence:.2f}  right {part.accuracy:.2f}"
        )
