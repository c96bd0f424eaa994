from pathlib import Path

import pytest

from storymap.errors import GazetteerError
from storymap.gazetteer.store import Store
from storymap.gazetteer.writing import GazetteerWriter
from storymap.model import NameKind, Place, PlaceName
from tests.tiny_gazetteer import NAMES, PLACES, tiny_gazetteer

OSH = Place("gn:1527534", "Osh", 40.5, 72.8, "P", "PPL", "KG")


def written(path: Path, *places: Place) -> bytes:
    with GazetteerWriter(path, version="test") as writer:
        for place in places:
            writer.add(place, NAMES.get(place.id, ()))
    return path.read_bytes()


def test_the_same_places_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "a", *PLACES) == written(tmp_path / "b", *PLACES)


def test_the_order_of_arrival_does_not_matter(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    written(first, *PLACES)
    written(second, *reversed(PLACES))
    for place in PLACES:
        assert Store(first).names(place.id) == Store(second).names(place.id)
        assert Store(first).search(place.name) == Store(second).search(place.name)


def test_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "tiny.sqlite"
    tiny_gazetteer(path)
    before = path.read_bytes()
    with pytest.raises(AttributeError), GazetteerWriter(path, version="test") as writer:
        writer.add("not a place")  # type: ignore[arg-type]
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_two_places_with_one_id_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="same id"):
        written(tmp_path / "twice", OSH, OSH)


def test_the_main_name_comes_first_and_every_text_once(tmp_path: Path) -> None:
    path = tmp_path / "osh.sqlite"
    with GazetteerWriter(path, version="test") as writer:
        writer.add(OSH, (PlaceName("Ош", "ky"), PlaceName("Osh", "en"), PlaceName("Ош", "ru")))
    assert [name.text for name in Store(path).names(OSH.id)] == ["Osh", "Ош"]


def test_an_official_name_is_shown_before_an_alternate_one(tmp_path: Path) -> None:
    path = tmp_path / "osh.sqlite"
    with GazetteerWriter(path, version="test") as writer:
        names = (PlaceName("Osh City"), PlaceName("OSH CITY", "en", NameKind.OFFICIAL))
        writer.add(OSH, names)
    (found,) = Store(path).search("osh city")
    assert found.name.kind is NameKind.OFFICIAL
