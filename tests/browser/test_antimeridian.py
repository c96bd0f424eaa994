"""Stories on both sides of the antimeridian are drawn in one piece."""

from __future__ import annotations

import pytest

from storymap import drawing
from storymap.model import Document, Mention, Passage, Place, Resolution, Story
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

FIJI = Place("t:fj", "Fiji", -17.8, 178.0, "A", "PCLI", country="FJ")
SUVA = Place("t:suva", "Suva", -18.14, 178.44, "P", "PPLC", country="FJ")
APIA = Place("t:apia", "Apia", -13.83, -171.77, "P", "PPLC", country="WS")
TEXT = "From Suva in Fiji it is a night to Apia."


def pacific_story() -> Story:
    resolutions = []
    for place in (SUVA, FIJI, APIA):
        start = TEXT.index(place.name)
        mention = Mention(start, start + len(place.name), place.name)
        resolutions.append(Resolution(mention, place, confidence=0.9, label=place.name))
    return Story(Document(TEXT, (Passage(0, len(TEXT)),)), tuple(resolutions))


def test_a_story_about_fiji_and_samoa_is_one_small_stretch_of_the_sea(open_html: Open) -> None:
    opened = open_html(drawing.page(pacific_story()))
    lat, lon, zoom = opened.view()
    assert -20 < lat < -10
    assert 178 < lon < 190
    assert zoom > 4


def test_the_ground_goes_on_beyond_the_antimeridian(open_html: Open) -> None:
    opened = open_html(drawing.page(pacific_story()))
    script = """Object.values(map_story._layers)
        .filter((layer) => layer.options.className === "ground ground-land")
        .map((layer) => layer.getBounds().getEast())"""
    assert max(opened.page.evaluate(script)) > 185
