import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storymap.errors import GazetteerError
from storymap.gazetteer.changes import What
from storymap.gazetteer.desk import ChangedMeanwhileError
from storymap.gazetteer.history import as_of, history
from storymap.gazetteer.telling import tell
from tests.gazetteer.editing_desk import (
    JALAL_ABAD,
    OSH,
    PARIS,
    TEYYIT,
    editor_in,
    everything_said,
    ids_of,
    village,
)


def test_a_row_of_history_tells_who_what_when_and_why(editor):
    saved = editor.edit(OSH, population=400_000, reason="census")
    (change,) = history(editor.layer)
    assert change == saved.change
    assert (change.what, change.author, change.reason) == (What.EDIT, "Aizada", "census")
    assert datetime.fromisoformat(change.time).tzinfo is not None
    assert tell(change) == f"{OSH} Osh: population 322164 → 400000"


def test_a_merge_is_one_row_of_both_places(editor):
    editor.merge(TEYYIT, JALAL_ABAD)
    assert history(editor.layer, place_id=TEYYIT) == history(editor.layer, place_id=JALAL_ABAD)


def test_a_block_is_in_the_history_of_the_name_and_of_the_place(editor):
    editor.block("Paris", PARIS)
    (change,) = history(editor.layer, place_id=PARIS)
    assert history(editor.layer, name="PARIS") == (change,)
    assert tell(change) == f'"Paris": never {PARIS}'


def test_history_is_told_from_the_last_change_back(editor):
    for note in ("one", "two", "three"):
        editor.edit(OSH, note=note)
    assert [change.number for change in history(editor.layer, limit=2)] == [3, 2]


def test_an_undo_is_a_change_too_and_can_be_undone(editor):
    editor.edit(OSH, population=1)
    editor.undo()
    assert editor.gazetteer.get(OSH).population == 322_164
    editor.redo()
    assert editor.gazetteer.get(OSH).population == 1
    editor.undo()
    assert [c.what for c in history(editor.layer)] == ["undo", "redo", "undo", "edit"]


def test_undoing_again_and_again_goes_back_to_the_start(editor):
    editor.edit(OSH, population=1)
    editor.hide(TEYYIT)
    editor.undo()
    editor.undo()
    assert not tuple(editor.layer.entries())
    with pytest.raises(GazetteerError, match="nothing to undo"):
        editor.undo()


def test_redo_is_over_once_something_else_was_done(editor):
    editor.edit(OSH, population=1)
    editor.undo()
    editor.hide(TEYYIT)
    with pytest.raises(GazetteerError, match="nothing to redo"):
        editor.redo()


def test_an_older_change_is_undone_alone(editor):
    first = editor.edit(OSH, population=1).change
    editor.hide(TEYYIT)
    editor.undo(first.number)
    assert not editor.layer.claims([OSH])
    assert editor.gazetteer.get(TEYYIT) is None


def test_what_was_changed_again_since_is_not_undone(editor):
    first = editor.edit(OSH, population=1).change
    editor.edit(OSH, note="seen")
    with pytest.raises(ChangedMeanwhileError, match="change 2 changed the same"):
        editor.undo(first.number)
    assert editor.gazetteer.get(OSH).population == 1


def test_what_was_undone_is_not_undone_again(editor):
    first = editor.edit(OSH, population=1).change
    editor.undo()
    editor.redo()
    with pytest.raises(ChangedMeanwhileError, match="change 3"):
        editor.undo(first.number)


def test_an_undo_is_undone_by_its_number(editor):
    editor.edit(OSH, population=1)
    editor.edit(TEYYIT, note="seen")
    editor.undo(1)
    assert editor.undo(3).by.what is What.REDO
    assert editor.gazetteer.get(OSH).population == 1


def test_an_undo_that_was_gone_past_is_not_undone(editor):
    editor.edit(OSH, population=1)
    editor.edit(OSH, population=2)
    editor.undo()
    editor.undo()
    with pytest.raises(ChangedMeanwhileError, match="change 4"):
        editor.undo(3)


def test_a_change_that_is_not_there_cannot_be_undone(editor):
    with pytest.raises(GazetteerError, match="no change 17"):
        editor.undo(17)


def test_a_batch_is_rolled_back_and_done_again_as_one(editor):
    with editor.batch(author="Bakyt", reason="import") as batch:
        for number in range(5):
            batch.add(village(f"own:{number}", name=f"Village {number}"))
    assert {c.batch for c in history(editor.layer)} == {batch.number}
    assert {(c.author, c.reason) for c in history(editor.layer)} == {("Bakyt", "import")}
    assert len(editor.rollback(batch.number).changes) == 5
    assert not tuple(editor.layer.entries())
    editor.redo()
    assert ids_of(editor, "Village 3") == ["own:3"]


def test_a_batch_is_not_rolled_back_past_a_later_edit(editor):
    with editor.batch() as batch:
        batch.add(village())
        batch.add(village("own:other", name="Other"))
    editor.edit("own:ak-jar", note="seen")
    before = everything_said(editor.layer)
    with pytest.raises(ChangedMeanwhileError):
        editor.rollback(batch.number)
    assert everything_said(editor.layer) == before


