"""Countries and territories, with their other names and what their people are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from building import geonames
from building.records import Record, extent_of, names_of, read_csv, read_tsv, translated
from storymap.model import NameKind, Place, PlaceName, Precision

_MAIN_NAMES = {"AX": "Åland Islands", "NL": "Netherlands", "TL": "Timor-Leste"}
"""Where the package's name is misspelt, has an article or is not the one in use."""


def records(
    demonyms: Mapping[str, tuple[PlaceName, ...]], translations: Mapping[str, str]
) -> Iterator[Record]:
    """A record for each country and territory that has a code today."""
    known = geonames.read("countries")
    extents = {row["country"]: extent_of(row) for row in read_tsv("country_extents.tsv")}
    for row in read_csv("countries.csv"):
        code = row["country"]
        country = known[code]
        place = Place(
            f"gn:{country['geonameid']}",
            _MAIN_NAMES.get(code, country["name"].strip()),
            float(row["lat"]),
            float(row["lon"]),
            "A",
            row["type"],
            country=code,
            population=country["population"],
            extent=extents.get(code),
            precision=Precision.AREA,
            source="geonames",
        )
        names = (
            *_names(row),
            *demonyms.get(code, ()),
            *translated(translations.get(code, ""), place.name),
        )
        yield Record(place, (PlaceName(place.name, "en", NameKind.OFFICIAL), *names))


def _names(row: dict[str, str]) -> Iterator[PlaceName]:
    yield from names_of(row["official"], NameKind.OFFICIAL)
    yield from names_of(row["short"], NameKind.SHORT)
    yield from names_of(row["code"], NameKind.CODE)
    yield from names_of(row["alternate"], NameKind.ALTERNATE)
    yield from names_of(row["historic"], NameKind.HISTORIC)


def capitals() -> Mapping[str, str]:
    """The name of each country's capital, by country code."""
    return {code: country["capital"] for code, country in geonames.read("countries").items()}
