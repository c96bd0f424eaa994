import filecmp
import math

import pytest

from storymap.drawing.basemap import source


def test_the_bundled_file_is_what_the_sources_give(build, tmp_path):
    build.build(tmp_path / "basemap.sqlite")
    assert filecmp.cmp(tmp_path / "basemap.sqlite", source.BUNDLED, shallow=False)


def test_builder_and_reader_agree_on_the_format(beside):
    storing, weighing = beside("storing"), beside("weighing")
    assert storing.FORMAT == source.FORMAT
    assert storing.CHUNK == source.CHUNK
    assert weighing.IMPORTANCE_STEPS_PER_DOUBLING == source.IMPORTANCE_STEPS_PER_DOUBLING


def test_the_flattest_vertex_goes_first(beside):
    areas = beside("weighing").effective_areas([(0, 0), (10, 1), (20, 0), (30, 30), (40, 0)])
    assert areas[0] == areas[-1] == math.inf
    assert areas[1] == min(areas)
    assert areas[3] == max(areas[1:-1])


def test_lines_are_joined_where_two_meet_and_left_where_three_do(beside):
    joined = beside("rings").joined
    through = joined([[(0, 0), (1, 0)], [(2, 0), (1, 0)]])
    fork = joined([[(0, 0), (1, 0)], [(2, 0), (1, 0)], [(1, 0), (1, 5)]])
    assert through == [[(0, 0), (1, 0), (2, 0)]]
    assert len(fork) == 3


def test_a_hole_goes_to_the_smallest_ring_around_it(beside):
    large, small = square(100), square(50)
    hole = square(10)[::-1]
    assert beside("rings").polygons_of([large, hole, small]) == [[small, hole], [large]]


def test_arcs_around_a_face_close_into_a_ring(beside):
    (ring,) = beside("rings").rings_of([[(0, 0), (1, 0), (1, 1)], [(1, 1), (0, 1), (0, 0)]])
    assert set(ring) == {(0, 0), (1, 0), (1, 1), (0, 1)}
    assert ring[0] == ring[-1]


@pytest.mark.parametrize("steps", [[(0, 0), (5, 5)], [(0, 0), (5, 5), (9, 0)]])
def test_paths_are_read_as_they_were_written(build, steps):
    path = f"0 0 5 5{' 4 -5' * (len(steps) - 2)}"
    assert build.steps_of(path) == steps


def square(half):
    corners = [(-half, -half), (half, -half), (half, half), (-half, half)]
    return [*corners, corners[0]]
