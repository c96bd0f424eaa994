import threading
from dataclasses import replace

import pytest

from storymap.errors import GazetteerError
from storymap.gazetteer.checking import RecordError
from storymap.gazetteer.desk import ChangedMeanwhileError
from storymap.gazetteer.own import OwnLayer
from storymap.model import Attribution, Extent, NameKind, PlaceName, Precision
from tests.gazetteer.editing_desk import (
    JALAL_ABAD,
    OSH,
    TEYYIT,
    editor_in,
    everything_said,
    ids_of,
    village,
)


def test_a_place_that_was_added_is_found_under_all_its_names(editor):
    editor.add(village(names=(PlaceName("Ак-Жар", "ky"),)))
    assert ids_of(editor, "AK JAR") == ids_of(editor, "ак жар") == ["own:ak-jar"]
    assert editor.gazetteer.get("own:ak-jar").within == ("Jalal-Abad Region", "Kyrgyzstan")


def test_a_place_without_an_id_is_given_one_of_its_own(editor):
    first, second = (editor.add(village("", lat=lat)).change for lat in (40.0, 41.0))
    ids = {change.steps[0].subject.id for change in (first, second)}
    assert len(ids) == 2
    assert all(place_id.startswith("own:akjar-") for place_id in ids)


def test_an_id_that_is_taken_is_refused(editor):
    with pytest.raises(GazetteerError, match="already"):
        editor.add(village(OSH))


def test_an_edit_of_a_bundled_place_lies_over_it(editor):
    editor.edit(OSH, population=400_000, note="census of 2022")
    assert editor.gazetteer.get(OSH).population == 400_000
    assert editor.below.get(OSH).population == 322_164
    assert editor.record(OSH).note == "census of 2022"
    assert ids_of(editor, "Ош") == [OSH]


def test_every_field_of_a_place_can_be_edited(editor):
    editor.add(village())
    changes = {
        "name": "Ak-Dzhar",
        "names": (PlaceName("Ак-Жар", "ky", NameKind.HISTORIC),),
        "lat": 40.9,
        "lon": 72.8,
        "extent": Extent(40.8, 72.7, 41.0, 72.9),
        "feature_class": "S",
        "feature_code": "FRM",
        "country": "",
        "admin1": "08",
        "admin2": "1",
        "countries": ("KG", "UZ"),
        "parents": (OSH,),
        "population": 12,
        "precision": Precision.APPROXIMATE,
        "radius_km": 3.0,
        "source": "own visit",
        "note": "by the canal",
        "links": ("https://example.org/ak-jar",),
        "since": "1931",
        "until": "1991-08-31",
    }
    editor.edit("own:ak-jar", **changes)
    record = editor.record("own:ak-jar")
    for field, value in changes.items():
        held = getattr(record if hasattr(record, field) else record.place, field)
        assert set(value) <= set(held) if field == "names" else held == value
    assert record.place.within == ("Osh", "Kyrgyzstan")


def test_a_new_main_name_leaves_the_old_one_among_the_others(editor):
    editor.edit(OSH, name="Osh City")
    assert [n.text for n in editor.gazetteer.names(OSH)] == ["Osh City", "Osh", "Ош"]


def test_a_name_that_was_taken_away_is_not_found_any_more(editor):
    editor.edit(JALAL_ABAD, names=())
    assert JALAL_ABAD not in ids_of(editor, "Manas")
    assert "manas" not in editor.gazetteer.profile(["manas"])


def test_an_edit_that_changes_nothing_is_refused(editor):
    with pytest.raises(GazetteerError, match="is so already"):
        editor.edit(OSH, population=322_164)


def test_a_hidden_place_is_gone_until_it_is_restored(editor):
    editor.edit(OSH, population=1)
    editor.hide(OSH)
    assert editor.gazetteer.get(OSH) is None
    assert not ids_of(editor, "Osh")
    assert not editor.gazetteer.profile(["osh"])
    editor.restore(OSH)
    assert editor.gazetteer.get(OSH).population == 1


def test_the_original_of_an_edited_place_comes_back(editor):
    original = editor.gazetteer.get(OSH)
    editor.edit(OSH, population=1)
    editor.restore(OSH, original=True)
    assert editor.gazetteer.get(OSH) == original
    assert not editor.layer.claims([OSH])


def test_a_place_of_ones_own_has_no_original(editor):
    editor.add(village())
    with pytest.raises(GazetteerError, match="no original"):
        editor.restore("own:ak-jar", original=True)


def test_a_merged_place_is_answered_with_the_one_that_is_left(editor):
    editor.merge(TEYYIT, JALAL_ABAD)
    assert editor.gazetteer.get(TEYYIT).id == JALAL_ABAD
    assert ids_of(editor, "Тейит") == [JALAL_ABAD]
    assert PlaceName("Teyyit") in editor.gazetteer.names(TEYYIT)


