"""Cities, towns and villages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from building import geonames
from building.cleaning import clean_names
from building.countries import capitals
from building.records import Record, read_csv, read_tsv, tagged_names, translated
from building.spellings import spellings
from storymap.gazetteer.names import fold
from storymap.model import NameKind, Place, PlaceName


def records(
    demonyms: Mapping[str, tuple[PlaceName, ...]], translations: Mapping[str, str]
) -> Iterator[Record]:
    """A record for each city."""
    codes = _feature_codes()
    admin2 = _second_level()
    main_names = {row["id"]: row["name"] for row in read_csv("main_names.csv")}
    more = {row["id"]: row["names"] for row in read_csv("city_names.csv")}
    for city in geonames.cities():
        number = str(city["geonameid"])
        place_id = f"gn:{number}"
        place = Place(
            place_id,
            main_names.get(place_id, " ".join(city["name"].split())),
            city["latitude"],
            city["longitude"],
            "P",
            codes.get(place_id, "PPL"),
            country=city["countrycode"],
            admin1=city["admin1code"],
            admin2=admin2.get(number, ""),
            population=city["population"],
            source="geonames",
        )
        names = (
            *tagged_names(more.get(place_id, ""), NameKind.SHORT),
            *demonyms.get(place_id, ()),
            *spellings(place),
            *clean_names((city["name"], *city["alternatenames"])),
            *translated(translations.get(number, ""), place.name),
        )
        yield Record(place, names)


def _second_level() -> Mapping[str, str]:
    """The code of the second-level division of each city, by its GeoNames number."""
    found: dict[str, str] = {}
    for row in read_tsv("city_admin2.tsv"):
        code = row["admin2"].split(".", 2)[2]
        found |= dict.fromkeys(row["cities"].split(), code)
    return found


def _feature_codes() -> Mapping[str, str]:
    """PPLC for capitals and PPLA for seats of states, as far as known."""
    sought = {(code, fold(name)): "PPLC" for code, name in capitals().items() if name}
    largest: dict[tuple[str, str], tuple[int, str]] = {}
    for city in geonames.cities():
        for key in {fold(name) for name in (city["name"], *city["alternatenames"])}:
            wanted = (city["countrycode"], key)
            if wanted in sought:
                candidate = (city["population"], f"gn:{city['geonameid']}")
                largest[wanted] = max(candidate, largest.get(wanted, (-1, "")))
    seats = {row["capital"]: "PPLA" for row in read_csv("us_states.csv")}
    return seats | {place_id: "PPLC" for _, place_id in largest.values()}
