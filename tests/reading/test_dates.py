import pytest

from storymap.reading.dates import to_iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2010-04-13", "2010-04-13"),
        ("2010-04-13T10:30:00+06:00", "2010-04-13T10:30:00+06:00"),
        ("2010-04", "2010-04"),
        ("2010", "2010"),
        ("13 April 2010", "2010-04-13"),
        ("Tuesday, 13 Apr. 2010", "2010-04-13"),
        ("April 13th, 2010", "2010-04-13"),
        ("1 Sept 2010", "2010-09-01"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_written(written: str, iso: str) -> None:
    assert to_iso(written) == iso


@pytest.mark.parametrize("text", ["", "4/5/2010", "31 April 2010", "2010-13-01", "in 13 May 2010"])
def test_what_is_no_date_or_means_two_is_none(text: str) -> None:
    assert to_iso(text) == ""
