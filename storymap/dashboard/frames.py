"""A story's places and mentions as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from storymap.model import Place, Resolution, Story

if TYPE_CHECKING:
    import pandas

DEGREES = "%.4f"


def show_places(story: Story) -> None:
    """Show a row per place, or say that there is none."""
    if not story.places:
        st.info("No place was located in this text.", icon=":material/info:")
        return
    st.dataframe(
        places_frame(story),
        hide_index=True,
        key="places-table",
        column_config={
            "Confidence": _confidence(),
            "Latitude": st.column_config.NumberColumn(format=DEGREES),
            "Longitude": st.column_config.NumberColumn(format=DEGREES),
        },
    )


def show_mentions(story: Story) -> None:
    """Show a row per mention, those that were not located among them."""
    if not story.resolutions:
        st.info("No place name was found in this text.", icon=":material/info:")
        return
    st.dataframe(
        mentions_frame(story),
        hide_index=True,
        key="mentions-table",
        column_config={
            "Confidence": _confidence(),
            "Why": st.column_config.TextColumn(width="large"),
        },
    )


def _confidence() -> Any:
    return st.column_config.ProgressColumn(
        format="%.0f %%",
        min_value=0,
        max_value=100,
        help="How often a choice that looks like this one is right.",
    )


def places_frame(story: Story) -> pandas.DataFrame:
    """A row per place in the order of the text; the confidence is that of its surest mention."""
    import pandas

    mentions: dict[str, list[Resolution]] = {place.id: [] for place in story.places}
    for resolution in story.resolutions:
        if resolution.place is not None:
            mentions[resolution.place.id].append(resolution)
    return pandas.DataFrame([_place_row(place, mentions[place.id]) for place in story.places])


def _place_row(place: Place, mentions: list[Resolution]) -> Mapping[str, Any]:
    return {
        "Place": next((r.label for r in mentions if r.label), place.name),
        "Within": ", ".join(place.within),
        "Mentions": len(mentions),
        "Confidence": 100 * max(r.confidence for r in mentions),
        "Status": "doubtful" if all(r.is_doubtful for r in mentions) else "located",
        "Precision": place.precision.value,
        "Latitude": place.lat,
        "Longitude": place.lon,
        "Identifier": place.id,
    }


def mentions_frame(story: Story) -> pandas.DataFrame:
    """A row per mention in the order of the text."""
    import pandas

    return pandas.DataFrame([_mention_row(resolution) for resolution in story.resolutions])


def _mention_row(resolution: Resolution) -> Mapping[str, Any]:
    place = resolution.place
    return {
        "In the text": resolution.mention.text,
        "Kind": resolution.mention.kind.value,
        "Place": (resolution.label or place.name) if place else "",
        "Within": ", ".join(place.within) if place else "",
        "Confidence": 100 * resolution.confidence if place else None,
        "Status": _status(resolution),
        "Why": "; ".join(resolution.reasons),
    }


def _status(resolution: Resolution) -> str:
    if resolution.place is None:
        return "not located"
    if resolution.decided_by:
        return "decided"
    return "doubtful" if resolution.is_doubtful else "located"


def summary(story: Story) -> str:
    """What was found, in one line."""
    located = [r for r in story.resolutions if r.place is not None]
    lost = len(story.resolutions) - len(located)
    parts = [f"{counted(len(story.places), 'place')} in {counted(len(located), 'mention')}"]
    if doubtful := sum(r.is_doubtful for r in located):
        parts.append(f"{counted(doubtful, 'mention')} doubtful")
    if lost:
        parts.append(f"{counted(lost, 'name')} not located")
    return ", ".join(parts)


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
