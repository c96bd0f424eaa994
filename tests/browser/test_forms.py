"""The page on phones, in the dark, on paper, and with many places."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from storymap import drawing
from storymap.model import Document, Mention, Passage, Resolution, Story
from tests.browser.conftest import Open, Opened
from tests.drawing.stories import OSH, story_about

pytestmark = pytest.mark.browser


def box(opened: Opened, selector: str) -> dict[str, Any]:
    found = opened.page.locator(selector).bounding_box()
    assert found is not None
    return dict(found)


def test_on_a_desk_text_and_map_stand_side_by_side(opened: Opened) -> None:
    text, pane = box(opened, "main"), box(opened, ".map-pane")
    assert text["x"] + text["width"] <= pane["x"] + 1
    assert text["y"] == pane["y"]


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_map_stays_on_top_and_nothing_sticks_out(
    open_html: Open, small_page: str, width: int
) -> None:
    opened = open_html(small_page, viewport={"width": width, "height": 740})
    opened.page.mouse.wheel(0, 300)
    opened.settle()
    pane = box(opened, ".map-pane")
    assert pane["y"] == 0
    assert pane["height"] == pytest.approx(0.4 * 740, abs=2)
    assert opened.page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_phone_the_dock_does_not_cover_what_was_clicked(
    open_html: Open, small_page: str
) -> None:
    opened = open_html(small_page, viewport={"width": 390, "height": 740})
    opened.page.click("#m9 a")
    opened.settle()
    foot, mark = box(opened, ".dock"), box(opened, "#m9")
    assert mark["y"] + mark["height"] <= foot["y"]


def test_the_page_is_dark_where_the_reader_likes_it_dark(open_html: Open, small_page: str) -> None:
    opened = open_html(small_page, color_scheme="dark")
    colour = "getComputedStyle(document.querySelector('.storymap')).backgroundColor"
    assert opened.page.evaluate(colour) == "rgb(22, 25, 29)"


def test_pinching_is_not_forbidden(opened: Opened) -> None:
    viewport = opened.page.locator('meta[name="viewport"]').get_attribute("content") or ""
    assert "user-scalable" not in viewport
    assert "maximum-scale" not in viewport


def test_paper_has_the_map_on_top_and_numbers_in_the_text(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    number = "getComputedStyle(document.querySelector('#m3'), '::after').content"
    assert opened.page.evaluate(number) == '"3"'
    assert box(opened, ".map-pane")["y"] < box(opened, "article")["y"]
    assert opened.page.locator(".walk").is_hidden()


def test_the_page_prints(opened: Opened) -> None:
    assert opened.page.pdf(format="A4").startswith(b"%PDF")


def test_a_story_without_places_says_so(open_html: Open) -> None:
    text = "Nothing of this happened anywhere."
    opened = open_html(drawing.page(Story(Document(text, (Passage(0, len(text)),)))))
    assert opened.page.get_by_text("No place in this text could be located.").is_visible()
    assert opened.page.locator('.walk [data-act="next"]').is_disabled()
    opened.page.keyboard.press("ArrowRight")
    assert opened.active() is None


def test_a_right_to_left_article_is_mirrored(open_html: Open) -> None:
    story = story_about("وصل القطار إلى أوش مساء.", "أوش", OSH)
    opened = open_html(drawing.page(story))
    assert opened.page.locator("html").get_attribute("dir") == "rtl"
    assert box(opened, "main")["x"] > box(opened, ".map-pane")["x"]


def crowd(count: int, *, apart: float) -> Story:
    """A story of as many places in rows of twenty, `apart` degrees from each other."""
    text = " ".join(f"Place{n}" for n in range(count))
    resolutions, at = [], 0
    for n in range(count):
        name = f"Place{n}"
        lat, lon = 40 + apart * (n // 20), 70 + apart * (n % 20)
        place = replace(OSH, id=f"x:{n}", name=name, lat=lat, lon=lon, within=())
        mention = Mention(at, at + len(name), name)
        resolutions.append(Resolution(mention, place, confidence=0.9, label=name))
        at += len(name) + 1
    return Story(Document(text, (Passage(0, len(text)),)), tuple(resolutions))


def test_a_crowd_of_pins_becomes_a_cluster_with_a_name_and_a_count(open_html: Open) -> None:
    opened = open_html(drawing.page(crowd(9, apart=0.0001)))
    cluster = opened.page.locator(".cluster")
    assert cluster.get_attribute("aria-label") == "9 places near Place0"
    opened.page.click("#m5 a")
    assert opened.active_place() == "x:4"


def test_a_thousand_places_are_drawn_on_canvas_and_still_answer(open_html: Open) -> None:
    opened = open_html(drawing.page(crowd(1000, apart=0.5)))
    assert opened.page.locator("canvas").count() == 1
    assert opened.page.locator("button[data-place]").count() == 0
    opened.page.click("#m500 a")
    assert opened.active_place() == "x:499"
