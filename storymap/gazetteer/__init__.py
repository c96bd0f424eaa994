"""Named places, found by name: the bundled gazetteer, and files of places and edits on it."""

from __future__ import annotations

from pathlib import Path

from storymap.errors import GazetteerError
from storymap.gazetteer.layers import Layer, LayeredGazetteer
from storymap.gazetteer.names import fold
from storymap.gazetteer.opening import open_layer
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


def open_gazetteer(*layers: Path) -> Layer:
    """Open the bundled gazetteer, with these files stacked on it, the last one on top.

    A file holds places or edits. The user's own edits count only if their file is given (see
    `opening.own_path`). Raises GazetteerError if a file is missing or is not a gazetteer of this
    version.
    """
    if not BUNDLED.is_file():
        raise GazetteerError(
            f"The bundled gazetteer {BUNDLED} is missing. Build it with "
            "`python data/gazetteer/build.py` in the source tree, or install storymap again."
        )
    bundled = Store(BUNDLED, immutable=True)
    if not layers:
        return bundled
    return LayeredGazetteer(bundled, *map(open_layer, layers))
