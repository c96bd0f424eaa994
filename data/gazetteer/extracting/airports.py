"""Airports with an international code; private strips are left out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

HEADER = ("icao", "iata", "name", "city", "country", "lat", "lon")


_PRIVATE = re.compile(
    r"\b(airstrip|estancia|farm|fazenda|glid\w+|hacienda|heliport|mine|ranch|strip|usina)\b",
    re.IGNORECASE,
)

_CLUB_CODES = re.compile(r"S[DIJNSW]|ED|LF")
"""Prefixes of ICAO codes that Brazil, Germany and France give to fields of farms and flying clubs;
their airports with traffic have IATA codes too."""


def rows(table: Path) -> Iterator[tuple[str, ...]]:
    """A row for each airport with an ICAO code of its own; the IATA code is often empty."""
    with table.open(encoding="utf-8", newline="") as file:
        for airport in csv.DictReader(file):
            if airport["iata"] or _is_public(airport):
                lat, lon = (f"{float(airport[axis]):.4f}" for axis in ("lat", "lon"))
                texts = (" ".join(airport[k].split()) for k in ("icao", "iata", "name", "city"))
                yield *texts, airport["country"], lat, lon


def _is_public(airport: Mapping[str, str]) -> bool:
    """Whether an airport without IATA code serves a town, as far as can be told."""
    code = airport["icao"]
    international = code.isalpha() and not _CLUB_CODES.match(code)
    return bool(international and airport["city"] and not _PRIVATE.search(airport["name"]))
