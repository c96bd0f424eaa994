"""Gazetteers stacked on each other: the highest layer that knows a place decides on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from storymap.gazetteer import schema
from storymap.gazetteer.protocol import Gazetteer, NameProfile
from storymap.model import Attribution, Candidate, NameKind, Place, PlaceName


class Layer(Gazetteer, Protocol):
    """A gazetteer that can lie on others."""

    def claims(self, place_ids: Collection[str]) -> frozenset[str]:
        """Those of these places on which this layer decides, whatever layers below say."""
        ...

    def containers(self, country: str, admin1: str = "") -> tuple[str, ...]:
        """Names of a division and its country, as far as known here, innermost first."""
        ...


class LayeredGazetteer:
    """Layers seen as one gazetteer; it fits `Gazetteer` and, so that stacks stack, `Layer`."""

    def __init__(self, *layers: Layer) -> None:
        """Stack layers, the lowest first."""
        self._top_down = layers[::-1]

    @property
    def version(self) -> str:
        """The versions of all layers, the highest first."""
        return "+".join(layer.version for layer in self._top_down)

    def search(self, name: str) -> Sequence[Candidate]:
        """The places that have this name in the highest layer that knows them."""
        return self.search_all((name,))[name]

    def search_all(self, names: Collection[str]) -> Mapping[str, Sequence[Candidate]]:
        """`search` for many names at once; every name given is a key of the answer."""
        found: dict[str, list[Candidate]] = {name: [] for name in names}
        for depth, layer in enumerate(self._top_down):
            answers = layer.search_all(names)
            ids = {c.place.id for candidates in answers.values() for c in candidates}
            settled = self._claimed_above(depth, ids)
            for name, candidates in answers.items():
                found[name] += (self._placed(c) for c in candidates if c.place.id not in settled)
        return {name: _most_populous_first(candidates) for name, candidates in found.items()}

    def _claimed_above(self, depth: int, place_ids: Collection[str]) -> frozenset[str]:
        return frozenset().union(*(layer.claims(place_ids) for layer in self._top_down[:depth]))

    def _placed(self, candidate: Candidate) -> Candidate:
        return replace(candidate, place=self._contained(candidate.place))

    def _contained(self, place: Place) -> Place:
        """The place with the names of its containers, which may lie in another layer."""
        if place.within or not place.country:
            return place
        for layer in self._top_down:
            within = layer.containers(place.country, place.admin1)
            if within and place.name not in within:
                return replace(place, within=within)
        return place

    def profile(self, keys: Collection[str]) -> Mapping[str, NameProfile]:
        """What is known of these folded keys; a key that no place has is left out.

        A key known to one layer alone is described as that layer does, so it may still tell of a
        name that a higher layer has taken from its place.
        """
        answers = [layer.profile(keys) for layer in self._top_down]
        known = [key for answer in answers for key in answer]
        shared = {key for key in known if known.count(key) > 1}
        merged = {key: profile for answer in answers for key, profile in answer.items()}
        return merged | {
            key: _profile(key, candidates) for key, candidates in self.search_all(shared).items()
        }

    def get(self, place_id: str) -> Place | None:
        """The place as the highest layer that knows it has it, or None."""
        for layer in self._top_down:
            if layer.claims((place_id,)):
                place = layer.get(place_id)
                return place and self._contained(place)
        return None

    def names(self, place_id: str) -> Sequence[PlaceName]:
        """All names of a place in the highest layer that knows it."""
        for layer in self._top_down:
            if layer.claims((place_id,)):
                return layer.names(place_id)
        return ()

    def claims(self, place_ids: Collection[str]) -> frozenset[str]:
        """Those of these places that any layer knows."""
        return self._claimed_above(len(self._top_down), place_ids)

    def containers(self, country: str, admin1: str = "") -> tuple[str, ...]:
        """Names of a division and its country in the highest layer that has any."""
        answers = (layer.containers(country, admin1) for layer in self._top_down)
        return next(filter(None, answers), ())

    def attributions(self) -> Sequence[Attribution]:
        """What the sources of all layers ask to be said, each once."""
        said = {a.source: a for layer in self._top_down for a in layer.attributions()}
        return tuple(said[source] for source in sorted(said))


def _most_populous_first(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    return tuple(sorted(candidates, key=lambda c: (-c.place.population, c.place.id)))


def _profile(key: str, candidates: Sequence[Candidate]) -> NameProfile:
    places = [candidate.place for candidate in candidates]
    return NameProfile(
        place_count=len(places),
        population=max(place.population for place in places),
        feature_classes=frozenset(place.feature_class for place in places),
        is_country=any(place.feature_code in schema.COUNTRY_CODES for place in places),
        is_admin1=any(place.feature_code == "ADM1" for place in places),
        is_demonym=any(c.name.kind is NameKind.DEMONYM for c in candidates),
        is_main_name=any(c.name.text == c.place.name for c in candidates),
    )
