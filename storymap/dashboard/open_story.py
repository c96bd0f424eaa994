"""The story that is open: how it is made of a document, and where it is kept between reruns."""

from __future__ import annotations

import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from storymap.drawing import payload
from storymap.formats import read_story
from storymap.gazetteer import Gazetteer, open_gazetteer
from storymap.gazetteer.opening import layer_paths, own_path
from storymap.geoparsing import geoparse
from storymap.model import Story
from storymap.reading import from_text, read

KEY = "open-story"
STORY_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader asks of geoparsing."""

    country: str = ""
    near: str = ""
    demonyms: bool = True


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story on show."""

    story: Story
    name: str
    """What files made of it are called, without suffix."""
    options: Options
    payload: dict[str, Any]
    """What the page component is mounted with."""


def current() -> OpenStory | None:
    """The story that this reader has open."""
    found: OpenStory | None = st.session_state.get(KEY)
    return found


def close() -> None:
    """Forget the story that is open."""
    st.session_state.pop(KEY, None)


def open_text(text: str, options: Options) -> None:
    """Make a story of a pasted text; raises `StorymapError`."""
    _show(_geoparsed(Story(from_text(text)), options), "", options)


def open_upload(name: str, content: bytes, options: Options) -> None:
    """Open an uploaded article or story file; raises `StorymapError`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / (Path(name).name or "article.txt")
        file.write_bytes(content)
        open_file(file, options)


def open_file(path: Path, options: Options) -> None:
    """Open an article, or a story file as it was saved; raises `StorymapError`."""
    if path.suffix.lower() == STORY_SUFFIX:
        story = read_story(path)
    else:
        story = _geoparsed(Story(read(path)), options)
    _show(story, path.name.split(".")[0], options)


def resolve_again(options: Options) -> None:
    """Geoparse the open story's document anew; its decisions are kept. Raises `StorymapError`."""
    if now := current():
        _show(_geoparsed(now.story, options), now.name, options)


def _geoparsed(story: Story, options: Options) -> Story:
    return geoparse(
        story.document,
        gazetteer=_gazetteer(layer_paths((), own_path(os.environ))),
        country=options.country,
        near=options.near,
        demonyms=options.demonyms,
        decisions=story.decisions,
    )


@st.cache_resource(show_spinner=False)
def _gazetteer(layers: tuple[Path, ...]) -> Gazetteer:
    return open_gazetteer(*layers)


def _show(story: Story, name: str, options: Options) -> None:
    named = name or file_name(story.document.title)
    st.session_state[KEY] = OpenStory(story, named, options, payload(story))


def file_name(title: str) -> str:
    """A title as the name of a file: "Kyrgyz president ‘offers to resign’" is
    "kyrgyz-president-offers-to-resign"."""
    words = re.findall(r"[\w’'-]+", title.lower())
    return "-".join(re.sub(r"[’']", "", word) for word in words)[:60].strip("-") or "story"
