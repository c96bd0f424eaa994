"""The map as one HTML file that opens with the network off."""

from __future__ import annotations

from storymap.model import Story


def render(story: Story, *, tiles: str = "none") -> str:
    """Return the page; `tiles` as for `storymap.drawing.page`."""
    from storymap.drawing import page

    return page(story, tiles=tiles)
