"""What our own tables hold: seas, rivers, ranges, islands, regions, single places."""

from __future__ import annotations

from collections.abc import Iterator

from building.records import Record, extent_of, read_csv, tagged_names
from storymap.model import Place, PlaceName, Precision

_CLASSES = {
    "A": ("ADM1H", "ADM2H", "ZN", "PRSH", "TERR"),
    "H": ("SEA", "OCN", "GULF", "BAY", "STRT", "CHN", "STM", "LK", "LKN", "RSV", "FLLS", "CNL",
          "DLTA", "SD", "FJD", "LGN", "CNLN", "GLCR", "SWMP"),
    "L": ("RGN", "CONT", "RGNH", "PRK", "AREA", "CST", "OAS", "RESV", "TRB"),
    "P": ("PPL", "PPLX", "PPLA", "PPLQ", "PPLH"),
    "S": ("AIRP", "HSTS", "ANS", "RUIN", "BDG", "DAM", "MIL", "SQR", "PAL", "CAVE", "CTRR"),
    "T": ("MTS", "MT", "PK", "VLC", "ISL", "ISLS", "DSRT", "PEN", "CAPE", "VAL", "PLAT", "PLN",
          "ATOL", "HLL", "PASS", "CNYN", "DPR", "ISTH", "BCH"),
    "V": ("FRST",),
}  # fmt: skip
_CLASS_OF = {code: letter for letter, codes in _CLASSES.items() for code in codes}


def places() -> Iterator[Record]:
    """Single places that no other source has; approximate ones have a radius."""
    for row in read_csv("places.csv"):
        radius_km = float(row["radius_km"] or 0)
        place = Place(
            row["id"],
            row["name"],
            float(row["lat"]),
            float(row["lon"]),
            _CLASS_OF[row["code"]],
            row["code"],
            row["country"],
            row["admin1"],
            precision=Precision.APPROXIMATE if radius_km else Precision.EXACT,
            radius_km=radius_km,
            source="storymap",
        )
        yield Record(place, tuple(tagged_names(row["names"])))


def features() -> Iterator[Record]:
    """Natural features, regions and continents: each has an extent."""
    for table in ("natural.csv", "regions.csv"):
        for row in read_csv(table):
            countries = tuple(row["countries"].split())
            place = Place(
                row["id"],
                row["name"],
                float(row["lat"]),
                float(row["lon"]),
                _CLASS_OF[row["code"]],
                row["code"],
                countries[0] if len(countries) == 1 else "",
                extent=extent_of(row),
                precision=Precision.AREA if _CLASS_OF[row["code"]] == "L" else Precision.EXACT,
                countries=countries,
                source="geonames" if row["id"].startswith("gn:") else "storymap",
            )
            own = PlaceName(place.name, "en")
            yield Record(place, (own, *tagged_names(row["names"])))
