from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from storymap.errors import GazetteerError
from storymap.gazetteer import open_gazetteer
from storymap.gazetteer.protocol import Gazetteer
from storymap.gazetteer.store import Store
from storymap.model import NameKind, PlaceName, Precision
from tests.tiny_gazetteer import tiny_gazetteer


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return tiny_gazetteer(tmp_path_factory.mktemp("gazetteer") / "tiny.sqlite")


def ids(store: Gazetteer, name: str) -> list[str]:
    return [candidate.place.id for candidate in store.search(name)]


def test_namesakes_come_most_populous_first(store: Store) -> None:
    assert ids(store, "Paris") == ["gn:2988507", "gn:4717560"]


def test_any_spelling_finds_a_place(store: Store) -> None:
    assert {"gn:1528249", "gn:1139715"} <= set(ids(store, "JALAL’ABAD"))


def test_an_unknown_name_is_found_nowhere(store: Store) -> None:
    assert store.search("Nowhere") == store.search("…") == ()


def test_a_candidate_tells_the_name_that_matched(store: Store) -> None:
    (found,) = store.search("frunze")
    assert found.name == PlaceName("Frunze", "en", NameKind.HISTORIC)


def test_of_names_with_one_key_the_short_one_goes_before_the_code(store: Store) -> None:
    (found,) = store.search("US")
    assert found.name.kind is NameKind.SHORT


def test_a_town_lies_within_its_division_and_country(store: Store) -> None:
    texan = store.get("gn:4717560")
    assert texan is not None
    assert texan.within == ("Texas", "United States")


def test_a_country_lies_within_nothing(store: Store) -> None:
    country = store.get("gn:6252001")
    assert country is not None
    assert country.within == ()


def test_an_approximate_place_keeps_its_radius(store: Store) -> None:
    village = store.get("sm:teyyit")
    assert village is not None
    assert (village.precision, village.radius_km) == (Precision.APPROXIMATE, 10.0)


def test_a_region_keeps_its_countries_and_extent(store: Store) -> None:
    region = store.get("gn:7729892")
    assert region is not None
    assert region.countries == ("KZ", "KG", "TJ", "TM", "UZ")
    assert region.extent is not None


def test_every_name_asked_for_has_an_answer(store: Store) -> None:
    found = store.search_all(("Osh", "OSH", "Nowhere"))
    assert {name: len(candidates) for name, candidates in found.items()} == {
        "Osh": 1,
        "OSH": 1,
        "Nowhere": 0,
    }


def test_a_profile_sums_up_the_places_of_a_key(store: Store) -> None:
    profile = store.profile(("paris", "nowhere"))
    assert set(profile) == {"paris"}
    assert profile["paris"].place_count == 2
    assert profile["paris"].population == 2_138_551
    assert profile["paris"].is_main_name


def test_a_profile_tells_demonyms_countries_and_divisions_apart(store: Store) -> None:
    profile = store.profile(("kyrgyz", "france", "texas"))
    assert profile["kyrgyz"].is_demonym
    assert profile["france"].is_country
    assert profile["texas"].is_admin1
    assert profile["texas"].feature_classes == {"A"}


def test_a_profile_agrees_with_a_search_for_every_key(store: Store) -> None:
    keys = [key for (key,) in store._rows("SELECT DISTINCT key FROM name_key")]
    for key, profile in store.profile(keys).items():
        places = [candidate.place for candidate in store.search(key)]
        assert profile.place_count == len(places)
        assert profile.population == max(place.population for place in places)


def test_the_main_name_is_the_first_of_all_names(store: Store) -> None:
    assert store.names("gn:1528675")[0].text == "Bishkek"
    assert store.names("gn:0") == ()


def test_threads_share_a_store(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: ids(store, "Paris"), range(40)))
    assert answers == [["gn:2988507", "gn:4717560"]] * 40


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such gazetteer"):
        open_gazetteer(tmp_path / "missing.sqlite")


def test_a_file_that_is_no_gazetteer_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_text("not a database, though long enough to be taken for one " * 20)
    with pytest.raises(GazetteerError, match="not a gazetteer"):
        Store(path)
