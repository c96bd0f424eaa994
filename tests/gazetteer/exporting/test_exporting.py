import csv
import json

import pytest

from storymap.errors import FormatError, WritingError
from storymap.gazetteer.exporting import Export, Form, export, form_of, text_of
from storymap.gazetteer.exporting.geonames import write
from storymap.gazetteer.records import Record
from storymap.model import Place, PlaceName
from tests.gazetteer.editing_desk import JALAL_ABAD, OSH, editor_in, village
from tests.tiny_gazetteer import PLACES, tiny_gazetteer


@pytest.fixture
def tiny(tmp_path):
    return tiny_gazetteer(tmp_path / "tiny.sqlite")


def ids(layers):
    return [record.place.id for record in layers.records()]


def test_every_place_is_exported_once(tiny):
    assert sorted(ids(Export(tiny))) == sorted(place.id for place in PLACES)


def test_the_highest_layer_decides_on_a_place(tmp_path):
    editor = editor_in(tmp_path)
    editor.edit(OSH, population=1)
    editor.hide(JALAL_ABAD)
    editor.add(village())
    stack = Export(editor.below, editor.layer)
    found = {record.place.id: record.place for record in stack.records()}
    assert (found[OSH].population, JALAL_ABAD in found) == (1, False)
    assert len(ids(stack)) == len(found) == len(PLACES)


def test_edits_alone_are_exported_alone(tmp_path):
    editor = editor_in(tmp_path)
    editor.add(village())
    assert ids(Export(editor.layer)) == ["own:ak-jar"]


def test_a_line_of_geonames_has_nineteen_columns():
    place = Place("gn:1", "Köln", 50.9, 6.9, "P", "PPLA", "DE", "07", population=10)
    (line,) = write([Record(place, (PlaceName("Köln"), PlaceName("Koln")))], ())
    assert line == "1\tKöln\tKoln\tKoln\t50.9\t6.9\tP\tPPLA\tDE\t\t07\t\t\t\t10\t\t\t\t\n"


def test_csv_does_not_run_in_a_spreadsheet(tmp_path):
    editor = editor_in(tmp_path)
    editor.add(village(name='=HYPERLINK("https://example.org")', note="@SUM(A1)"))
    cells = next(csv.DictReader("".join(text_of(Export(editor.layer), Form.CSV)).splitlines()))
    assert cells["name"].startswith("'=")
    assert cells["note"].startswith("'@")
    assert cells["lat"] == "40.85"


def test_negative_coordinates_stay_numbers(tiny):
    rows = csv.DictReader("".join(text_of(Export(tiny), Form.CSV)).splitlines())
    lons = {row["id"]: row["lon"] for row in rows}
    assert lons["gn:4736286"] == "-99.25061"


@pytest.mark.parametrize("form", [Form.GEOJSON, Form.LPF])
def test_json_forms_carry_the_attributions(tiny, form):
    collection = json.loads("".join(text_of(Export(tiny), form)))
    assert [a["licence"] for a in collection["attributions"]] == ["CC BY 4.0", "Apache-2.0"]


def test_rows_of_csv_carry_their_licence(tiny):
    rows = csv.DictReader("".join(text_of(Export(tiny), Form.CSV)).splitlines())
    assert {(r["source"], r["licence"]) for r in rows} == {
        ("geonames", "CC BY 4.0"),
        ("storymap", "Apache-2.0"),
    }


def test_longitude_comes_first_in_geojson_and_west_in_its_box(tiny):
    features = json.loads("".join(text_of(Export(tiny), Form.GEOJSON)))["features"]
    states = next(f for f in features if f["id"] == "gn:6252001")
    assert states["geometry"]["coordinates"] == [-98.5, 39.76]
    assert states["bbox"] == [172.4, 18.9, -66.9, 71.4]


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.txt", "geonames"), ("a.CSV", "csv"), ("a.lpf.json", "lpf"), ("a.json", "geojson")],
)
def test_the_suffix_tells_the_form(tmp_path, name, form):
    assert form_of(tmp_path / name) is Form(form)


def test_a_suffix_without_a_form_names_those_that_have_one(tiny, tmp_path):
    with pytest.raises(FormatError, match=r"\.geojson"):
        export(Export(tiny), tmp_path / "a.doc")


def test_an_export_that_fails_leaves_what_was_there(tiny, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("mine")

    class Torn(Export):
        def records(self):
            yield from [*super().records()][:3]
            raise OSError("the disk is gone")

    with pytest.raises(WritingError, match="the disk is gone"):
        export(Torn(tiny), path)
    assert path.read_text() == "mine"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv", "tiny.sqlite"]
