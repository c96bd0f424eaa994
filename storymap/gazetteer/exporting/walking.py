"""Every place of a stack of layers, each once, as the highest layer that knows it has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from storymap.gazetteer.layers import Layer
from storymap.gazetteer.opening import open_layer
from storymap.gazetteer.own import OwnLayer
from storymap.gazetteer.records import Record
from storymap.gazetteer.store import Store
from storymap.model import Attribution

_AT_A_TIME = 500
"""Places about which the layers above are asked at once."""


class Export:
    """Layers whose places are to be exported, the lowest first."""

    def __init__(self, *layers: Layer) -> None:
        self._top_down = layers[::-1]

    @classmethod
    def open(cls, paths: Sequence[Path]) -> Export:
        """Open files of places or of edits, the lowest first."""
        return cls(*map(open_layer, paths))

    def records(self) -> Iterator[Record]:
        """The places, layer by layer from the top; memory stays the same whatever their number."""
        for depth, layer in enumerate(self._top_down):
            places = _places(layer)
            while some := list(islice(places, _AT_A_TIME)):
                ids = [record.place.id for record in some]
                above = [upper.claims(ids) for upper in self._top_down[:depth]]
                settled = frozenset[str]().union(*above)
                yield from (record for record in some if record.place.id not in settled)

    def attributions(self) -> Sequence[Attribution]:
        """What the sources of all layers ask to be said, each once."""
        said = {a.source: a for layer in self._top_down[::-1] for a in layer.attributions()}
        return tuple(said[source] for source in sorted(said))


def _places(layer: Layer) -> Iterator[Record]:
    """The places that a layer describes; `within` is left out, as no form keeps it."""
    if isinstance(layer, Store):
        for place, names in layer.walk():
            yield Record(replace(place, within=()), tuple(names))
    elif isinstance(layer, OwnLayer):
        for _, entry in layer.entries():
            if entry.record is not None and not entry.is_gone:
                record = entry.record
                yield replace(record, place=replace(record.place, within=()))
