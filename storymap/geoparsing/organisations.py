"""Finds names of firms, newspapers and the like that hold a place's name without meaning it."""

from __future__ import annotations

from functools import cache

from storymap.geoparsing.tokens import TokenisedText
from storymap.geoparsing.words import word_list


@cache
def _names_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    names: dict[str, list[tuple[str, ...]]] = {}
    for entry in word_list("organisations"):
        words = tuple(entry.replace("-", " - ").split())
        names.setdefault(words[0], []).append(words)
    return {first: tuple(rest) for first, rest in names.items()}


def organisation_tokens(text: TokenisedText) -> frozenset[int]:
    """Tokens of the listed names that stand in the text with a capital."""
    found: set[int] = set()
    names = _names_by_first_word()
    for index, token in enumerate(text.tokens):
        if not token.is_capitalised:
            continue
        for words in names.get(token.lower, ()):
            if tuple(t.lower for t in text.tokens[index : index + len(words)]) == words:
                found.update(range(index, index + len(words)))
    return frozenset(found)
