"""Names that share a word: "North and South Korea" names North Korea by "North" alone."""

from __future__ import annotations

import re

from storymap.geoparsing.words import word_list

_REST = re.compile(r"(?:,\s+[\w-]+)*,?\s+(?:and|or)\s+(?P<second>[\w-]+)\s+(?P<shared>\w+)")
_REACH = 80
"""Characters behind a word in which the word that it shares stands."""


def full_name(text: str, start: int, end: int) -> str:
    """The whole name of which a word is the first part; empty if it shares no word.

    >>> full_name("North and South Korea", 0, 5)
    'North Korea'
    """
    if text[start:end].lower() not in word_list("directions"):
        return ""
    match = _REST.match(text, end, end + _REACH)
    if match is None or match["second"].lower() not in word_list("directions"):
        return ""
    return f"{text[start:end]} {match['shared']}" if match["shared"][0].isupper() else ""
