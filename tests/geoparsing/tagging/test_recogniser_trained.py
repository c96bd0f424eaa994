from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from storymap.geoparsing.tagging.hints import Hint
from storymap.geoparsing.tagging.labels import Reading
from storymap.geoparsing.tagging.recogniser import JointRecogniser, TrainedRecogniser
from storymap.geoparsing.tokens import TokenisedText
from storymap.model import Document, Mention, MentionKind
from tests.geoparsing.tagging.conftest import FewNames


@dataclass(frozen=True)
class _Told:
    """Gives the labels that it was told."""

    labels: Sequence[str]
    margin: float = 1.0
    version: str = "told"

    def read(self, text: TokenisedText, hints: Sequence[Hint]) -> Reading:
        return Reading(self.labels, np.full(len(self.labels), self.margin, np.float32))


@dataclass(frozen=True)
class _Ruled:
    """Finds the spans that it was told."""

    spans: Sequence[tuple[int, int]]
    version: str = "ruled"

    def recognise(self, document: Document) -> Sequence[Mention]:
        return [Mention(start, end, document.text[start:end]) for start, end in self.spans]


def test_mentions_carry_their_place_in_the_text(few_names: FewNames) -> None:
    recogniser = TrainedRecogniser(few_names, _Told(["O", "B-DEM", "O", "O", "B-LOC"]))
    mentions = recogniser.recognise(Document("The Kyrgyz town of Osh"))
    assert mentions == (
        Mention(4, 10, "Kyrgyz", MentionKind.DEMONYM),
        Mention(19, 22, "Osh", MentionKind.NAME),
    )


def test_an_abbreviation_is_a_code(few_names: FewNames) -> None:
    recogniser = TrainedRecogniser(few_names, _Told(["B-LOC", "O"]))
    assert [m.kind for m in recogniser.recognise(Document("Calif. fires"))] == [MentionKind.CODE]


def test_places_inside_names_can_be_left_out(few_names: FewNames) -> None:
    labels = ["B-IN", "B-ORG", "I-ORG"]
    recogniser = TrainedRecogniser(few_names, _Told(labels), inside_names=False)
    assert recogniser.recognise(Document("Leeds City Council")) == ()


def test_the_version_is_the_taggers(few_names: FewNames) -> None:
    assert TrainedRecogniser(few_names, _Told([])).version == "told"


@pytest.mark.parametrize(
    ("labels", "margin", "ruled", "expected"),
    [
        ("O B-LOC O O", -1.0, [(3, 6)], ["Osh"]),
        ("O B-LOC O O", -1.0, [], []),
        ("O B-LOC O O", 1.0, [], ["Osh"]),
        ("O B-IN B-ORG O", 1.0, [], []),
        ("O B-IN B-ORG O", 1.0, [(3, 6)], ["Osh"]),
        ("O B-LOC I-LOC O", 1.0, [(3, 6)], ["Osh"]),
        ("O B-PER O O", 1.0, [(3, 6)], ["Osh"]),
        ("O B-ORG I-ORG O", 1.0, [(3, 6)], []),
    ],
)
def test_tagger_and_rules_are_weighed(
    few_names: FewNames,
    labels: str,
    margin: float,
    ruled: list[tuple[int, int]],
    expected: list[str],
) -> None:
    recogniser = JointRecogniser(few_names, _Told(labels.split(), margin), _Ruled(ruled))
    mentions = recogniser.recognise(Document("In Osh Bazaar."))
    assert [mention.text for mention in mentions] == expected


def test_a_joint_version_names_both(few_names: FewNames) -> None:
    assert JointRecogniser(few_names, _Told([]), _Ruled([])).version == "told+ruled"
