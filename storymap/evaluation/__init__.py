"""How well a geoparser does on annotated texts: spans, choices, and the two together.

What is counted. Every toponym that a corpus annotates counts, with the span its annotators gave:
demonyms, names used for governments and teams (metonymy) and names inside the names of
organisations count where the corpus has them, and a prediction that it does not have is wrong.
Nothing is left out on either side, so figures are comparable across systems but not across
corpora whose annotators followed other rules.
"""

from storymap.evaluation.calibration import Reliability, ReliabilityBin
from storymap.evaluation.corpus import AnnotatedDocument, Corpus, Toponym, read_corpus
from storymap.evaluation.figures import as_figures
from storymap.evaluation.mistakes import Mistake, as_lines
from storymap.evaluation.recognition import SpanScore
from storymap.evaluation.report import (
    CorpusReport,
    EvaluatedGeoparser,
    RecognitionReport,
    Report,
    ResolutionReport,
    Spans,
    evaluate,
)
from storymap.evaluation.resolution import DistanceScore
from storymap.evaluation.table import as_table

__all__ = [
    "AnnotatedDocument",
    "Corpus",
    "CorpusReport",
    "DistanceScore",
    "EvaluatedGeoparser",
    "Mistake",
    "RecognitionReport",
    "Reliability",
    "ReliabilityBin",
    "Report",
    "ResolutionReport",
    "SpanScore",
    "Spans",
    "Toponym",
    "as_figures",
    "as_lines",
    "as_table",
    "evaluate",
    "read_corpus",
]
