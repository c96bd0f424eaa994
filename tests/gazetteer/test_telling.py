from storymap.gazetteer.telling import tell
from storymap.model import NameKind, PlaceName
from tests.gazetteer.editing_desk import JALAL_ABAD, OSH, PARIS_TEXAS, TEYYIT, village


def told(saved):
    return tell(saved.change)


def test_a_place_that_was_added_is_named(editor):
    assert told(editor.add(village())) == "own:ak-jar Ak-Jar"


def test_an_edit_is_told_by_what_became_of_each_field(editor):
    saved = editor.edit(OSH, lat=40.53, note="seen", radius_km=0.0)
    assert told(saved) == f"{OSH} Osh: lat 40.52828 → 40.53; note seen"


def test_names_are_told_as_they_come_and_go(editor):
    names = (PlaceName("Frunze", "ru", NameKind.HISTORIC),)
    saved = editor.edit("gn:1528675", names=names)
    assert 'name +"Frunze" (ru, historic)' in told(saved)
    assert 'name -"Бишкек" (ky, alternate)' in told(saved)


def test_hiding_and_merging_are_told_in_words(editor):
    assert told(editor.hide(OSH)) == f"{OSH} Osh: hidden"
    assert told(editor.restore(OSH)) == f"{OSH} Osh: not hidden"
    merged = told(editor.merge(TEYYIT, JALAL_ABAD))
    assert merged.startswith(f"{TEYYIT} Teyyit: merged into {JALAL_ABAD}; {JALAL_ABAD}")


def test_rulings_are_told_by_the_name(editor):
    assert told(editor.block("Of")) == '"Of": never a place'
    assert told(editor.unblock("Of")) == '"Of": may be a place'
    assert told(editor.prefer("Paris", PARIS_TEXAS)) == f'"Paris": preferred {PARIS_TEXAS}'


def test_an_undo_tells_the_way_back(editor):
    editor.edit(OSH, population=5)
    assert tell(editor.undo().by) == f"{OSH} Osh: population 5 → 322164"


def test_what_is_said_no_more_is_told_with_what_it_was(editor):
    editor.edit(OSH, note="seen")
    assert told(editor.edit(OSH, note="")) == f"{OSH} Osh: no note any more (was seen)"
