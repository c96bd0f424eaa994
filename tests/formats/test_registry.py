from pathlib import Path

import pytest

from storymap.errors import FormatError
from storymap.formats import FORMATS, format_of, render, write
from tests.stories import PARIS, story


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("map.html", "html"),
        ("MAP.HTM", "html"),
        ("places.geojson", "geojson"),
        ("places.csv", "csv"),
        ("flood.story.json", "story"),
        ("flood.json", "story"),
    ],
)
def test_a_suffix_tells_the_format(name: str, expected: str) -> None:
    assert format_of(name) == expected


@pytest.mark.parametrize("name", ["map", "map.exe", ".html.swp"])
def test_a_suffix_that_tells_nothing_is_refused_with_those_that_do(name: str) -> None:
    with pytest.raises(FormatError, match=r"\.geojson"):
        format_of(name)


def test_a_format_may_be_named_by_its_suffix() -> None:
    told = story("Paris", ("Paris", PARIS))
    assert render(told, ".json") == render(told, "json") == render(told, "story")


def test_a_format_that_there_is_not_is_refused() -> None:
    with pytest.raises(FormatError, match="no format 'exe': use one of html"):
        render(story("Paris"), "exe")


def test_an_option_that_a_format_does_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="csv has no option 'tiles'"):
        write(story("Paris"), tmp_path / "places.csv", tiles="osm")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_writes_what_it_renders(tmp_path: Path, name: str) -> None:
    told = story("Paris and 東京 {{ 7*7 }} 50{% off", ("Paris", PARIS), ("東京", None))
    path = write(told, tmp_path / f"told{FORMATS[name].suffixes[0]}")
    assert path.read_bytes().decode() == render(told, name)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_says_what_it_keeps_and_has_a_suffix_of_its_own(name: str) -> None:
    assert FORMATS[name].keeps
    assert all(format_of(f"told{suffix}") == name for suffix in FORMATS[name].suffixes)
