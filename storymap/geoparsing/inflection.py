"""Names as sentences bend them: what Hebrew and Arabic attach, and Russian case endings."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PREFIX = re.compile(r"(?:[ושה]?[בלמהשכו]|[وف]?[بلك]|[وف])(?=[\u0590-\u06ff]{3})")
_CASES = (
    ("ией", ("ия",)), ("ии", ("ия",)), ("ию", ("ия",)),
    ("ой", ("а",)), ("ом", ("",)), ("ем", ("ь", "й")), ("ью", ("ь",)), ("ах", ("ы",)),
    ("е", ("", "а")), ("у", ("", "а")), ("ы", ("а",)), ("и", ("ь", "а")),
    ("а", ("",)), ("ю", ("ь",)), ("я", ("ь", "й")),
)  # fmt: skip
"""Endings and what they stand for, the longest first."""
_CYRILLIC = re.compile(r"[\u0400-\u052f-]+")
_SHORTEST_STEM = 2


def prefix_length(word: str) -> int:
    """How many letters at the head of a word may be attached words; 0 in other scripts.

    >>> prefix_length("מחיפה"), prefix_length("وأسوان"), prefix_length("Osh")
    (1, 1, 0)
    """
    match = _PREFIX.match(word)
    return match.end() if match else 0


def base_forms(word: str) -> Iterator[str]:
    """Yield the words that this may be a case of, likeliest first; none in other scripts.

    >>> list(base_forms("Москве"))
    ['Москв', 'Москва']
    """
    if not _CYRILLIC.fullmatch(word):
        return
    for ending, bases in _CASES:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield from (stem + base for base in bases)
            return
