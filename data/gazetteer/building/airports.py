"""Airports with an IATA code."""

from __future__ import annotations

from collections.abc import Iterator

from building.records import Record, read_tsv
from storymap.model import NameKind, Place, PlaceName


def records() -> Iterator[Record]:
    """A record for each airport; its name with and without "International"."""
    for row in read_tsv("airports.tsv"):
        place = Place(
            f"sm:airport-{row['icao'].lower()}",
            row["name"],
            float(row["lat"]),
            float(row["lon"]),
            "S",
            "AIRP",
            row["country"],
            source="airportsdata",
        )
        yield Record(place, tuple(_names(row)))


def _names(row: dict[str, str]) -> Iterator[PlaceName]:
    yield PlaceName(row["name"], "en", NameKind.OFFICIAL)
    yield PlaceName(row["iata"], "en", NameKind.CODE)
    yield PlaceName(row["icao"], "en", NameKind.CODE)
    if " International Airport" in row["name"]:
        yield PlaceName(row["name"].replace(" International", ""), "en", NameKind.SHORT)
