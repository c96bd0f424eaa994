"""First- and second-level divisions: states, provinces, counties, districts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from building import geonames
from building.records import Record, extent_of, names_of, read_csv, read_tsv, translated
from building.spellings import spellings
from storymap.gazetteer.names import fold
from storymap.model import NameKind, Place, PlaceName, Precision


def populations() -> Mapping[str, int]:
    """How many live in the cities of each division, by its code; nobody outside is counted."""
    found: Counter[str] = Counter()
    numbers: dict[str, int] = {}
    for city in geonames.cities():
        found[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
        numbers[str(city["geonameid"])] = city["population"]
    for row in read_tsv("city_admin2.tsv"):
        found[row["admin2"]] = sum(numbers[number] for number in row["cities"].split())
    return found


def first_level(
    demonyms: Mapping[str, tuple[PlaceName, ...]],
    translations: Mapping[str, str],
    inhabitants: Mapping[str, int],
) -> Iterator[Record]:
    """A record for each first-level division."""
    states = {f"US.{row['state']}": row for row in read_csv("us_states.csv")}
    points = states | {row["division"]: row for row in read_csv("division_points.csv")}
    spoken = {row["division"]: row for row in read_csv("division_names.csv")}
    words = _words("ADM1")
    for row in read_tsv("admin1.tsv"):
        code = row["code"]
        place = _place(row, "ADM1", inhabitants.get(code, 0), points.get(code, row))
        names = (
            *_american(states.get(code)),
            *_spoken(spoken.get(code)),
            *_variants(place, words[place.country]),
            *demonyms.get(code, ()),
            *translated(translations.get(code, ""), place.name),
        )
        yield Record(place, names)


def second_level(
    translations: Mapping[str, str], inhabitants: Mapping[str, int]
) -> Iterator[Record]:
    """A record for each second-level division."""
    words = _words("ADM2")
    for row in read_tsv("admin2.tsv"):
        place = _place(row, "ADM2", inhabitants.get(row["code"], 0), row)
        names = (
            *_variants(place, words[place.country]),
            *spellings(place),
            *translated(translations.get(row["code"], ""), place.name),
        )
        yield Record(place, names)


def _place(
    row: dict[str, str], feature_code: str, population: int, point: Mapping[str, str]
) -> Place:
    country, admin1, *admin2 = row["code"].split(".", 2)
    slug = "-".join(filter(None, re.split(r"[^a-z0-9]+", row["code"].lower())))
    return Place(
        f"gn:{row['geonameid']}" if row["geonameid"] else f"sm:{feature_code.lower()}-{slug}",
        row["name"],
        float(point["lat"]),
        float(point["lon"]),
        "A",
        feature_code,
        country,
        admin1,
        "".join(admin2),
        population,
        extent=extent_of(row),
        precision=Precision.AREA,
        source="geonames",
    )


def _american(row: dict[str, str] | None) -> Iterator[PlaceName]:
    if row:
        yield PlaceName(row["state"], "en", NameKind.CODE)
        yield from names_of(row["press"], NameKind.SHORT)
        yield from names_of(row["other"], NameKind.ALTERNATE)


def _spoken(row: dict[str, str] | None) -> Iterator[PlaceName]:
    if row:
        yield from names_of(row["code"], NameKind.CODE)
        yield from names_of(row["short"], NameKind.SHORT)
        yield from names_of(row["other"], NameKind.ALTERNATE)


@dataclass(frozen=True, slots=True)
class Words:
    """What divisions of a country are called, as patterns such as "* County"."""

    known: tuple[str, ...] = ()
    """Patterns that a name may follow; what stands for the "*" is then a name too."""
    added: tuple[str, ...] = ()
    """Patterns by which such a division is spoken of, whatever its name."""


def _words(feature_code: str) -> Mapping[str, Words]:
    """The words by country."""
    words: dict[str, Words] = defaultdict(Words)
    for row in read_csv("division_words.csv"):
        if row["level"] == feature_code:
            known, added = (tuple(filter(None, row[k].split("|"))) for k in ("words", "added"))
            words |= dict.fromkeys(row["countries"].split(), Words(known, added))
    return words


def _variants(place: Place, words: Words) -> Iterator[PlaceName]:
    """The name without the word for such divisions, and the bare name with each added word."""
    bare = next(filter(fold, (_without(place.name, word) for word in words.known)), place.name)
    if bare != place.name:
        yield PlaceName(bare, kind=NameKind.SHORT)
    for pattern in words.added:
        full = pattern.replace("*", bare)
        if full != place.name:
            yield PlaceName(full, "en")


def _without(name: str, pattern: str) -> str:
    """What stands for the "*" of a pattern such as "* County" in a name; empty if nothing does."""
    before, after = pattern.split("*")
    fits = name.startswith(before) and name.endswith(after)
    return name[len(before) : len(name) - len(after)].strip() if fits else ""
