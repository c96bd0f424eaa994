import pytest

from storymap.gazetteer.checking import Severity, problems_of
from storymap.model import Extent, PlaceName, Precision
from tests.gazetteer.editing_desk import JALAL_ABAD, OSH, TEYYIT, village


def fields_of(problems, severity):
    return [problem.field for problem in problems if problem.severity is severity]


def test_a_sound_record_has_no_problem(editor):
    assert editor.check(village()) == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"lat": 90.1}, "lat"),
        ({"lat": float("nan")}, "lat"),
        ({"lon": -180.5}, "lon"),
        ({"extent": Extent(41.0, 72.0, 40.0, 73.0)}, "extent"),
        ({"extent": Extent(40.0, 72.0, 41.0, 200.0)}, "extent"),
        ({"feature_class": "X"}, "type"),
        ({"feature_code": "a village"}, "type"),
        ({"country": "KGZ"}, "country"),
        ({"countries": ("KG", "Uzbekistan")}, "country"),
        ({"population": -1}, "population"),
        ({"radius_km": -1.0}, "radius"),
        ({"radius_km": 5.0}, "radius"),
        ({"precision": Precision.APPROXIMATE}, "radius"),
        ({"links": ("javascript:alert(1)",)}, "links"),
        ({"links": ("https://",)}, "links"),
        ({"since": "last year"}, "since"),
        ({"since": "1991-02-30"}, "since"),
        ({"since": "1991", "until": "1990"}, "until"),
        ({"names": (PlaceName("--"),)}, "name"),
        ({"name": "Ak\nJar"}, "name"),
    ],
)
def test_what_cannot_be_saved_is_told_by_field(changes, field):
    assert fields_of(problems_of(village(**changes)), Severity.ERROR) == [field]


@pytest.mark.parametrize(
    "changes",
    [
        {"extent": Extent(-10.0, 170.0, 60.0, -170.0), "lon": 175.0},
        {"since": "-0500", "until": "0450"},
        {"since": "1991-08-31", "until": "1991"},
        {"since": "2000-02-29"},
        {"links": ("http://example.org/a?b=c#d",)},
        {"precision": Precision.APPROXIMATE, "radius_km": 5.0},
    ],
)
def test_what_looks_odd_but_is_right_is_let_pass(changes):
    assert problems_of(village(**changes)) == ()


@pytest.mark.parametrize("place_id", ["", "akjar", "own:", "own:ak jar"])
def test_an_id_needs_a_namespace_and_no_space(place_id):
    assert fields_of(problems_of(village(place_id)), Severity.ERROR) == ["id"]


def test_a_latitude_that_can_only_be_a_longitude_is_said_to_be_swapped():
    (problem,) = problems_of(village(lat=120.0, lon=30.0))
    assert "swap the two numbers" in problem.message


@pytest.mark.parametrize("name", ["Mоscow", "Бишkек", "Πaphos"])
def test_a_letter_of_another_script_within_a_word_is_pointed_out(name):
    (problem,) = problems_of(village(name=name))
    assert problem.severity is Severity.WARNING
    assert "letter among others" in problem.message


def test_words_of_several_scripts_beside_each_other_are_nothing_odd():
    assert problems_of(village(name="Парк Victoria 2")) == ()


@pytest.mark.parametrize("name", ["Of", "READING", "Der", "Или"])
def test_an_ordinary_word_is_warned_of_in_the_languages_of_the_press(name):
    assert fields_of(problems_of(village(name=name)), Severity.WARNING) == ["name"]


def test_zero_zero_is_doubted():
    assert fields_of(problems_of(village(lat=0.0, lon=0.0)), Severity.WARNING) == ["lat"]


def test_a_point_whose_mirror_image_lies_in_the_country_is_said_to_be_swapped(editor):
    (problem,) = editor.check(village(lat=72.91, lon=40.85))
    assert problem.severity is Severity.WARNING
    assert "40.85, 72.91 lies there" in problem.message


def test_a_village_far_from_all_of_its_country_is_doubted(editor):
    assert fields_of(editor.check(village(country="FR")), Severity.WARNING) == ["country"]


def test_an_unknown_country_is_doubted(editor):
    (problem,) = editor.check(village(country="ZZ"))
    assert "knows no country ZZ" in problem.message


def test_a_place_of_the_same_name_and_kind_nearby_is_a_likely_duplicate(editor):
    problems = editor.check(village(name="JALALABAD", lat=40.95, lon=73.0))
    assert [p.message for p in problems if JALAL_ABAD in p.message]
    assert not editor.check(village(name="Jalalabad", lat=40.8, lon=72.6))


def test_a_parent_has_to_be_there(editor):
    assert fields_of(editor.check(village(parents=("gn:0",))), Severity.ERROR) == ["parents"]


def test_parents_do_not_go_round_in_a_circle(editor):
    editor.edit(OSH, parents=(JALAL_ABAD,))
    editor.edit(JALAL_ABAD, parents=(TEYYIT,))
    for parent in (OSH, TEYYIT):
        circle = editor.record(TEYYIT).amended(parents=(parent,))
        assert fields_of(editor.check(circle), Severity.ERROR) == ["parents"]
