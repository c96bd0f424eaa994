"""The component, mounted by a host that stands in for Streamlit: a module and a shadow root."""

from __future__ import annotations

import json

import pytest

from storymap import drawing
from storymap.drawing import component
from tests.browser.conftest import Open, Opened
from tests.drawing.stories import OSH, small_story, story_about

pytestmark = pytest.mark.browser

HOST = """<!DOCTYPE html><html><head><meta charset="utf-8">
<style>#place {{ height: 640px; --st-background-color: {colour}; }}</style></head>
<body><h1>An app</h1><div id="place"></div><script type="module">
const given = {given};
const shadow = document.getElementById("place").attachShadow({{ mode: "open" }});
shadow.innerHTML = given.html;
shadow.append(Object.assign(document.createElement("style"), {{ textContent: given.css }}));
const address = URL.createObjectURL(new Blob([given.js], {{ type: "text/javascript" }}));
const {{ default: mount }} = await import(address);
window.told = [];
window.show = (data) => mount({{
  data, parentElement: shadow, name: "storymap", key: "k",
  setStateValue: (name, value) => window.told.push([name, value]),
  setTriggerValue: () => {{}},
}});
window.given = given;
window.leave = window.show(given.first);
document.documentElement.dataset.ready = "true";
</script></body></html>"""


@pytest.fixture
def hosted(open_html: Open) -> Opened:
    return open_html(host_page("#ffffff"))


def host_page(colour: str) -> str:
    given = {
        "html": component.html(),
        "css": component.css(),
        "js": component.js(),
        "first": drawing.payload(small_story()),
        "second": drawing.payload(story_about("Osh.", "Osh", OSH)),
    }
    text = json.dumps(given).replace("<", "\\u003c")
    return HOST.format(given=text, colour=colour)


def told(opened: Opened) -> list[object]:
    return list(opened.page.evaluate("window.told"))


def test_a_mention_moves_the_map_and_python_is_told(hosted: Opened) -> None:
    hosted.page.click("#m7 a")
    assert hosted.active_place() == "gn:1528675"
    assert told(hosted) == [["active", {"mention": "m7", "place": "gn:1528675"}]]


def test_a_pin_brings_its_mention_into_the_component(hosted: Opened) -> None:
    hosted.handle("gn:1527534").click()
    assert hosted.active() == "m3"


def test_a_rerun_with_the_same_story_leaves_the_reader_in_place(hosted: Opened) -> None:
    hosted.page.click("#m7 a")
    hosted.page.evaluate("void window.show(structuredClone(given.first))")
    assert hosted.active() == "m7"


def test_a_rerun_with_another_story_shows_it(hosted: Opened) -> None:
    hosted.page.evaluate("void window.show(given.second)")
    assert hosted.page.locator("mark").count() == 1
    hosted.page.click("#m1 a")
    assert hosted.active_place() == "gn:1527534"


def test_it_leaves_nothing_behind_when_it_is_taken_away(hosted: Opened) -> None:
    hosted.page.evaluate("window.leave()")
    assert hosted.page.locator("article").count() == 0
    hosted.page.keyboard.press("ArrowRight")
    assert told(hosted) == []


def test_keys_reach_it_only_when_it_has_the_focus(hosted: Opened) -> None:
    hosted.page.keyboard.press("ArrowRight")
    assert hosted.active() is None
    hosted.page.focus("#m1 a")
    hosted.page.keyboard.press("ArrowRight")
    assert hosted.active() == "m1"


def test_it_leaves_the_address_and_the_globals_of_its_host_alone(hosted: Opened) -> None:
    hosted.page.click("#m7 a")
    assert "#" not in hosted.page.url
    assert hosted.page.evaluate("typeof L") == "undefined"


@pytest.mark.parametrize(("colour", "theme"), [("#0e1117", "dark"), ("#ffffff", "light")])
def test_it_is_as_dark_as_its_host(open_html: Open, colour: str, theme: str) -> None:
    opened = open_html(host_page(colour))
    assert opened.page.locator("[data-mount]").get_attribute("data-theme") == theme
