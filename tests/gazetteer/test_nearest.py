from collections.abc import Sequence
from pathlib import Path

import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from storymap.gazetteer.distances import contains, distance_km, extent_around
from storymap.gazetteer.layers import LayeredGazetteer
from storymap.gazetteer.nearest import nearest
from storymap.gazetteer.schema import cells
from storymap.gazetteer.store import Store
from storymap.gazetteer.writing import GazetteerWriter
from storymap.model import Extent, Place
from tests.tiny_gazetteer import tiny_gazetteer

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)


def written(path: Path, *points: tuple[float, float]) -> Store:
    with GazetteerWriter(path, version="1") as writer:
        for number, (lat, lon) in enumerate(points):
            writer.add(Place(f"t:{number}", f"Town {number}", lat, lon, "P", "PPL"))
    return Store(path)


@given(LATS, LONS, LATS, LONS)
def test_distances_are_those_of_geopy(lat: float, lon: float, lat2: float, lon2: float) -> None:
    expected = great_circle((lat, lon), (lat2, lon2)).km
    assert distance_km(lat, lon, lat2, lon2) == pytest.approx(expected, abs=0.01)


@given(LATS, LONS, LATS, LONS)
def test_an_extent_around_a_point_holds_all_that_is_as_near(
    lat: float, lon: float, lat2: float, lon2: float
) -> None:
    radius_km = distance_km(lat, lon, lat2, lon2) * 1.000001 + 0.001
    assert contains(extent_around(lat, lon, radius_km), lat2, lon2)


@given(LATS, LONS, st.floats(0.1, 30_000))
def test_the_cells_of_an_extent_are_those_of_the_points_in_it(
    lat: float, lon: float, radius_km: float
) -> None:
    extent = extent_around(lat, lon, radius_km)
    assert int(lat + 90) * 360 + int(lon + 180) in cells(extent)


@pytest.mark.parametrize(
    ("lat", "lon", "nearest_first"),
    [
        (0.0, 179.9, ["t:0", "t:1"]),
        (0.0, -179.9, ["t:1", "t:0"]),
        (90.0, 0.0, ["t:2", "t:3"]),
        (-45.0, 20.0, ["t:4"]),
    ],
)
def test_the_nearest_are_found_across_the_antimeridian_and_the_poles(
    tmp_path: Path, lat: float, lon: float, nearest_first: Sequence[str]
) -> None:
    points = [(0.0, 179.8), (0.0, -179.8), (80.0, 100.0), (79.0, -80.0), (-50.0, 20.0)]
    store = written(tmp_path / "towns.sqlite", *points)
    found = nearest(store, lat, lon, count=len(nearest_first))
    assert [n.place.id for n in found] == list(nearest_first)


def test_fewer_are_given_where_there_are_no_more(tmp_path: Path) -> None:
    store = written(tmp_path / "towns.sqlite", (10.0, 10.0), (-10.0, -170.0))
    assert [n.place.id for n in nearest(store, 10.0, 10.0, count=5)] == ["t:0", "t:1"]


def test_nothing_is_near_in_an_empty_gazetteer(tmp_path: Path) -> None:
    assert nearest(written(tmp_path / "none.sqlite"), 0.0, 0.0) == ()


def test_a_higher_layer_decides_where_a_place_is(tmp_path: Path) -> None:
    below = written(tmp_path / "below.sqlite", (10.0, 10.0))
    above = written(tmp_path / "above.sqlite", (50.0, 50.0))
    stack = LayeredGazetteer(below, above)
    assert stack.in_extent(Extent(5.0, 5.0, 15.0, 15.0)) == ()
    assert [p.lat for p in stack.in_extent(Extent(45.0, 45.0, 55.0, 55.0))] == [50.0]


def test_the_places_of_an_extent_are_those_whose_point_is_in_it(tmp_path: Path) -> None:
    store = tiny_gazetteer(tmp_path / "tiny.sqlite")
    found = store.in_extent(Extent(40.5, 72.7, 41.0, 73.0))
    assert {place.name for place in found} == {"Osh", "Jalal-Abad", "Teyyit"}


def test_only_places_of_some_population_are_asked_for(tmp_path: Path) -> None:
    store = tiny_gazetteer(tmp_path / "tiny.sqlite")
    found = store.in_extent(Extent(40.5, 72.7, 41.0, 73.0), least_population=100_000)
    assert "Osh" in {place.name for place in found}
    assert all(place.population >= 100_000 for place in found)
    assert LayeredGazetteer(store).in_extent(Extent(40.5, 72.7, 41.0, 73.0), least_population=1)
