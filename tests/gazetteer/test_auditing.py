from dataclasses import replace

from storymap.gazetteer.auditing import audit
from storymap.gazetteer.editor import Editor
from storymap.gazetteer.store import Store
from storymap.gazetteer.writing import GazetteerWriter
from tests.gazetteer.editing_desk import JALAL_ABAD, OSH, PARIS_TEXAS, TEYYIT, village
from tests.tiny_gazetteer import NAMES, PLACES


def over_newer_places(editor, folder, **changed):
    """The same edits over a bundle in which Osh has changed, or is gone if nothing is given."""
    path = folder / "newer.sqlite"
    with GazetteerWriter(path, version="newer") as writer:
        for place in PLACES:
            if place.id != OSH:
                writer.add(place, NAMES.get(place.id, ()))
            elif changed:
                writer.add(replace(place, **changed), NAMES[OSH])
    return Editor(editor.layer, Store(path))


def messages(editor):
    return [finding.problem.message for finding in audit(editor)]


def test_a_layer_without_problems_has_no_findings(editor):
    editor.add(village())
    editor.edit(OSH, population=1)
    editor.merge(TEYYIT, JALAL_ABAD)
    editor.prefer("Paris", PARIS_TEXAS)
    assert not tuple(audit(editor))


def test_an_original_that_a_newer_bundle_changed_is_told_with_its_fields(editor, tmp_path):
    editor.edit(OSH, note="seen")
    newer = over_newer_places(editor, tmp_path, population=341_000, lat=40.53)
    (finding,) = audit(newer)
    assert (finding.subject, finding.problem.field) == (OSH, "original")
    assert "(lat, population)" in finding.problem.message
    assert newer.gazetteer.get(OSH).population == 322_164


def test_an_edit_that_is_confirmed_is_not_told_again(editor, tmp_path):
    editor.edit(OSH, note="seen")
    newer = over_newer_places(editor, tmp_path, population=341_000)
    newer.confirm(OSH)
    assert not tuple(audit(newer))
    newer.undo()
    assert len(tuple(audit(newer))) == 1


def test_restoring_the_original_takes_the_newer_one(editor, tmp_path):
    editor.edit(OSH, note="seen")
    newer = over_newer_places(editor, tmp_path, population=341_000)
    newer.restore(OSH, original=True)
    assert newer.gazetteer.get(OSH).population == 341_000


def test_a_place_that_a_newer_bundle_lacks_stays_as_it_was_edited(editor, tmp_path):
    editor.edit(OSH, note="seen")
    newer = over_newer_places(editor, tmp_path)
    assert "does not have this place any more" in messages(newer)[0]
    assert newer.gazetteer.get(OSH).name == "Osh"


def test_a_merge_or_preference_that_leads_nowhere_is_told(editor):
    editor.prefer("Osh", OSH)
    editor.merge(TEYYIT, OSH)
    editor.hide(OSH)
    assert len([m for m in messages(editor) if "not there any more" in m]) == 2
