"""The seams of geoparsing: any object that fits will do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from storymap.model import Candidate, Document, Mention, Resolution


@dataclass(frozen=True, slots=True)
class MentionCandidates:
    """A mention and what it may mean, unranked; empty if the gazetteer has no such name."""

    mention: Mention
    candidates: tuple[Candidate, ...] = ()
    full_name: str = ""
    """Where the text leaves a part of the name to a neighbour: "North Korea" for "North"."""


class Recogniser(Protocol):
    """Finds toponyms."""

    @property
    def version(self) -> str:
        """Changes whenever the answers may; part of every story."""
        ...

    def recognise(self, document: Document) -> Sequence[Mention]:
        """Find the mentions of a document: in text order, none overlapping another."""
        ...


class Resolver(Protocol):
    """Chooses places. It sees the whole document and all candidates, so it needs no gazetteer."""

    def resolve(
        self, document: Document, found: Sequence[MentionCandidates]
    ) -> Sequence[Resolution]:
        """Resolve the mentions, which are in text order; as many answers, in the same order."""
        ...
