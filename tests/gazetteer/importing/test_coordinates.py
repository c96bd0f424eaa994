import pytest
from hypothesis import given
from hypothesis import strategies as st

from storymap.gazetteer.importing.coordinates import Position, read_position

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("40.945", "72.993"),
        ("40,945", "72,993"),
        (" 40.945° ", "72.993°"),
        ("40.945 N", "72.993 E"),
        ("N40.945", "E72.993"),
        ("40°56'42\"N", "72°59'34.8\"E"),
        ("40° 56′ 42″ N", "72° 59′ 34.8″ E"),
        ("40º56’42”N", "72º59’34.8”E"),
        ("40°56.7'N", "72°59.58'E"),
    ],
)
def test_degrees_are_read_as_people_write_them(lat, lon):
    found = read_position(lat, lon)
    assert isinstance(found, Position)
    assert (found.lat, found.lon) == pytest.approx((40.945, 72.993))


@pytest.mark.parametrize(
    "text",
    ["-33.9, 18.4", "-33,9; 18,4", "-33.9 18.4", "POINT (18.4 -33.9)", "33°54'S 18°24'E"],
)
def test_both_may_stand_in_one_text(text):
    found = read_position("", "", text)
    assert isinstance(found, Position)
    assert (found.lat, found.lon) == pytest.approx((-33.9, 18.4))


def test_south_and_west_are_negative():
    assert read_position("33.9 S", "18.4 W") == Position(-33.9, -18.4)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("north", "72"),
        ("40.9.1", "72"),
        ("1,234.5", "6"),
        ("95°10'N", "6°1'E"),
        ("40°99'N", "6°1'E"),
    ],
)
def test_what_cannot_be_read_is_quoted(lat, lon):
    found = read_position(lat, lon)
    assert isinstance(found, str)
    assert f'"{lat}"' in found


def test_a_missing_half_is_named():
    assert read_position("40.9", "") == "lon: missing; a place needs a position."


def test_degrees_out_of_range_are_left_to_the_checks():
    assert read_position("95", "200") == Position(95.0, 200.0)


@given(LATS, LONS)
def test_what_python_writes_is_read_again(lat, lon):
    assert read_position(repr(lat), repr(lon)) == Position(lat, lon)


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_is_too_odd(lat, lon):
    assert isinstance(read_position(lat, lon, lat + lon), (Position, str))
