import sqlite3
import stat
import threading

import pytest

from storymap.errors import GazetteerError
from storymap.gazetteer import open_gazetteer
from storymap.gazetteer.layers import LayeredGazetteer
from storymap.gazetteer.opening import holds_edits, layer_paths, open_layer, own_path
from storymap.gazetteer.own import OwnLayer
from storymap.gazetteer.store import Store
from storymap.model import Extent
from tests.gazetteer.editing_desk import OSH, editor_in, ids_of, village
from tests.tiny_gazetteer import tiny_gazetteer


def test_edits_outlive_the_program(editor, tmp_path):
    editor.edit(OSH, note="seen")
    assert OwnLayer.open(tmp_path / "own.sqlite").entry(OSH).record.note == "seen"


def test_files_of_edits_and_of_places_are_told_apart(editor, tmp_path):
    assert holds_edits(tmp_path / "own.sqlite")
    assert not holds_edits(tmp_path / "tiny.sqlite")
    assert not holds_edits(tmp_path / "missing.sqlite")
    assert isinstance(open_layer(tmp_path / "own.sqlite"), OwnLayer)
    assert isinstance(open_layer(tmp_path / "tiny.sqlite"), Store)


def test_a_file_of_places_is_not_edited(tmp_path):
    tiny_gazetteer(tmp_path / "tiny.sqlite")
    before = (tmp_path / "tiny.sqlite").read_bytes()
    with pytest.raises(GazetteerError, match="not a file of edits"):
        OwnLayer.create(tmp_path / "tiny.sqlite")
    assert (tmp_path / "tiny.sqlite").read_bytes() == before


def test_what_is_no_database_is_one_clear_error(tmp_path):
    (tmp_path / "text.sqlite").write_text("not a database, but long enough to be looked at" * 9)
    with pytest.raises(GazetteerError, match=r"text\.sqlite cannot be used"):
        OwnLayer.create(tmp_path / "text.sqlite")


def test_a_file_of_a_newer_storymap_is_refused(editor, tmp_path):
    with sqlite3.connect(tmp_path / "own.sqlite") as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(GazetteerError, match="version 99"):
        OwnLayer.open(tmp_path / "own.sqlite")


def test_a_missing_file_is_an_error_to_open_and_made_to_edit(tmp_path):
    path = tmp_path / "new folder" / "own.sqlite"
    with pytest.raises(GazetteerError, match="no such"):
        OwnLayer.open(path)
    OwnLayer.create(path)
    assert OwnLayer.open(path).version.endswith(".0")


def test_an_empty_file_left_by_a_crash_is_made_anew(tmp_path):
    (tmp_path / "own.sqlite").touch()
    assert not holds_edits(tmp_path / "own.sqlite")
    assert not tuple(OwnLayer.create(tmp_path / "own.sqlite").entries())


def test_a_file_that_is_write_protected_can_be_read(editor, tmp_path):
    editor.edit(OSH, note="seen")
    (tmp_path / "own.sqlite").chmod(stat.S_IREAD)
    assert OwnLayer.open(tmp_path / "own.sqlite").entry(OSH).record.note == "seen"


def test_a_layer_is_read_from_other_threads(editor):
    editor.add(village())
    found = []
    thread = threading.Thread(target=lambda: found.extend(ids_of(editor, "Ak-Jar")))
    thread.start()
    thread.join()
    assert found == ["own:ak-jar"]


def test_an_edit_by_one_process_is_seen_by_another_at_once(editor, tmp_path):
    reader = editor_in(tmp_path)
    editor.hide(OSH)
    assert reader.gazetteer.get(OSH) is None


def test_the_new_name_of_a_region_reaches_the_places_in_it(editor):
    editor.edit("gn:1528248", name="Dzhalal-Abad Oblast")
    editor.add(village())
    place = editor.gazetteer.get("own:ak-jar")
    assert place.within[0] == "Dzhalal-Abad Oblast"


def test_places_of_ones_own_are_found_by_position(editor):
    editor.add(village())
    editor.hide("sm:teyyit")
    found = editor.gazetteer.in_extent(Extent(40.8, 72.8, 41.0, 73.0))
    assert sorted(place.id for place in found) == ["gn:1528249", "own:ak-jar"]


def test_a_stack_of_stacks_answers_as_one(editor):
    editor.block("Osh")
    assert not LayeredGazetteer(LayeredGazetteer(editor.below, editor.layer)).search("Osh")


def test_the_users_own_file_is_where_the_environment_says(tmp_path):
    assert own_path({"STORYMAP_GAZETTEER": str(tmp_path / "own")}) == tmp_path / "own"
    assert own_path({"STORYMAP_GAZETTEER": ""}) is None
    assert own_path({}).name == "gazetteer.sqlite"


def test_edits_lie_over_places_and_named_ones_replace_ones_own(editor, tmp_path):
    own, places = tmp_path / "own.sqlite", tmp_path / "tiny.sqlite"
    named = tmp_path / "named.sqlite"
    OwnLayer.create(named)
    assert layer_paths([places], own) == (places, own)
    assert layer_paths([named, places], own) == (places, named)
    assert layer_paths([], tmp_path / "missing.sqlite") == ()


def test_the_bundled_gazetteer_is_opened_with_edits_on_it(editor, tmp_path, monkeypatch):
    monkeypatch.setattr("storymap.gazetteer.BUNDLED", tmp_path / "tiny.sqlite")
    editor.edit(OSH, population=1)
    assert open_gazetteer(tmp_path / "own.sqlite").get(OSH).population == 1
    assert open_gazetteer().get(OSH).population == 322_164
