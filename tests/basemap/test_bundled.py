"""The base map that ships: what is on it, and where."""

import json
import sqlite3
from array import array
from contextlib import closing
from itertools import pairwise

import pytest

from storymap.drawing.basemap import clip, outline, source
from storymap.drawing.basemap.cutting import Box, cut_line, cut_ring
from storymap.errors import DrawingError
from storymap.model import Extent, Place
from tests.basemap.shapes import decoded, holds

CHUY_AND_JALAL_ABAD = (Extent(42.3, 74.1, 43.4, 75.1), Extent(40.4, 72.5, 41.4, 73.5))
BISHKEK, OSH, TASHKENT = (74.59, 42.87), (72.80, 40.53), (69.24, 41.31)
MIDDLE_OF_ISSYK_KUL, PACIFIC = (77.25, 42.43), (-150.0, 10.0)


def country(code):
    return Place("test:1", code, 0, 0, "A", "PCLI", country=code)


def division(country, admin1):
    return Place("test:2", admin1, 0, 0, "A", "ADM1", country=country, admin1=admin1)


def layer(basemap, name):
    (found,) = [layer for layer in basemap.layers if layer.name == name]
    return found


@pytest.fixture(scope="module")
def kyrgyzstan():
    return clip(CHUY_AND_JALAL_ABAD)


@pytest.fixture(scope="module")
def stored():
    """Whether it is a ring, and all vertices, of every path in the file."""
    query = "SELECT polygon > 0, lons, lats FROM path"
    with closing(sqlite3.connect(source.BUNDLED)) as connection:
        return [(ring, array("i", x), array("i", y)) for ring, x, y in connection.execute(query)]


def test_nothing_crosses_the_antimeridian_or_leaves_the_earth(stored):
    for _, lons, lats in stored:
        assert all(abs(b - a) <= 180_000 for a, b in pairwise(lons))
        assert max(map(abs, lons)) <= 180_000
        assert max(map(abs, lats)) <= 90_000


def test_rings_are_closed(stored):
    assert all((x[0], y[0]) == (x[-1], y[-1]) for is_ring, x, y in stored if is_ring)


def test_cutting_short_what_lies_outside_changes_nothing_inside():
    box = Box(70_000, 38_000, 76_000, 44_000)
    with source.opened() as file:
        for path in file.within("land", box):
            assert cut_ring(path.steps(0.02, box), box) == cut_ring(path.steps(0.02), box)
        for path in file.within("river", box):
            assert cut_line(path.steps(0.02, box), box) == cut_line(path.steps(0.02), box)


def test_land_and_water_are_where_they_are(kyrgyzstan):
    land, lakes = layer(kyrgyzstan, "land"), layer(kyrgyzstan, "lake")
    assert holds(land.polygons, land.digits, BISHKEK)
    assert holds(lakes.polygons, lakes.digits, MIDDLE_OF_ISSYK_KUL)
    assert not holds(lakes.polygons, lakes.digits, BISHKEK)
    assert not holds(land.polygons, land.digits, PACIFIC)


def test_a_local_story_has_rivers_divisions_borders_and_disputes(kyrgyzstan):
    names = [layer.name for layer in kyrgyzstan.layers]
    assert names == ["land", "lake", "river", "admin1", "country", "disputed"]


def test_the_world_is_there_even_without_a_story():
    world = clip([])
    land = layer(world, "land")
    for capital in (BISHKEK, (2.35, 48.85), (-77.04, 38.9), (149.1, -35.3), (18.6, -33.6)):
        assert holds(land.polygons, land.digits, capital)


@pytest.mark.parametrize("budget_kb", [120, 200, 350])
def test_the_budget_is_kept(budget_kb):
    cities = [
        Extent(lat, lon, lat + 1, lon + 1) for lat in range(36, 60, 4) for lon in range(0, 30, 4)
    ]
    written = json.dumps(clip(cities, budget_kb=budget_kb).as_json(), separators=(",", ":"))
    assert len(written) <= budget_kb * 1000 + 1000


def test_the_same_extents_give_the_same_map(kyrgyzstan):
    assert clip(CHUY_AND_JALAL_ABAD[::-1]) == kyrgyzstan


def test_the_outline_of_a_country_holds_its_cities_alone():
    shape = outline(country("KG"))
    assert holds(shape.polygons, shape.digits, BISHKEK)
    assert holds(shape.polygons, shape.digits, OSH)
    assert not holds(shape.polygons, shape.digits, TASHKENT)


def test_the_outline_of_a_division_is_found_by_its_geonames_code():
    jalal_abad, texas = outline(division("KG", "03")), outline(division("US", "TX"))
    assert holds(jalal_abad.polygons, jalal_abad.digits, (73.0, 40.93))
    assert not holds(jalal_abad.polygons, jalal_abad.digits, OSH)
    assert holds(texas.polygons, texas.digits, (-95.55, 33.66))


def test_divisions_of_the_source_are_put_together_as_geonames_has_them():
    normandy = outline(division("FR", "28"))
    assert holds(normandy.polygons, normandy.digits, (0.4, 49.2))
    assert holds(normandy.polygons, normandy.digits, (-1.3, 49.1))


def test_a_macro_region_is_the_union_of_its_countries():
    central_asia = Place(
        "test:3", "Central Asia", 0, 0, "L", "RGN", countries=("KG", "KZ", "TJ", "TM", "UZ")
    )
    shape = outline(central_asia)
    assert holds(shape.polygons, shape.digits, BISHKEK)
    assert holds(shape.polygons, shape.digits, TASHKENT)


def test_a_river_is_not_drawn_as_the_countries_that_it_flows_through():
    naryn = Place("test:5", "Naryn", 41, 72, "H", "STM", countries=("KG", "UZ"))
    assert outline(naryn) is None


def test_fiji_lies_on_both_sides_of_the_antimeridian():
    shape = outline(country("FJ"))
    wests = [decoded(rings[0], shape.digits)[0][0] for rings in shape.polygons]
    assert min(wests) < -178
    assert max(wests) > 177


def test_an_outline_keeps_its_budget():
    written = json.dumps(outline(country("CA"), budget_kb=20).as_json(), separators=(",", ":"))
    assert len(written) < 21_000


def test_a_town_and_a_country_too_small_for_the_source_have_no_outline():
    assert outline(Place("test:4", "Osh", 40.53, 72.8, "P", "PPLA", country="KG")) is None
    assert outline(country("VA")) is None


def test_a_missing_base_map_is_said_to_be_missing(tmp_path):
    with (
        pytest.raises(DrawingError, match=r"missing; .*build\.py"),
        source.opened(tmp_path / "basemap.sqlite"),
    ):
        pass


def test_a_base_map_of_another_format_is_refused(tmp_path):
    other = tmp_path / "basemap.sqlite"
    connection = sqlite3.connect(other)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(DrawingError, match="format 99"), source.opened(other):
        pass
