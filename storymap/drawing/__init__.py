"""Draws stories: as a `folium.Map`, as one HTML file, as a component of a dashboard.

`draw` gives a map to add layers to, `page` a file to publish, `payload` and `component` what a
Streamlit app needs to show the same page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storymap.drawing import component
from storymap.drawing.payloads import fingerprint, story_json

if TYPE_CHECKING:
    import folium

    from storymap.model import Story

__all__ = ["component", "draw", "page", "payload"]


def draw(story: Story, *, tiles: str = "none") -> folium.Map:
    """Draw a story as a folium map with its places as pins and areas.

    `tiles` is "none" for the bundled base map alone, "osm", or an address with `{z}`, `{x}` and
    `{y}`; anything else raises `DrawingError`.
    """
    from storymap.drawing.webmap import StoryMap

    return StoryMap(story_json(story, tiles=tiles))


def page(story: Story, *, tiles: str = "none") -> str:
    """Write a story as one self-contained HTML file: text and map, linked both ways.

    The same story gives the same text, byte for byte. `tiles` as for `draw`.
    """
    from storymap.drawing.htmlpage import written_page

    return written_page(story, story_json(story, tiles=tiles), tiles=tiles)


def payload(story: Story, *, tiles: str = "none") -> dict[str, Any]:
    """Give the JSON-ready values that the component is mounted with.

    `story` is what the script reads, `body` the article and lists as escaped HTML, `fingerprint`
    changes whenever either does. `tiles` as for `draw`.
    """
    from storymap.drawing.templates import filled
    from storymap.drawing.views import StoryView

    shown = {
        "story": story_json(story, tiles=tiles),
        "body": filled("story", view=StoryView(story), map_html=""),
    }
    return {**shown, "fingerprint": fingerprint(shown)}
