from storymap.geoparsing.tagging.hints import Sign, find_hints
from storymap.geoparsing.tokens import tokenise
from storymap.model import Document
from tests.geoparsing.tagging.conftest import FewNames


def test_a_hint_says_what_the_gazetteer_knows(few_names: FewNames) -> None:
    (hint,) = find_hints(tokenise(Document("It rained in Osh today.")), few_names)
    assert (hint.first, hint.last) == (3, 4)
    assert Sign.CITY_100K in hint.signs
    assert Sign.CITY_500K not in hint.signs


def test_a_demonym_is_no_country(few_names: FewNames) -> None:
    (hint,) = find_hints(tokenise(Document("The Kyrgyz side agreed.")), few_names)
    assert hint.signs == (Sign.DEMONYM,)


def test_words_that_no_place_bears_give_no_hint(few_names: FewNames) -> None:
    assert find_hints(tokenise(Document("Nothing of the kind.")), few_names) == ()
