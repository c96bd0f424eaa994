"""Making a record of loose texts, and telling all that is wrong with them at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from storymap.gazetteer.checking import Severity, problems_of
from storymap.gazetteer.importing.aliases import read_aliases
from storymap.gazetteer.importing.coordinates import Position, read_number, read_position
from storymap.gazetteer.importing.types import read_type
from storymap.gazetteer.names import fold
from storymap.gazetteer.records import Record
from storymap.model import Extent, Place, PlaceName, Precision

FIELDS: Mapping[str, str] = {
    "name": "main name",
    "lat": "latitude: degrees, or degrees, minutes and seconds",
    "lon": "longitude",
    "coordinates": "latitude and longitude in one column, or a WKT point",
    "id": "identifier, the same at every import",
    "country": "two-letter code",
    "type": "GeoNames code such as P.PPL, or a word such as village",
    "feature_class": "GeoNames feature class",
    "feature_code": "GeoNames feature code",
    "admin1": "GeoNames code of the first-level division",
    "admin2": "GeoNames code of the second-level division",
    "population": "inhabitants",
    "aliases": "other names, with ; or | between them",
    "language": "language of the main name",
    "precision": "exact, approximate or area",
    "radius_km": "how far off an approximate place may be",
    "south": "southern edge",
    "west": "western edge",
    "north": "northern edge",
    "east": "eastern edge",
    "countries": "codes of the countries that a region is made of",
    "parents": "identifiers of what contains it",
    "note": "a note",
    "links": "web addresses",
    "since": "first date",
    "until": "last date",
    "source": "key of the source",
    "attribution": "what the source asks to be said",
    "licence": "licence of the source",
    "attribution_url": "web address of the source",
}
"""What a column can be mapped to."""

_SETTLEMENT = ("P", "PPL")


@dataclass(frozen=True, slots=True)
class Draft:
    """Texts by field, as they stood in a source; what is not there is empty."""

    texts: Mapping[str, str]
    source: str
    """Key of the source, if there is no text for it, and namespace of identifiers without one."""
    position: Position | None = None
    """Where it is, if the source tells it by numbers rather than text."""
    extent: Extent | None = None
    names: tuple[PlaceName, ...] = ()
    """Names beyond those among the texts."""
    problems: list[str] = field(default_factory=list)

    def record(self) -> Record | tuple[str, ...]:
        """The record that the texts describe, or everything that is wrong with them."""
        position = self.position or self._position()
        place = self._place(position or Position(0.0, 0.0))
        record = Record(
            place,
            (*self.names, *self._aliases(place.name)),
            parents=self._list("parents"),
            note=self._text("note"),
            links=self._list("links"),
            since=self._text("since"),
            until=self._text("until"),
        )
        return tuple(dict.fromkeys((*self.problems, *self._errors(record)))) or record

    def _errors(self, record: Record) -> Iterator[str]:
        if not record.place.name:
            yield "name: missing; a place needs a name."
        for problem in problems_of(record):
            if problem.severity is Severity.ERROR and (
                record.place.name or problem.field != "name"
            ):
                yield str(problem)

    def _text(self, name: str) -> str:
        return self.texts.get(name, "").strip()

    def _list(self, name: str) -> tuple[str, ...]:
        return tuple(filter(None, re.split(r"[\s;|]+", self._text(name))))

    def _place(self, position: Position) -> Place:
        feature_class, feature_code = self._type()
        name = self._text("name")
        return Place(
            place_id(self._text("id") or fold(name) or "nameless", self.source),
            name,
            position.lat,
            position.lon,
            feature_class,
            feature_code,
            self._text("country").upper(),
            self._text("admin1"),
            self._text("admin2"),
            self._population(),
            extent=self.extent or self._extent(),
            precision=self._precision(),
            radius_km=self._number("radius_km"),
            countries=tuple(re.findall(r"[^\s;,|]+", self._text("countries").upper())),
            source=self._text("source") if "source" in self.texts else self.source,
        )

    def _position(self) -> Position | None:
        found = read_position(self._text("lat"), self._text("lon"), self._text("coordinates"))
        if isinstance(found, Position):
            return found
        self.problems.append(found)
        return None

    def _type(self) -> tuple[str, str]:
        given = self._text("feature_class"), self._text("feature_code")
        text = ".".join(filter(None, given)) or self._text("type")
        if not text:
            return _SETTLEMENT
        known = read_type(text)
        if known is None:
            self.problems.append(
                f'type: "{text}" is unknown; give a GeoNames code such as P.PPL or a word such as '
                "village, river or mountain."
            )
        return known or _SETTLEMENT

    def _aliases(self, main: str) -> tuple[PlaceName, ...]:
        names = read_aliases(self._text("aliases"))
        language = self._text("language")
        return (PlaceName(main, language), *names) if language else names

    def _population(self) -> int:
        text = re.sub(r"(?<=\d)[\s,.'’_](?=\d{3}(\D|$))", "", self._text("population"))
        try:
            return int(float(text or 0))
        except (ValueError, OverflowError):
            self.problems.append(f'population: "{text}" is no whole number.')
            return 0

    def _number(self, name: str) -> float:
        text = self._text(name)
        number = read_number(text) if text else 0.0
        if number is None:
            self.problems.append(f'{name}: "{text}" is no number.')
        return number or 0.0

    def _extent(self) -> Extent | None:
        edges = ("south", "west", "north", "east")
        given = [name for name in edges if self._text(name)]
        if not given:
            return None
        if len(given) < len(edges):
            self.problems.append(f"extent: only {', '.join(given)} given; it needs all four edges.")
            return None
        south, west, north, east = map(self._number, edges)
        return Extent(south, west, north, east)

    def _precision(self) -> Precision:
        text = self._text("precision").lower()
        if not text:
            return Precision.APPROXIMATE if self._text("radius_km") else Precision.EXACT
        try:
            return Precision(text)
        except ValueError:
            self.problems.append(f'precision: "{text}" is not exact, approximate or area.')
            return Precision.EXACT


_NAMESPACED = re.compile(r"[^\s:/]+:\S+")
_WELL_KNOWN = (
    (re.compile(r"https?://(?:www|sws)\.geonames\.org/(\d+)\b.*"), "gn:"),
    (re.compile(r"https?://pleiades\.stoa\.org/places/(\d+)\b.*"), "pleiades:"),
    (re.compile(r"https?://www\.wikidata\.org/(?:wiki|entity)/(Q\d+)"), "wd:"),
)


def place_id(text: str, source: str) -> str:
    """The identifier that a text means: as it is if it has a namespace, else in that of the source.

    >>> place_id("https://www.geonames.org/1528249", "mine"), place_id("17", "mine")
    ('gn:1528249', 'mine:17')
    """
    for pattern, namespace in _WELL_KNOWN:
        if match := pattern.fullmatch(text):
            return f"{namespace}{match[1]}"
    joined = "-".join(text.split())
    return joined if _NAMESPACED.fullmatch(joined) else f"{source}:{joined}"
