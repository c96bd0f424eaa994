"""What each passage of a plain text is: heading, paragraph, or furniture of the site.

The rules look at one line and its neighbours; they mark, they never remove.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from storymap.model import Passage, PassageKind
from storymap.reading.furniture import Furniture, furniture

_LONGEST_HEADING = 120  # characters; longer ones are standfirsts
_MOST_WORDS = 18
_MOST_LINES = 2
_NOT_A_HEADING_END = frozenset(".!…:;,)]。！،")
_CLOSING_QUOTES = "\"'’”»›“"
_NOT_A_HEADING_START = re.compile(r"(?:[-*•‣▪–—]\s|by\s)", re.IGNORECASE)


def classify(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Passage, ...]:
    """Return the spans as passages of the text, each with its kind."""
    kinds = _kinds([text[start:end] for start, end in spans])
    return tuple(Passage(*span, kind) for span, kind in zip(spans, kinds, strict=True))


def looks_like_heading(text: str) -> bool:
    """Whether a passage, looked at alone, could be a heading: short, and no sentence."""
    if len(text) > _LONGEST_HEADING or text.count("\n") >= _MOST_LINES:
        return False
    if len(text.split()) > _MOST_WORDS or _NOT_A_HEADING_START.match(text):
        return False
    first_letter = next((c for c in text if c.isalpha()), "")
    if not first_letter or first_letter.islower():
        return False
    bare = text.rstrip(_CLOSING_QUOTES)
    return bare[-1:] not in _NOT_A_HEADING_END and not (bare != text and bare.endswith("?"))


def _kinds(passages: Sequence[str]) -> Iterator[PassageKind]:
    could_be_heading = [looks_like_heading(p) for p in passages]
    is_furniture = _furniture_among(passages, could_be_heading)
    kept = [i for i, found in enumerate(is_furniture) if not found]
    headings = set(_headings([could_be_heading[i] for i in kept]))
    heading_indices = {kept[i] for i in headings}
    for index, found in enumerate(is_furniture):
        if found:
            yield PassageKind.FURNITURE
        elif index in heading_indices:
            yield PassageKind.HEADING
        else:
            yield PassageKind.PARAGRAPH


def _headings(could_be_heading: Sequence[bool]) -> Iterator[int]:
    """Yield which passages head the text that follows: the first one, and those that stand alone.

    Two short lines in a row are a list, unless the first is the headline of the article.
    """
    for i in range(len(could_be_heading) - 1):
        in_list = could_be_heading[i + 1] or (i > 1 and could_be_heading[i - 1])
        if could_be_heading[i] and (i == 0 or not in_list):
            yield i


def _furniture_among(passages: Sequence[str], could_be_heading: Sequence[bool]) -> list[bool]:
    """Tell which passages are furniture; titles listed under "Videos:" and the like are too."""
    found: list[bool] = []
    in_list = False
    for index, passage in enumerate(passages):
        kind = furniture(passage)
        if kind is Furniture.LABELLED and all(found):
            kind = Furniture.NONE
        is_known = kind is not Furniture.NONE
        in_list = kind is Furniture.LIST_OPENER or (
            in_list and (is_known or could_be_heading[index])
        )
        found.append(in_list or is_known)
    return found
