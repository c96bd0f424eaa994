"""Recognition, candidates and resolution together, over a small world."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At Aswan the Nile is broad.", [("Aswan", "aswan"), ("Nile", "nile")]),
        ("Vines grow in the Rhine valley.", [("Rhine", "rhine")]),
        ("She swam in the Adriatic.", [("Adriatic", "adriatic")]),
    ],
)
def test_waters_without_inhabitants_are_found_by_their_article(located, text, expected):
    assert located(text) == expected


def test_a_name_may_have_small_words_inside(located):
    assert located("She has a flat in Dar es Salaam.") == [("Dar es Salaam", "dar")]


def test_a_river_whose_name_is_whole_is_not_the_county_called_after_it(located):
    found = located("Farms along the Red River in Texas were flooded.")
    assert found == [("Red River", "red-river"), ("Texas", "texas")]


def test_an_island_close_by_is_meant_rather_than_a_larger_town_far_away(located):
    found = located("They sailed from Zanzibar to Pemba. Zanzibar was hot.")
    assert ("Pemba", "pemba") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guests came from as far as Urbana and Yellow Springs.", ["urbana", "yellow-springs"]),
        ("A singer from Mobile said no.", ["mobile"]),
        ("Pupils from Urbana and Yellow Springs said yes.", ["urbana", "yellow-springs"]),
    ],
)
def test_small_towns_are_found_where_people_come_from(located, text, expected):
    assert [place for _, place in located(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سافر الوفد من القاهرة إلى أسوان", [("القاهرة", "cairo"), ("أسوان", "aswan")]),
        ("הרכבת מחיפה איחרה", [("חיפה", "haifa")]),
        ("A sign said أسوان in blue.", [("أسوان", "aswan")]),
        ("В Оше дождь, а в Бишкеке снег.", [("Оше", "osh"), ("Бишкеке", "bishkek")]),
        ("Поезд из Москвы в Казань.", [("Москвы", "moscow"), ("Казань", "kazan")]),
    ],
)
def test_names_are_found_in_other_scripts_with_what_is_attached_to_them(located, text, expected):
    assert located(text) == expected


def test_a_coordination_names_both_its_places(located):
    assert located("Envoys of North and South Korea met.") == [
        ("North", "north-korea"),
        ("South Korea", "south-korea"),
    ]
    assert located("They walked North and South.") == []


def test_a_container_is_resolved_with_the_town_before_it(located):
    found = located("Flights link Tbilisi, Georgia, and Atlanta, Georgia.")
    assert [place for _, place in found] == ["tbilisi", "georgia", "atlanta", "ga"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They reached the village of Xyzzyabad at noon.", [("Xyzzyabad", "")]),
        ("She is from Zhorgo, Kyrgyzstan.", [("Zhorgo", ""), ("Kyrgyzstan", "kyrgyzstan")]),
        ("A letter from Zhorgov, Kyrgyzstan's envoy.", [("Kyrgyzstan", "kyrgyzstan")]),
    ],
)
def test_a_name_that_the_text_vouches_for_is_told_even_if_unknown(located, text, expected):
    assert located(text) == expected
