import csv
import json
from pathlib import Path

import pytest

GOOD = (
    "name,aliases,lat,lon,country\nZoryabad,Зорябад@ky,40.85,72.91,KG\nQarakul-Jar,,40.7,72.87,KG\n"
)
BAD = GOOD + "Nowhere,,95,200,KG\n,,40.1,72.1,KGZ\n"


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    path = tmp_path / "edits" / "own.sqlite"
    path.parent.mkdir()
    monkeypatch.setenv("STORYMAP_GAZETTEER", str(path))
    return path


@pytest.fixture
def good(tmp_path):
    (tmp_path / "places.csv").write_text(GOOD, encoding="utf-8")


@pytest.fixture
def bad(tmp_path):
    (tmp_path / "places.csv").write_text(BAD, encoding="utf-8")


def found(run, name, *options):
    told = run("gazetteer", "search", name, "--format", "json", *options).stdout
    return [place["id"] for place in json.loads(told)]


def test_places_are_imported_into_ones_own_edits(run, good):
    told = run("gazetteer", "import", "places.csv")
    assert told.exit_code == 0
    assert "2 new, 0 changed, 0 unchanged, 0 rejected" in told.stdout
    assert found(run, "Зорябад") == ["places:zoryabad"]


def test_an_import_is_taken_back_as_it_tells(run, good):
    last = run("gazetteer", "import", "places.csv").stdout.splitlines()[-1]
    command = last.partition("storymap ")[2].split()
    assert run(*command).exit_code == 0
    assert found(run, "Zoryabad") == []


def test_a_dry_run_shows_and_writes_nothing(run, bad, own):
    told = run("gazetteer", "import", "places.csv", "--dry-run")
    assert told.exit_code == 0
    assert "2 new, 0 changed, 0 unchanged, 2 rejected" in told.stdout
    assert "Zoryabad" in told.stdout
    assert not own.exists()


def test_bad_rows_are_told_by_file_and_line_with_all_that_is_wrong(run, bad):
    told = run("gazetteer", "import", "places.csv").stderr.splitlines()
    assert [line.partition(":")[0] for line in told] == ["places.csv, line 4", "places.csv, line 5"]
    assert "lat:" in told[0]
    assert "lon:" in told[0]
    assert "name: missing" in told[1]
    assert "country:" in told[1]


def test_strictness_is_exit_1_in_one_line(run, bad):
    told = run("gazetteer", "import", "places.csv", "--strict")
    assert told.exit_code == 1
    assert "2 rows are rejected" in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert found(run, "Zoryabad") == []


def test_rejected_rows_go_to_a_file(run, bad):
    run("gazetteer", "import", "places.csv", "--rejected", "rejected.csv")
    with Path("rejected.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert [(row["file"], row["line"]) for row in rows] == [
        ("places.csv", "4"),
        ("places.csv", "5"),
    ]


def test_a_gazetteer_file_is_made_and_used(run, good):
    told = run("gazetteer", "import", "places.csv", "--into", "local.sqlite")
    assert told.exit_code == 0
    assert found(run, "Zoryabad", "--gazetteer", "local.sqlite") == ["places:zoryabad"]
    assert found(run, "Zoryabad") == []


def test_a_file_is_completed_or_replaced(run, good):
    run("gazetteer", "import", "places.csv", "--into", "local.sqlite")
    Path("more.csv").write_text("name,lat,lon\nThird-Jar,40,72\n")
    told = run("gazetteer", "import", "more.csv", "--into", "local.sqlite").stdout
    assert "1 new, 0 changed, 0 unchanged, 0 rejected, 2 kept" in told
    run("gazetteer", "import", "more.csv", "--into", "local.sqlite", "--replace")
    assert found(run, "Zoryabad", "--gazetteer", "local.sqlite") == []


def test_columns_are_mapped_and_the_source_is_named(run, tmp_path):
    (tmp_path / "a.csv").write_text("Ort;GPS\nZoryabad;40,85; 72,91\n".replace("; 72", ", 72"))
    options = ("--map", "name=Ort", "--map", "coordinates=GPS", "--source", "survey")
    told = run("gazetteer", "import", "a.csv", *options, "--licence", "CC0")
    assert told.exit_code == 0, told.output
    assert found(run, "Zoryabad") == ["survey:zoryabad"]


def test_a_report_in_json_has_everything(run, bad):
    told = json.loads(run("gazetteer", "import", "places.csv", "--format", "json").stdout)
    assert (told["new"], told["rejected"], told["batch"]) == (2, 2, 1)
    assert told["rejections"][0]["line"] == 4
    assert told["examples"][0]["id"] == "places:zoryabad"


def test_standard_input_is_read(run):
    told = run("gazetteer", "import", "-", "--into", "local.sqlite", input=GOOD)
    assert "2 new" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("none.csv",), 1, "does not exist"),
        (("places.csv", "--map", "name"), 2, "give a field and a column"),
        (("places.csv", "--map", "colour=name"), 1, 'no field "colour"'),
        (("places.csv", "--user", "--into", "x.sqlite"), 2, "either --into or --user"),
        (("places.csv", "--replace"), 2, "--replace needs --into"),
        (("places.csv", "--licence", "CC0"), 2, "need --source"),
        (("places.csv", "--form", "geonames"), 1, "There is no place to import"),
        (("places.csv", "--into", "places.csv"), 1, "is not a gazetteer file"),
    ],
)
def test_mistakes_are_told_in_a_line(run, good, arguments, status, words):
    told = run("gazetteer", "import", *arguments)
    assert told.exit_code == status
    assert words in told.stderr
    assert "Traceback" not in told.output
    assert Path("places.csv").read_text(encoding="utf-8") == GOOD


def test_what_one_added_is_exported_and_comes_back(run, good, monkeypatch):
    run("gazetteer", "import", "places.csv")
    told = run("gazetteer", "export", "mine.geojson", "--only-own")
    assert told.stdout.strip() == "mine.geojson"
    assert len(json.loads(Path("mine.geojson").read_text(encoding="utf-8"))["features"]) == 2
    monkeypatch.setenv("STORYMAP_GAZETTEER", str(Path("second.sqlite").absolute()))
    run("gazetteer", "import", "mine.geojson")
    assert found(run, "Зорябад") == ["places:zoryabad"]


def test_one_file_is_exported_to_standard_output(run, good):
    run("gazetteer", "import", "places.csv", "--into", "local.sqlite")
    told = run("gazetteer", "export", "-", "--form", "geonames", "--only", "local.sqlite")
    names = [line.split("\t")[1] for line in told.stdout.splitlines()]
    assert sorted(names) == ["Qarakul-Jar", "Zoryabad"]


def test_without_edits_there_is_nothing_of_ones_own_to_export(run):
    told = run("gazetteer", "export", "mine.csv", "--only-own")
    assert told.exit_code == 1
    assert "nothing to export" in told.stderr


def test_the_worked_example_imports_twenty_places(run, seeds):
    told = run("gazetteer", "import", str(seeds / "local-places.csv"))
    assert "20 new, 0 changed, 0 unchanged, 0 rejected" in told.stdout
    assert found(run, "Кыр-Жол") == ["local-places:kyrjol"]


def test_the_worked_example_with_errors_names_every_bad_line(run, seeds):
    told = run("gazetteer", "import", str(seeds / "local-places-with-errors.csv"), "--dry-run")
    lines = [line.split("line ")[1].split(":")[0] for line in told.stderr.splitlines()]
    assert lines == ["3", "4", "5", "6", "7", "8", "9"]
