import pytest

from storymap.errors import GazetteerError
from tests.gazetteer.editing_desk import PARIS, PARIS_TEXAS, ids_of, village


def test_a_name_that_is_blocked_is_not_found_in_any_spelling(editor):
    editor.add(village(name="Of"))
    editor.block("of")
    assert not ids_of(editor, "OF")
    assert not editor.gazetteer.profile(["of"])


def test_a_name_that_is_blocked_for_a_place_still_means_the_others(editor):
    editor.block("Paris", PARIS)
    assert ids_of(editor, "Paris") == [PARIS_TEXAS]
    assert editor.gazetteer.profile(["paris"])["paris"].place_count == 1
    assert ids_of(editor, "Paryż") == [PARIS]


def test_a_block_is_lifted(editor):
    before = ids_of(editor, "Paris")
    editor.block("Paris", PARIS)
    editor.block("Paris")
    editor.unblock("Paris")
    editor.unblock("Paris", PARIS)
    assert ids_of(editor, "Paris") == before
    assert not editor.layer.all_rulings()


def test_a_preferred_place_comes_first_and_is_marked(editor):
    editor.prefer("PARIS", PARIS_TEXAS)
    found = editor.gazetteer.search("Paris")
    assert [(c.place.id, c.is_preferred) for c in found] == [(PARIS_TEXAS, True), (PARIS, False)]


def test_a_preference_follows_a_merge(editor):
    editor.add(village(name="Paris"))
    editor.prefer("Paris", "own:ak-jar")
    editor.merge("own:ak-jar", PARIS_TEXAS)
    assert editor.gazetteer.search("Paris")[0].is_preferred


def test_a_preference_is_taken_back(editor):
    editor.prefer("Paris", PARIS_TEXAS)
    editor.unprefer("Paris")
    assert ids_of(editor, "Paris") == [PARIS, PARIS_TEXAS]


def test_only_a_place_that_has_the_name_can_be_preferred_or_blocked(editor):
    with pytest.raises(GazetteerError, match="give it the name first"):
        editor.prefer("Lutetia", PARIS)
    with pytest.raises(GazetteerError, match="give it the name first"):
        editor.block("Lutetia", PARIS)


def test_blocking_what_is_blocked_is_refused(editor):
    editor.block("Of")
    with pytest.raises(GazetteerError, match="is so already"):
        editor.block("OF")


def test_a_text_without_a_letter_cannot_be_ruled_on(editor):
    with pytest.raises(GazetteerError, match="no letter"):
        editor.block("–")
