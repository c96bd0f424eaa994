"""Gazetteers stacked on each other: the highest layer that knows a place decides on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from storymap.gazetteer import schema
from storymap.gazetteer.names import fold
from storymap.gazetteer.protocol import Gazetteer, NameProfile
from storymap.gazetteer.rulings import Ruling, combined
from storymap.model import Attribution, Candidate, Extent, NameKind, Place, PlaceName

REACH_KM = 100.0
"""How near a known place of a country has to be for a point to be taken as in the country."""


class Layer(Gazetteer, Protocol):
    """A gazetteer that can lie on others."""

    def claims(self, place_ids: Collection[str]) -> frozenset[str]:
        """Those of these places on which this layer decides, whatever layers below say."""
        ...

    def containers(self, country: str, admin1: str = "") -> tuple[str, ...]:
        """Names of a division and its country, as far as known here, innermost first."""
        ...

    def rulings(self, keys: Collection[str]) -> Mapping[str, Ruling]:
        """What people said of these folded keys, for this layer and those below.

        A key is here, even if nothing was said of it, where this layer changed a place below that
        has it: what the layers below tell of the key does not hold any more.
        """
        ...

    def redirect(self, place_id: str) -> str:
        """The place into which this one was merged in this layer; empty if it was not."""
        ...

    def reaches(self, country: str, lat: float, lon: float) -> bool:
        """Whether a place of the country (ISO code) is known within some `REACH_KM` of a point."""
        ...

    def in_extent(self, extent: Extent, *, least_population: int = 0) -> Sequence[Place]:
        """The places whose point lies in an extent, in no particular order."""
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
        return self._ruled({n: _most_populous_first(found[n]) for n in found})

    def _ruled(self, found: Mapping[str, Sequence[Candidate]]) -> Mapping[str, Sequence[Candidate]]:
        keys = {name: fold(name) for name in found}
        rulings = self.rulings(keys.values())
        if not rulings:
            return found
        return {
            name: rulings[keys[name]].apply(candidates, self.survivor)
            if keys[name] in rulings
            else candidates
            for name, candidates in found.items()
        }

    def rulings(self, keys: Collection[str]) -> Mapping[str, Ruling]:
        """What people said of these folded keys in any layer."""
        answers = [answer for layer in self._top_down if (answer := layer.rulings(keys))]
        if len(answers) < 2:  # noqa: PLR2004 - nothing to combine
            return answers[0] if answers else {}
        said = {key for answer in answers for key in answer}
        return {key: combined(a[key] for a in answers if key in a) for key in said}

    def redirect(self, place_id: str) -> str:
        """The place into which this one was merged in any layer; empty if it was not."""
        return next(filter(None, (layer.redirect(place_id) for layer in self._top_down)), "")

    def survivor(self, place_id: str) -> str:
        """The place that this one became by merging, be it in steps; itself if it did not."""
        seen = {place_id}
        while (onward := self.redirect(place_id)) and onward not in seen:
            place_id = onward
            seen.add(place_id)
        return place_id

    def reaches(self, country: str, lat: float, lon: float) -> bool:
        """Whether any layer knows a place of the country within some `REACH_KM` of a point."""
        return any(layer.reaches(country, lat, lon) for layer in self._top_down)

    def in_extent(self, extent: Extent, *, least_population: int = 0) -> Sequence[Place]:
        """The places whose point lies in an extent in the highest layer that knows them."""
        found: list[Place] = []
        for depth, layer in enumerate(self._top_down):
            places = layer.in_extent(extent, least_population=least_population)
            settled = self._claimed_above(depth, {place.id for place in places})
            found += (self._contained(p) for p in places if p.id not in settled)
        return tuple(found)

    def _claimed_above(self, depth: int, place_ids: Collection[str]) -> frozenset[str]:
        return frozenset().union(*(layer.claims(place_ids) for layer in self._top_down[:depth]))

    def _placed(self, candidate: Candidate) -> Candidate:
        place = self._contained(candidate.place)
        return candidate if place is candidate.place else replace(candidate, place=place)

    def _contained(self, place: Place) -> Place:
        """The place with the names of its containers, which may lie in another layer."""
        if place.within or not place.country or place.feature_code in schema.COUNTRY_CODES:
            return place
        admin1 = "" if place.feature_code == "ADM1" else place.admin1
        answers = (layer.containers(place.country, admin1) for layer in self._top_down)
        return replace(place, within=next(filter(None, answers), ()))

    def profile(self, keys: Collection[str]) -> Mapping[str, NameProfile]:
        """What is known of these folded keys; a key that no place has is left out.

        Where several layers know a key, or people changed something about it, it is worked out
        from the places that are left.
        """
        answers = [layer.profile(keys) for layer in self._top_down]
        known = [key for answer in answers for key in answer]
        shared = {key for key in known if known.count(key) > 1}
        doubted = shared | self.rulings(keys).keys()
        merged = {key: p for answer in answers for key, p in answer.items() if key not in doubted}
        found = self.search_all(doubted) if doubted else {}
        return merged | {key: profile_of(places) for key, places in found.items() if places}

    def get(self, place_id: str) -> Place | None:
        """The place as the highest layer that knows it has it, or None.

        A place that was merged into another is answered with that one.
        """
        place_id = self.survivor(place_id)
        for layer in self._top_down:
            if layer.claims((place_id,)):
                place = layer.get(place_id)
                return place and self._contained(place)
        return None

    def names(self, place_id: str) -> Sequence[PlaceName]:
        """All names of a place in the highest layer that knows it."""
        place_id = self.survivor(place_id)
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


def profile_of(candidates: Sequence[Candidate]) -> NameProfile:
    """What there is to know of a key whose places, at least one, are these."""
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
