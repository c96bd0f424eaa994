from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from storymap import drawing
from storymap.drawing.policy import content_policy
from storymap.model import Document, PassageKind, Story
from tests.drawing.stories import ATTACKS, OSH, document_of, hostile_story, small_story, story_about


class Inline(HTMLParser):
    """Collects what stands in script and style elements, and every address of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = ""
        self.found: dict[str, list[str]] = {"script": [], "style": [], "json": []}
        self.addresses: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag in ("script", "style"):
            self.inside = "json" if "json" in named.get("type", "") else tag
            self.found[self.inside].append("")
        self.addresses += [v for n, v in named.items() if n in ("src", "href") and v[:1] != "#"]
        self.handlers += [n for n in named if n.startswith("on") or n == "style"]

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[self.inside][-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


def parsed(html: str) -> Inline:
    parser = Inline()
    parser.feed(html)
    return parser


def body_of(html: str) -> str:
    return html.partition("<body>")[2].partition('<script type="application/json"')[0]


def test_the_same_story_gives_the_same_bytes(page_text: str) -> None:
    assert drawing.page(small_story()) == page_text


def test_the_page_asks_for_nothing(page_text: str) -> None:
    assert parsed(page_text).addresses == ["https://www.geonames.org/"]
    assert "url(http" not in page_text
    assert "sourceMappingURL" not in page_text


def test_the_policy_names_exactly_what_the_page_runs(page_text: str) -> None:
    found = parsed(page_text).found
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page_text)
    assert policy is not None
    hashes = [hashlib.sha256(s.encode()).digest() for s in (*found["script"], *found["style"])]
    expected = {f"sha256-{base64.b64encode(h).decode()}" for h in hashes}
    assert set(re.findall(r"sha256-[\w+/=]+", policy[1])) == expected
    assert policy[1].startswith("default-src &#39;none&#39;;")


def test_nothing_in_the_page_needs_a_style_or_handler_attribute(page_text: str) -> None:
    assert parsed(page_text).handlers == []


def test_tiles_add_their_host_and_nothing_else_to_the_policy() -> None:
    html = drawing.page(
        story_about("Osh.", "Osh", OSH), tiles="https://{s}.maps.org/{z}/{x}/{y}.png"
    )
    assert "img-src data: https://*.maps.org;" in html


def test_a_policy_without_scripts_allows_none() -> None:
    assert "script-src 'none'; style-src 'none'; img-src data:;" in content_policy((), ())


def test_mentions_are_links_in_marks_with_the_agreed_hooks(page_text: str) -> None:
    link = '<a href="#gn:1528675">Bishkek</a>'
    assert f'<mark id="m7" data-place="gn:1528675" data-number="5">{link}</mark>' in page_text
    assert 'id="storymap-data"' in page_text


def test_the_title_is_not_said_twice(page_text: str) -> None:
    body = body_of(page_text)
    assert body.count("Markets reopen in the south") == 1
    assert '<h1 data-passage="1" dir="auto">Markets reopen in the south</h1>' in body


def test_a_title_that_is_not_in_the_text_stands_above_it() -> None:
    html = drawing.page(story_about("Osh slept.", "Osh", OSH, title="Night"))
    assert "<title>Night</title>" in html
    assert "<h1>Night</h1>" in html


def test_the_first_heading_serves_where_there_is_no_title() -> None:
    document = document_of([(PassageKind.HEADING, "Snow"), (PassageKind.PARAGRAPH, "It snowed.")])
    html = drawing.page(Story(document))
    assert "<title>Snow</title>" in html
    assert html.count("<h1") == 1


def test_furniture_is_quiet_but_there(page_text: str) -> None:
    assert '<p class="furniture" data-passage="4" dir="auto">Also in the news</p>' in page_text


def test_source_date_language_and_credits_are_given(page_text: str) -> None:
    assert "<span>The Valley Post</span>" in page_text
    assert '<time datetime="2010-04-13">' in page_text
    assert '<html lang="en" dir="ltr">' in page_text
    assert '<a href="https://www.geonames.org/" rel="noopener noreferrer">GeoNames</a>' in page_text
    assert "CC BY 4.0" in page_text


def test_a_source_that_is_an_address_is_a_link_and_any_other_is_not() -> None:
    linked = Story(Document("Osh.", source="https://example.org/a?b=1&c=2"))
    assert 'href="https://example.org/a?b=1&amp;c=2"' in drawing.page(linked)
    feigned = Story(Document("Osh.", source="javascript:alert(1)"))
    assert parsed(drawing.page(feigned)).addresses == []


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [("Osh", "", "ltr"), ("Osh", "en", "ltr"), ("أوش", "", "rtl"), ("أوش", "ar-EG", "rtl")],
)
def test_the_direction_follows_the_language_or_else_the_letters(
    text: str, language: str, direction: str
) -> None:
    html = drawing.page(Story(Document(text, language=language)))
    assert f'<html lang="{language or "en"}" dir="{direction}">' in html


@pytest.mark.parametrize("text", ["", " \n ", "😀 🗺️", "\x00\x07\x1b"])
def test_a_text_without_words_is_still_a_page(text: str) -> None:
    assert "No place in this text could be located." in drawing.page(Story(Document(text)))


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_nothing_but_text(attack: str) -> None:
    html = drawing.page(hostile_story(attack))
    found = parsed(html)
    assert found.handlers == []
    assert [a for a in found.addresses if not a.startswith("https://")] == []
    assert len(found.found["script"]) == 3
    assert "1337" not in body_of(html)


def test_the_small_story_stays_under_700_kilobytes(page_text: str) -> None:
    assert len(page_text.encode()) < 700_000
