"""The fields that ask how an article is geoparsed."""

from __future__ import annotations

import streamlit as st

from storymap.dashboard.open_story import Options


def option_fields(key: str, now: Options) -> Options:
    """Show the fields, filled with the options as they are, and return what they hold."""
    demonyms = st.toggle(
        "Link demonyms",
        value=now.demonyms,
        key=f"{key}-demonyms",
        help="“Kyrgyz” counts as a mention of Kyrgyzstan.",
    )
    country = st.text_input(
        "Country of the story",
        value=now.country,
        key=f"{key}-country",
        placeholder="KG",
        help="Two letters, such as KG: a hint where names are ambiguous, not a filter.",
    )
    near = st.text_input(
        "Near",
        value=now.near,
        key=f"{key}-near",
        placeholder="Springfield, or 39.80, -89.64",
        help="A place by its name or its latitude and longitude: a hint, not a filter.",
    )
    return Options(country.strip(), near.strip(), demonyms)
