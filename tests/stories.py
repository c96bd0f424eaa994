"""Stories made by hand, for tests of what is done with them."""

from __future__ import annotations

from storymap.model import (
    Attribution,
    Candidate,
    Document,
    Mention,
    Place,
    PlaceName,
    Resolution,
    Story,
)
from storymap.reading import split

PARIS = Place(
    "gn:2988507", "Paris", 48.85, 2.35, "P", "PPLC", "FR", population=2_138_551, within=("France",)
)
PARIS_TEXAS = Place(
    "gn:4717560", "Paris", 33.66, -95.55, "P", "PPLA2", "US", within=("Texas", "United States")
)
LYON = Place("gn:2996944", "Lyon", 45.75, 4.85, "P", "PPLA", "FR", within=("France",))
FRANCE = Place("gn:3017382", "France", 46.0, 2.0, "A", "PCLI", "FR")

GEONAMES = Attribution("geonames", "GeoNames", "CC BY 4.0", "https://www.geonames.org/")


def story(text: str, *located: tuple[str, Place | None]) -> Story:
    """A story whose mentions are the given names, each at its next occurrence in the text."""
    resolutions, position = [], 0
    for name, place in located:
        start = text.index(name, position)
        position = start + len(name)
        resolutions.append(resolution(Mention(start, position, name), place))
    document = Document(text, split(text), title="Two rivers", source="The Courier", language="en")
    return Story(document, tuple(resolutions), attributions=(GEONAMES,))


def resolution(mention: Mention, place: Place | None) -> Resolution:
    """A mention resolved to a place, with two candidates where it is a Paris."""
    if place is None:
        return Resolution(mention, reasons=("no place has this name",))
    others = (PARIS, PARIS_TEXAS) if place.name == "Paris" else (place,)
    candidates = tuple(Candidate(p, PlaceName(p.name), 0.9 / len(others)) for p in others)
    reasons = ("the most populous of that name",)
    return Resolution(mention, place, candidates, 0.6, reasons, label=mention.text)
