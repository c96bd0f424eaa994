"""Real pages in a real Chromium, opened from disk with the network off.

Every page that a test opens must ask for nothing and report nothing; the fixtures see to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Page

from storymap import drawing
from tests.drawing.stories import small_story


@dataclass
class Opened:
    """A page in the browser, with all that it complained of and asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def active(self) -> str | None:
        """The id of the mention that is shown, if there is one."""
        found = self.page.locator('mark[aria-current="true"]')
        return found.get_attribute("id") if found.count() else None

    def active_place(self) -> str | None:
        """The place whose handle is shown, if there is one."""
        found = self.page.locator('button[data-place][aria-current="true"]')
        return found.get_attribute("data-place") if found.count() else None

    def status(self) -> str:
        """What the status line says."""
        return self.page.get_by_role("status").inner_text()

    def handle(self, place_id: str) -> Any:
        """The handle of a place on the map."""
        return self.page.locator(f'button[data-place="{place_id}"]')

    def view(self) -> list[float]:
        """The map's centre and zoom."""
        script = "[map_story.getCenter().lat, map_story.getCenter().lng, map_story.getZoom()]"
        return [round(n, 4) for n in self.page.evaluate(script)]

    def settle(self) -> None:
        """Wait for whatever is still moving."""
        self.page.wait_for_timeout(120)


Open = Callable[..., Opened]


@pytest.fixture
def open_html(driven_chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open HTML from disk; at the end of the test it must have been silent."""
    opened: list[Opened] = []

    def open_it(html: str, *, anchor: str = "", **options: Any) -> Opened:
        path = tmp_path / f"page{len(opened)}.html"
        path.write_text(html, encoding="utf-8")
        found = _open(driven_chromium, f"{path.as_uri()}{anchor}", options)
        opened.append(found)
        return found

    yield open_it
    for found in opened:
        found.page.context.close()
    assert [c for found in opened for c in found.complaints] == []
    assert [r for found in opened for r in found.requests] == []


def _open(browser: Browser, address: str, options: dict[str, Any]) -> Opened:
    settings = {
        "viewport": {"width": 1280, "height": 800},
        "reduced_motion": "reduce",
        "offline": True,
        **options,
    }
    page = browser.new_context(**settings).new_page()
    found = Opened(page)
    page.on("console", lambda m: found.complaints.append(m.text))
    page.on("pageerror", lambda e: found.complaints.append(str(e)))
    page.on("dialog", lambda d: (found.complaints.append(d.message), d.dismiss()))
    page.on("request", lambda r: _note(found, r.url, address))
    page.goto(address)
    if settings.get("java_script_enabled", True):
        page.wait_for_selector('[data-ready="true"]', state="attached")
    return found


def _note(found: Opened, url: str, address: str) -> None:
    is_itself = urldefrag(url).url == urldefrag(address).url
    if not is_itself and not url.startswith(("data:", "blob:")):
        found.requests.append(url)


@pytest.fixture(scope="session")
def small_page() -> str:
    """The small story as a page."""
    return drawing.page(small_story())


@pytest.fixture
def opened(open_html: Open, small_page: str) -> Opened:
    """The small story, open on a desk."""
    return open_html(small_page)
