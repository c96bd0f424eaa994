"""The values that flow through storymap: frozen, and made of the standard library alone.

Offsets are Unicode code points into `Document.text`, half-open. Coordinates are degrees in WGS84,
always named `lat` and `lon`. An empty string or tuple means "looked and found none"; `None` means
"not known".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas


class PassageKind(StrEnum):
    """What a passage is to a reader; furniture is what a site puts around its article."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"


class MentionKind(StrEnum):
    """How a mention names its place: by name, by its people, or by a code ("US", "NY")."""

    NAME = "name"
    DEMONYM = "demonym"
    CODE = "code"


class NameKind(StrEnum):
    """What a gazetteer name is to its place."""

    OFFICIAL = "official"
    SHORT = "short"
    ALTERNATE = "alternate"
    HISTORIC = "historic"
    COLLOQUIAL = "colloquial"
    DEMONYM = "demonym"
    CODE = "code"


class Precision(StrEnum):
    """What a place's point means: the place itself, somewhere within `radius_km`, or a centre."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Passage:
    """A span that a reader takes in at once: a paragraph or a heading."""

    start: int
    end: int
    kind: PassageKind = PassageKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of its origin.

    Passages are in text order, do not overlap, and between them lies white space alone.
    """

    text: str
    passages: tuple[Passage, ...] = ()
    title: str = ""
    source: str = ""
    """Who published it: a name or an address; empty where nobody says."""
    date: str = ""
    """ISO 8601, as precise as is known."""
    language: str = ""
    """BCP 47, such as "en"."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A bounding box; `west > east` where it crosses the antimeridian."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One of the names of a place."""

    text: str
    language: str = ""
    """BCP 47; empty where the source does not say."""
    kind: NameKind = NameKind.ALTERNATE


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer record."""

    id: str
    """Namespace and key: "gn:1528675" is GeoNames 1528675."""
    name: str
    lat: float
    lon: float
    feature_class: str
    """GeoNames: A administrative, H water, L area, P settlement, S spot, T relief, …"""
    feature_code: str
    """GeoNames: PCLI country, ADM1, PPLC capital, RGN region, …"""
    country: str = ""
    """ISO 3166-1 alpha-2; empty for what lies in several countries or in none."""
    admin1: str = ""
    """GeoNames code of the first-level division within the country ("TX", "03")."""
    admin2: str = ""
    population: int = 0
    extent: Extent | None = None
    precision: Precision = Precision.EXACT
    radius_km: float = 0.0
    """How far the true position may be from the point; 0 unless the place is approximate."""
    within: tuple[str, ...] = ()
    """Names of what contains it, innermost first: ("Texas", "United States")."""
    countries: tuple[str, ...] = ()
    """ISO codes of the countries that a macro-region such as Central Asia is made of."""
    source: str = ""
    """Key of the source of the record, such as "geonames"."""

    @property
    def is_area(self) -> bool:
        """Whether it is a stretch of the earth that a pin would misrepresent."""
        return self.feature_class in ("A", "L") or self.precision is Precision.AREA


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym in the text: `text` is `document.text[start:end]`."""

    start: int
    end: int
    text: str
    kind: MentionKind = MentionKind.NAME


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention may mean, the name by which it was found, and how well it fits."""

    place: Place
    name: PlaceName
    score: float = 0.0
    """Between 0 and 1, and summing to at most 1 over the candidates of a mention; 0 before
    resolution."""
    is_preferred: bool = False
    """Whether a person said that the name means this place where nothing speaks for another."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a mention was taken to mean, why, and by whom."""

    mention: Mention
    place: Place | None = None
    """None where nothing acceptable was found: the mention stays unlocated."""
    candidates: tuple[Candidate, ...] = ()
    """Best first."""
    confidence: float = 0.0
    """Between 0 and 1: how often a choice that looks like this one is right."""
    reasons: tuple[str, ...] = ()
    """Plain words, weightiest first; for an unlocated mention, why."""
    label: str = ""
    """The name to show for the place: one that the text's readers know; empty if unlocated."""
    decided_by: str = ""
    """Empty if chosen automatically, else the author of the decision."""

    @property
    def is_doubtful(self) -> bool:
        """Whether a reader should be told that the place may be another."""
        return self.place is not None and not self.decided_by and self.confidence < DOUBTFUL_BELOW


DOUBTFUL_BELOW = 0.7


class DecisionScope(StrEnum):
    """How far a decision reaches."""

    MENTION = "mention"
    NAME = "name"


class Verdict(StrEnum):
    """What a person said of a mention."""

    PLACE = "place"
    NOT_A_PLACE = "not-a-place"


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a decision holds: a position, and the quotation that finds it again in a changed text.

    The fields are those of the W3C Web Annotation text position and text quote selectors.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided; decisions are appended, never changed."""

    selector: Selector
    verdict: Verdict
    place: Place | None = None
    """The place meant, whole, so that a story needs no gazetteer to be read; None unless the
    verdict is `PLACE`."""
    scope: DecisionScope = DecisionScope.MENTION
    author: str = ""
    time: str = ""
    """ISO 8601 with offset."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a source asks to be said of it."""

    source: str
    text: str
    licence: str
    url: str = ""


@dataclass(frozen=True)
class Story:
    """A document, what its mentions mean, and what people decided about them."""

    document: Document
    resolutions: tuple[Resolution, ...] = ()
    """One per mention, in text order."""
    decisions: tuple[Decision, ...] = ()
    needs_review: tuple[Decision, ...] = ()
    """Decisions whose anchor is not in the text any more."""
    attributions: tuple[Attribution, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
    """What made it: ("storymap", "0.1.0"), ("gazetteer", "…"), ("recogniser", "…")."""

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that are mentioned, each once, in the order of their first mention."""
        return tuple({p.id: p for p in self._located()}.values())

    def _located(self) -> Iterator[Place]:
        return (r.place for r in self.resolutions if r.place is not None)

    def rows(self) -> list[tuple[object, ...]]:
        """A row per mention in text order, with the values that `COLUMNS` name; None is unknown."""
        return [_row(resolution) for resolution in self.resolutions]

    def to_frame(self) -> pandas.DataFrame:
        """`rows` as a frame; the columns are there even if no row is."""
        import pandas

        return pandas.DataFrame(self.rows(), columns=list(COLUMNS))


COLUMNS = (
    "start",
    "end",
    "text",
    "kind",
    "place_id",
    "name",
    "lat",
    "lon",
    "country",
    "feature_code",
    "precision",
    "radius_km",
    "confidence",
    "doubtful",
    "decided_by",
    "reasons",
)
"""Columns of `Story.to_frame` and of the CSV export."""


def _row(resolution: Resolution) -> tuple[object, ...]:
    mention, place = resolution.mention, resolution.place
    located: tuple[object, ...] = (None,) * 8
    if place is not None:
        located = (
            place.id,
            resolution.label or place.name,
            place.lat,
            place.lon,
            place.country,
            place.feature_code,
            place.precision.value,
            place.radius_km,
        )
    return (
        mention.start,
        mention.end,
        mention.text,
        mention.kind.value,
        *located,
        resolution.confidence,
        resolution.is_doubtful,
        resolution.decided_by,
        "; ".join(resolution.reasons),
    )
