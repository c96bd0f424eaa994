from pathlib import Path
from typing import Any

import pandas
import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError, GeocoderUnavailable
from geopy.extra.rate_limiter import RateLimiter

from storymap.gazetteer.geocoder import GazetteerGeocoder
from tests.tiny_gazetteer import tiny_gazetteer


@pytest.fixture(scope="module")
def geocoder(tmp_path_factory: pytest.TempPathFactory) -> GazetteerGeocoder:
    return GazetteerGeocoder(tiny_gazetteer(tmp_path_factory.mktemp("tiny") / "tiny.sqlite"))


def ids(locations: list[Any]) -> list[str]:
    return [location.raw["id"] for location in locations]


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ("Paris", "gn:2988507"),
        ("PARIS ", "gn:2988507"),
        ("Paris, Texas", "gn:4717560"),
        ("Paris, TX 75460, US", "gn:4717560"),
        ("Paris Texas", "gn:4717560"),
        ("Osh, Kyrgyzstan", "gn:1527534"),
        ("Osh, Central Asia", "gn:1527534"),
        ("Jalalabad", "gn:1139715"),
        ("Jalalabad, Kyrgyz Republic", "gn:1528249"),
        ("Teyyit, Jalal-Abad Region", "sm:teyyit"),
        ("Teyyit, Jalal-Abad", "sm:teyyit"),
        ("Кыргызстан", "gn:1527747"),
    ],
)
def test_a_name_finds_its_place(geocoder: GazetteerGeocoder, query: str, place_id: str) -> None:
    assert geocoder.geocode(query).raw["id"] == place_id


@pytest.mark.parametrize("query", ["Atlantis", "Paris, Atlantis", "Osh, Texas", "", ",", "French"])
def test_what_is_not_there_is_none(geocoder: GazetteerGeocoder, query: str) -> None:
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) is None


def test_a_location_has_a_point_an_address_and_the_record(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("Paris, Texas")
    assert (location.latitude, location.longitude) == (33.66094, -95.55551)
    assert location.address == "Paris, Texas, United States"
    assert location.raw["population"] == 24_782


def test_several_are_given_most_prominent_first(geocoder: GazetteerGeocoder) -> None:
    assert ids(geocoder.geocode("Paris", exactly_one=False)) == ["gn:2988507", "gn:4717560"]
    assert ids(geocoder.geocode("Paris", exactly_one=False, limit=1)) == ["gn:2988507"]


@pytest.mark.parametrize("codes", ["us", "US,CA", ["CA", "us"]])
def test_countries_can_be_asked_for(geocoder: GazetteerGeocoder, codes: str | list[str]) -> None:
    assert geocoder.geocode("Paris", country_codes=codes).raw["id"] == "gn:4717560"


def test_a_river_is_found_in_each_of_its_countries(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Naryn", country_codes="uz").raw["id"] == "gn:1527298"


def test_the_address_is_in_the_language_asked_for(geocoder: GazetteerGeocoder) -> None:
    assert geocoder.geocode("Bishkek", language="ky").address.startswith("Бишкек")
    assert geocoder.geocode("Bishkek", language="fi").address.startswith("Bishkek")


@pytest.mark.parametrize(
    ("query", "place_id"),
    [
        ({"city": "Paris", "state": "Texas"}, "gn:4717560"),
        ({"city": "Paris", "country": "United States", "street": "Main Street"}, "gn:4717560"),
        ({"state": "Jalal-Abad", "country": "Kyrgyzstan"}, "gn:1528248"),
        ({"city": "Jalal-Abad", "country": "Kyrgyzstan"}, "gn:1528249"),
        ({"country": "US"}, "gn:6252001"),
    ],
)
def test_a_structured_query_says_what_is_what(
    geocoder: GazetteerGeocoder, query: dict[str, str], place_id: str
) -> None:
    assert geocoder.geocode(query).raw["id"] == place_id


def test_a_structured_query_with_an_unknown_key_is_refused(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(GeocoderQueryError, match="planet: not known; ask for city"):
        geocoder.geocode({"planet": "Mars"})


def test_a_structured_query_of_what_is_passed_over_finds_nothing(
    geocoder: GazetteerGeocoder,
) -> None:
    assert geocoder.geocode({"postalcode": "75460"}) is None


@pytest.mark.parametrize("point", [(40.5, 72.8), "40.5, 72.8", "40 30m 0s N, 72 48m 0s E"])
def test_reverse_gives_the_nearest_place_and_how_far_it_is(
    geocoder: GazetteerGeocoder, point: Any
) -> None:
    location = geocoder.reverse(point)
    assert location.raw["id"] == "gn:1527534"
    assert location.raw["distance_km"] == pytest.approx(3.15, abs=0.01)


def test_reverse_gives_several_nearest_first_and_no_regions(geocoder: GazetteerGeocoder) -> None:
    found = geocoder.reverse((40.9, 72.97), exactly_one=False, limit=3)
    assert ids(found) == ["sm:teyyit", "gn:1528249", "gn:1527534"]


def test_reverse_refuses_what_is_no_point(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(ValueError, match="Point"):
        geocoder.reverse("Osh")


def test_it_works_with_a_rate_limiter_on_a_frame(geocoder: GazetteerGeocoder) -> None:
    frame = pandas.DataFrame({"name": ["Osh", "Atlantis", None, "Paris, Texas"]})
    geocode = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    frame["location"] = frame["name"].apply(geocode)
    frame["point"] = frame["location"].apply(lambda loc: tuple(loc.point) if loc else None)
    assert frame["point"].iloc[0] == (40.52828, 72.7985, 0.0)
    assert frame["point"].isna().tolist() == [False, True, True, False]


def test_it_is_used_as_a_context_like_any_geocoder(geocoder: GazetteerGeocoder) -> None:
    with geocoder as same:
        assert same.geocode("Osh") is not None


def test_it_asks_no_server(geocoder: GazetteerGeocoder) -> None:
    assert isinstance(geocoder.adapter, BaseSyncAdapter)
    with pytest.raises(GeocoderUnavailable):
        geocoder.adapter.get_json("https://example.org", timeout=1, headers={})


def test_a_gazetteer_that_breaks_is_a_service_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.sqlite"
    geocoder = GazetteerGeocoder(tiny_gazetteer(path))
    path.write_bytes(path.read_bytes()[:4096] + b"x" * 100_000)
    with pytest.raises(GeocoderServiceError):
        geocoder.geocode("Osh")
