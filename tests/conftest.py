"""Fixtures that every part of the tests may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import chromium

ROOT = Path(__file__).parent.parent


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
