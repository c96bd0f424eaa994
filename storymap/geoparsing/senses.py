"""The names of a document, each once: a name has one sense in a document.

Where the mentions of a name stand, and beside which other names, is gathered here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from storymap.gazetteer.names import fold
from storymap.geoparsing.protocol import MentionCandidates
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
        counts = Counter(" ".join(m.text.split()) for m in self.mentions)
        normal = [text for text, _ in counts.most_common() if is_spelled_normally(text)]
        return normal[0] if normal else counts.most_common(1)[0][0]


def is_spelled_normally(text: str) -> bool:
    """Neither all capitals nor all small letters, in a script that has both."""
    return text == text.swapcase() or not (text.isupper() or text.islower())


def gather(
    document: Document, found: Sequence[MentionCandidates]
) -> tuple[tuple[Name, ...], tuple[int, ...]]:
    """The names of a document, and for every mention the number of its name."""
    numbers: dict[str, int] = {}
    names: list[Name] = []
    of_mention = []
    starts = [passage.start for passage in document.passages]
    for item in found:
        number = numbers.setdefault(fold(item.mention.text) or item.mention.text, len(names))
        if number == len(names):
            names.append(Name(item.mention.text, item.mention.kind, item.candidates))
        _add(names[number], item.mention, document.text, starts)
        of_mention.append(number)
    _link_neighbours(document.text, found, of_mention, names)
    return tuple(names), tuple(of_mention)


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
        between = text[found[i].mention.end : found[i + 1].mention.start]
        if _SEPARATOR.fullmatch(between):
            names[of_mention[i]].followed_by.add(of_mention[i + 1])
            names[of_mention[i + 1]].preceded_by.add(of_mention[i])
