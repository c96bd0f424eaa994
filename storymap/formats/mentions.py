"""The mentions of a story in text order: as JSON to work with, and as a table to read."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from storymap.model import Candidate, Resolution, Story

Json = dict[str, object]

_HEADER = ("mention", "place", "country", "lat", "lon", "confidence")
_WIDEST_NAME = 40  # columns of a terminal


def mentions_json(story: Story) -> list[Json]:
    """Return an object per mention, as `storymap places --format json` prints them."""
    return [_mention(resolution) for resolution in story.resolutions]


def mentions_table(story: Story) -> str:
    """Return a line per mention under a header, in aligned columns."""
    rows = [_HEADER, *map(_row, story.resolutions)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _mention(resolution: Resolution) -> Json:
    mention = resolution.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind.value,
        "place": _place(resolution),
        "confidence": resolution.confidence,
        "reasons": list(resolution.reasons),
        "candidates": [_candidate(candidate) for candidate in resolution.candidates],
    }


def _place(resolution: Resolution) -> Json | None:
    place = resolution.place
    if place is None:
        return None
    return {
        "id": place.id,
        "name": resolution.label or place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "feature_code": place.feature_code,
    }


def _candidate(candidate: Candidate) -> Json:
    place = candidate.place
    return {
        "id": place.id,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "score": candidate.score,
    }


def _row(resolution: Resolution) -> tuple[str, ...]:
    place = resolution.place
    text = _on_one_line(resolution.mention.text)
    if place is None:
        return text, "not located", "", "", "", ""
    confidence = "decided" if resolution.decided_by else f"{resolution.confidence:.2f}"
    name = _on_one_line(resolution.label or place.name)
    return text, name, place.country, f"{place.lat:.4f}", f"{place.lon:.4f}", confidence


def _on_one_line(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDEST_NAME else text[: _WIDEST_NAME - 1] + "…"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
    return "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
