"""Airports."""

from __future__ import annotations

from collections.abc import Iterator

from building.records import Record, names_of, read_csv, read_tsv
from storymap.model import NameKind, Place, PlaceName

_UNKNOWN = {"geonameid": "", "names": ""}


def records() -> Iterator[Record]:
    """A record for each airport; its name with and without "International"."""
    spoken = {row["iata"]: row for row in read_csv("airport_names.csv")}
    for row in read_tsv("airports.tsv"):
        known = spoken.get(row["iata"], _UNKNOWN)
        number = known["geonameid"]
        place = Place(
            f"gn:{number}" if number else f"sm:airport-{row['icao'].lower()}",
            row["name"],
            float(row["lat"]),
            float(row["lon"]),
            "S",
            "AIRP",
            row["country"],
            source="airportsdata",
        )
        yield Record(place, (*_names(row), *names_of(known["names"], NameKind.SHORT)))


def _names(row: dict[str, str]) -> Iterator[PlaceName]:
    yield PlaceName(row["name"], "en", NameKind.OFFICIAL)
    if row["iata"]:
        yield PlaceName(row["iata"], "en", NameKind.CODE)
    if " International Airport" in row["name"]:
        yield PlaceName(row["name"].replace(" International", ""), "en", NameKind.SHORT)
