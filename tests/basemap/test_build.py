import filecmp
import math

import pytest

from storymap.drawing.basemap import source


def test_the_bundled_file_is_what_the_sources_give(build, tmp_path):
    build.build(tmp_path / "basemap.sqlite")
    assert filecmp.cmp(tmp_path / "basemap.sqlite", source.BUNDLED, shallow=False)


def test_builder_and_reader_agree_on_the_format(build):
    for name in ("FORMAT", "CHUNK", "IMPORTANCE_STEPS_PER_DOUBLING"):
        assert getattr(build, name) == getattr(source, name)


def test_the_flattest_vertex_goes_first(build):
    areas = build.effective_areas([(0, 0), (10, 1), (20, 0), (30, 30), (40, 0)])
    assert areas[0] == areas[-1] == math.inf
    assert areas[1] == min(areas)
    assert areas[3] == max(areas[1:-1])


def test_lines_are_joined_where_two_meet_and_left_where_three_do(build):
    through = build.joined([[(0, 0), (1, 0)], [(2, 0), (1, 0)]])
    fork = build.joined([[(0, 0), (1, 0)], [(2, 0), (1, 0)], [(1, 0), (1, 5)]])
    assert through == [[(0, 0), (1, 0), (2, 0)]]
    assert len(fork) == 3


def test_a_hole_goes_to_the_smallest_ring_around_it(build):
    large, small = square(100), square(50)
    hole = square(10)[::-1]
    assert build.polygons_of([large, hole, small]) == [[small, hole], [large]]


def test_arcs_around_a_face_close_into_a_ring(build):
    (ring,) = build.rings_of([[(0, 0), (1, 0), (1, 1)], [(1, 1), (0, 1), (0, 0)]])
    assert set(ring) == {(0, 0), (1, 0), (1, 1), (0, 1)}
    assert ring[0] == ring[-1]


@pytest.mark.parametrize("steps", [[(0, 0), (5, 5)], [(0, 0), (5, 5), (9, 0)]])
def test_paths_are_read_as_they_were_written(build, steps):
    path = f"0 0 5 5{' 4 -5' * (len(steps) - 2)}"
    assert build.steps_of(path) == steps


def square(half):
    corners = [(-half, -half), (half, -half), (half, half), (-half, half)]
    return [*corners, corners[0]]
