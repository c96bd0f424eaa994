"""Pages as `storymap build` makes them, from the file to the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from storymap.cli import main
from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser

JALAL_ABAD, BISHKEK, TEYYIT = "gn:1528249", "gn:1528675", "sm:teyyit"
KYRGYZSTAN, UNITED_STATES, CENTRAL_ASIA = "gn:1527747", "gn:6252001", "gn:7729893"
HOSTILE = """A report from Osh

In Osh {{ 7*191 }} and {{ ''.__class__.__mro__ }} stood at 50{% off in Bishkek.

</script><script>alert(1)</script> ${alert(1)} <img src=x onerror=alert(1)> in Naryn\x00\x07.
"""


def built(article: Path) -> str:
    result = CliRunner().invoke(main, ["build", str(article), "-o", "-"])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def seed_page(seeds: Path) -> str:
    return built(seeds / "kyrgyz-president.txt")


@pytest.fixture
def seed(open_html: Open, seed_page: str) -> Opened:
    return open_html(seed_page)


def test_the_seed_shows_its_places_and_no_others(seed: Opened) -> None:
    marks = seed.page.locator("mark[data-place]")
    places = {(m.inner_text(), m.get_attribute("data-place")) for m in marks.all()}
    assert places == {
        ("Kyrgyz", KYRGYZSTAN),
        ("KYRGYZSTAN", KYRGYZSTAN),
        ("Kyrgyzstan", KYRGYZSTAN),
        ("JALALABAD", JALAL_ABAD),
        ("Jalal’abad", JALAL_ABAD),
        ("Teyyit", TEYYIT),
        ("Bishkek", BISHKEK),
        ("Central Asia", CENTRAL_ASIA),
        ("US", UNITED_STATES),
        ("United States", UNITED_STATES),
        ("Asian", "gn:6255147"),
    }


def test_jalal_abad_has_the_name_of_the_text_and_says_why_it_is_there(seed: Opened) -> None:
    seed.handle(JALAL_ABAD).click()
    panel = seed.page.locator(".panel")
    assert panel.get_by_role("heading").first.inner_text() == "Jalal’abad"
    assert "Kyrgyzstan is named" in panel.inner_text()
    assert "Afghanistan" in panel.inner_text()


def test_the_page_of_the_seed_is_small(seed_page: str) -> None:
    assert len(seed_page.encode()) < 700_000


@pytest.mark.parametrize("name", ["springfield-bakery.txt", "nile-to-zanzibar.md"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_seed_opens_in_silence(open_html: Open, seeds: Path, name: str, width: int) -> None:
    opened = open_html(built(seeds / name), viewport={"width": width, "height": 800})
    assert opened.page.locator("mark[data-place]").count() > 20
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_is_shown_as_it_is_written(open_html: Open, tmp_path: Path) -> None:
    article = tmp_path / "hostile.txt"
    article.write_text(HOSTILE, encoding="utf-8")
    opened = open_html(built(article))
    shown = opened.page.locator("article").inner_text()
    for oddity in ("{{ 7*191 }}", "50{% off", "<script>alert(1)</script>", "${alert(1)}", "<img"):
        assert oddity in shown
    assert opened.page.locator("article img, article script").count() == 0


@pytest.mark.parametrize("text", ["🏔🐎🏔\n", "Nothing happened anywhere, and nobody minded."])
def test_an_article_without_places_is_a_page_that_says_so(
    open_html: Open, tmp_path: Path, text: str
) -> None:
    article = tmp_path / "quiet.txt"
    article.write_text(text, encoding="utf-8")
    opened = open_html(built(article))
    assert text.strip() in opened.page.locator("article").inner_text()
    assert "No place" in opened.page.locator("body").inner_text()
