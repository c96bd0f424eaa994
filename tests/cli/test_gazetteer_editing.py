import json

import pytest

from tests.tiny_gazetteer import tiny_gazetteer

OSH, JALAL_ABAD, TEYYIT = "gn:1527534", "gn:1528249", "sm:teyyit"


@pytest.fixture
def gazetteer(run, tmp_path, monkeypatch):
    """`gazetteer("hide", "gn:1")`, over the tiny gazetteer and with edits of one's own."""
    tiny_gazetteer(tmp_path / "tiny.sqlite")
    monkeypatch.setattr("storymap.gazetteer.BUNDLED", tmp_path / "tiny.sqlite")
    monkeypatch.setenv("STORYMAP_GAZETTEER", str(tmp_path / "home" / "own.sqlite"))
    return lambda *arguments: run("gazetteer", *arguments)


def ids(result):
    return [place["id"] for place in json.loads(result.stdout)]


def test_a_place_that_was_added_is_found_and_shown(gazetteer):
    added = gazetteer(
        *("add", "Ak-Jar", "--id", "own:1", "--at", "40.85,72.91", "--country", "KG"),
        *("--admin1", "03", "--also", "Ак-Жар@ky=official", "--population", "300"),
        *("--link", "https://example.org/1", "--radius", "2", "--note", "by the canal"),
    )
    assert added.stdout == "Change 1: add own:1 Ak-Jar\n"
    assert ids(gazetteer("search", "ак жар", "--format", "json")) == ["own:1"]
    shown = json.loads(gazetteer("show", "own:1", "--format", "json").stdout)
    assert (shown["state"], shown["precision"], shown["radius_km"]) == ("added", "approximate", 2)
    assert shown["names"][1] == {"text": "Ак-Жар", "language": "ky", "kind": "official"}
    assert shown["links"] == ["https://example.org/1"]


def test_what_was_added_is_found_in_an_article(gazetteer, run, tmp_path):
    gazetteer("add", "Xyzzyabad", "--id", "own:1", "--at", "40.9,72.9", "--country", "KG")
    (tmp_path / "a.txt").write_text("She left the village of Xyzzyabad for Bishkek.")
    assert "Xyzzyabad" in run("places", "a.txt").stdout
    assert "own:1" in run("places", "a.txt", "--format", "csv").stdout


def test_an_edit_changes_what_is_given_and_nothing_else(gazetteer):
    result = gazetteer(
        "edit", OSH, "--population", "400000", "--author", "Aizada", "--reason", "census"
    )
    assert result.stdout == f"Change 1: edit {OSH} Osh: population 322164 → 400000\n"
    row = gazetteer("history").stdout.splitlines()[1]
    assert "Aizada" in row
    assert row.endswith("census")


def test_names_are_added_and_dropped_and_the_main_one_is_changed(gazetteer):
    gazetteer(
        "edit", JALAL_ABAD, "--name", "Manas", "--also", "J-A=short", "--drop-name", "Jalalabad"
    )
    shown = json.loads(gazetteer("show", JALAL_ABAD, "--format", "json").stdout)
    assert [n["text"] for n in shown["names"]] == ["Manas", "Jalal-Abad", "Жалал-Абад", "J-A"]


def test_an_empty_value_empties_a_list(gazetteer):
    gazetteer("edit", OSH, "--link", "https://example.org", "--extent", "40,72,41,73")
    gazetteer("edit", OSH, "--link", "", "--extent", "", "--country", "")
    shown = json.loads(gazetteer("show", OSH, "--format", "json").stdout)
    assert (shown["links"], shown["extent"], shown["country"]) == ([], None, "")


def test_an_edit_based_on_an_old_revision_is_refused(gazetteer):
    gazetteer("edit", OSH, "--note", "first")
    result = gazetteer("edit", OSH, "--note", "second", "--based-on", "0")
    assert result.exit_code == 1
    assert "changed meanwhile" in result.stderr


def test_a_place_is_hidden_and_restored(gazetteer):
    gazetteer("hide", OSH)
    assert gazetteer("search", "Osh").exit_code == 1
    gazetteer("restore", OSH)
    assert gazetteer("search", "Osh").exit_code == 0


def test_the_original_comes_back(gazetteer):
    gazetteer("edit", OSH, "--population", "1")
    gazetteer("restore", OSH, "--original")
    assert "original" in gazetteer("show", OSH).stdout


def test_a_place_is_merged_into_another(gazetteer):
    assert gazetteer("merge", TEYYIT, JALAL_ABAD).exit_code == 0
    assert ids(gazetteer("search", "Teyyit", "--format", "json")) == [JALAL_ABAD]
    assert f"merged into {JALAL_ABAD}" in gazetteer("show", TEYYIT).stdout


