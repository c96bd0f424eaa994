"""The page of a story as a component: the script and styles that the exported file has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from storymap.drawing import component

HEIGHT_PIXELS = 760


def story_view(payload: dict[str, Any]) -> None:
    """Mount a story; clicks link its text and map in the browser, with no rerun in between."""
    _mount()(
        data=payload,
        key="story-view",
        width="stretch",
        height=HEIGHT_PIXELS,
        on_active_change=_stay,
    )


@st.cache_resource(show_spinner=False)
def _mount() -> Callable[..., object]:
    return st.components.v2.component(
        "storymap", html=component.html(), css=component.css(), js=component.js()
    )


def _stay() -> None:
    """What is active is the component's own affair; asking for it keeps it in its state."""
