"""The name to show for a place: one that the readers of the text know."""

from __future__ import annotations

from collections.abc import Sequence

from storymap.geoparsing.codes import looks_like_code
from storymap.geoparsing.senses import Name, is_spelled_normally
from storymap.model import NameKind, Place

_NOT_FOR_SHOW = frozenset((NameKind.CODE, NameKind.DEMONYM))


def label_names(names: Sequence[Name], places: Sequence[Place | None]) -> list[str]:
    """A label for every name, the same for all names of a place; empty where there is no place.

    It is the name by which the text first calls the place, in the text's own spelling if that is
    not all capitals, and the gazetteer's name where the text has only codes and demonyms.
    """
    labels: dict[str, str] = {}
    for name, place in zip(names, places, strict=True):
        if place is not None and place.id not in labels:
            shown = _own_name(name, place)
            if shown:
                labels[place.id] = shown
    return ["" if place is None else labels.get(place.id, place.name) for place in places]


def _own_name(name: Name, place: Place) -> str:
    matched = next((c.name for c in name.candidates if c.place.id == place.id), None)
    if matched is None or matched.kind in _NOT_FOR_SHOW or looks_like_code(matched.text):
        return ""
    return name.spelling if is_spelled_normally(name.spelling) else matched.text
