import json
import subprocess
import sys

import pytest

from storymap.cli import main

COMMANDS = [
    *((name,) for name in main.commands),
    *(("gazetteer", name) for name in main.commands["gazetteer"].commands),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_shows_an_example(run, command):
    text = run(*command, "--help").stdout
    assert "Example" in text
    assert f"storymap {' '.join(command)}" in text


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_option_says_what_it_does(command):
    node = main
    for name in command:
        node = node.commands[name]
    options = [p for p in node.params if p.param_type_name == "option"]
    assert not [o.name for o in options if not o.help and not getattr(o.type, "choices", None)]


def test_help_loads_no_heavy_module():
    code = (
        "import sys; from storymap.cli import main\n"
        "heavy = {'folium', 'pandas', 'numpy', 'jinja2', 'streamlit', 'geopy', 'trafilatura'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_places_as_json_keep_their_contract(run, article):
    mentions = json.loads(run("places", "article.txt", "--format", "json").stdout)
    assert [m["text"] for m in mentions] == ["Bishkek", "Osh", "Kyrgyzstan"]
    assert list(mentions[0]) == [
        "start",
        "end",
        "text",
        "kind",
        "place",
        "confidence",
        "reasons",
        "candidates",
    ]
    assert list(mentions[0]["place"]) == ["id", "name", "lat", "lon", "country", "feature_code"]
    assert list(mentions[0]["candidates"][0]) == ["id", "name", "lat", "lon", "country", "score"]


def test_places_as_a_table_name_the_country(run, article):
    assert "Bishkek" in run("places", "article.txt").stdout


def test_places_as_csv_have_a_row_a_mention(run, article):
    lines = run("places", "article.txt", "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("start,end,text,kind,place_id")
    assert len(lines) == 4


def test_places_as_geojson_are_a_feature_collection(run, article):
    collection = json.loads(run("places", "article.txt", "--format", "geojson").stdout)
    assert collection["type"] == "FeatureCollection"


def test_demonyms_can_be_switched_off(run, tmp_path):
    (tmp_path / "a.txt").write_text("The Kyrgyz government met in Bishkek.")
    with_them = run("places", "a.txt", "--format", "csv").stdout
    without = run("places", "a.txt", "--format", "csv", "--no-demonyms").stdout
    assert "demonym" in with_them
    assert "demonym" not in without


@pytest.mark.parametrize("name", ["out.geojson", "out.csv", "out.html", "out.story.json"])
def test_export_tells_the_format_by_the_suffix(run, article, tmp_path, name):
    assert run("export", "article.txt", "-o", name).exit_code == 0
    assert (tmp_path / name).stat().st_size > 0


def test_export_to_an_unknown_suffix_names_the_formats(run, article):
    result = run("export", "article.txt", "-o", "out.doc")
    assert result.exit_code == 1
    assert "geojson" in result.stderr


def test_export_to_standard_output_needs_a_format(run, article):
    assert run("export", "article.txt", "-o", "-").exit_code == 2
    assert run("export", "article.txt", "-o", "-", "--format", "csv").stdout.startswith("start,")


def test_the_gazetteer_is_searched_in_any_spelling(run):
    found = json.loads(run("gazetteer", "search", "JALAL’ABAD", "--format", "json").stdout)
    assert {"gn:1528249", "gn:1139715"} <= {place["id"] for place in found}


def test_a_name_that_nobody_has_is_exit_1(run):
    result = run("gazetteer", "search", "Xyzzyabad")
    assert result.exit_code == 1
    assert "Xyzzyabad" in result.stderr


def test_the_gazetteer_tells_its_sources_and_licences(run):
    text = run("gazetteer", "info").stdout
    assert "GeoNames" in text
    assert "CC BY 4.0" in text


def test_a_hint_that_is_no_country_is_exit_1(run, article):
    result = run("places", "article.txt", "--country", "Atlantis")
    assert result.exit_code == 1
    assert "Atlantis" in result.stderr


SAMPLE = {
    "id": "1",
    "text": "Snow fell in Bishkek.",
    "toponyms": [{"start": 13, "end": 20, "text": "Bishkek", "lat": 42.87, "lon": 74.59}],
}


def test_evaluate_measures_a_corpus(run, tmp_path):
    (tmp_path / "sample.jsonl").write_text(json.dumps(SAMPLE))
    (figures,) = json.loads(run("evaluate", "sample.jsonl", "--json").stdout)
    assert figures["recognition"]["exact"]["f1"] == 1
    assert figures["resolution"]["accuracy_161_km"] == 1


def test_evaluate_lists_the_mistakes(run, tmp_path):
    wrong = SAMPLE | {"toponyms": [SAMPLE["toponyms"][0] | {"lat": 0, "lon": 0}]}
    (tmp_path / "sample.jsonl").write_text(json.dumps(wrong))
    assert run("evaluate", "sample.jsonl", "--errors", "mistakes.tsv").exit_code == 0
    assert "misplaced" in (tmp_path / "mistakes.tsv").read_text()


def test_places_are_found_by_the_recogniser_that_is_chosen(run, article):
    result = run("places", "article.txt", "--format", "json", "--recogniser", "trained")
    assert [m["text"] for m in json.loads(result.stdout)] == ["Bishkek", "Osh", "Kyrgyzstan"]


def test_the_story_tells_which_recogniser_was_chosen(run, article, tmp_path):
    run("export", "article.txt", "-o", "article.story.json", "--recogniser", "trained")
    assert '"crf-1+rules-' in (tmp_path / "article.story.json").read_text(encoding="utf-8")


def test_evaluate_measures_the_recogniser_that_is_chosen(run, tmp_path):
    (tmp_path / "sample.jsonl").write_text(json.dumps(SAMPLE))
    arguments = ("evaluate", "sample.jsonl", "--json", "--recogniser", "trained")
    assert len(json.loads(run(*arguments).stdout)) == 1


def test_a_damaged_corpus_is_named_with_its_line(run, tmp_path):
    (tmp_path / "bad.jsonl").write_text(json.dumps(SAMPLE) + "\nno json\n")
    result = run("evaluate", "bad.jsonl")
    assert result.exit_code == 1
    assert "bad.jsonl" in result.stderr
    assert "2" in result.stderr
