"""What is told to the reader. Streamlit reads its texts as Markdown; what goes in here is plain."""

from __future__ import annotations

import re

import streamlit as st

from storymap.errors import StorymapError

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$:~&])")


def show_error(error: StorymapError) -> None:
    """Say what is wrong, whatever the message quotes."""
    st.error(plain(str(error)), icon=":material/error:")


def plain(text: str) -> str:
    """The Markdown that shows a text as it is.

    >>> print(plain("![a](b) is *no* place"))
    \\!\\[a\\]\\(b\\) is \\*no\\* place
    """
    return _MARKDOWN.sub(r"\\\1", text)