def test_undo_takes_the_last_batch_back_whole(editor):
    editor.hide(OSH)
    with editor.batch() as batch:
        batch.add(village())
        batch.edit("own:ak-jar", note="seen")
    assert editor.undo().changes == (3, 2)
    assert [place_id for place_id, _ in editor.layer.entries()] == [OSH]


def test_a_layer_is_read_as_it_stood_at_a_time(editor):
    editor.edit(OSH, population=1)
    then = datetime.fromisoformat(editor.edit(OSH, population=2).change.time)
    time.sleep(0.002)  # times are told to the millisecond
    editor.hide(OSH)
    old = as_of(editor.layer, then)
    assert old.get(OSH).population == 2
    assert as_of(editor.layer, datetime(2000, 1, 1, tzinfo=UTC)).get(OSH) is None
    assert editor.gazetteer.get(OSH) is None


PLACES = (OSH, JALAL_ABAD, TEYYIT, "own:ak-jar")


@dataclass(frozen=True)
class Deed:
    """Something a person does."""

    name: str
    place: str
    other: str
    number: int


DEEDS = st.builds(
    Deed,
    st.sampled_from(
        [
            *("add", "edit", "rename", "hide", "restore", "merge", "block", "prefer"),
            *("undo", "redo", "undo one"),
        ]
    ),
    st.sampled_from(PLACES),
    st.sampled_from(PLACES),
    st.integers(1, 5),
)


def carry_out(editor, deed):
    """Do it; False if it cannot be done."""
    deeds = {
        "add": lambda: editor.add(village(deed.place, population=deed.number)),
        "edit": lambda: editor.edit(deed.place, population=deed.number),
        "rename": lambda: editor.edit(deed.place, name=f"Name {deed.number}"),
        "hide": lambda: editor.hide(deed.place),
        "restore": lambda: editor.restore(deed.place, original=deed.number == 1),
        "merge": lambda: editor.merge(deed.place, deed.other),
        "block": lambda: editor.block("Osh", deed.place if deed.number > 2 else ""),
        "prefer": lambda: editor.prefer("Jalalabad", deed.place),
        "undo": editor.undo,
        "redo": editor.redo,
        "undo one": lambda: editor.undo(deed.number),
    }
    try:
        deeds[deed.name]()
    except GazetteerError:
        return False
    return True


def answers(editor):
    """All that can be seen of the gazetteer."""
    names = ("Osh", "Ош", "Jalal-Abad", "Jalalabad", "Teyyit", "Ak-Jar", "Name 1", "Name 2")
    keys = ("osh", "jalalabad", "teyyit", "akjar", "name1")
    found = {name: tuple(editor.gazetteer.search(name)) for name in names}
    places = [editor.gazetteer.get(place) for place in PLACES]
    return everything_said(editor.layer), found, places, editor.gazetteer.profile(keys)


@settings(max_examples=15, deadline=None)
@given(st.lists(DEEDS, max_size=6), DEEDS)
def test_undo_restores_exactly_and_redo_does_it_again(before, deed):
    with tempfile.TemporaryDirectory() as folder:
        editor = editor_in(Path(folder))
        for earlier in before:
            carry_out(editor, earlier)
        was = answers(editor)
        if carry_out(editor, deed) and "do" not in deed.name:
            now = answers(editor)
            editor.undo()
            assert answers(editor) == was
            editor.redo()
            assert answers(editor) == now


@settings(max_examples=15, deadline=None)
@given(st.lists(DEEDS, max_size=8))
def test_replaying_the_history_gives_the_layer(deeds):
    with tempfile.TemporaryDirectory() as folder:
        editor = editor_in(Path(folder))
        for deed in deeds:
            carry_out(editor, deed)
        replayed = as_of(editor.layer, datetime.max.replace(tzinfo=UTC))
        assert everything_said(replayed) == everything_said(editor.layer)
        assert replayed.version == editor.layer.version
        assert history(replayed) == history(editor.layer)


@settings(max_examples=15, deadline=None)
@given(st.lists(DEEDS, min_size=1, max_size=8), st.integers(1, 8))
def test_as_many_redos_as_undos_lead_back_to_where_one_was(deeds, times):
    with tempfile.TemporaryDirectory() as folder:
        editor = editor_in(Path(folder))
        for deed in deeds:
            carry_out(editor, deed)
        was = answers(editor)
        done = sum(carry_out(editor, Deed("undo", OSH, OSH, 1)) for _ in range(times))
        assert all(carry_out(editor, Deed("redo", OSH, OSH, 1)) for _ in range(done))
        assert answers(editor) == was


@settings(max_examples=15, deadline=None)
@given(st.lists(DEEDS, min_size=1, max_size=8))
def test_undoing_all_leaves_an_untouched_gazetteer(deeds):
    with tempfile.TemporaryDirectory() as folder:
        editor = editor_in(Path(folder))
        untouched = answers(editor)
        for deed in deeds:
            carry_out(editor, deed)
        while carry_out(editor, Deed("undo", OSH, OSH, 1)):
            pass
        assert answers(editor) == untouched
