"""Writes a story as one HTML file that asks for nothing from anywhere."""

from __future__ import annotations

from storymap.drawing import assets, bundle
from storymap.drawing.payloads import Json, as_script_text
from storymap.drawing.policy import content_policy
from storymap.drawing.templates import filled
from storymap.drawing.tiles import tiles_from
from storymap.drawing.views import StoryView
from storymap.drawing.webmap import StoryMap
from storymap.model import Story


def written_page(story: Story, described: Json, *, tiles: str) -> str:
    """Fill the page's template with the article and the rendered map."""
    parts = StoryMap(described, alone=False).parts()
    leaflet, script = assets.leaflet_script(), bundle.script("page.js")
    styles = f"{assets.leaflet_styles()}\n{assets.page_styles()}"
    chosen = tiles_from(tiles)
    policy = content_policy(
        (leaflet, parts.script, script), (styles,), images=chosen.host if chosen else ""
    )
    return filled(
        "page",
        view=StoryView(story),
        policy=policy,
        styles=styles,
        leaflet=leaflet,
        map_html=parts.html,
        map_script=parts.script,
        described=as_script_text(described),
        script=script,
    )
