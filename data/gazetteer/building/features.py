"""What our own tables hold: seas, rivers, ranges, islands, regions, single places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from building import geonames
from building.cleaning import clean_names
from building.records import Record, extent_of, names_of, read_csv, tagged_names
from storymap.model import Extent, NameKind, Place, PlaceName, Precision

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
_LONGEST_LANGUAGE = 3
"""Letters; what is longer says "link", "wkdt" and the like."""

_ANTARCTICA = Extent(-90.0, -180.0, -60.0, 180.0)
"""The package has a box in the Indian Ocean."""

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
            own = PlaceName(place.name, "en", NameKind.OFFICIAL)
            demonyms = names_of(row["demonyms"], NameKind.DEMONYM)
            yield Record(place, (own, *demonyms, *tagged_names(row["names"])))


def continents(demonyms: Mapping[str, tuple[PlaceName, ...]]) -> Iterator[Record]:
    """The continents, Antarctica among them, with the countries that the package puts in each."""
    members = _countries_by_continent()
    for code, continent in geonames.read("continents").items():
        place_id, box = f"gn:{continent['geonameId']}", continent["bbox"]
        edges = [round(box[edge], 4) for edge in ("south", "west", "north", "east")]
        place = Place(
            place_id,
            continent["toponymName"],
            float(continent["lat"]),
            float(continent["lng"]),
            "L",
            "CONT",
            population=continent["population"],
            extent=_ANTARCTICA if code == "AN" else Extent(*edges),
            precision=Precision.AREA,
            countries=members[code],
            source="geonames",
        )
        names = (*demonyms.get(place_id, ()), *_continent_names(continent["alternateNames"]))
        yield Record(place, names)


def _countries_by_continent() -> Mapping[str, tuple[str, ...]]:
    known = geonames.read("countries")
    members: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_csv("countries.csv"):
        members[known[row["country"]]["continentcode"]].append(row["country"])
    return {code: tuple(sorted(isos)) for code, isos in members.items()}


def _continent_names(raw: Iterable[dict[str, str]]) -> Iterator[PlaceName]:
    for alternate in raw:
        if alternate.get("lang", "").isalpha() and len(alternate["lang"]) <= _LONGEST_LANGUAGE:
            for name in clean_names((alternate["name"],)):
                yield PlaceName(name.text, alternate["lang"])
