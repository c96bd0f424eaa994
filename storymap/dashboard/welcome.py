"""Before a story is open: an article is pasted, uploaded or chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from storymap.dashboard import open_story
from storymap.dashboard.messages import show_error
from storymap.dashboard.open_story import Options
from storymap.dashboard.option_fields import option_fields
from storymap.errors import StorymapError

SAMPLES = Path(__file__).parents[2] / "seeds"
"""Sample articles; they are there in a copy of the source."""
ARTICLES = (".txt", ".md", ".html", ".htm")
SUFFIXES = (*ARTICLES, ".json")


def welcome() -> None:
    """Ask for an article, and open it."""
    st.title("Read an article on the map")
    st.write(
        "Every place that it mentions is found on this computer, without the network, and linked "
        "to its passage."
    )
    article, options = st.columns((2, 1), gap="large")
    with options:
        st.subheader("Options")
        asked = option_fields("new", Options())
    with article:
        _ask_for_article(asked)


def _ask_for_article(options: Options) -> None:
    samples = _samples()
    names = ["Paste a text", "Upload a file", *(["Try a sample"] if samples else [])]
    paste, upload, *rest = st.tabs(names)
    with paste:
        _paste(options)
    with upload:
        _upload(options)
    for tab in rest:
        with tab:
            _sample(samples, options)


def _paste(options: Options) -> None:
    text = st.text_area(
        "Text of the article",
        height=320,
        key="pasted",
        placeholder="JALALABAD, Kyrgyzstan – Thousands gathered in the square on Tuesday …",
    )
    if st.button("Make the story map", type="primary", key="make-pasted"):
        try_to(lambda: open_story.open_text(text, options))


def _upload(options: Options) -> None:
    file = st.file_uploader(
        "An article as text, Markdown or HTML, or a story file", type=SUFFIXES, key="uploaded"
    )
    ready = st.button(
        "Make the story map", type="primary", key="make-uploaded", disabled=file is None
    )
    if ready and file is not None:
        try_to(lambda: open_story.open_upload(file.name, file.getvalue(), options))


def _sample(samples: dict[str, Path], options: Options) -> None:
    name = st.radio("Sample articles", list(samples), key="sample")
    if st.button("Make the story map", type="primary", key="make-sample"):
        try_to(lambda: open_story.open_file(samples[name], options))


def _samples() -> dict[str, Path]:
    """Sample articles by what they are called in the list."""
    files = sorted(f for f in SAMPLES.glob("*.*") if f.suffix in ARTICLES and f.stem != "README")
    return {file.stem.replace("-", " ").capitalize(): file for file in files}


def try_to(do: Callable[[], None]) -> None:
    """Do what may be the reader's mistake: show what is wrong, or go on with what was opened."""
    try:
        with st.spinner("Looking for places …"):
            do()
    except StorymapError as error:
        show_error(error)
    else:
        st.rerun()
