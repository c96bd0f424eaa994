import pytest

from storymap.errors import GazetteerError
from storymap.gazetteer.importing.reading import How
from storymap.model import Attribution, NameKind, PlaceName, Precision
from tests.gazetteer.importing.sources import filled, record, records, rejected, written


def csv(folder, text):
    return written(folder, "local.csv", text)


def test_usual_headings_are_understood(tmp_path):
    path = csv(tmp_path, "Place,Latitude,LONGITUDE,Country Code,Pop.\nTeyit,40.9,72.97,kg,120\n")
    place = record(path).place
    assert (place.name, place.lat, place.lon) == ("Teyit", 40.9, 72.97)
    assert (place.country, place.population, place.id) == ("KG", 120, "local:teyit")


def test_the_surest_heading_wins(tmp_path):
    path = csv(tmp_path, "place,name,lat,lon\nvillage,Teyit,40.9,72.97\n")
    assert record(path).place.name == "Teyit"


def test_columns_can_be_mapped(tmp_path):
    path = csv(tmp_path, "A,B,C,Name\nTeyit,40.9,72.97,note\n")
    mapping = {"name": "A", "lat": "B", "lon": "C"}
    assert record(path, how=How(mapping=mapping)).place.name == "Teyit"


def test_a_mapped_column_that_is_not_there_is_told_with_those_that_are(tmp_path):
    path = csv(tmp_path, "A,B,C\n1,2,3\n")
    with pytest.raises(GazetteerError, match=r'no column "X"; it has A, B, C'):
        records(path, how=How(mapping={"name": "X"}))


def test_a_table_without_a_position_is_refused_whole(tmp_path):
    with pytest.raises(GazetteerError, match="no column can be told to hold lat and lon"):
        records(csv(tmp_path, "name,remark\nTeyit,small\n"))


def test_columns_that_are_not_used_are_told(tmp_path):
    path = csv(tmp_path, "name,lat,lon,Colour\nTeyit,40.9,72.97,red\n")
    _, report = filled(tmp_path / "out.sqlite", path)
    assert report.warnings == (f"{path}: not used: Colour; --map gives a column a field.",)


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_is_told_by_the_heading(tmp_path, delimiter):
    text = "name,lat,lon\nTeyit,40.9,72.97\n".replace(",", delimiter)
    assert record(csv(tmp_path, text)).place.lat == 40.9


def test_decimal_commas_are_read(tmp_path):
    place = record(csv(tmp_path, "name;lat;lon\nTeyit;40,9;72,97\n")).place
    assert (place.lat, place.lon) == (40.9, 72.97)


def test_aliases_have_language_and_kind_if_told(tmp_path):
    path = csv(
        tmp_path, "name,aliases,lat,lon\nBishkek,Бишкек@ky; Frunze@en=historic|B,42.9,74.6\n"
    )
    assert record(path).names == (
        PlaceName("Бишкек", "ky"),
        PlaceName("Frunze", "en", NameKind.HISTORIC),
        PlaceName("B"),
    )


def test_a_radius_makes_a_place_approximate(tmp_path):
    place = record(csv(tmp_path, "name,lat,lon,radius_km\nTeyit,40.9,72.97,10\n")).place
    assert (place.precision, place.radius_km) == (Precision.APPROXIMATE, 10.0)


@pytest.mark.parametrize(
    ("kind", "code"), [("village", "PPL"), ("River", "STM"), ("H.LK", "LK"), ("ADM1", "ADM1")]
)
def test_types_are_words_or_codes(tmp_path, kind, code):
    path = csv(tmp_path, f"name,lat,lon,type\nTeyit,40.9,72.97,{kind}\n")
    assert record(path).place.feature_code == code


def test_all_problems_of_a_row_are_told_at_once(tmp_path):
    path = csv(tmp_path, "name,lat,lon,country,population\n,north,,KGZ,many\n")
    (told,) = rejected(path)
    assert told.startswith(f"{path}, line 2: ")
    for field in ("lon:", "population:", "name: missing", "country:"):
        assert field in told


def test_coordinates_that_are_swapped_are_told_so(tmp_path):
    path = csv(tmp_path, "name,lat,lon\nTeyit,172.97,40.9\n")
    assert "swap the two numbers" in rejected(path)[0]


def test_a_cell_too_many_is_told(tmp_path):
    path = csv(tmp_path, "name,lat,lon\nTeyit, the village,40.9,72.97\n")
    assert "line 2: It has 4 cells and the heading 3" in rejected(path)[0]


def test_lines_are_counted_through_cells_with_line_breaks(tmp_path):
    text = 'name,lat,lon,note\nTeyit,40.9,72.97,"a\nb"\n\nbad,,,\n'
    assert "line 5: " in rejected(csv(tmp_path, text))[0]


def test_a_quotation_mark_left_open_is_told_by_line(tmp_path):
    with pytest.raises(GazetteerError, match=r"local\.csv, line 3: .*quotation mark"):
        records(csv(tmp_path, 'name,lat,lon\nOsh,40.5,72.8\n"Teyit,40.9,72.97\n'))


def test_a_field_beyond_measure_is_told_by_line(tmp_path):
    with pytest.raises(GazetteerError, match=r"line 2: field larger than"):
        records(csv(tmp_path, f"name,lat,lon\n{'x' * 200_000},40.9,72.97\n"))


def test_formulas_that_were_neutralised_are_restored(tmp_path):
    assert record(csv(tmp_path, "name,lat,lon\n'=A1 Mine,40.9,72.97\n")).place.name == "=A1 Mine"


def test_an_apostrophe_of_a_name_stays(tmp_path):
    assert record(csv(tmp_path, "name,lat,lon\n's-Hage,52.1,4.3\n")).place.name == "'s-Hage"


def test_two_places_of_one_name_are_numbered(tmp_path):
    path = csv(tmp_path, "name,lat,lon\nAk-Suu,40.9,72.97\nAk-Suu,42.5,78.5\n")
    store, _ = filled(tmp_path / "out.sqlite", path)
    assert [c.place.id for c in store.search("Ak-Suu")] == ["local:aksuu", "local:aksuu-2"]


def test_the_same_place_again_is_rejected(tmp_path):
    path = csv(tmp_path, "name,lat,lon\nAk-Suu,40.9,72.97\nAk-Suu,40.9,72.97\n")
    _, report = filled(tmp_path / "out.sqlite", path)
    assert "line 3: Ak-Suu is in line 2 already" in str(report.rejections[0])


def test_an_id_that_comes_twice_is_rejected(tmp_path):
    path = csv(tmp_path, "id,name,lat,lon\n7,Osh,40.5,72.8\n7,Uzgen,40.8,73.3\n")
    _, report = filled(tmp_path / "out.sqlite", path)
    assert "line 3: id: local:7 was given in line 2 already" in str(report.rejections[0])


def test_whose_the_places_are_can_be_said(tmp_path):
    said = Attribution("survey", "Village survey 2024", "CC0", "https://example.org/")
    path = csv(tmp_path, "name,lat,lon\nTeyit,40.9,72.97\n")
    store, _ = filled(tmp_path / "out.sqlite", path, how=How(attribution=said))
    assert store.attributions() == (said,)
    assert store.search("Teyit")[0].place.source == "survey"
