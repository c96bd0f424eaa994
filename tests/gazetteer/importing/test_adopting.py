import pytest

from storymap.errors import GazetteerError
from storymap.gazetteer.importing.adopting import adopt, preview
from storymap.gazetteer.importing.reading import How, Reading
from storymap.gazetteer.importing.report import Outcome
from storymap.model import Attribution
from tests.gazetteer.editing_desk import editor_in, everything_said
from tests.gazetteer.importing.sources import written

TABLE = (
    "id,name,aliases,lat,lon,country,note\n"
    "1,Ak-Jar,Ак-Жар@ky,40.85,72.91,KG,small\n"
    "2,Kara-Suu,,40.70,72.87,KG,\n"
)


@pytest.fixture
def editor(tmp_path):
    return editor_in(tmp_path)


def reading(folder, text=TABLE, **how):
    return Reading([written(folder, "local.csv", text)], How(**how))


def test_every_row_is_a_change_of_one_batch(tmp_path, editor):
    report = adopt(reading(tmp_path), editor, reason="field work")
    assert report.counts[Outcome.NEW] == 2
    assert editor.gazetteer.get("local:1").name == "Ak-Jar"
    assert editor.layer.entry("local:1").record.note == "small"
    assert [c.place.id for c in editor.gazetteer.search("ак-жар")] == ["local:1"]


def test_an_import_is_rolled_back_as_one(tmp_path, editor):
    before = everything_said(editor.layer)
    report = adopt(reading(tmp_path), editor)
    editor.rollback(report.batch)
    assert everything_said(editor.layer) == before


def test_importing_again_changes_nothing(tmp_path, editor):
    adopt(reading(tmp_path), editor)
    report = adopt(reading(tmp_path), editor)
    assert report.counts[Outcome.UNCHANGED] == 2
    assert report.batch is None


def test_a_changed_row_is_told_by_its_fields(tmp_path, editor):
    adopt(reading(tmp_path), editor)
    report = adopt(reading(tmp_path, TABLE.replace("40.85", "40.86")), editor)
    changed = [e.changes for e in report.examples if e.outcome is Outcome.CHANGED]
    assert changed == [("lat",)]


def test_a_preview_changes_nothing(tmp_path, editor):
    before = everything_said(editor.layer)
    report = preview(reading(tmp_path), editor)
    assert report.counts[Outcome.NEW] == 2
    assert everything_said(editor.layer) == before


def test_bad_rows_are_told_and_good_ones_kept(tmp_path, editor):
    report = adopt(reading(tmp_path, TABLE + "3,Nowhere,,95,200,KG,\n"), editor)
    assert report.accepted == 2
    assert "line 4: lat: 95 is not between" in str(report.rejections[0])


def test_strictness_changes_nothing_if_a_row_is_bad(tmp_path, editor):
    before = everything_said(editor.layer)
    with pytest.raises(GazetteerError, match="Nothing was imported"):
        adopt(reading(tmp_path, TABLE + "3,,,40,72,KG,\n"), editor, strict=True)
    assert everything_said(editor.layer) == before


def test_what_may_be_wrong_is_told_by_line(tmp_path, editor):
    report = adopt(reading(tmp_path, TABLE + "3,Zero,,0,0,,\n"), editor)
    assert any("line 4: lat: 0, 0 lies in the Gulf of Guinea" in w for w in report.warnings)


def test_a_parent_that_nobody_knows_is_told(tmp_path, editor):
    text = "id,name,lat,lon,parents\n1,Ak-Jar,40.85,72.91,gn:404\n2,Osh-2,40.5,72.8,gn:1527534\n"
    report = adopt(reading(tmp_path, text), editor)
    assert "line 2: parents: There is no place gn:404" in str(report.rejections[0])
    assert editor.gazetteer.get("local:2").within[0] == "Osh"


def test_the_credit_comes_along(tmp_path, editor):
    said = Attribution("survey", "Village survey", "CC0")
    adopt(reading(tmp_path, attribution=said), editor)
    assert said in editor.gazetteer.attributions()
