"""What the tests of editing share: a desk over the tiny gazetteer, and a village to add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from storymap.gazetteer.editor import Editor
from storymap.gazetteer.own import OwnLayer
from storymap.gazetteer.records import Fields, Record
from storymap.model import Place
from tests.tiny_gazetteer import tiny_gazetteer

if TYPE_CHECKING:
    from pathlib import Path

OSH, JALAL_ABAD, TEYYIT = "gn:1527534", "gn:1528249", "sm:teyyit"
PARIS, PARIS_TEXAS = "gn:2988507", "gn:4717560"


def editor_in(folder: Path) -> Editor:
    """An editor of an empty layer over the tiny gazetteer."""
    below = tiny_gazetteer(folder / "tiny.sqlite")
    return Editor(OwnLayer.create(folder / "own.sqlite"), below, author="Aizada")


def village(place_id: str = "own:ak-jar", **fields: Unpack[Fields]) -> Record:
    """A village near Jalal-Abad that the tiny gazetteer lacks."""
    place = Place(place_id, "Ak-Jar", 40.85, 72.91, "P", "PPL", "KG", "03")
    return Record(place).amended(**fields)


def ids_of(editor: Editor, name: str) -> list[str]:
    """Identifiers of the places that have a name, in their order."""
    return [candidate.place.id for candidate in editor.gazetteer.search(name)]


def everything_said(layer: OwnLayer) -> object:
    """All that a layer says, to compare."""
    return tuple(layer.entries()), dict(layer.all_rulings()), tuple(layer.attributions())
