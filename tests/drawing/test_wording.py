from __future__ import annotations

from dataclasses import replace

import pytest

from storymap.drawing.geometry import Drawn, drawn_as, extent_around
from storymap.drawing.wording import containers, feature_word
from storymap.model import Extent, Place, Precision
from tests.drawing.stories import BISHKEK, FERGANA, KYRGYZSTAN, OSH, TEYYIT


def place(feature_class: str, code: str, **fields: object) -> Place:
    return replace(OSH, feature_class=feature_class, feature_code=code, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (KYRGYZSTAN, "country"),
        (BISHKEK, "capital"),
        (OSH, "city"),
        (place("P", "PPL", population=9_000), "town"),
        (place("P", "PPL", population=900), "village"),
        (TEYYIT, "settlement"),
        (place("H", "STM"), "river"),
        (place("T", "XYZ"), "landform"),
        (place("", ""), "place"),
    ],
)
def test_a_place_is_called_what_it_is(found: Place, word: str) -> None:
    assert feature_word(found) == word


def test_what_contains_a_place_is_named_unless_it_repeats_the_name() -> None:
    assert containers(OSH, "Osh") == "Kyrgyzstan"
    paris = replace(OSH, name="Paris", within=("Texas", "United States"))
    assert containers(paris, "Paris") == "Texas, United States"


@pytest.mark.parametrize(
    ("found", "drawn"),
    [
        (OSH, Drawn.PIN),
        (TEYYIT, Drawn.APPROXIMATE),
        (KYRGYZSTAN, Drawn.AREA),
        (FERGANA, Drawn.AREA),
        (replace(OSH, precision=Precision.AREA), Drawn.AREA),
        (replace(OSH, countries=("KG", "KZ")), Drawn.AREA),
    ],
)
def test_areas_are_not_drawn_as_pins(found: Place, drawn: Drawn) -> None:
    assert drawn_as(found) is drawn


def test_a_point_at_the_edge_of_the_earth_has_an_extent_on_it() -> None:
    edge = extent_around(replace(OSH, lat=90.0, lon=-180.0))
    assert edge == Extent(89.5, -180.0, 90.0, -179.5)