def test_merging_twice_leads_on_to_the_last(editor):
    editor.add(village())
    editor.merge("own:ak-jar", TEYYIT)
    editor.merge(TEYYIT, JALAL_ABAD)
    assert editor.gazetteer.get("own:ak-jar").id == JALAL_ABAD


@pytest.mark.parametrize("into", [TEYYIT, OSH])
def test_merging_into_itself_or_into_what_is_gone_is_refused(editor, into):
    editor.hide(OSH)
    with pytest.raises(GazetteerError):
        editor.merge(TEYYIT, into)


def test_a_merged_place_can_be_restored(editor):
    editor.merge(TEYYIT, JALAL_ABAD)
    editor.restore(TEYYIT)
    assert editor.gazetteer.get(TEYYIT).name == "Teyyit"


def test_a_stale_edit_is_told_so_and_nothing_is_lost(editor):
    revision = editor.revision(OSH)
    editor.edit(OSH, note="first", based_on=revision)
    with pytest.raises(ChangedMeanwhileError, match="changed meanwhile"):
        editor.edit(OSH, note="second", based_on=revision)
    assert editor.record(OSH).note == "first"


def test_two_edits_of_different_fields_at_once_both_hold(editor, tmp_path):
    other = editor_in(tmp_path)
    changes = [(editor, {"note": "by one"}), (other, {"source": "by another"})]
    threads = [threading.Thread(target=e.edit, args=(OSH,), kwargs=f) for e, f in changes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    record = editor.record(OSH)
    assert (record.note, record.place.source) == ("by one", "by another")


def test_a_record_with_errors_is_refused_with_all_of_them_at_once(editor):
    bad = village(lat=95.0, links=("ftp://example.org",), since="soon")
    with pytest.raises(RecordError) as caught:
        editor.add(bad)
    assert [p.field for p in caught.value.problems] == ["lat", "links", "since"]
    assert not tuple(editor.layer.entries())


def test_what_was_wrong_before_does_not_stop_or_warn_an_edit(editor):
    editor.add(village(lon=-120.0))
    assert not editor.edit("own:ak-jar", note="as I said").warnings


def test_a_batch_is_written_as_a_whole(editor):
    with editor.batch(reason="list of villages") as batch:
        for number in range(30):
            batch.add(village(f"own:{number}", name=f"Village {number}"))
    assert ids_of(editor, "Village 7") == ["own:7"]


def test_a_batch_that_fails_leaves_nothing(editor):
    twice = [village(), village()]
    with pytest.raises(GazetteerError, match="already"), editor.batch() as batch:
        list(map(batch.add, twice))
    assert not tuple(editor.layer.entries())


def test_a_batch_goes_on_after_a_record_that_was_refused(editor):
    with editor.batch() as batch:
        batch.add(village())
        with pytest.raises(RecordError):
            batch.add(village("own:bad", lat=95.0))
    assert [place_id for place_id, _ in editor.layer.entries()] == ["own:ak-jar"]


def test_an_editor_does_not_write_past_its_own_open_batch(editor):
    with editor.batch(), pytest.raises(GazetteerError, match="batch is open"):
        editor.add(village())


def test_putting_a_place_adds_it_then_changes_it_then_does_nothing(editor):
    record = village()
    assert editor.put(record).change.what == "add"
    changed = replace(record, note="again")
    assert editor.put(changed).change.what == "edit"
    assert editor.put(changed) is None


def test_putting_a_bundled_place_as_it_is_does_nothing(editor):
    assert editor.put(editor.record(OSH)) is None
    assert not editor.layer.claims([OSH])


def test_putting_a_hidden_place_does_not_bring_it_back(editor):
    editor.add(village())
    editor.hide("own:ak-jar")
    editor.put(village(note="imported"))
    assert editor.gazetteer.get("own:ak-jar") is None


def test_a_source_is_credited_with_what_it_asks_for(editor):
    credit = Attribution("parish", "Parish register", "CC BY 4.0", "https://example.org")
    editor.credit(credit)
    assert credit in editor.gazetteer.attributions()


def test_a_layer_lies_on_another_file_of_edits(editor, tmp_path):
    editor.edit(OSH, population=1)
    second = type(editor)(OwnLayer.create(tmp_path / "second.sqlite"), editor.gazetteer)
    second.edit(OSH, note="seen")
    assert second.gazetteer.get(OSH).population == 1
    assert everything_said(editor.layer) != everything_said(second.layer)


def test_a_place_merged_in_a_lower_file_of_edits_is_not_edited(editor, tmp_path):
    editor.merge(TEYYIT, JALAL_ABAD)
    second = type(editor)(OwnLayer.create(tmp_path / "second.sqlite"), editor.gazetteer)
    with pytest.raises(GazetteerError, match=f"was merged into {JALAL_ABAD}"):
        second.edit(TEYYIT, note="seen")


def test_the_version_changes_with_every_edit(editor):
    before = editor.gazetteer.version
    editor.hide(OSH)
    assert editor.gazetteer.version != before
