"""The tables of a gazetteer file, and what their columns mean.

A place's names are numbered: 0 is its main name, and of two names that share a key the lower
number is the one to show. `name_key` therefore holds one row for a key and a place. Places are
numbered by falling population, so rows of a key come out most populous first. `key_profile`
summarises the keys that several places share; every other key is cheap to look up as it is.
"""

from __future__ import annotations

from storymap.model import Extent, NameKind

APPLICATION_ID = 0x53544D47
"""Marks an SQLite file as a storymap gazetteer ("STMG")."""

SCHEMA_VERSION = 1
"""Stands in `PRAGMA user_version`; raised whenever the tables change."""

NAME_KINDS = (
    NameKind.ALTERNATE,
    NameKind.OFFICIAL,
    NameKind.SHORT,
    NameKind.DEMONYM,
    NameKind.CODE,
    NameKind.HISTORIC,
    NameKind.COLLOQUIAL,
)
"""`name.kind` is an index into these: the order is part of the schema."""

TABLES = """
CREATE TABLE gazetteer (version TEXT NOT NULL);

CREATE TABLE source (
    key TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    licence TEXT NOT NULL,
    url TEXT NOT NULL,
    attribution TEXT NOT NULL,
    sha256 TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE place (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    feature_class TEXT NOT NULL,
    feature_code TEXT NOT NULL,
    country TEXT NOT NULL,
    admin1 TEXT NOT NULL,
    admin2 TEXT NOT NULL,
    population INTEGER NOT NULL,
    source TEXT NOT NULL,
    precision TEXT,
    radius_km REAL,
    south REAL,
    west REAL,
    north REAL,
    east REAL,
    countries TEXT
);

CREATE TABLE name (
    place INTEGER NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    kind INTEGER NOT NULL,
    PRIMARY KEY (place, number)
) WITHOUT ROWID;

CREATE TABLE name_key (
    key TEXT NOT NULL,
    place INTEGER NOT NULL,
    name INTEGER NOT NULL,
    PRIMARY KEY (key, place)
) WITHOUT ROWID;

CREATE TABLE key_profile (
    key TEXT PRIMARY KEY,
    place_count INTEGER NOT NULL,
    population INTEGER NOT NULL,
    feature_classes TEXT NOT NULL,
    is_country INTEGER NOT NULL,
    is_admin1 INTEGER NOT NULL,
    is_demonym INTEGER NOT NULL,
    is_main_name INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE container (
    country TEXT NOT NULL,
    admin1 TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (country, admin1)
) WITHOUT ROWID;
"""
"""`precision` and `radius_km` are null for an exact place, the four edges for one without an
extent; `countries` is a list separated by spaces. `container` names a country (admin1 empty) or a
first-level division by its codes."""

CELL = "CAST(lat + 90 AS INTEGER) * 360 + CAST(lon + 180 AS INTEGER)"
"""SQL: the number of the square of one degree that a row of `place` lies in, from -90, -180."""

INDEXES = f"""
CREATE UNIQUE INDEX place_by_id ON place (id);
CREATE INDEX place_by_cell ON place ({CELL});
"""


def cells(extent: Extent) -> list[int]:
    """The squares that an extent touches, by the numbers that `CELL` gives them."""
    rows = range(int(extent.south + 90), int(extent.north + 90) + 1)
    west, east = int(extent.west + 180), int(extent.east + 180)
    crosses = extent.west > extent.east
    columns = [*range(west, 361), *range(east + 1)] if crosses else [*range(west, east + 1)]
    return [row * 360 + column for row in rows for column in columns]


COUNTRY_CODES = ("PCLI", "PCLD", "PCLF", "PCLS", "PCLIX", "PCL", "TERR")
"""GeoNames feature codes of countries and of territories with an ISO code of their own."""

IS_COUNTRY = f"feature_code IN {COUNTRY_CODES}"
"""SQL: whether a row of `place` is one of those."""

_DEMONYM = NAME_KINDS.index(NameKind.DEMONYM)

PROFILE_COLUMNS = f"""
    key,
    count(*) AS place_count,
    max(population) AS population,
    group_concat(DISTINCT feature_class) AS feature_classes,
    max({IS_COUNTRY}) AS is_country,
    max(feature_code = 'ADM1') AS is_admin1,
    max(kind = {_DEMONYM}) AS is_demonym,
    max(name = 0) AS is_main_name
"""
"""SQL: a row of `key_profile`, from rows of `name_key` with what is known of place and name,
grouped by key."""

LONE_PROFILE_COLUMNS = f"""
    name_key.key, 1, place.population, place.feature_class, place.{IS_COUNTRY},
    place.feature_code = 'ADM1', name.kind = {_DEMONYM}, name_key.name = 0
"""
"""SQL: the same for a key that one place alone has."""

PROFILE_JOINS = """
    JOIN place ON place.number = name_key.place
    JOIN name ON name.place = name_key.place AND name.number = name_key.name
"""
