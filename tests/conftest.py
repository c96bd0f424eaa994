"""Fixtures that every part of the tests may use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def _without_edits_of_the_user() -> Iterator[None]:
    """No test reads or changes what the person who runs the tests did to the gazetteer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STORYMAP_GAZETTEER", "")
        yield


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of sample articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A Chromium to drive; without one the test is skipped, or fails where one is required."""
    found = chromium.find()
    if found:
        return found
    if os.environ.get("STORYMAP_REQUIRE_CHROMIUM"):
        pytest.fail("No Chromium: run `make browser`.")
    pytest.skip("no Chromium: run `make browser`")


@pytest.fixture(scope="session")
def driven_chromium(chromium_path: str) -> Iterator[Browser]:
    """One Chromium for all tests: its driver cannot be started twice in a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path, args=list(chromium.FLAGS)
        )
        yield browser
        browser.close()
