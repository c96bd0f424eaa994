"""Reading any number of files of any forms as one stream of records."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from storymap.errors import GazetteerError
from storymap.gazetteer.importing import (
    delimited,
    geojson,
    geonames,
    linkedplaces,
    lptsv,
    pleiades,
)
from storymap.gazetteer.importing.credits import Credits
from storymap.gazetteer.importing.detecting import ADDITIONS, Form, form_of
from storymap.gazetteer.importing.geonames_tables import Tables, open_tables
from storymap.gazetteer.importing.opening import (
    Progress,
    SourceFile,
    chunks,
    lines,
    source_file,
)
from storymap.gazetteer.importing.rows import Rejected, Row, Rows
from storymap.model import Attribution

_JSON = (Form.GEOJSON, Form.LPF)


@dataclass(frozen=True, slots=True)
class How:
    """How files are to be read, as far as they do not tell it themselves."""

    form: Form | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Heading, or GeoJSON property, by field of `drafts.FIELDS`."""
    encoding: str = ""
    countries: tuple[str, ...] = ()
    """Codes of the countries whose places are read; all if empty."""
    attribution: Attribution | None = None
    """Whose the places are that name no source; else it is named after the file."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file and what form it has."""

    source: SourceFile
    form: Form


class Reading:
    """Files that are there and of a known form, to be read once."""

    def __init__(self, paths: Sequence[Path], how: How | None = None) -> None:
        """Look at the files; raises GazetteerError if one is not to be imported."""
        self._how = how or How()
        self.inputs = tuple(self._input(path) for path in paths)
        self.credits = Credits()
        """Filled while the rows are read."""
        self.remarks: list[str] = []
        """What the user should know of the files, filled likewise."""
        self._refuse_additions_alone()

    def _input(self, path: Path) -> Input:
        source = source_file(path)
        return Input(source, self._how.form or form_of(source, encoding=self._how.encoding))

    def _refuse_additions_alone(self) -> None:
        forms = {given.form for given in self.inputs}
        for given in self.inputs:
            if given.form in ADDITIONS and Form.GEONAMES not in forms:
                raise GazetteerError(
                    f"{given.source.label} says more of the places in GeoNames' main table but has "
                    "no positions: name the main table too, such as KG.zip."
                )
        if Form.GEONAMES_HIERARCHY in forms and Form.GEONAMES_DIVISIONS not in forms:
            raise GazetteerError(
                "GeoNames' hierarchy tells in which division a place lies only together with the "
                "codes of divisions: name admin1CodesASCII.txt or admin2Codes.txt too."
            )

    @property
    def size(self) -> int:
        """Bytes that will be read, as `Progress` counts them."""
        return sum(given.source.size for given in self.inputs)

    @cached_property
    def digest(self) -> str:
        """Changes whenever what is read may: SHA-256 of the files and of how they are read."""
        summed = hashlib.sha256(repr(replace(self._how, attribution=None)).encode())
        for given in self.inputs:
            with given.source.path.open("rb") as file:
                summed.update(hashlib.file_digest(file, "sha256").digest())
        return summed.hexdigest()

    def rows(self, progress: Progress | None = None) -> Rows:
        """Every record, and every row that is not one, in the order of the files.

        Raises GazetteerError, naming file and line, where a file is damaged.
        """
        with open_tables() as tables:
            yield from self._take_in(tables, progress)
            for given in self.inputs:
                if given.form not in ADDITIONS:
                    take = chunks if given.form in _JSON else lines
                    text = take(given.source, encoding=self._how.encoding, progress=progress)
                    yield from self._of_countries(self._read(given, text, tables))

    def _take_in(self, tables: Tables, progress: Progress | None) -> Iterator[Rejected]:
        take = {
            Form.GEONAMES_NAMES: tables.add_names,
            Form.GEONAMES_DIVISIONS: tables.add_divisions,
            Form.GEONAMES_HIERARCHY: tables.add_hierarchy,
        }
        for given in self.inputs:
            if given.form in take:
                text = lines(given.source, encoding=self._how.encoding, progress=progress)
                yield from take[given.form](text, given.source.label)
        tables.settle()

    def _read(self, given: Input, text: Iterator[str], tables: Tables) -> Rows:
        file, mapping = given.source.label, self._how.mapping
        if given.form is Form.GEONAMES:
            self.credits.add(geonames.SOURCE.attribution)
            has_more = any(other.form in ADDITIONS for other in self.inputs)
            more = tables if has_more else None
            return geonames.read(text, file, additions=more, countries=self._how.countries)
        if given.form is Form.PLEIADES:
            self.credits.add(pleiades.SOURCE.attribution)
            return pleiades.read(text, file)
        key = self._credited(given)
        if given.form is Form.LP_TSV:
            return lptsv.read(text, file, source=key)
        if given.form is Form.LPF:
            return linkedplaces.read(text, file, source=key, credits=self.credits)
        if given.form is Form.GEOJSON:
            return geojson.read(text, file, mapping=mapping, source=key, credits=self.credits)
        return delimited.read(
            text, file, mapping=mapping, source=key, credits=self.credits, remarks=self.remarks
        )

    def _credited(self, given: Input) -> str:
        """The key of the source of places that name none."""
        said = self._how.attribution
        if said is None:
            return slug(Path(given.source.name).stem)
        self.credits.add(said)
        return said.source

    def _of_countries(self, rows: Rows) -> Iterable[Row | Rejected]:
        wanted = self._how.countries
        if not wanted:
            return rows
        return (r for r in rows if isinstance(r, Rejected) or r.record.place.country in wanted)


def slug(text: str) -> str:
    """A key for a source: small letters and digits with hyphens between.

    >>> slug("Local places (2024)")
    'local-places-2024'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "import"
