"""What Streamlit runs: the pages of the dashboard."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from storymap.dashboard import open_story
from storymap.dashboard.launching import STORY_VARIABLE
from storymap.dashboard.messages import show_error
from storymap.dashboard.open_story import Options
from storymap.dashboard.story_page import story_page
from storymap.errors import StorymapError

ICON = Path(__file__).with_name("icon.svg")
STYLES = Path(__file__).with_name("app.css")


def main() -> None:
    """Show the page that the reader is on."""
    st.set_page_config(page_title="storymap", page_icon=ICON, layout="wide")
    st.html(STYLES)
    _open_what_was_asked_for()
    st.navigation([st.Page(story_page, title="Story", url_path="story", default=True)]).run()


def _open_what_was_asked_for() -> None:
    """Open the story named on the command line, once for each reader."""
    asked = os.environ.get(STORY_VARIABLE)
    if not asked or "asked-for" in st.session_state:
        return
    st.session_state["asked-for"] = asked
    try:
        open_story.open_file(Path(asked), Options())
    except StorymapError as error:
        show_error(error)


if __name__ == "__main__":
    main()
