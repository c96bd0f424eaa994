import json

from hypothesis import given
from hypothesis import strategies as st

from storymap.drawing.basemap.coding import (
    AreaLayer,
    Basemap,
    LineLayer,
    encoded,
    encoded_polygons,
    size_bytes,
)
from tests.basemap.shapes import decoded

steps = st.lists(
    st.tuples(st.integers(-180_000, 180_000), st.integers(-90_000, 90_000)),
    min_size=2,
    max_size=40,
    unique=True,
)


def test_a_path_is_written_as_differences():
    assert encoded([(74_590, 42_870), (74_600, 42_860)], 3) == (74_590, 42_870, 10, -10)


def test_points_that_fall_together_are_written_once():
    assert encoded([(10, 10), (12, 8), (100, 100)], 2) == (1, 1, 9, 9)


def test_what_shrinks_to_a_point_or_a_line_is_left_out():
    sliver = [(0, 0), (100, 0), (100, 1), (0, 0)]
    assert encoded([(10, 10), (11, 11)], 2) == ()
    assert encoded_polygons([[sliver]], 2) == ()


@given(steps)
def test_what_is_written_can_be_read_again(line):
    assert [(round(x * 1000), round(y * 1000)) for x, y in decoded(encoded(line, 3), 3)] == line


@given(steps)
def test_fewer_digits_move_no_point_by_more_than_half_a_unit(line):
    rounded = {(round(x * 100), round(y * 100)) for x, y in decoded(encoded(line, 2), 2)}
    assert all((round(x / 10), round(y / 10)) in rounded for x, y in line) or not rounded


@given(steps)
def test_the_size_is_that_of_the_json(line):
    path = encoded(line, 3)
    assert size_bytes([path]) == len(json.dumps(path, separators=(",", ":")))


def test_a_base_map_is_a_list_of_layers_in_json():
    land = AreaLayer("land", 3, (((0, 0, 1, 0, 0, 1, -1, -1),),))
    river = LineLayer("river", 3, ((0, 0, 1, 1),))
    assert json.loads(json.dumps(Basemap((land, river)).as_json())) == [
        {"name": "land", "kind": "area", "digits": 3, "parts": [[[0, 0, 1, 0, 0, 1, -1, -1]]]},
        {"name": "river", "kind": "line", "digits": 3, "parts": [[0, 0, 1, 1]]},
    ]
