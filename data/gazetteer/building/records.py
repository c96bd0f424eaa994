"""What the sources give: a place and its names; and the small grammar of the tables."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from building.cleaning import clean_names
from storymap.model import Extent, NameKind, Place, PlaceName

SOURCES = Path(__file__).parents[1]

_CODE = re.compile(r"[A-Z]{2,5}")


@dataclass(frozen=True, slots=True)
class Record:
    """A place and its names."""

    place: Place
    names: tuple[PlaceName, ...]


def read_csv(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of our own tables."""
    with (SOURCES / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def read_tsv(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the extracted tables."""
    with (SOURCES / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def names_of(field: str, kind: NameKind, language: str = "en") -> Iterator[PlaceName]:
    """The names in a field of our own tables, separated by "|"; bare capitals are codes."""
    for text in filter(None, field.split("|")):
        yield PlaceName(text, language, _kind(text, kind))


def tagged_names(field: str, kind: NameKind = NameKind.ALTERNATE) -> Iterator[PlaceName]:
    """Names with their languages: "ru,uk=Бишкек|en=Bishkek"; bare capitals are codes ("EU")."""
    for part in filter(None, field.split("|")):
        languages, text = part.split("=", 1)
        for language in languages.split(","):
            yield PlaceName(text, language, _kind(text, kind))


def _kind(text: str, otherwise: NameKind) -> NameKind:
    return NameKind.CODE if _CODE.fullmatch(text) else otherwise


def translated(field: str, main: str) -> Iterator[PlaceName]:
    """Names in other languages; of the many that share the main name, one stands for all."""
    for part in filter(None, field.split("|")):
        tags, raw = part.split("=", 1)
        languages = tags.split(",")
        if raw == main:
            languages = ["en"] if "en" in languages else languages[:1]
        for name in clean_names((raw,)):
            yield from (PlaceName(name.text, language) for language in languages)


def extent_of(row: dict[str, str]) -> Extent | None:
    """The extent in the columns south, west, north and east; None where they are empty."""
    if not row["south"]:
        return None
    return Extent(*(float(row[edge]) for edge in ("south", "west", "north", "east")))
