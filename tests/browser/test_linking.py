"""Text and map, linked both ways."""

from __future__ import annotations

import pytest

from storymap import drawing
from tests.browser.conftest import Open, Opened
from tests.drawing.stories import stretched_story

pytestmark = pytest.mark.browser

OSH, BISHKEK, KYRGYZSTAN = "gn:1527534", "gn:1528675", "gn:1527747"
OSH_MENTIONS = ["m3", "m8", "m11"]


def test_every_located_mention_makes_its_own_pin_active(opened: Opened) -> None:
    marks = opened.page.locator("mark[data-place]")
    for mark in marks.all():
        mark.locator("a").click()
        assert opened.active() == mark.get_attribute("id")
        assert opened.active_place() == mark.get_attribute("data-place")


def test_a_click_on_a_mention_moves_the_map_to_its_place(opened: Opened) -> None:
    opened.page.click("#m7 a")
    opened.settle()
    assert opened.view()[:2] == pytest.approx([42.87, 74.59], abs=0.05)


def test_a_click_on_a_mention_does_not_scroll_the_text(opened: Opened) -> None:
    opened.page.click("#m11 a")
    opened.settle()
    assert opened.page.evaluate("scrollY") == 0


def test_a_pin_shows_the_first_mention_then_the_next(opened: Opened) -> None:
    seen = []
    for _ in range(4):
        opened.handle(OSH).click()
        seen.append(opened.active())
        opened.settle()
    assert seen == [*OSH_MENTIONS, "m3"]


def test_a_pin_marks_all_its_mentions_and_the_shown_one_more(opened: Opened) -> None:
    opened.handle(OSH).click()
    marked = opened.page.locator("mark.same-place")
    assert [m.get_attribute("id") for m in marked.all()] == OSH_MENTIONS
    assert opened.page.locator('mark[aria-current="true"]').count() == 1


def test_a_pin_brings_its_mention_to_the_middle_third_of_the_text(open_html: Open) -> None:
    opened = open_html(drawing.page(stretched_story()))
    opened.handle(BISHKEK).click()
    opened.settle()
    box = opened.page.locator("mark[aria-current]").bounding_box()
    assert box is not None
    assert 800 / 3 < box["y"] + box["height"] / 2 < 1600 / 3


def test_on_a_phone_the_middle_is_that_of_the_text_below_the_map(open_html: Open) -> None:
    opened = open_html(drawing.page(stretched_story()), viewport={"width": 390, "height": 844})
    opened.page.click('.walk [data-act="next"]')
    for _ in range(6):
        opened.page.click('.walk [data-act="next"]')
    opened.settle()
    box = opened.page.locator("mark[aria-current]").bounding_box()
    top = opened.page.locator(".map-pane").bounding_box()
    foot = opened.page.locator(".dock").bounding_box()
    assert box is not None and top is not None and foot is not None  # noqa: PT018
    assert top["y"] + top["height"] < box["y"] < foot["y"]


def test_hover_lights_both_sides_and_moves_nothing(opened: Opened) -> None:
    before = opened.view()
    opened.page.hover("#m3 a")
    assert "hovered" in (opened.handle(OSH).get_attribute("class") or "")
    opened.handle(BISHKEK).hover()
    assert "hovered" in (opened.page.locator("#m7").get_attribute("class") or "")
    assert "hovered" not in (opened.page.locator("#m3").get_attribute("class") or "")
    assert opened.view() == before
    assert opened.page.evaluate("scrollY") == 0


def test_a_place_handle_has_a_name_that_says_what_and_how_often(opened: Opened) -> None:
    assert opened.handle(OSH).get_attribute("aria-label") == "Osh, Kyrgyzstan, 3 mentions"
    assert opened.handle(BISHKEK).get_attribute("aria-label") == "Bishkek, Kyrgyzstan, 1 mention"
    doubtful = opened.handle("gn:1528249").get_attribute("aria-label")
    assert doubtful == "Jalal-Abad, Kyrgyzstan, 2 mentions, doubtful"


def test_every_place_has_exactly_one_handle(opened: Opened) -> None:
    places = {m.get_attribute("data-place") for m in opened.page.locator("mark[data-place]").all()}
    handles = [
        h.get_attribute("data-place") for h in opened.page.locator("button[data-place]").all()
    ]
    assert sorted(handles) == sorted(places)


def test_handles_are_large_enough_to_hit_and_do_not_cover_each_other(opened: Opened) -> None:
    boxes = [h.bounding_box() for h in opened.page.locator("button[data-place]").all()]
    for box in boxes:
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    centres = [(b["x"] + b["width"] / 2, b["y"] + b["height"] / 2) for b in boxes if b]
    assert len({(round(x / 12), round(y / 12)) for x, y in centres}) == len(centres)


def test_a_handle_works_by_keyboard(opened: Opened) -> None:
    opened.handle(BISHKEK).focus()
    opened.page.keyboard.press("Enter")
    assert opened.active() == "m7"


def test_a_country_fits_the_map_when_it_is_shown(opened: Opened) -> None:
    opened.page.click("#m2 a")
    opened.settle()
    assert opened.active_place() == KYRGYZSTAN
    assert opened.page.evaluate("map_story.getBounds().contains([[39.3, 69.4], [43.1, 80.1]])")


def test_a_name_that_was_not_located_says_why(opened: Opened) -> None:
    opened.page.click("#m10 a")
    assert opened.active_place() is None
    assert "no place of this name is known" in opened.page.locator(".panel").inner_text()
