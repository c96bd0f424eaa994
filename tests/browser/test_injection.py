"""Whatever stands in an article or a gazetteer is shown as text, and never runs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storymap import drawing
from storymap.model import Candidate, PlaceName, Story
from tests.browser.conftest import Open
from tests.drawing.stories import ATTACKS, OSH, hostile_story, story_about

pytestmark = pytest.mark.browser


@pytest.fixture(params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_an_attack_in_every_field_is_shown_and_does_not_run(open_html: Open, attack: str) -> None:
    opened = open_html(drawing.page(hostile_story(attack)))
    assert opened.page.title() == attack
    assert opened.page.locator("h1").inner_text() == attack
    assert attack in opened.page.locator("article p").last.inner_text()
    opened.page.locator("mark a").first.click()
    panel = opened.page.locator(".panel").inner_text()
    assert panel.count(attack) >= 3
    assert opened.page.locator("button[data-place] .name").first.inner_text() == attack


def test_an_attack_does_not_run_on_the_map_alone(open_html: Open, attack: str) -> None:
    html = drawing.draw(hostile_story(attack)).get_root().render()
    opened = open_html(html)
    name = opened.page.locator("button[data-place] .name").first
    assert name.evaluate("e => e.textContent") == attack


def test_an_inline_script_that_slipped_in_would_be_stopped_by_the_policy(open_html: Open) -> None:
    html = drawing.page(story_about("Osh.", "Osh", OSH))
    opened = open_html(html.replace("</body>", "<script>window.slipped = 1</script></body>"))
    assert opened.page.evaluate("window.slipped") is None
    assert len(opened.complaints) == 1
    assert "Content Security Policy" in opened.complaints.pop()


def test_a_candidate_with_markup_in_its_name_is_text(open_html: Open) -> None:
    name = "<img src=x onerror=alert(1)>"
    other = Candidate(replace(OSH, id="x:1", name=name), PlaceName(name), 0.2)
    story = story_about("Osh.", "Osh", OSH)
    doubted = replace(story.resolutions[0], candidates=(other,))
    opened = open_html(drawing.page(Story(story.document, (doubted,))))
    opened.page.click("#m1 a")
    assert name in opened.page.locator(".alternative").inner_text()
