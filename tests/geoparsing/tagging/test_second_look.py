from storymap.geoparsing.tagging.hints import find_hints
from storymap.geoparsing.tagging.second_look import look_again
from storymap.geoparsing.tokens import tokenise
from storymap.model import Document
from tests.geoparsing.tagging.conftest import FewNames


def _places(sentence: str, labels: str, gazetteer: FewNames) -> list[tuple[str, str]]:
    """Surfaces and kinds; the labels are written with blanks between them."""
    text = tokenise(Document(sentence))
    found = look_again(text, find_hints(text, gazetteer), labels.split())
    return [
        (text.text[text.tokens[f.first].start : text.tokens[f.last - 1].end], f.kind) for f in found
    ]


def test_a_place_inside_a_name_is_a_place(few_names: FewNames) -> None:
    labels = "O B-IN B-ORG I-ORG O"
    assert _places("The Leeds City Council said", labels, few_names) == [("Leeds", "IN")]


def test_a_known_name_is_found_again_in_the_document(few_names: FewNames) -> None:
    expected = [("Osh", "LOC"), ("Osh", "LOC")]
    assert _places("In Osh. An Osh resident", "O B-LOC O O O O", few_names) == expected


def test_a_name_that_a_person_bears_is_not_looked_for(few_names: FewNames) -> None:
    labels = "O B-LOC O O B-PER O"
    assert _places("In Leeds. Mr. Leeds came", labels, few_names) == [("Leeds", "LOC")]


def test_a_person_keeps_a_name_that_is_also_a_country(few_names: FewNames) -> None:
    assert _places("Mr. Kyrgyzstan spoke", "O B-PER O", few_names) == []


def test_a_country_is_not_passed_over(few_names: FewNames) -> None:
    assert _places("What Kyrgyzstan wants", "O O O", few_names) == [("Kyrgyzstan", "LOC")]


def test_a_country_is_not_cut_short(few_names: FewNames) -> None:
    expected = [("Bosnia and Herzegovina", "LOC")]
    assert _places("in Bosnia and Herzegovina", "O B-LOC O O", few_names) == expected


def test_a_demonym_inside_a_name_counts(few_names: FewNames) -> None:
    assert _places("The Kyrgyz Army", "O B-ORG I-ORG", few_names) == [("Kyrgyz", "DEM")]


def test_the_place_of_a_compound_counts(few_names: FewNames) -> None:
    assert _places("a Leeds-based firm", "O O O O O", few_names) == [("Leeds", "LOC")]


def test_the_european_union_is_a_place_too(few_names: FewNames) -> None:
    assert _places("The EU agreed", "O B-ORG O", few_names) == [("EU", "LOC")]
