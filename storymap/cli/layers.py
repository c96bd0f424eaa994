"""Which gazetteer files a command works with: the environment is read here."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storymap.gazetteer.layers import Layer
    from storymap.gazetteer.own import OwnLayer


def stacked(named: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files that lie on the bundled gazetteer: those named, and the user's own edits."""
    from storymap.gazetteer.opening import layer_paths, own_path

    return layer_paths(named, own_path(os.environ))


def own_file() -> Path | None:
    """Where the user's own edits are or would be; None if the user wants none."""
    from storymap.gazetteer.opening import own_path

    return own_path(os.environ)


@dataclass(frozen=True, slots=True)
class Layers:
    """A stack of layers, opened, with its topmost edits told apart."""

    below: Layer
    edits: OwnLayer | None
    """None if nobody has edited anything yet."""


def open_layers(named: tuple[Path, ...]) -> Layers:
    """Open the files that are named and the user's own."""
    from storymap.gazetteer import open_gazetteer
    from storymap.gazetteer.opening import holds_edits
    from storymap.gazetteer.own import OwnLayer

    paths = stacked(named)
    if not paths or not holds_edits(paths[-1]):
        return Layers(open_gazetteer(*paths), None)
    return Layers(open_gazetteer(*paths[:-1]), OwnLayer.open(paths[-1]))
