"""Telling gazetteer files apart, and which of them lie on which.

A gazetteer file holds places and is never changed; a file of edits holds what a person changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from storymap.gazetteer.layers import Layer
from storymap.gazetteer.own import OwnLayer
from storymap.gazetteer.ownfile import APPLICATION_ID
from storymap.gazetteer.store import Store

OWN_FILE_VARIABLE = "STORYMAP_GAZETTEER"
"""The environment variable that names the user's file of edits; set but empty, there is none."""


def own_path(environment: Mapping[str, str]) -> Path | None:
    """Where the user's file of edits is or would be; None if the user wants none."""
    named = environment.get(OWN_FILE_VARIABLE)
    if named is not None:
        return Path(named) if named else None

    from platformdirs import user_data_path

    return user_data_path("storymap", appauthor=False) / "gazetteer.sqlite"


def layer_paths(named: Sequence[Path], own: Path | None) -> tuple[Path, ...]:
    """The files that lie on the bundled gazetteer, the lowest first.

    Edits lie over places, whatever the order in which they are named, and a named file of edits
    takes the place of the user's own, which counts only if it is there.
    """
    edits = [path for path in named if holds_edits(path)]
    if not edits and own and holds_edits(own):
        edits = [own]
    return (*(path for path in named if path not in edits), *edits)


def open_layer(path: Path) -> Layer:
    """Open a file of either kind; raises GazetteerError if it is missing or neither."""
    return OwnLayer.open(path) if holds_edits(path) else Store(path)


_APPLICATION_ID_AT = 68
"""Bytes from the start of an SQLite file; the number has four, the most significant first."""


def holds_edits(path: Path) -> bool:
    """Whether a file is one of edits; not if it is missing or cannot be read."""
    try:
        with path.open("rb") as file:
            header = file.read(_APPLICATION_ID_AT + 4)
    except OSError:
        return False
    return int.from_bytes(header[_APPLICATION_ID_AT:]) == APPLICATION_ID
