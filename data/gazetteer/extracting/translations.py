"""Names of countries, divisions and large cities in other languages."""

from __future__ import annotations

import gettext
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

HEADER = ("place", "names")
"""A row's `names` are separated by "|", each with its languages: "ru,uk=Бишкек"."""

_TAGS = {"sr@latin": "sr-Latn", "ca@valencia": "ca", "be@latin": "be-Latn", "en_GB": "en"}
"""BCP 47 tags of locales that are not spelt like them."""


def rows(locales: Path) -> Iterator[tuple[str, str]]:
    """A row for each place: a country ("KG"), a division ("KG.03") or a city (its number)."""
    names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for catalogue in sorted(locales.glob("*/LC_MESSAGES/geonames.mo")):
        language = catalogue.parts[-3]
        tag = _TAGS.get(language, language.replace("_", "-"))
        with catalogue.open("rb") as file:
            messages = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        for place, text in messages.items():
            if place and text.strip() and "|" not in text:
                names[place][" ".join(text.split())].add(tag)
    for place, texts in names.items():
        yield place, packed(texts)


def packed(texts: Mapping[str, Iterable[str]]) -> str:
    """Languages by name as the field of a table."""
    return "|".join(sorted(f"{','.join(sorted(tags))}={name}" for name, tags in texts.items()))


def names_in(field: str) -> Iterator[str]:
    """The names in such a field."""
    return (part.split("=", 1)[1] for part in field.split("|"))
