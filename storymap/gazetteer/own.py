"""A layer of edits, as it is read: what people added, changed, hid, merged, blocked and preferred.

What it says holds over the layers it lies on; they are never changed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from storymap.gazetteer.distances import contains
from storymap.gazetteer.entries import (
    Kind,
    PlaceEntry,
    read_attribution,
    read_place_entry,
    read_record,
    read_ruling,
    read_shown_record,
)
from storymap.gazetteer.layers import profile_of
from storymap.gazetteer.names import fold
from storymap.gazetteer.ownfile import OwnFile
from storymap.gazetteer.protocol import NameProfile
from storymap.gazetteer.records import Record
from storymap.gazetteer.rulings import NO_RULING, Ruling
from storymap.model import Attribution, Candidate, Extent, Place, PlaceName

_SEARCH = """
    SELECT wanted.value, name_key.name, entry.id, entry.body
    FROM json_each(?) AS wanted
    CROSS JOIN name_key ON name_key.key = wanted.value AND name_key.name IS NOT NULL
    CROSS JOIN entry ON entry.kind = 'place' AND entry.id = name_key.place
"""
_RULINGS = """
    SELECT name_key.key, NULL FROM json_each(?1) AS wanted
    CROSS JOIN name_key ON name_key.key = wanted.value AND name_key.name IS NULL
    UNION ALL
    SELECT entry.id, entry.body FROM json_each(?1) AS wanted
    CROSS JOIN entry ON entry.kind = 'name' AND entry.id = wanted.value
"""
_CLAIMS = """
    SELECT entry.id FROM json_each(?) AS wanted
    CROSS JOIN entry ON entry.kind = 'place' AND entry.id = wanted.value
"""
_BODY = "SELECT body FROM entry WHERE kind = 'place' AND id = ?"
_REDIRECT = """
    SELECT json_extract(body, '$.merged_into') FROM entry WHERE kind = 'place' AND id = ?
"""
_CONTAINERS = """
    SELECT name FROM container WHERE country = ? AND admin1 IN (?, '')
    ORDER BY admin1 = '', place
"""


class OwnLayer:
    """A file of edits as a layer."""

    def __init__(self, file: OwnFile) -> None:
        self.file = file

    @classmethod
    def open(cls, path: Path) -> OwnLayer:
        """Open a file of edits; raises GazetteerError if it is missing or is none."""
        return cls(OwnFile.open(path))

    @classmethod
    def create(cls, path: Path) -> OwnLayer:
        """Open a file of edits, making an empty one if there is none."""
        return cls(OwnFile.create(path))

    @property
    def version(self) -> str:
        """Names the file and its last change."""
        query = "SELECT id, (SELECT max(number) FROM change) FROM layer"
        layer_id, last = self.file.rows(query)[0]
        return f"own-{layer_id}.{last or 0}"

    def search(self, name: str) -> Sequence[Candidate]:
        """The places of this layer that have this name, most populous first."""
        return self.search_all((name,))[name]

    def search_all(self, names: Collection[str]) -> Mapping[str, Sequence[Candidate]]:
        """`search` for many names in one query; every name given is a key of the answer."""
        keys = {name: fold(name) for name in names}
        found: dict[str, list[Candidate]] = {key: [] for key in keys.values()}
        records: dict[str, Record] = {}
        for key, number, place_id, body in self.file.rows(_SEARCH, _json(found)):
            record = records.get(place_id) or records.setdefault(place_id, read_record(body))
            found[key].append(Candidate(record.place, record.names[number]))
        for candidates in found.values():
            candidates.sort(key=lambda c: (-c.place.population, c.place.id))
        return {name: tuple(found[key]) for name, key in keys.items()}

    def profile(self, keys: Collection[str]) -> Mapping[str, NameProfile]:
        """What this layer knows of these folded keys; a key that no place has is left out."""
        found = self.search_all(keys)
        return {key: profile_of(candidates) for key, candidates in found.items() if candidates}

    def get(self, place_id: str) -> Place | None:
        """The place as this layer describes it; None if it does not, or hides it."""
        record = self._shown(place_id)
        return record.place if record else None

    def names(self, place_id: str) -> Sequence[PlaceName]:
        """All names of a place that this layer describes, its main name first."""
        record = self._shown(place_id)
        return record.names if record else ()

    def _shown(self, place_id: str) -> Record | None:
        body = self._body(place_id)
        return read_shown_record(body) if body else None

    def _body(self, place_id: str) -> str | None:
        rows = self.file.rows(_BODY, place_id)
        return rows[0][0] if rows else None

    def entry(self, place_id: str) -> PlaceEntry:
        """All that this layer says of a place, hidden or not."""
        return read_place_entry(self._body(place_id))

    def revision(self, place_id: str) -> int:
        """The number of the change that left the place as it is here; 0 if there was none."""
        query = "SELECT revision FROM entry WHERE kind = 'place' AND id = ?"
        rows = self.file.rows(query, place_id)
        return int(rows[0][0]) if rows else 0

    def entries(self) -> Iterator[tuple[str, PlaceEntry]]:
        """Every place of which this layer says something, by identifier."""
        query = "SELECT id, body FROM entry WHERE kind = 'place' ORDER BY id"
        for place_id, body in self.file.rows(query):
            yield place_id, read_place_entry(body)

    def claims(self, place_ids: Collection[str]) -> frozenset[str]:
        """Those of these places of which this layer says something."""
        return frozenset(place_id for (place_id,) in self.file.rows(_CLAIMS, _json(place_ids)))

    def redirect(self, place_id: str) -> str:
        """The place into which this one was merged here; empty if it was not."""
        rows = self.file.rows(_REDIRECT, place_id)
        return str(rows[0][0] or "") if rows else ""

    def rulings(self, keys: Collection[str]) -> Mapping[str, Ruling]:
        """What was said of these keys; a key is here too if a place that has it below changed."""
        rows = self.file.rows(_RULINGS, _json(keys))
        said = {key: read_ruling(body) for key, body in rows if body is not None}
        return {key: said.get(key, NO_RULING) for key, _ in rows}

    def all_rulings(self) -> Mapping[str, Ruling]:
        """Every key of which something was said, in alphabetical order."""
        rows = self.file.rows("SELECT id, body FROM entry WHERE kind = ? ORDER BY id", Kind.NAME)
        return {key: read_ruling(body) for key, body in rows}

    def containers(self, country: str, admin1: str = "") -> tuple[str, ...]:
        """Names of a division and its country, as far as described here, innermost first."""
        return tuple(name for (name,) in self.file.rows(_CONTAINERS, country, admin1))

    def in_extent(self, extent: Extent, *, least_population: int = 0) -> Sequence[Place]:
        """The places of this layer whose point lies in an extent; reads all that it has."""
        records = (entry.record for _, entry in self.entries() if not entry.is_gone)
        places = (record.place for record in records if record is not None)
        large = (place for place in places if place.population >= least_population)
        return tuple(place for place in large if contains(extent, place.lat, place.lon))

    def reaches(self, country: str, lat: float, lon: float) -> bool:
        """Never: what people entered by hand is no evidence of where a country lies."""
        return False

    def attributions(self) -> Sequence[Attribution]:
        """What the sources of imported places ask to be said, by key."""
        rows = self.file.rows("SELECT body FROM entry WHERE kind = ? ORDER BY id", Kind.SOURCE)
        return tuple(read_attribution(body) for (body,) in rows)


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
