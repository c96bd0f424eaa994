"""storymap: an article in, a story map out.

    import storymap
    story = storymap.geoparse(storymap.read("seeds/kyrgyz-president.txt"))
    storymap.write(story, "map.html")

Everything in `__all__` is public and loaded when first used; the rest may change.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOMES = {
    "Document": "storymap.model",
    "Story": "storymap.model",
    "StorymapError": "storymap.errors",
    "draw": "storymap.drawing",
    "geoparse": "storymap.geoparsing",
    "open_gazetteer": "storymap.gazetteer",
    "read": "storymap.reading",
    "write": "storymap.formats",
}

__all__ = [
    "Document",
    "Story",
    "StorymapError",
    "__version__",
    "draw",
    "geoparse",
    "open_gazetteer",
    "read",
    "write",
]

if TYPE_CHECKING:
    from storymap.drawing import draw
    from storymap.errors import StorymapError
    from storymap.formats import write
    from storymap.gazetteer import open_gazetteer
    from storymap.geoparsing import geoparse
    from storymap.model import Document, Story
    from storymap.reading import read


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'storymap' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
