"""Spellings that English-speaking countries use side by side: Saint and St., Mount and Mt."""

from __future__ import annotations

from collections.abc import Iterator

from storymap.model import Place, PlaceName

_COUNTRIES = frozenset(("AU", "CA", "GB", "IE", "IM", "JE", "JM", "NZ", "US", "ZA"))
_SHORTENED = {"Saint": "St.", "Sainte": "Ste.", "Mount": "Mt.", "Fort": "Ft."}
_WRITTEN_OUT = {short: long for long, short in _SHORTENED.items()} | {"St": "Saint"}


def spellings(place: Place) -> Iterator[PlaceName]:
    """The other spelling of the first word of a place's name, if it has one."""
    first, space, rest = place.name.partition(" ")
    other = _SHORTENED.get(first) or _WRITTEN_OUT.get(first)
    if other and space and place.country in _COUNTRIES:
        yield PlaceName(f"{other} {rest}", "en")
