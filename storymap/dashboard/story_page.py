"""The page of one story: text and map linked, its places as a table, its files to download."""

from __future__ import annotations

import streamlit as st

from storymap.dashboard import frames, open_story
from storymap.dashboard.downloads import download_buttons
from storymap.dashboard.open_story import OpenStory
from storymap.dashboard.option_fields import option_fields
from storymap.dashboard.storyview import story_view
from storymap.dashboard.welcome import try_to, welcome


def story_page() -> None:
    """Show the open story, or ask for one."""
    now = open_story.current()
    if now is None:
        welcome()
    else:
        _show(now)


def _show(now: OpenStory) -> None:
    _tools(now)
    story, places, mentions = st.tabs(["Story", "Places", "Mentions"])
    with story:
        story_view(now.payload)
    with places:
        frames.show_places(now.story)
    with mentions:
        frames.show_mentions(now.story)


def _tools(now: OpenStory) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("New", icon=":material/add:", on_click=open_story.close, key="new-article")
        with st.popover("Options", icon=":material/tune:"):
            asked = option_fields("again", now.options)
            if st.button("Apply", type="primary", key="apply", disabled=asked == now.options):
                try_to(lambda: open_story.resolve_again(asked))
        with st.popover("Download", icon=":material/download:"):
            download_buttons(now)
        st.caption(frames.summary(now.story), width="content")
