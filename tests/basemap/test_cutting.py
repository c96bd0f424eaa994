import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storymap.drawing.basemap.cutting import Box, cut_line, cut_ring
from tests.basemap.shapes import area

BOX = Box(-100, -100, 100, 100)
SQUARE = [(-50, -50), (50, -50), (50, 50), (-50, 50), (-50, -50)]

coordinates = st.integers(-300, 300)
points = st.tuples(coordinates, coordinates)


@st.composite
def stars(draw):
    """A ring around the origin that does not cross itself."""
    radii = draw(st.lists(st.integers(20, 300), min_size=4, max_size=24))
    turn = 2 * math.pi / len(radii)
    ring = [
        (round(r * math.cos(i * turn)), round(r * math.sin(i * turn))) for i, r in enumerate(radii)
    ]
    return [*ring, ring[0]]


def inside(steps, box):
    return all(box.west <= x <= box.east and box.south <= y <= box.north for x, y in steps)


def test_a_ring_inside_the_box_comes_back_as_it_is():
    assert cut_ring(SQUARE, BOX) == SQUARE


def test_a_ring_outside_the_box_is_gone():
    assert cut_ring([(x + 500, y) for x, y in SQUARE], BOX) == []


def test_a_ring_around_the_box_becomes_the_box():
    ring = cut_ring([(4 * x, 4 * y) for x, y in SQUARE], BOX)
    assert set(ring) == {(-100, -100), (100, -100), (100, 100), (-100, 100)}


def test_a_line_that_leaves_and_returns_comes_back_in_two_pieces():
    line = [(0, 0), (200, 0), (200, 50), (0, 50)]
    assert cut_line(line, BOX) == [[(0, 0), (100, 0)], [(100, 50), (0, 50)]]


@given(st.lists(points, min_size=3, max_size=30))
def test_what_is_cut_lies_in_the_box_and_is_closed(corners):
    ring = cut_ring([*corners, corners[0]], BOX)
    assert inside(ring, BOX)
    assert ring[:1] == ring[-1:]


@given(st.lists(points, min_size=2, max_size=30))
def test_pieces_of_a_line_lie_in_the_box(line):
    assert all(inside(piece, BOX) and len(piece) > 1 for piece in cut_line(line, BOX))


@given(stars(), st.integers(-90, 90))
def test_the_areas_on_both_sides_of_a_cut_add_up(star, middle):
    west, east = Box(-400, -400, middle, 400), Box(middle, -400, 400, 400)
    parts = area(cut_ring(star, west)) + area(cut_ring(star, east))
    assert parts == pytest.approx(area(star), rel=0.02, abs=1000)
