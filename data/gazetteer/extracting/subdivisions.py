"""Names of divisions in some ninety languages, from the Common Locale Data Repository.

The repository knows divisions by their ISO 3166-2 codes. A division is found among those of
GeoNames in its country by its names: the one that shares the most of them, first level before
second.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from extracting.divisions import Division
from extracting.translations import packed
from storymap.gazetteer.names import fold

_KIND = re.compile(
    r"\b(province|region|county|district|oblast|governorate|state|municipality|department|"
    r"prefecture|canton|parish|voivodeship|city|republic|of|the|krai|autonomous|okrug)\b",
    re.IGNORECASE,
)

Texts = dict[str, set[str]]
"""Languages by name."""


def rows(
    locales: Path,
    levels: Iterable[Iterable[Division]],
    known: Mapping[str, Iterable[str]],
) -> Iterator[tuple[str, str]]:
    """A row for each division recognised; `known` are further names of divisions by code."""
    index = [_by_name(divisions, known) for divisions in levels]
    merged: dict[str, Texts] = defaultdict(lambda: defaultdict(set))
    for subdivision, texts in _names(locales).items():
        found = (_match(subdivision[:2].upper(), texts, names) for names in index)
        code = next(filter(None, found), "")
        if code:
            for text, languages in texts.items():
                merged[code][text] |= languages
    for code, texts in merged.items():
        yield code, packed(texts)


def _names(locales: Path) -> Mapping[str, Texts]:
    """Names by subdivision code ("kgj"); what follows a comma only tells namesakes apart.

    Left out is Chakma, whose letters few systems can show.
    """
    found: dict[str, Texts] = defaultdict(lambda: defaultdict(set))
    for locale in sorted(set(locales.glob("*.xml")) - {locales / "ccp.xml"}):
        tree = ElementTree.parse(locale)  # noqa: S314 (a pinned package)
        for element in tree.iter("subdivision"):
            text = " ".join((element.text or "").split(",")[0].split())
            if text and "|" not in text:
                found[element.attrib["type"]][text].add(locale.stem.replace("_", "-"))
    return found


def _by_name(
    divisions: Iterable[Division], known: Mapping[str, Iterable[str]]
) -> Mapping[tuple[str, str], set[str]]:
    codes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for division in divisions:
        for name in (division.name, *known.get(division.code, ())):
            for key in _keys(name):
                codes[division.code[:2], key].add(division.code)
    return codes


def _match(country: str, texts: Texts, names: Mapping[tuple[str, str], set[str]]) -> str:
    """The division with the most of these names; empty if none has or several have as many."""
    keys = {key for text in texts for key in _keys(text)}
    hits = Counter(code for key in keys for code in names.get((country, key), ()))
    best = hits.most_common(2)
    unsure = not best or (len(best) > 1 and best[0][1] == best[1][1])
    return "" if unsure else best[0][0]


def _keys(name: str) -> set[str]:
    return {fold(name), fold(_KIND.sub("", name))} - {""}
