"""What the rest of storymap asks of a gazetteer: any object that fits will do."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from storymap.model import Attribution, Candidate, Place, PlaceName


@dataclass(frozen=True, slots=True)
class NameProfile:
    """What a gazetteer knows of a folded key without loading the places under it."""

    place_count: int
    population: int
    """Of the most populous place that has the name."""
    feature_classes: frozenset[str]
    """GeoNames feature classes of the places that have the name."""
    is_country: bool = False
    is_admin1: bool = False
    is_demonym: bool = False
    """Whether it is a demonym of some place."""
    is_main_name: bool = False
    """Whether it is the main name of some place, not merely one of its other names."""


class Gazetteer(Protocol):
    """Named places that can be searched by name."""

    @property
    def version(self) -> str:
        """Changes whenever the answers may; part of every story."""
        ...

    def search(self, name: str) -> Sequence[Candidate]:
        """The places that have this name, most populous first; empty if there is none.

        Names are compared by folded key (see `names.fold`). Scores are 0.
        """
        ...

    def search_all(self, names: Collection[str]) -> Mapping[str, Sequence[Candidate]]:
        """`search` for many names at once; every name given is a key of the answer."""
        ...

    def profile(self, keys: Collection[str]) -> Mapping[str, NameProfile]:
        """What is known of these folded keys; a key that no place has is left out."""
        ...

    def get(self, place_id: str) -> Place | None:
        """The place with this identifier, or None."""
        ...

    def names(self, place_id: str) -> Sequence[PlaceName]:
        """All names of a place; empty for an unknown one."""
        ...

    def attributions(self) -> Sequence[Attribution]:
        """What the sources ask to be said, in a fixed order."""
        ...