def test_names_are_blocked_and_preferred_and_that_is_lifted(gazetteer):
    gazetteer("prefer", "Paris", "gn:4717560")
    gazetteer("block", "Osh")
    assert ids(gazetteer("search", "Paris", "--format", "json"))[0] == "gn:4717560"
    assert gazetteer("search", "Osh").exit_code == 1
    gazetteer("prefer", "Paris", "--lift")
    gazetteer("block", "Osh", "--lift")
    assert ids(gazetteer("search", "Paris", "--format", "json"))[0] == "gn:2988507"
    assert gazetteer("search", "Osh").exit_code == 0
    assert gazetteer("prefer", "Paris").exit_code == 2


def test_changes_are_undone_and_done_again(gazetteer):
    gazetteer("edit", OSH, "--population", "1")
    assert "population 1 → 322164" in gazetteer("undo").stdout
    assert "population 322164 → 1" in gazetteer("redo").stdout
    gazetteer("hide", JALAL_ABAD)
    assert json.loads(gazetteer("undo", "3", "--format", "json").stdout)["reverted"] == [3]
    assert gazetteer("undo", "1").exit_code == 1
    assert gazetteer("undo", "--batch", "9").exit_code == 1


def test_history_is_told_of_a_place_or_a_name_or_all(gazetteer):
    gazetteer("hide", OSH)
    gazetteer("block", "Paris")
    assert len(json.loads(gazetteer("history", "--format", "json").stdout)) == 2
    (change,) = json.loads(gazetteer("history", OSH, "--format", "json").stdout)
    assert change["before"] == {f"place {OSH}": None}
    assert change["after"][f"place {OSH}"]["hidden"]
    assert len(json.loads(gazetteer("history", "--name", "paris", "--format", "json").stdout)) == 1


def test_a_place_is_shown_as_of_a_time(gazetteer):
    gazetteer("edit", OSH, "--population", "1")
    assert "322164" in gazetteer("show", OSH, "--as-of", "2020-01-01").stdout


def test_warnings_inform_and_errors_stop(gazetteer):
    warned = gazetteer("add", "Far", "--at", "72.9,40.8", "--country", "KG")
    assert warned.exit_code == 0
    assert "swapped" in warned.stderr
    stopped = gazetteer("add", "Bad", "--at", "99,40", "--link", "ftp://x", "--country", "KGZ")
    assert stopped.exit_code == 1
    assert all(field in stopped.stderr for field in ("lat:", "links:", "country:"))
    assert stopped.stderr.count("\n") == 1


def test_check_lists_what_is_doubtful(gazetteer):
    assert gazetteer("check").stdout == "Nothing is wrong.\n"
    gazetteer("add", "Of", "--id", "own:1", "--at", "40.8,72.9", "--country", "KG")
    (finding,) = json.loads(gazetteer("check", "--format", "json").stdout)
    assert (finding["subject"], finding["severity"], finding["field"]) == (
        *("own:1", "warning", "name"),
    )


def test_an_original_that_has_not_changed_needs_no_confirmation(gazetteer):
    gazetteer("edit", OSH, "--population", "1")
    assert "has not changed" in gazetteer("confirm", OSH).stderr


def test_a_file_that_is_named_is_edited_instead_of_ones_own(gazetteer, tmp_path):
    gazetteer("hide", OSH, "--gazetteer", "team.sqlite")
    assert (tmp_path / "team.sqlite").exists()
    assert gazetteer("search", "Osh").exit_code == 0
    assert gazetteer("search", "Osh", "--gazetteer", "team.sqlite").exit_code == 1
    assert not (tmp_path / "home").exists()


def test_a_file_of_places_is_not_edited(gazetteer):
    result = gazetteer("hide", OSH, "--gazetteer", "tiny.sqlite")
    assert result.exit_code == 1
    assert "not a file of edits" in result.stderr


def test_without_a_file_of_ones_own_one_has_to_be_named(gazetteer, monkeypatch):
    monkeypatch.setenv("STORYMAP_GAZETTEER", "")
    result = gazetteer("hide", OSH)
    assert result.exit_code == 2
    assert "--gazetteer" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--at", "40"), ("--at", "a,b"), ("--extent", "1,2,3"), ("--also", "Osh=nickname"), ()],
)
def test_what_cannot_be_read_is_a_usage_error(gazetteer, arguments):
    assert gazetteer("add", "Ak-Jar", *arguments).exit_code == 2


def test_a_southern_latitude_is_no_option(gazetteer):
    added = gazetteer("add", "Kaapstad", "--id", "own:1", "--at", "-33.9,18.4")
    assert added.exit_code == 0
    assert json.loads(gazetteer("show", "own:1", "--format", "json").stdout)["lat"] == -33.9


def test_an_unknown_place_is_one_clear_line(gazetteer):
    for command in ("show", "hide", "restore", "edit"):
        extra = ("--note", "x") if command == "edit" else ()
        result = gazetteer(command, "gn:0", *extra)
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: ")
        assert "gn:0" in result.stderr
