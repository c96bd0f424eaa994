import pytest

from storymap.evaluation import (
    AnnotatedDocument,
    Corpus,
    Toponym,
    as_lines,
    as_table,
    evaluate,
)
from storymap.model import Candidate, Document, Mention, Place, PlaceName, Resolution

OSH = Place("gn:1527534", "Osh", 40.53, 72.8, "P", "PPLA", "KG")
BISHKEK = Place("gn:1528675", "Bishkek", 42.87, 74.59, "P", "PPLC", "KG")
TEXT = "From Osh to Bishkek and Naryn."
CORPUS = Corpus(
    "roads",
    (
        AnnotatedDocument(
            "1",
            Document(TEXT),
            (
                Toponym(5, 8, "Osh", 40.53, 72.8),
                Toponym(12, 19, "Bishkek", 42.87, 74.59),
                Toponym(24, 29, "Naryn"),
            ),
        ),
    ),
)


class Fake:
    """Takes every name for Osh, and finds "Osh", "Naryn" and "From"."""

    def geoparse(self, document):
        found = [Mention(0, 4, "From"), Mention(5, 8, "Osh"), Mention(24, 29, "Naryn")]
        return self.resolve(document, found)

    def candidates(self, document, mentions):
        both = tuple(Candidate(place, PlaceName(place.name)) for place in (OSH, BISHKEK))
        return [both for _ in mentions]

    def resolve(self, document, mentions):
        return [Resolution(m, OSH, confidence=0.8) for m in mentions]


@pytest.fixture
def report():
    return evaluate([CORPUS], Fake()).corpora[0]


def test_predicted_spans_are_scored_alone_and_with_their_places(report):
    assert report.recognition.exact.f1 == pytest.approx(2 / 3)
    assert report.recognition.end_to_end.right == 1
    assert report.recognition.end_to_end.predicted == 2, "Naryn has no point to be judged by"
    assert report.recognition.end_to_end.gold == 2


def test_gold_spans_are_scored_where_they_have_a_point(report):
    assert report.resolution.distance.gold == 2
    assert report.resolution.distance.accuracy == 0.5
    assert report.resolution.distance.candidate_recall == 1.0
    assert report.resolution.reliability.judged == ((0.8, True), (0.8, False))


def test_only_what_is_asked_for_is_measured():
    part = evaluate([CORPUS], Fake(), spans=["gold"]).corpora[0]
    assert part.recognition is None
    assert part.resolution is not None


def test_mistakes_say_where_they_are(report):
    kinds = [(m.kind, m.text) for m in report.recognition.mistakes]
    assert kinds == [("spurious", "From"), ("missed", "Bishkek")]
    (misplaced,) = as_lines(report.resolution.mistakes)
    assert misplaced.startswith("1\tmisplaced\t12\tBishkek\tFrom Osh to [Bishkek] and Naryn.")


def test_the_table_has_the_figures_and_says_what_was_counted():
    table = as_table(evaluate([CORPUS], Fake()))
    assert "roads: 1 documents, 3 toponyms" in table
    assert "0.667" in table
    assert "demonyms" in table


def test_progress_is_told_of_every_document():
    done = []
    evaluate([CORPUS], Fake(), progress=done.append)
    assert [document.id for document in done] == ["1"]
