"""The names of a document, each once: a name has one sense in a document, unless the text itself
tells two apart.

Where the mentions of a name stand, and beside which other names, is gathered here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storymap.gazetteer.names import fold
from storymap.geoparsing.protocol import MentionCandidates
from storymap.geoparsing.spheres import contains
from storymap.model import Candidate, Document, Mention, MentionKind

_SEPARATOR = re.compile(r"\s*[,(]\s*")


@dataclass(slots=True)
class Name:
    """A name, its mentions and what it may mean."""

    surface: str
    kind: MentionKind
    candidates: tuple[Candidate, ...]
    mentions: list[Mention] = field(default_factory=list)
    passages: set[int] = field(default_factory=set)
    followed_by: set[int] = field(default_factory=set)
    """Names that stand right after it behind a comma or bracket: "Paris, Texas"."""
    preceded_by: set[int] = field(default_factory=set)
    words_before: set[str] = field(default_factory=set)
    """In lower case, the two words before a mention: "village of"."""
    words_after: set[str] = field(default_factory=set)

    @property
    def spelling(self) -> str:
        """How the text mostly writes it, not in capitals or small letters throughout if it also
        writes it otherwise; on one line.
        """
        whole = [m.text for m in self.mentions if fold(m.text) == fold(self.surface)]
        counts = Counter(" ".join(text.split()) for text in whole or (self.surface,))
        normal = [text for text, _ in counts.most_common() if is_spelled_normally(text)]
        return normal[0] if normal else counts.most_common(1)[0][0]


def is_spelled_normally(text: str) -> bool:
    """Neither all capitals nor all small letters, in a script that has both."""
    return text == text.swapcase() or not (text.isupper() or text.islower())


def gather(
    document: Document, found: Sequence[MentionCandidates]
) -> tuple[tuple[Name, ...], tuple[int, ...]]:
    """The names of a document, and for every mention the number of its name."""
    numbers: dict[tuple[str, str], int] = {}
    names: list[Name] = []
    of_mention = []
    starts = [passage.start for passage in document.passages]
    for item, sense in zip(found, _senses(document.text, found), strict=True):
        number = numbers.setdefault(sense, len(names))
        if number == len(names):
            surface = item.full_name or item.mention.text
            names.append(Name(surface, item.mention.kind, item.candidates))
        _add(names[number], item.mention, document.text, starts)
        of_mention.append(number)
    _link_neighbours(document.text, found, of_mention, names)
    return tuple(names), tuple(of_mention)


def _senses(text: str, found: Sequence[MentionCandidates]) -> Iterator[tuple[str, str]]:
    """A key for each mention's sense: "Paris, France" and "Paris, Texas" have two, and what is
    called Paris alone has that of the mention before it, or else of the next.
    """
    keys = [fold(item.full_name or item.mention.text) or item.mention.text for item in found]
    spelled: dict[str, str] = {}
    holding = _told_apart(text, found, keys)
    containers = [_container(text, found, i) or holding.get(i, "") for i in range(len(found))]
    for key, container in zip(keys, containers, strict=True):
        if container:
            spelled.setdefault(key, container)
    for key, container in zip(keys, containers, strict=True):
        if container:
            spelled[key] = container
        yield key, spelled.get(key, "")


def _told_apart(
    text: str, found: Sequence[MentionCandidates], keys: Sequence[str]
) -> dict[int, str]:
    """The senses of containers that cannot be one: "Tbilisi, Georgia, and Atlanta, Georgia"."""
    held = {i + 1: _holders(text, found, i) for i in range(len(found) - 1)}
    groups: dict[str, set[frozenset[str]]] = defaultdict(set)
    for index, holders in held.items():
        if holders:
            groups[keys[index]].add(holders)
    return {
        index: " ".join(sorted(holders))
        for index, holders in held.items()
        if holders and any(holders.isdisjoint(other) for other in groups[keys[index]])
    }


def _holders(text: str, found: Sequence[MentionCandidates], index: int) -> frozenset[str]:
    """The candidates of the next name that contain what the mention may mean."""
    if not _are_joined(text, found, index):
        return frozenset()
    inner = [c.place for c in found[index].candidates]
    outer = (c.place for c in found[index + 1].candidates)
    return frozenset(o.id for o in outer if any(contains(o, i) for i in inner))


def _container(text: str, found: Sequence[MentionCandidates], index: int) -> str:
    """What stands behind a mention if it may contain what the mention may mean."""
    if index + 1 >= len(found) or not _are_joined(text, found, index):
        return ""
    outer, inner = found[index + 1], found[index]
    if any(contains(o.place, i.place) for o in outer.candidates for i in inner.candidates):
        return fold(outer.mention.text)
    return ""


def _are_joined(text: str, found: Sequence[MentionCandidates], index: int) -> bool:
    between = text[found[index].mention.end : found[index + 1].mention.start]
    return _SEPARATOR.fullmatch(between) is not None


def _add(name: Name, mention: Mention, text: str, starts: Sequence[int]) -> None:
    name.mentions.append(mention)
    name.passages.add(bisect_right(starts, mention.start))
    before = text[max(0, mention.start - 40) : mention.start].lower().split()
    after = text[mention.end : mention.end + 40].lower().split()
    name.words_before.add(" ".join(before[-2:]))
    name.words_after.add(after[0].strip(".,;:!?") if after else "")


def _link_neighbours(
    text: str, found: Sequence[MentionCandidates], of_mention: Sequence[int], names: list[Name]
) -> None:
    for i in range(len(found) - 1):
        if _are_joined(text, found, i):
            names[of_mention[i]].followed_by.add(of_mention[i + 1])
            names[of_mention[i + 1]].preceded_by.add(of_mention[i])
