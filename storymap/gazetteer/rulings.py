"""What people said about names: never a place, not this place, this place before others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from storymap.model import Candidate


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person said about a name; as it stands by default it changes nothing."""

    text: str = ""
    """The name as it was written."""
    never: bool = False
    """Whether the name is never that of a place."""
    not_places: tuple[str, ...] = ()
    """Identifiers of places that the name never means."""
    preferred: str = ""
    """Identifier of the place that the name means where nothing speaks for another."""

    def with_block(self, place_id: str) -> Ruling:
        """Block the name for a place, or, if no identifier is given, altogether."""
        if not place_id:
            return replace(self, never=True)
        return replace(self, not_places=tuple(sorted({*self.not_places, place_id})))

    def without_block(self, place_id: str) -> Ruling:
        """Take such a block back; without one nothing changes."""
        if not place_id:
            return replace(self, never=False)
        return replace(self, not_places=tuple(i for i in self.not_places if i != place_id))

    def apply(
        self, candidates: Iterable[Candidate], survivor: Callable[[str], str]
    ) -> Sequence[Candidate]:
        """The candidates that are left, a preferred one marked and first.

        `survivor` gives the place into which another was merged, or the place itself.
        """
        if self.never:
            return ()
        blocked = {survivor(place_id) for place_id in self.not_places}
        preferred = survivor(self.preferred)
        left = [c for c in candidates if c.place.id not in blocked]
        first = [replace(c, is_preferred=True) for c in left if c.place.id == preferred]
        return (*first, *(c for c in left if c.place.id != preferred))


NO_RULING = Ruling()


def combined(rulings: Iterable[Ruling]) -> Ruling:
    """Rulings on one name, the highest layer's first: all blocks hold, the first preference."""
    ruling = NO_RULING
    for lower in rulings:
        ruling = Ruling(
            ruling.text or lower.text,
            ruling.never or lower.never,
            tuple(sorted({*ruling.not_places, *lower.not_places})),
            ruling.preferred or lower.preferred,
        )
    return ruling
