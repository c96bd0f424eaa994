"""The scripts in data/recogniser that make training text; the training itself is too slow here."""

import random

import pytest
from training.augmenting import Atlas, Augmenter, split
from training.corpus import Article, Sentence, settle_noise, spell
from training.examples import make_example

from tests.geoparsing.tagging.conftest import FewNames

ATLAS = Atlas([("Dayton", "OH")], ["Leeds"], ["Osh"], ["Boone County"], {"OH": "Ohio"}, ["Chad"])


def _labels(words: str, labels: str, gazetteer: FewNames) -> list[str]:
    """The labels of our tokens under our policy."""
    example = make_example([spell(words.split(), labels.split())], gazetteer)
    return list(example.labels)


def test_words_are_spelt_as_running_text() -> None:
    words = ["He", "said", '"', "no", '"', "in", "Osh", "'", "s", "bazaar", "."]
    text, marks = spell(words, ["O"] * 6 + ["B-LOC"] + ["O"] * 4)
    assert text == 'He said "no" in Osh\'s bazaar.'
    assert marks[text.index("Osh")] == "B-LOC"
    assert len(marks) == len(text)


def test_a_place_before_a_body_is_inside_its_name(few_names: FewNames) -> None:
    made = _labels("The Leeds City Council met", "O B-ORG I-ORG I-ORG O", few_names)
    assert made == ["O", "B-IN", "B-ORG", "I-ORG", "O"]


def test_an_ordinary_word_is_not_a_place_inside_a_name(few_names: FewNames) -> None:
    made = _labels("The Police Federation met", "O B-ORG I-ORG O", few_names)
    assert made == ["O", "B-ORG", "I-ORG", "O"]


def test_a_country_that_acts_is_a_place(few_names: FewNames) -> None:
    assert _labels("Kyrgyzstan objects", "B-ORG O", few_names) == ["B-LOC", "O"]


def test_only_the_name_of_a_city_of_a_name_counts(few_names: FewNames) -> None:
    made = _labels("City of Osh", "B-LOC I-LOC I-LOC", few_names)
    assert made == ["O", "O", "B-LOC"]


def test_a_label_against_the_majority_is_forgotten() -> None:
    often: Article = tuple(Sentence(("Oxfam",), ("B-ORG",)) for _ in range(6))
    wrong: Article = (Sentence(("Oxfam",), ("B-LOC",)),)
    settled = settle_noise([often, wrong])
    assert settled == [often, (Sentence(("Oxfam",), ("?",)),)]


@pytest.mark.parametrize("seed", range(20))
def test_changed_sentences_have_a_label_for_each_word(seed: int) -> None:
    augmenter = Augmenter(ATLAS, random.Random(seed))  # noqa: S311
    words, labels = augmenter.change(
        ["Jane", "Roe", "of", "Acme", "is", "in", "Ohio"],
        ["B-PER", "I-PER", "O", "B-ORG", "O", "O", "B-LOC"],
    )
    assert len(words) == len(labels)
    assert len(augmenter.recase(words)) == len(words)


@pytest.mark.parametrize(
    ("name", "words"),
    [("Ala.", ["Ala."]), ("St. Paul", ["St.", "Paul"]), ("Coeur d'Alene", ["Coeur", "d'Alene"])],
)
def test_a_name_is_split_as_the_sets_are(name: str, words: list[str]) -> None:
    assert split(name) == words
