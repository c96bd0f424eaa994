"""Runs a geoparser over corpora and gathers its scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from storymap.evaluation.calibration import Reliability
from storymap.evaluation.corpus import AnnotatedDocument, Corpus
from storymap.evaluation.mistakes import Mistake, recognition_mistakes, resolution_mistakes
from storymap.evaluation.recognition import SpanScore, exact, overlapping
from storymap.evaluation.resolution import DistanceScore, distance_km, is_near, is_reachable
from storymap.model import Candidate, Document, Mention, Resolution

Spans = Literal["gold", "predicted"]


class EvaluatedGeoparser(Protocol):
    """What is measured: any object that does these three things."""

    def geoparse(self, document: Document) -> Sequence[Resolution]:
        """Find the mentions of a document and resolve them."""
        ...

    def candidates(
        self, document: Document, mentions: Sequence[Mention]
    ) -> Sequence[Sequence[Candidate]]:
        """Find what the mentions may mean; as many answers as mentions."""
        ...

    def resolve(self, document: Document, mentions: Sequence[Mention]) -> Sequence[Resolution]:
        """Resolve mentions that are given; as many answers as mentions, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class RecognitionReport:
    """Predicted spans, and what was made of them."""

    exact: SpanScore = field(default_factory=SpanScore)
    overlapping: SpanScore = field(default_factory=SpanScore)
    end_to_end: SpanScore = field(default_factory=SpanScore)
    """Exact span and within 161 km. Only toponyms with an annotated point can be won, and a
    prediction on one without a point counts neither way; so does a mention left unlocated."""
    mistakes: tuple[Mistake, ...] = ()

    def __add__(self, other: RecognitionReport) -> RecognitionReport:
        """Pool two sets of documents."""
        return RecognitionReport(
            self.exact + other.exact,
            self.overlapping + other.overlapping,
            self.end_to_end + other.end_to_end,
            self.mistakes + other.mistakes,
        )


@dataclass(frozen=True, slots=True)
class ResolutionReport:
    """Choices for the annotated spans."""

    distance: DistanceScore = field(default_factory=DistanceScore)
    reliability: Reliability = field(default_factory=Reliability)
    mistakes: tuple[Mistake, ...] = ()

    def __add__(self, other: ResolutionReport) -> ResolutionReport:
        """Pool two sets of documents."""
        return ResolutionReport(
            self.distance + other.distance,
            self.reliability + other.reliability,
            self.mistakes + other.mistakes,
        )


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """Scores on one corpus; a part is None if it was not asked for."""

    corpus: str
    documents: int
    toponyms: int
    recognition: RecognitionReport | None = None
    resolution: ResolutionReport | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Scores by corpus."""

    corpora: tuple[CorpusReport, ...]


def evaluate(
    corpora: Sequence[Corpus],
    geoparser: EvaluatedGeoparser,
    *,
    spans: Sequence[Spans] = ("predicted", "gold"),
    progress: Callable[[AnnotatedDocument], None] = lambda _: None,
) -> Report:
    """Measure with predicted spans, with gold spans, or with both.

    `progress` is told of every document when it is done.
    """
    return Report(tuple(_corpus_report(corpus, geoparser, spans, progress) for corpus in corpora))


def _corpus_report(
    corpus: Corpus,
    geoparser: EvaluatedGeoparser,
    spans: Sequence[Spans],
    progress: Callable[[AnnotatedDocument], None],
) -> CorpusReport:
    recognition = RecognitionReport() if "predicted" in spans else None
    resolution = ResolutionReport() if "gold" in spans else None
    for annotated in corpus.documents:
        if recognition is not None:
            recognition += _recognition(annotated, geoparser)
        if resolution is not None:
            resolution += _resolution(annotated, geoparser)
        progress(annotated)
    toponyms = sum(len(annotated.toponyms) for annotated in corpus.documents)
    return CorpusReport(corpus.name, len(corpus.documents), toponyms, recognition, resolution)


def _recognition(annotated: AnnotatedDocument, geoparser: EvaluatedGeoparser) -> RecognitionReport:
    resolutions = geoparser.geoparse(annotated.document)
    predicted = [(r.mention.start, r.mention.end) for r in resolutions]
    gold = [(t.start, t.end) for t in annotated.toponyms]
    return RecognitionReport(
        exact(predicted, gold),
        overlapping(predicted, gold),
        _end_to_end(annotated, resolutions),
        tuple(recognition_mistakes(annotated, resolutions)),
    )


def _end_to_end(annotated: AnnotatedDocument, resolutions: Sequence[Resolution]) -> SpanScore:
    gold = {(t.start, t.end): t for t in annotated.toponyms}
    right = wrong = 0
    for resolution in resolutions:
        toponym = gold.get((resolution.mention.start, resolution.mention.end))
        if resolution.place is None or (toponym is not None and not toponym.is_located):
            continue
        if toponym is not None and is_near(toponym, resolution.place):
            right += 1
        else:
            wrong += 1
    return SpanScore(right, right + wrong, sum(t.is_located for t in gold.values()))


def _resolution(annotated: AnnotatedDocument, geoparser: EvaluatedGeoparser) -> ResolutionReport:
    mentions = [Mention(t.start, t.end, t.text) for t in annotated.toponyms]
    found = geoparser.candidates(annotated.document, mentions)
    resolutions = geoparser.resolve(annotated.document, mentions)
    located = [i for i, toponym in enumerate(annotated.toponyms) if toponym.is_located]
    gold = annotated.toponyms
    return ResolutionReport(
        DistanceScore(
            tuple(distance_km(gold[i], resolutions[i].place) for i in located),
            sum(is_reachable(gold[i], [c.place for c in found[i]]) for i in located),
        ),
        Reliability(
            tuple(
                (resolutions[i].confidence, is_near(gold[i], resolutions[i].place))
                for i in located
                if resolutions[i].place is not None
            )
        ),
        tuple(resolution_mistakes(annotated, resolutions)),
    )
