"""Named places, found by name: the bundled gazetteer and files of the same form stacked on it."""

from __future__ import annotations

from pathlib import Path

from storymap.errors import GazetteerError
from storymap.gazetteer.layers import LayeredGazetteer
from storymap.gazetteer.names import fold
from storymap.gazetteer.protocol import Gazetteer, NameProfile
from storymap.gazetteer.store import Store

__all__ = [
    "BUNDLED",
    "Gazetteer",
    "LayeredGazetteer",
    "NameProfile",
    "Store",
    "fold",
    "open_gazetteer",
]

BUNDLED = Path(__file__).with_name("bundled.sqlite")
"""The gazetteer that comes with storymap; built when the package is built or installed."""


def open_gazetteer(*layers: Path) -> Gazetteer:
    """Open the bundled gazetteer, with these files stacked on it, the last one on top.

    Raises GazetteerError if a file is missing or is not a gazetteer of this version.
    """
    if not BUNDLED.is_file():
        raise GazetteerError(
            f"The bundled gazetteer {BUNDLED} is missing. Build it with "
            "`python data/gazetteer/build.py` in the source tree, or install storymap again."
        )
    bundled = Store(BUNDLED, immutable=True)
    if not layers:
        return bundled
    return LayeredGazetteer(bundled, *(Store(path) for path in layers))
