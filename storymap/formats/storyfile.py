"""The story file: everything of a story, to go on working with it.

A JSON object of schema 1: `storymap` (the schema), `document` (with its text and the SHA-256 of
it), `places` (each once, by key), `resolutions`, `decisions`, `needs_review`, `attributions` and
`versions`. Reading a file that was written gives the same story.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from storymap.errors import StoryFileError
from storymap.formats.codec import Decoder, Encoder
from storymap.model import Place, Story

SCHEMA = 1
"""Counted up whenever a file of the new kind could not be read by the code before."""

Json = dict[str, Any]


def render(story: Story) -> str:
    """Return the story as the text of a story file."""
    encoder = Encoder()
    parts = encoder.fields(story)
    document = encoder.fields(story.document)
    whole = {
        "storymap": SCHEMA,
        **parts,
        "document": {"sha256": _sha256(story.document.text), **document},
        "places": encoder.places,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read_story(path: str | Path) -> Story:
    """Return the story in a file.

    Raises `StoryFileError`, naming the file and the place in it, if the file cannot be read, is
    damaged, is of another schema, or holds a text that was changed by other means.
    """
    try:
        return parse(Path(path).read_bytes())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoryFileError(f"{path} cannot be opened as a story: {reason}") from error


def parse(content: str | bytes) -> Story:
    """Return the story that the content of a story file is; `StoryFileError` if it is none."""
    whole = _loaded(content)
    _check_schema(whole.pop("storymap", None))
    document = _popped_object(whole, "document")
    digest = document.pop("sha256", None)
    places = _places(_popped_object(whole, "places"))
    story: Story = Decoder(places).decode(Story, {"document": document, **whole}, "story")
    if digest != _sha256(story.document.text):
        raise StoryFileError(
            "document.text is not the text that was saved; restore the file or geoparse it anew"
        )
    _check_spans(story)
    return story


def _loaded(content: str | bytes) -> Json:
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise StoryFileError(f"it is no JSON, or damaged ({error})") from None
    if not isinstance(whole, dict):
        raise StoryFileError("it is JSON, and no story")
    return whole


def _check_schema(schema: object) -> None:
    if type(schema) is not int or schema < 1:
        raise StoryFileError("it is JSON, and no story: it has no schema under `storymap`")
    if schema > SCHEMA:
        raise StoryFileError(
            f"it is of schema {schema}, and this version reads {SCHEMA}; install a newer storymap"
        )


def _popped_object(whole: Json, name: str) -> Json:
    value = whole.pop(name, {})
    if not isinstance(value, dict):
        raise StoryFileError(f"{name} should be an object")
    return value


def _places(table: Json) -> dict[str, Place]:
    decoder = Decoder({})
    places = {k: decoder.record(Place, value, f"places[{k!r}]") for k, value in table.items()}
    for key, place in places.items():
        if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):  # noqa: PLR2004
            raise StoryFileError(f"places[{key!r}] lies at no latitude and longitude of the earth")
    return places


def _check_spans(story: Story) -> None:
    text = story.document.text
    for i, passage in enumerate(story.document.passages):
        if not 0 <= passage.start <= passage.end <= len(text):
            raise StoryFileError(f"story.document.passages[{i}] reaches beyond the text")
    for i, resolution in enumerate(story.resolutions):
        mention = resolution.mention
        if mention.start < 0 or text[mention.start : mention.end] != mention.text:
            raise StoryFileError(f"story.resolutions[{i}].mention.text is not what stands there")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
