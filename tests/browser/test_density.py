"""The strip beside the text shows where places are mentioned."""

from __future__ import annotations

import pytest

from storymap import drawing
from tests.browser.conftest import Open, Opened
from tests.drawing.stories import stretched_story

pytestmark = pytest.mark.browser


def test_a_click_near_an_end_of_the_strip_chooses_the_mention_nearest_to_it(
    open_html: Open,
) -> None:
    opened = open_html(drawing.page(stretched_story()))
    strip = opened.page.locator(".density")
    height = strip.evaluate("(element) => element.clientHeight")
    strip.click(position={"x": 6, "y": height - 2})
    assert opened.active() == "m11"
    strip.click(position={"x": 6, "y": 2})
    assert opened.active() == "m1"
    assert strip.locator(".current").count() == 1


def test_the_strip_is_for_the_mouse_alone(opened: Opened) -> None:
    strip = opened.page.locator(".density")
    assert strip.get_attribute("aria-hidden") == "true"
    assert strip.locator("button, a, [tabindex]").count() == 0


def test_a_phone_has_no_strip(open_html: Open, small_page: str) -> None:
    opened = open_html(small_page, viewport={"width": 390, "height": 740})
    assert not opened.page.locator(".density").is_visible()
