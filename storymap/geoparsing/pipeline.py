"""From a text to a story: recognise, look up, resolve, and apply what people decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storymap.errors import GazetteerError
from storymap.gazetteer import Gazetteer, open_gazetteer
from storymap.geoparsing.candidates import find_candidates
from storymap.geoparsing.protocol import Recogniser, Resolver
from storymap.geoparsing.recognise import GazetteerRecogniser
from storymap.geoparsing.resolve import ClueResolver
from storymap.model import (
    Candidate,
    Decision,
    Document,
    Mention,
    MentionKind,
    Place,
    Resolution,
    Story,
)

VERSION = "1"
"""Of the geoparser as a whole; part of every story."""


@dataclass(frozen=True, slots=True)
class Geoparser:
    """A gazetteer, a recogniser and a resolver that work together."""

    gazetteer: Gazetteer
    recogniser: Recogniser
    resolver: Resolver
    demonyms: bool = True
    """Whether "Kyrgyz" counts as a mention of Kyrgyzstan."""

    def geoparse(self, document: Document) -> Sequence[Resolution]:
        """Find the mentions of a document and resolve them, in text order."""
        mentions = self.recogniser.recognise(document)
        if not self.demonyms:
            mentions = [m for m in mentions if m.kind is not MentionKind.DEMONYM]
        return self.resolver.resolve(
            document, find_candidates(mentions, self.gazetteer, document.text)
        )

    def candidates(
        self, document: Document, mentions: Sequence[Mention]
    ) -> Sequence[Sequence[Candidate]]:
        """Find what the mentions may mean, unranked; as many answers as mentions."""
        return [
            item.candidates for item in find_candidates(mentions, self.gazetteer, document.text)
        ]

    def resolve(self, document: Document, mentions: Sequence[Mention]) -> Sequence[Resolution]:
        """Resolve mentions that are given; as many answers as mentions, in their order.

        What is recognised beside them in the document is company for them.
        """
        together = sorted([*mentions, *self._beside(document, mentions)], key=lambda m: m.start)
        found = find_candidates(together, self.gazetteer, document.text)
        resolutions = self.resolver.resolve(document, found)
        of_mention = dict(zip(map(id, together), resolutions, strict=True))
        return [of_mention[id(mention)] for mention in mentions]

    def _beside(self, document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
        covered = {offset for m in mentions for offset in range(m.start, m.end)}
        for mention in self.recogniser.recognise(document):
            if covered.isdisjoint(range(mention.start, mention.end)):
                yield mention


def make_geoparser(
    gazetteer: Gazetteer | None = None,
    *,
    recogniser: Recogniser | None = None,
    resolver: Resolver | None = None,
    country: str = "",
    near: str = "",
    demonyms: bool = True,
) -> Geoparser:
    """Put a geoparser together; what is not given is storymap's own.

    `country` (ISO 3166-1 alpha-2) and `near` (the name of a place, or "lat,lon" in degrees) say
    where the story or its outlet is: hints, not filters, for storymap's own resolver. Raises
    GazetteerError for a hint that is unknown.
    """
    gazetteer = gazetteer or open_gazetteer()
    return Geoparser(
        gazetteer,
        recogniser or GazetteerRecogniser(gazetteer),
        resolver or _resolver(gazetteer, country, near),
        demonyms,
    )


def geoparse(  # noqa: PLR0913 - options, each by its name
    text: str | Document,
    *,
    gazetteer: Gazetteer | None = None,
    recogniser: Recogniser | None = None,
    resolver: Resolver | None = None,
    country: str = "",
    near: str = "",
    demonyms: bool = True,
    decisions: Sequence[Decision] = (),
) -> Story:
    """Make a story of a text: its mentions resolved, its decisions applied.

    The options are those of `make_geoparser`. A text without places gives a story without
    resolutions.
    """
    from storymap.decisions import apply
    from storymap.reading import from_text

    document = from_text(text) if isinstance(text, str) else text
    geoparser = make_geoparser(
        gazetteer,
        recogniser=recogniser,
        resolver=resolver,
        country=country,
        near=near,
        demonyms=demonyms,
    )
    story = Story(
        document,
        tuple(geoparser.geoparse(document)),
        attributions=tuple(geoparser.gazetteer.attributions()),
        versions=(
            ("geoparser", VERSION),
            ("gazetteer", geoparser.gazetteer.version),
            ("recogniser", geoparser.recogniser.version),
        ),
    )
    return apply(decisions, story)


def _resolver(gazetteer: Gazetteer, country: str, near: str) -> ClueResolver:
    code = country.strip().upper()
    if code and not _is_country(gazetteer, code):
        raise GazetteerError(
            f"{country!r} is no country that the gazetteer knows; give two letters such as KG."
        )
    return ClueResolver(country=code, near=_near(gazetteer, near, code) if near else None)


def _is_country(gazetteer: Gazetteer, code: str) -> bool:
    if not re.fullmatch(r"[A-Z]{2}", code):
        return False
    return any(c.place.country == code for c in gazetteer.search(code))


_POINT = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*,\s*([-+]?\d+(?:\.\d+)?)\s*")


def _near(gazetteer: Gazetteer, near: str, country: str) -> Place:
    if match := _POINT.fullmatch(near):
        return _point(near, float(match[1]), float(match[2]))
    candidates = gazetteer.search(near)
    inside = [c for c in candidates if c.place.country == country]
    if not candidates:
        raise GazetteerError(
            f"The gazetteer has no place called {near!r}; give another name for it, or its "
            'point as "lat,lon" in degrees.'
        )
    return (inside or candidates)[0].place


def _point(near: str, lat: float, lon: float) -> Place:
    if abs(lat) > 90 or abs(lon) > 180:  # noqa: PLR2004 - degrees
        raise GazetteerError(f"{near!r} is no point: latitude is -90 to 90, longitude -180 to 180.")
    return Place("", near, lat, lon, "S", "")
