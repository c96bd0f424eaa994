"""The folium map on its own, with layers of its reader's, and tiles that do not come."""

from __future__ import annotations

import folium
import pytest

from storymap import drawing
from tests.browser.conftest import Open
from tests.drawing.stories import small_story

pytestmark = pytest.mark.browser


def test_the_map_alone_shows_the_places_and_answers(open_html: Open) -> None:
    opened = open_html(drawing.draw(small_story()).get_root().render())
    assert opened.page.locator("button[data-place]").count() == 6
    opened.handle("gn:1528675").click()
    assert opened.active_place() == "gn:1528675"
    assert opened.page.locator("path.ground-land").count() > 0


def test_a_readers_own_layers_stand_beside_the_story_with_the_network_off(open_html: Open) -> None:
    drawn = drawing.draw(small_story())
    folium.Marker([41.5, 74.5], tooltip="mine").add_to(drawn)
    folium.CircleMarker([41.0, 74.0], radius=9).add_to(drawn)
    opened = open_html(drawn.get_root().render())
    pin = opened.page.locator("img.leaflet-marker-icon")
    assert pin.evaluate("e => e.complete && e.naturalWidth") == 25
    assert opened.page.locator("button[data-place]").count() == 6


def test_a_view_that_the_reader_has_set_is_kept(open_html: Open) -> None:
    drawn = drawing.draw(small_story())
    drawn.fit_bounds([[59.0, 24.0], [60.0, 26.0]])
    opened = open_html(drawn.get_root().render())
    assert opened.view()[:2] == pytest.approx([59.5, 25.0], abs=0.1)


def test_tiles_that_do_not_come_leave_the_bundled_map_and_say_so(open_html: Open) -> None:
    html = drawing.page(small_story(), tiles="https://tiles.example/{z}/{x}/{y}.png")
    opened = open_html(html)
    opened.page.get_by_text("Map tiles could not be loaded").wait_for(state="attached")
    assert opened.page.locator("path.ground-land").count() > 0
    assert opened.page.locator(".tile-credit").count() == 0
    assert {r.split("/")[2] for r in opened.requests} == {"tiles.example"}
    opened.requests.clear()
    opened.complaints.clear()
