"""The open story as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from storymap.dashboard.open_story import OpenStory
from storymap.formats import FORMATS, render
from storymap.model import Story

LABELS: Mapping[str, tuple[str, str]] = {
    "html": ("Story map", "text/html"),
    "geojson": ("GeoJSON", "application/geo+json"),
    "csv": ("CSV", "text/csv"),
    "story": ("Story file", "application/json"),
}
"""Name and media type of each format on offer."""


def download_buttons(now: OpenStory) -> None:
    """Show a button per format; a file is made when its button is pressed."""
    for format_name, (label, media_type) in LABELS.items():
        known = FORMATS[format_name]
        st.download_button(
            f"{label} ({known.suffixes[0]})",
            data=_later(now.story, format_name),
            file_name=now.name + known.suffixes[0],
            mime=media_type,
            key=f"download-{format_name}",
            help=f"Holds {known.keeps}.",
            on_click="ignore",
            width="stretch",
        )


def _later(story: Story, format_name: str) -> Callable[[], bytes]:
    return partial(_rendered, story, format_name)


def _rendered(story: Story, format_name: str) -> bytes:
    return render(story, format_name).encode()
