"""Airports with an IATA code: those that travellers and the news speak of."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

HEADER = ("icao", "iata", "name", "city", "country", "lat", "lon")


def rows(table: Path) -> Iterator[tuple[str, ...]]:
    """A row for each airport that has both codes."""
    with table.open(encoding="utf-8", newline="") as file:
        for airport in csv.DictReader(file):
            if airport["iata"] and airport["icao"]:
                lat, lon = (f"{float(airport[axis]):.4f}" for axis in ("lat", "lon"))
                texts = (" ".join(airport[k].split()) for k in ("icao", "iata", "name", "city"))
                yield *texts, airport["country"], lat, lon
