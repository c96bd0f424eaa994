"""Which of the alternate names of GeoNames are names, and of what kind.

The field mixes names with airport codes, links, spellings in phonetic script, machine-made
transliterations (all in small Latin letters: "kwnswl ghrwf" for Council Grove) and lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from storymap.gazetteer.names import fold
from storymap.model import NameKind, PlaceName

_CODE = re.compile(r"[A-Z]{2,5}")
"""Codes of airports above all; an abbreviation worth having stands in a table of our own."""
_ATTESTED = re.compile(r"\s*\[\s*~?\s*a\. [^\]]*\]")
"""The year in which an old form is attested: "Wirzaburg [a. 742]"."""
_SMALL_LATIN = re.compile(r"[a-zß-öø-ÿāăąćčďđēęěğģīıłńňōőřśšşťţūůűźżž]")
_ARABIC_COMMA = "\u060c"
_LONGEST = 80


def clean_names(raw: Iterable[str]) -> Iterator[PlaceName]:
    """The names among the alternates of a place."""
    for field in raw:
        for part in field.split("  "):
            kind = NameKind.HISTORIC if _ATTESTED.search(part) else NameKind.ALTERNATE
            text = " ".join(_ATTESTED.sub("", part).split(_ARABIC_COMMA)[0].split())
            if _is_name(text):
                yield PlaceName(text, kind=kind)


def telling(main: str, names: Iterable[PlaceName]) -> Iterator[PlaceName]:
    """The names without those that only respell another of the place and say nothing more of it.

    "Dzalal-Abad" beside "Džalal-Abad" is looked up by the same key and has neither language nor
    kind: it is left out.
    """
    listed = sorted(names, key=lambda name: (_is_plain(name), name.text.isascii()))
    keys = {fold(main)}
    for name in listed:
        key = fold(name.text)
        if key and (key not in keys or not _is_plain(name)):
            yield name
        keys.add(key)


def _is_plain(name: PlaceName) -> bool:
    return name.kind is NameKind.ALTERNATE and not name.language


def _is_name(text: str) -> bool:
    return (
        any(map(str.isalpha, text))
        and len(text) <= _LONGEST
        and "://" not in text
        and "www." not in text
        and text[0] not in "[/("
        and not _CODE.fullmatch(text)
        and not _is_transliteration(text)
    )


def _is_transliteration(text: str) -> bool:
    return text == text.lower() and _SMALL_LATIN.search(text) is not None
