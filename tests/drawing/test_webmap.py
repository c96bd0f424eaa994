from __future__ import annotations

import json
import re

import folium
import pytest

from storymap import drawing
from tests.drawing.stories import ATTACKS, hostile_story, small_story


def rendered(drawn: folium.Map) -> str:
    return str(drawn.get_root().render())


def test_a_drawn_story_is_a_folium_map_that_asks_for_nothing() -> None:
    drawn = drawing.draw(small_story())
    assert isinstance(drawn, folium.Map)
    assert re.findall(r'<(?:script|link|img)[^>]* (?:src|href)="', rendered(drawn)) == []


def test_a_drawn_story_shows_in_a_notebook() -> None:
    shown = drawing.draw(small_story())._repr_html_()
    assert "storymap-data" in shown
    assert "iframe" in shown


def test_the_same_story_is_drawn_alike_each_time_and_twice_over() -> None:
    drawn = drawing.draw(small_story())
    first = rendered(drawn)
    assert rendered(drawn) == first
    assert rendered(drawing.draw(small_story())) == first


def test_drawing_leaves_other_folium_maps_as_they_were() -> None:
    drawing.draw(small_story())
    assert folium.Map.default_js
    assert "leaflet" in rendered(folium.Map())


def test_options_set_on_one_map_do_not_reach_the_next() -> None:
    drawing.draw(small_story()).options["maxZoom"] = 5
    assert drawing.draw(small_story()).options["maxZoom"] == 18


def test_layers_can_be_added_as_to_any_folium_map() -> None:
    drawn = drawing.draw(small_story())
    folium.GeoJson({"type": "Point", "coordinates": [74.6, 42.9]}).add_to(drawn)
    html = rendered(drawn)
    assert "L.geoJson" in html
    assert "jquery" not in html


def test_a_popup_of_the_readers_own_brings_the_script_it_needs() -> None:
    drawn = drawing.draw(small_story())
    folium.Marker([42.9, 74.6], popup="Here").add_to(drawn)
    html = rendered(drawn)
    assert "jquery" in html
    assert "leaflet@" not in html


@pytest.mark.parametrize("attack", ATTACKS)
def test_folium_never_reads_the_story_as_a_template(attack: str) -> None:
    html = rendered(drawing.draw(hostile_story(attack)))
    head, _, rest = html.partition('id="storymap-data">')
    block, _, tail = rest.partition("</script>")
    assert json.loads(block)["places"][0]["label"] == attack
    assert attack not in head + tail
    assert "1337" not in head + tail
