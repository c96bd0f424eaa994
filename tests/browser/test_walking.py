"""The walk in the order of the text, and the addresses of its stops."""

from __future__ import annotations

import pytest

from storymap import drawing
from tests.browser.conftest import Open, Opened
from tests.drawing.stories import stretched_story

pytestmark = pytest.mark.browser


def press(opened: Opened, *keys: str) -> list[str | None]:
    seen = []
    for key in keys:
        opened.page.keyboard.press(key)
        seen.append(opened.active())
    return seen


def test_arrows_walk_from_the_first_mention_on(opened: Opened) -> None:
    keys = ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"]
    assert press(opened, *keys) == ["m1", "m2", "m3", "m2"]


def test_the_walk_halts_at_both_ends_and_passes_over_what_is_not_located(opened: Opened) -> None:
    assert press(opened, "ArrowRight", "End", "ArrowRight", "ArrowLeft") == [
        "m1",
        "m11",
        "m11",
        "m9",
    ]
    assert press(opened, "Home", "ArrowLeft") == ["m1", "m1"]


def test_escape_lets_go(opened: Opened) -> None:
    assert press(opened, "ArrowRight", "Escape") == ["m1", None]
    assert opened.page.locator(".panel").is_hidden()
    assert "#" not in opened.page.url


def test_keys_are_left_alone_while_typing(opened: Opened) -> None:
    opened.page.focus("#story-search")
    assert press(opened, "o", "ArrowLeft", "Home", "End") == [None] * 4


def test_arrows_on_the_map_itself_pan_it(opened: Opened) -> None:
    opened.page.focus(".storymap-map")
    assert press(opened, "ArrowRight") == [None]


def test_buttons_walk_and_say_where_the_reader_is(opened: Opened) -> None:
    opened.page.click("#m7 a")
    opened.page.click('.walk [data-act="next"]')
    assert opened.active() == "m8"
    assert opened.page.locator('[data-show="walk"]').inner_text() == "8 of 10"
    assert opened.page.locator(".steps .count").inner_text() == "2 of 3"
    assert opened.status() == "Osh, Kyrgyzstan. Mention 2 of 3. Stop 8 of 10."


def test_buttons_step_among_the_mentions_of_a_place_and_keep_the_focus(opened: Opened) -> None:
    opened.page.click("#m3 a")
    opened.page.click('[data-act="next_mention"]')
    opened.page.keyboard.press("Enter")
    assert opened.active() == "m11"
    opened.page.keyboard.press("Enter")
    assert opened.active() == "m3"


def test_a_mention_is_kept_in_the_address_without_adding_to_the_history(opened: Opened) -> None:
    length = opened.page.evaluate("history.length")
    opened.page.click("#m3 a")
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.url.endswith("#m4")
    assert opened.page.evaluate("history.length") == length


def test_a_place_chosen_on_the_map_is_kept_in_the_address(opened: Opened) -> None:
    opened.handle("gn:1528675").click()
    assert opened.page.url.endswith("#gn:1528675")


@pytest.mark.parametrize(
    ("anchor", "mention"), [("#m4", "m4"), ("#gn:1528675", "m7"), ("#gn%3A1528675", "m7")]
)
def test_an_address_is_honoured_when_the_page_opens(
    open_html: Open, small_page: str, anchor: str, mention: str
) -> None:
    assert open_html(small_page, anchor=anchor).active() == mention


@pytest.mark.parametrize("anchor", ["#m7", "#gn:1528675"])
@pytest.mark.parametrize("viewport", [(1280, 800), (390, 844)])
def test_a_page_that_opens_at_an_address_shows_it_in_the_middle_of_the_text(
    open_html: Open, anchor: str, viewport: tuple[int, int]
) -> None:
    width, height = viewport
    size = {"width": width, "height": height}
    opened = open_html(drawing.page(stretched_story()), anchor=anchor, viewport=size)
    opened.settle()
    mark, covers = opened.page.locator("mark[aria-current]").bounding_box(), 0.4 * height
    dock = opened.page.locator(".dock").bounding_box()
    assert mark is not None and dock is not None  # noqa: PT018
    top, foot = (0, height) if width > height else (covers, dock["y"])
    third = (foot - top) / 3
    assert top + third < mark["y"] + mark["height"] / 2 < foot - third


def test_a_page_that_opens_at_a_place_shows_why_it_is_there(
    open_html: Open, small_page: str
) -> None:
    opened = open_html(small_page, anchor="#gn:1528675", viewport={"width": 1280, "height": 500})
    opened.settle()
    panel = opened.page.locator(".panel header").bounding_box()
    map_pane = opened.page.locator(".map-pane").bounding_box()
    assert panel is not None and map_pane is not None  # noqa: PT018
    assert map_pane["y"] + map_pane["height"] <= panel["y"] < 500


@pytest.mark.parametrize("anchor", ["#m0", "#m99", "#gn:1", "#%E0%A4%A", "#story-places"])
def test_an_address_that_leads_nowhere_does_no_harm(
    open_html: Open, small_page: str, anchor: str
) -> None:
    assert open_html(small_page, anchor=anchor).active() is None


def test_an_address_that_changes_is_followed(opened: Opened) -> None:
    opened.page.evaluate("location.hash = '#m6'")
    opened.page.wait_for_selector("#m6[aria-current]")
    assert opened.active_place() == "gn:1527747"


def test_scrolling_chooses_nothing_unless_the_reader_wants_it(open_html: Open) -> None:
    opened = open_html(drawing.page(stretched_story()))
    opened.page.mouse.wheel(0, 1500)
    opened.settle()
    assert opened.active() is None
    opened.page.check('[data-act="follow"]')
    opened.page.mouse.move(300, 400)
    opened.page.mouse.wheel(0, 300)
    opened.page.wait_for_selector("mark[aria-current]")
    assert opened.page.evaluate("scrollY") == 1800
