"""The small story, and the same with a ground that needs no base map."""

from __future__ import annotations

from typing import Any

import pytest

from storymap import drawing
from storymap.drawing.payloads import story_json
from storymap.model import Story
from tests.drawing.stories import PlainGround, small_story


@pytest.fixture
def story() -> Story:
    """Eleven mentions, six places."""
    return small_story()


@pytest.fixture
def described(story: Story) -> dict[str, Any]:
    """What the script reads of the small story."""
    return story_json(story, ground=PlainGround())


@pytest.fixture(scope="session")
def page_text() -> str:
    """The small story as a page, on the bundled base map."""
    return drawing.page(small_story())
