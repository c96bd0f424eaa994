from __future__ import annotations

from dataclasses import replace

from storymap.drawing.surroundings import surrounding_names
from tests.drawing.stories import BISHKEK, JALAL_ABAD, KYRGYZSTAN, OSH


def test_neighbouring_countries_come_first_and_large_towns_follow() -> None:
    names = surrounding_names([OSH, JALAL_ABAD])
    kinds = [name.kind for name in names]
    assert kinds == sorted(kinds, key=["country", "town", "region"].index)
    assert {"Andijon", "Tajikistan"} <= {name.text for name in names}


def test_the_places_of_the_story_are_not_named_twice() -> None:
    names = {name.text for name in surrounding_names([OSH, BISHKEK, KYRGYZSTAN])}
    assert not names & {"Osh", "Bishkek", "Kyrgyzstan"}


def test_a_story_across_the_world_and_one_without_places_bring_no_names() -> None:
    far = replace(OSH, id="t:far", lat=-33.0, lon=150.0)
    assert surrounding_names([OSH, far]) == []
    assert surrounding_names([]) == []
