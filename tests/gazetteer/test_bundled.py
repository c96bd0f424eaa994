"""What holds for every record of the bundled gazetteer."""

import re
import sqlite3
from collections.abc import Iterator

import pytest

from storymap.gazetteer import BUNDLED, Store, fold
from storymap.gazetteer.schema import NAME_KINDS
from storymap.model import NameKind, Precision

CODE = re.compile(r"[A-Z]{2,5}")


@pytest.fixture(scope="module")
def rows() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{BUNDLED.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def bundled() -> Store:
    return Store(BUNDLED, immutable=True)


def count(rows: sqlite3.Connection, query: str) -> int:
    (found,) = rows.execute(f"SELECT count(*) FROM {query}").fetchone()  # noqa: S608
    return int(found)


def exceptions(rows: sqlite3.Connection, query: str) -> list[tuple[object, ...]]:
    return rows.execute(f"SELECT {query} LIMIT 5").fetchall()


def test_it_is_large_and_its_file_is_not(rows: sqlite3.Connection) -> None:
    assert count(rows, "place") >= 285_000
    assert count(rows, "name") >= 1_100_000
    assert BUNDLED.stat().st_size < 95_000_000


def test_coordinates_are_in_range(rows: sqlite3.Connection) -> None:
    outside = "id FROM place WHERE NOT (lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180)"
    assert exceptions(rows, outside) == []
    assert exceptions(rows, "id FROM place WHERE lat = 0 AND lon = 0") == []


def test_extents_are_boxes_that_hold_their_point(rows: sqlite3.Connection) -> None:
    outside = """id, lat, lon, south, west, north, east FROM place WHERE south IS NOT NULL AND NOT (
        south < north AND lat BETWEEN south AND north AND CASE WHEN west <= east
        THEN lon BETWEEN west AND east ELSE lon >= west OR lon <= east END)"""
    assert exceptions(rows, outside) == []


def test_every_area_of_our_own_has_an_extent(rows: sqlite3.Connection) -> None:
    bare = "id FROM place WHERE feature_class IN ('H', 'L', 'T', 'V') AND south IS NULL"
    assert exceptions(rows, bare) == []


def test_countries_of_places_exist(rows: sqlite3.Connection) -> None:
    lost = """id FROM place WHERE country <> ''
        AND country NOT IN (SELECT country FROM container WHERE admin1 = '')"""
    assert exceptions(rows, lost) == []
    for (members,) in rows.execute("SELECT countries FROM place WHERE countries IS NOT NULL"):
        for country in members.split():
            assert exceptions(rows, f"1 FROM container WHERE country = '{country}'") != []


def test_nearly_all_second_level_divisions_have_a_parent(
    rows: sqlite3.Connection,
) -> None:
    lost = """count(*) FROM place WHERE feature_code = 'ADM2' AND NOT EXISTS (
        SELECT 1 FROM container
        WHERE container.country = place.country AND container.admin1 = place.admin1)"""
    ((orphans,),) = rows.execute(f"SELECT {lost}").fetchall()
    assert orphans < 0.02 * count(rows, "place WHERE feature_code = 'ADM2'")


def test_sources_of_places_are_credited(rows: sqlite3.Connection) -> None:
    assert exceptions(rows, "source FROM place WHERE source NOT IN (SELECT key FROM source)") == []


def test_only_approximate_places_have_a_radius(rows: sqlite3.Connection) -> None:
    precise = f"id FROM place WHERE radius_km > 0 AND precision <> '{Precision.APPROXIMATE}'"
    assert exceptions(rows, precise) == []
    assert exceptions(rows, "id FROM place WHERE radius_km > 0 AND precision IS NULL") == []


def test_main_names_are_the_first_names(rows: sqlite3.Connection) -> None:
    other = """place.id FROM place LEFT JOIN name ON name.place = place.number AND name.number = 0
        WHERE name.text IS NOT place.name"""
    assert exceptions(rows, other) == []


def test_no_name_is_empty_or_there_twice(rows: sqlite3.Connection) -> None:
    assert exceptions(rows, "place FROM name WHERE trim(text) = '' OR trim(text) <> text") == []
    assert exceptions(rows, "place, text FROM name GROUP BY 1, 2 HAVING count(*) > 1") == []


def test_no_name_of_a_town_is_a_code_a_link_or_without_letters(rows: sqlite3.Connection) -> None:
    query = """SELECT name.text, name.kind, name.number FROM name
        JOIN place ON place.number = name.place WHERE feature_class = 'P'"""
    for text, kind, number in rows.execute(query):
        assert number == 0 or any(map(str.isalpha, text)), text
        assert "://" not in text, text
        coded = NAME_KINDS[kind] is NameKind.CODE
        assert number == 0 or coded or not re.fullmatch("[A-Z]{3,4}", text), text


def test_no_name_of_an_area_is_a_bare_code_unless_marked(rows: sqlite3.Connection) -> None:
    query = """SELECT place.id, name.text, name.kind FROM name
        JOIN place ON place.number = name.place WHERE feature_class <> 'P' AND name.number > 0"""
    for place, text, kind in rows.execute(query):
        assert not CODE.fullmatch(text) or NAME_KINDS[kind] is NameKind.CODE, (place, text)


def test_keys_are_the_folded_names(rows: sqlite3.Connection) -> None:
    query = """SELECT key, text FROM name_key
        JOIN name ON name.place = name_key.place AND name.number = name_key.name
        WHERE name_key.place % 29 = 0"""
    for key, text in rows.execute(query):
        assert fold(text) == key


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Jalal’abad", "gn:1528249"),
        ("JALALABAD", "gn:1528249"),
        ("Жалал-Абад", "gn:1528249"),
        ("Джалал-Абад", "gn:1528249"),
        ("Jalal-Abad Region", "gn:1529778"),
        ("Тейит", "sm:teyyit"),
        ("Bishkek", "gn:1528675"),
        ("KYRGYZSTAN", "gn:1527747"),
        ("U.S.", "gn:6252001"),
        ("US", "gn:6252001"),
        ("UK", "gn:2635167"),
        ("UAE", "gn:290557"),
        ("Calif.", "gn:5332921"),
        ("TX", "gn:4736286"),
        ("Cook County", "gn:4888671"),
        ("Rapides", "gn:4338356"),
        ("Mt. Vernon", "gn:5127835"),
        ("Central Asia", "gn:7729893"),
        ("Middle East", "gn:6269133"),
        ("Europe", "gn:6255148"),
        ("Heathrow", "gn:2647216"),
        ("Lake Nasser", "sm:lake-nasser"),
        ("أسوان", "gn:359792"),
        ("النيل", "sm:nile"),
    ],
)
def test_a_name_finds_its_place(bundled: Store, name: str, place_id: str) -> None:
    assert place_id in [candidate.place.id for candidate in bundled.search(name)]


@pytest.mark.parametrize(
    ("demonym", "place_id"),
    [
        ("Kyrgyz", "gn:1527747"),
        ("Americans", "gn:6252001"),
        ("British", "gn:2635167"),
        ("Britons", "gn:2635167"),
        ("South Korean", "gn:1835841"),
        ("Texan", "gn:4736286"),
        ("Parisian", "gn:2988507"),
        ("European", "gn:6255148"),
        ("Central Asian", "gn:7729893"),
    ],
)
def test_a_demonym_is_known_as_one(bundled: Store, demonym: str, place_id: str) -> None:
    kinds = {c.place.id: c.name.kind for c in bundled.search(demonym)}
    assert kinds[place_id] is NameKind.DEMONYM


def test_ambiguous_demonyms_have_all_their_places(bundled: Store) -> None:
    assert {"gn:614540", "gn:4197000"} <= {c.place.id for c in bundled.search("Georgian")}


def test_a_renamed_town_keeps_the_name_that_readers_know(bundled: Store) -> None:
    town = bundled.get("gn:1528249")
    assert town is not None
    assert town.name == "Jalal-Abad"
    assert town.within == ("Jalal-Abad", "Kyrgyzstan")
