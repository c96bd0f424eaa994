"""Names of what is around the story keep out of the way."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

BOXES = """[...document.querySelectorAll(%r)]
    .filter((element) => getComputedStyle(element).visibility === "visible")
    .map((element) => element.getBoundingClientRect())
    .map(({ left, right, top, bottom }) => [left, right, top, bottom])"""


def overlap(one: list[float], other: list[float]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def test_names_cover_neither_each_other_nor_the_story(opened: Opened) -> None:
    names = opened.page.evaluate(BOXES % ".ground-name .name")
    story = opened.page.evaluate(BOXES % ".handle .badge, .handle .name")
    assert len(names) > 5
    for at, name in enumerate(names):
        assert not any(overlap(name, other) for other in names[at + 1 :] + story)


def test_names_are_for_the_eye_alone(opened: Opened) -> None:
    pane = opened.page.locator(".leaflet-storymap-names-pane")
    assert pane.get_attribute("aria-hidden") == "true"
    assert pane.locator("button, a, [tabindex]").count() == 0
