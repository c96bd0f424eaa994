"""Title, date and source, where a plain text says them; nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storymap.model import Passage, PassageKind
from storymap.reading.dates import find_date, to_iso

_SOURCE = re.compile(r"sources?\s?:\s*(?P<value>\S.{0,99})", re.IGNORECASE)
_DATE = re.compile(
    r"(?:date|published|posted|(?:last )?(?:updated|modified))(?: (?:on|at))?\s?:\s*"
    r"(?P<value>\S.*)",
    re.IGNORECASE,
)

# An article says when and by whom at its head or at its foot, not in between.
_HEAD = 8
_FOOT = 4


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a text says of itself; empty where it does not."""

    title: str = ""
    date: str = ""
    source: str = ""


def find_particulars(text: str, passages: Sequence[Passage]) -> Particulars:
    """Return what the text says of itself in its first and last passages."""
    lines = [text[p.start : p.end] for p in _head_and_foot(passages)]
    return Particulars(
        title=_title(text, passages),
        date=next(_dates(lines), ""),
        source=next(_sources(lines), ""),
    )


def _head_and_foot(passages: Sequence[Passage]) -> Sequence[Passage]:
    if len(passages) <= _HEAD + _FOOT:
        return passages
    return [*passages[:_HEAD], *passages[-_FOOT:]]


def _title(text: str, passages: Sequence[Passage]) -> str:
    """Return the heading that the article opens with; empty if it opens with prose."""
    first = next((p for p in passages if p.kind is not PassageKind.FURNITURE), None)
    if first is None or first.kind is not PassageKind.HEADING:
        return ""
    return " ".join(text[first.start : first.end].split())


def _dates(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        labelled = _DATE.fullmatch(line)
        found = find_date(labelled["value"]) if labelled else to_iso(line)
        if found:
            yield found


def _sources(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if match := _SOURCE.fullmatch(line):
            yield match["value"].rstrip(". ")
