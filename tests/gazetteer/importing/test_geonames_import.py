import pytest

from storymap.errors import GazetteerError
from storymap.gazetteer.importing.reading import How
from storymap.model import NameKind, PlaceName, Precision
from tests.gazetteer.importing.sources import (
    filled,
    geonames_line,
    record,
    records,
    rejected,
    written,
    zipped,
)


def test_a_line_of_the_main_table_is_a_place(tmp_path):
    place = record(written(tmp_path, "KG.txt", geonames_line())).place
    assert (place.id, place.name, place.country) == ("gn:1528249", "Jalal-Abad", "KG")
    assert (place.lat, place.lon) == (40.94498, 72.99313)
    assert (place.feature_class, place.feature_code, place.admin1) == ("P", "PPLA", "03")
    assert (place.population, place.source) == (123239, "geonames")


def test_an_archive_of_geonames_is_read_past_its_readme(tmp_path):
    path = zipped(tmp_path, "KG.zip", readme_txt="nothing", KG_txt=geonames_line())
    assert record(path).place.name == "Jalal-Abad"


def test_names_of_the_main_table_are_told_from_codes_and_links(tmp_path):
    line = geonames_line(others="JBD,Manas,https://en.wikipedia.org/wiki/Jalal-Abad")
    assert record(written(tmp_path, "KG.txt", line)).names == (
        PlaceName("JBD", kind=NameKind.CODE),
        PlaceName("Manas"),
    )


def test_a_name_in_ascii_is_kept_where_folding_does_not_give_it(tmp_path):
    text = geonames_line(1, "Osh", ascii="Osh") + geonames_line(2, "Köln", ascii="Koeln")
    texts = [[n.text for n in r.names] for r in records(written(tmp_path, "a.txt", text))]
    assert texts == [[], ["Koeln"]]


def test_what_is_an_area_is_no_exact_point(tmp_path):
    text = geonames_line(1, **{"class": "A", "code": "ADM1"}) + geonames_line(2)
    precisions = [r.place.precision for r in records(written(tmp_path, "a.txt", text))]
    assert precisions == [Precision.AREA, Precision.EXACT]


def test_every_problem_of_a_line_is_told_with_file_and_line(tmp_path):
    bad = geonames_line(2, lat="95", lon="190", country="KGZ")
    (told,) = rejected(written(tmp_path, "KG.txt", geonames_line() + bad))
    assert "KG.txt, line 2: " in told
    assert all(word in told for word in ("lat:", "lon:", "country:"))


@pytest.mark.parametrize("cell", ["", "north", "nan", "1e999"])
def test_a_latitude_that_is_no_number_is_rejected(tmp_path, cell):
    path = written(tmp_path, "KG.txt", geonames_line() + geonames_line(2, lat=cell))
    assert "line 2: lat:" in rejected(path)[0]


def test_a_line_with_a_column_missing_is_rejected(tmp_path):
    path = written(tmp_path, "KG.txt", geonames_line() + "5\tOsh\t40.5\n")
    assert "line 2: It has 3 columns" in rejected(path)[0]


def test_one_country_is_taken_out_of_the_world(tmp_path):
    path = written(tmp_path, "all.txt", geonames_line(1) + geonames_line(2, country="UZ"))
    assert record(path, how=How(countries=("UZ",))).place.id == "gn:2"


ALTERNATE_NAMES = (
    "1\t1528249\ten\tJalalabad\t\t1\t\t\n"
    "2\t1528249\tky\tЖалал-Абад\t1\t\t\t\n"
    "3\t1528249\tlink\thttps://example.org/\t\t\t\t\n"
    "4\t1528249\tru\tСталинабад\t\t\t\t1\t1936\t1961\n"
    "5\t1528249\t\tJ-Bad\t\t\t1\t\n"
    "6\t1528249\tabbr\tJAB\t\t\t\t\n"
    "7\t1528249\tde\tHammamstadt\t\t\t\t\t\t1920\n"
    "8\t1528249\tpost\t720900\t\t\t\t\n"
    "9\t999\ten\tElsewhere\t\t\t\t\n"
)


def test_alternate_names_bring_language_kind_and_period(tmp_path):
    main = written(tmp_path, "KG.txt", geonames_line(others="Jalalabad,Manas"))
    names = written(tmp_path, "alternateNamesV2.txt", ALTERNATE_NAMES)
    assert record(names, main).names == (
        PlaceName("Jalalabad", "en", NameKind.SHORT),
        PlaceName("Жалал-Абад", "ky", NameKind.OFFICIAL),
        PlaceName("Сталинабад", "ru", NameKind.HISTORIC),
        PlaceName("J-Bad", "", NameKind.COLLOQUIAL),
        PlaceName("JAB", "", NameKind.CODE),
        PlaceName("Hammamstadt", "de", NameKind.HISTORIC),
    )


def test_alternate_names_need_the_main_table(tmp_path):
    names = written(tmp_path, "alternateNamesV2.txt", ALTERNATE_NAMES)
    with pytest.raises(GazetteerError, match="name the main table too"):
        records(names)


def test_codes_of_divisions_bring_their_names(tmp_path):
    main = written(tmp_path, "KG.txt", geonames_line(7, "Jalal-Abad oblasty"))
    codes = written(tmp_path, "admin1CodesASCII.txt", "KG.03\tJalal-Abad Region\tJalal-Abad\t7\n")
    assert PlaceName("Jalal-Abad Region") in record(main, codes).names


def test_the_hierarchy_tells_the_division_of_a_place_without_one(tmp_path):
    main = written(tmp_path, "KG.txt", geonames_line(5, admin1="00"))
    codes = written(tmp_path, "admin2Codes.txt", "KG.03.12\tSuzak\tSuzak\t6\n")
    above = written(tmp_path, "hierarchy.txt", "6\t5\tADM\n")
    place = record(main, codes, above).place
    assert (place.admin1, place.admin2) == ("03", "12")


def test_a_circle_in_the_hierarchy_ends(tmp_path):
    main = written(tmp_path, "KG.txt", geonames_line(5, admin1=""))
    codes = written(tmp_path, "admin1CodesASCII.txt", "UZ.01\tX\tX\t9\n")
    above = written(tmp_path, "hierarchy.txt", "6\t5\tADM\n5\t6\tADM\n")
    assert record(main, codes, above).place.admin1 == ""


def test_a_place_that_comes_twice_is_rejected_the_second_time(tmp_path):
    path = written(tmp_path, "KG.txt", geonames_line(5, "Osh") + geonames_line(5, "Uzgen"))
    store, report = filled(tmp_path / "kg.sqlite", path)
    assert [str(r) for r in report.rejections] == [
        f"{path}, line 2: id: gn:5 was given in an earlier row already."
    ]
    assert store.get("gn:5").name == "Osh"


def test_the_credit_of_geonames_comes_with_its_places(tmp_path):
    store, _ = filled(tmp_path / "kg.sqlite", written(tmp_path, "KG.txt", geonames_line()))
    assert [(a.source, a.licence) for a in store.attributions()] == [("geonames", "CC BY 4.0")]
