"""The list of places, the panel, and what is doubtful."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser


def names(opened: Opened) -> list[str]:
    rows = opened.page.locator("tr[data-row]:visible th a")
    return rows.all_inner_texts()


def test_the_list_has_every_place_in_the_order_of_the_text(opened: Opened) -> None:
    expected = ["Jalal-Abad", "Kyrgyzstan", "Osh", "Teyyit", "Bishkek", "Fergana Valley"]
    assert names(opened) == expected


def test_the_list_can_be_searched_without_accents_or_capitals(opened: Opened) -> None:
    opened.page.fill("#story-search", "FERGÁNA")
    assert names(opened) == ["Fergana Valley"]
    assert opened.page.locator("#story-places-title .tally").inner_text() == "1 of 6"


def test_a_search_without_result_says_so(opened: Opened) -> None:
    opened.page.fill("#story-search", "Atlantis")
    assert names(opened) == []
    assert opened.page.get_by_text("No place matches.").is_visible()


def test_the_list_can_be_sorted_both_ways(opened: Opened) -> None:
    opened.page.click('[data-sort="name"]')
    assert names(opened)[0] == "Bishkek"
    opened.page.click('[data-sort="name"]')
    assert names(opened)[0] == "Teyyit"
    assert opened.page.locator("thead th").nth(1).get_attribute("aria-sort") == "descending"


def test_most_mentioned_places_come_first_at_the_first_click(opened: Opened) -> None:
    opened.page.click('[data-sort="mentions"]')
    assert names(opened)[0] == "Osh"


def test_the_list_can_be_narrowed_to_what_the_map_shows(opened: Opened) -> None:
    opened.page.evaluate("map_story.setView([42.87, 74.59], 11, {animate: false})")
    opened.page.check('[data-act="in-view"]')
    assert names(opened) == ["Kyrgyzstan", "Bishkek"]


def test_a_line_of_the_list_shows_its_place(opened: Opened) -> None:
    opened.page.locator("tr[data-row] th a", has_text="Osh").click()
    assert opened.active() == "m3"
    assert opened.page.locator('tr[aria-current="true"] th a').inner_text() == "Osh"


def test_the_panel_names_the_reasons_and_the_other_candidates(opened: Opened) -> None:
    opened.page.click("#m5 a")
    text = opened.page.locator(".panel").inner_text()
    assert "doubtful, 55 % sure" in text
    assert "Kyrgyzstan is named in the same line" in text
    assert "Jalalabad" in text
    assert "Nangarhar, Afghanistan" in text


def test_a_candidate_can_be_looked_at_without_changing_the_story(opened: Opened) -> None:
    opened.page.click("#m5 a")
    opened.page.click(".alternative")
    opened.settle()
    assert opened.view()[:2] == pytest.approx([34.426, 70.452], abs=0.05)
    assert opened.active() == "m5"
    assert "The story is unchanged." in opened.status()


def test_a_doubtful_place_differs_by_shape_and_line_not_by_colour_alone(opened: Opened) -> None:
    badge = opened.handle("gn:1528249").locator(".badge")
    script = (
        "e => { const s = getComputedStyle(e, '::before'); return [s.borderStyle, s.transform]; }"
    )
    border, transform = badge.evaluate(script)
    assert border == "dashed"
    assert transform != "none"
    underline = "e => getComputedStyle(e).textDecorationStyle"
    assert opened.page.locator("#m5 a").evaluate(underline) == "dashed"


def test_an_approximate_place_shows_its_radius(opened: Opened) -> None:
    circle = opened.page.locator("path.around")
    assert circle.count() == 1
    assert circle.bounding_box()["width"] > 4  # type: ignore[index]


def test_skip_links_move_the_focus(opened: Opened) -> None:
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "story-places"


def test_the_full_screen_button_fills_a_phone_with_the_map(
    open_html: Open, small_page: str
) -> None:
    opened = open_html(small_page, viewport={"width": 390, "height": 844})
    button = opened.page.locator('[data-act="full-screen"]')
    button.click()
    assert opened.page.locator(".map-pane").bounding_box()["height"] == 844  # type: ignore[index]
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".map-pane").bounding_box()["height"] < 400  # type: ignore[index]


def test_everything_can_be_read_with_scripts_off(open_html: Open, small_page: str) -> None:
    opened = open_html(small_page, java_script_enabled=False)
    text = opened.page.locator("body").inner_text()
    assert "A Kyrgyz official in Bishkek said that Osh was calm." in text
    assert names(opened)[-1] == "Fergana Valley"
    assert "no place of this name is known" in text
