from hypothesis import given, settings
from hypothesis import strategies as st

from storymap.drawing.basemap.zones import MOST_ZONES, WORLD_TOLERANCE, zones_for
from storymap.model import Extent

EARTH_SQUARE_DEGREES = 360 * 180
OSH = Extent(40.4, 72.6, 40.7, 73.0)
FIJI = Extent(-20.7, 176.9, -12.5, -178.2)
UNITED_STATES = Extent(18.9, -125.0, 49.4, -66.9)

extents = st.builds(
    Extent,
    south=st.floats(-90, 0),
    west=st.floats(-180, 180),
    north=st.floats(0, 90),
    east=st.floats(-180, 180),
)


def tolerance_at(zones, lat, lon):
    x, y = lon * 1000, lat * 1000
    (zone,) = [z for z in zones if z.box.west <= x < z.box.east and z.box.south <= y < z.box.north]
    return zone.tolerance


def test_without_a_story_the_whole_earth_is_coarse():
    (zone,) = zones_for([])
    assert zone.box == (-180_000, -90_000, 180_000, 90_000)
    assert zone.tolerance == WORLD_TOLERANCE


def test_detail_falls_away_from_the_story():
    zones = zones_for([OSH])
    falling = [tolerance_at(zones, 40.5, lon) for lon in (72.8, 78.0, 90.0, 120.0)]
    assert falling == sorted(falling)
    assert falling[0] == 0
    assert falling[-1] == WORLD_TOLERANCE


def test_a_story_on_the_antimeridian_is_fine_on_both_sides():
    zones = zones_for([FIJI])
    assert tolerance_at(zones, -17, 179.9) == tolerance_at(zones, -17, -179.9) < 0.05


def test_a_wide_country_asks_for_no_more_than_its_view_can_show():
    assert 0 < tolerance_at(zones_for([UNITED_STATES]), 40, -100) < WORLD_TOLERANCE


def test_a_story_all_over_the_world_has_no_more_zones_than_can_be_drawn():
    towns = [
        Extent(lat, lon, lat + 1, lon + 1)
        for lat in range(-50, 70, 7)
        for lon in range(-170, 175, 9)
    ]
    assert len(zones_for(towns)) <= MOST_ZONES


@given(st.lists(extents, max_size=5))
@settings(max_examples=40)
def test_zones_cover_the_earth_once(story):
    boxes = [zone.box for zone in zones_for(story)]
    assert (
        sum((b.east - b.west) * (b.north - b.south) for b in boxes) == EARTH_SQUARE_DEGREES * 10**6
    )
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])


def overlap(a, b):
    return a.west < b.east and b.west < a.east and a.south < b.north and b.south < a.north
