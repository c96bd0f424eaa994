"""What is wrong with a record by itself: errors stop a save, warnings inform."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storymap.errors import GazetteerError
from storymap.gazetteer.names import fold
from storymap.gazetteer.ordinary import ORDINARY_WORDS
from storymap.gazetteer.records import Record
from storymap.model import Extent, Place, Precision

MAX_LAT, MAX_LON = 90.0, 180.0
FARTHEST_KM = 20_038.0
"""Half the length of the equator: nothing can be farther away."""

FEATURE_CLASSES = {
    "A": "administrative",
    "H": "water",
    "L": "area",
    "P": "settlement",
    "R": "road",
    "S": "spot or building",
    "T": "relief",
    "U": "undersea",
    "V": "vegetation",
}
"""GeoNames' feature classes."""


class Severity(StrEnum):
    """Whether a problem stops a save."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a record, or may be."""

    severity: Severity
    field: str
    message: str
    """What is wrong and what to do about it."""

    def __str__(self) -> str:
        return f"{self.field}: {self.message}"


class RecordError(GazetteerError):
    """A record that cannot be saved; `problems` has all that is wrong with it."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        wrong = (str(p) for p in problems if p.severity is Severity.ERROR)
        super().__init__(f'"{name}" cannot be saved. ' + " ".join(wrong))


def error(field: str, message: str) -> Problem:
    """A problem that stops a save."""
    return Problem(Severity.ERROR, field, message)


def warning(field: str, message: str) -> Problem:
    """A problem that informs."""
    return Problem(Severity.WARNING, field, message)


def problems_of(record: Record) -> tuple[Problem, ...]:
    """All that is wrong with a record as far as it shows by itself; empty if nothing is."""
    place = record.place
    checks = (
        _identifier(place.id),
        _names(record),
        _position(place),
        _extent(place),
        _type(place),
        _precision(place),
        _links(record.links),
        _dates(record),
    )
    return tuple(problem for check in checks for problem in check)


def _identifier(place_id: str) -> Iterator[Problem]:
    if not re.fullmatch(r"[^\s:]+:\S+", place_id):
        yield error("id", f'"{place_id}" is not of the form "own:name" or "gn:1528249".')


def _names(record: Record) -> Iterator[Problem]:
    for text in dict.fromkeys((record.place.name, *(name.text for name in record.names))):
        if not fold(text):
            yield error("name", f'"{text}" has no letter or digit; give a name that has.')
        if any(unicodedata.category(c) == "Cc" for c in text):
            yield error("name", f"{text!r} has a line break or another control character.")
        if odd := _odd_letter(text):
            yield warning("name", odd)
        if text.casefold() in ORDINARY_WORDS:
            yield warning(
                "name",
                f'"{text}" is an ordinary word too: block it for this place if texts seldom '
                "mean the place by it.",
            )


_CONFUSABLE = {"LATIN", "CYRILLIC", "GREEK"}
"""Scripts with letters that look alike."""


def _odd_letter(text: str) -> str:
    if text.isascii():
        return ""
    for word in re.findall(r"[^\W\d_]+", text):
        scripts = [_script(letter) for letter in word]
        known = [script for script in scripts if script in _CONFUSABLE]
        if len(set(known)) > 1:
            rare = min(sorted(set(known)), key=known.count)
            letter = word[scripts.index(rare)]
            return (
                f'"{letter}" in "{word}" is a {rare.title()} letter among others: type it anew, '
                "or the name will not be found."
            )
    return ""


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _position(place: Place) -> Iterator[Problem]:
    lat_fits, lon_fits = abs(place.lat) <= MAX_LAT, abs(place.lon) <= MAX_LON
    if not lat_fits and abs(place.lat) <= MAX_LON and abs(place.lon) <= MAX_LAT:
        yield error(
            "lat", f"{place.lat:g} is no latitude but may be a longitude: swap the two numbers."
        )
    elif not lat_fits:
        yield error("lat", f"{place.lat:g} is not between -90 and 90 degrees.")
    if not lon_fits:
        yield error("lon", f"{place.lon:g} is not between -180 and 180 degrees.")
    if place.lat == place.lon == 0:
        yield warning("lat", "0, 0 lies in the Gulf of Guinea: is the position missing?")


def _extent(place: Place) -> Iterator[Problem]:
    extent = place.extent
    if extent is None:
        return
    edges_fit = abs(extent.south) <= MAX_LAT >= abs(extent.north)
    if not (edges_fit and abs(extent.west) <= MAX_LON >= abs(extent.east)):
        yield error("extent", "An edge is out of range: give south, west, north, east in degrees.")
    elif extent.south > extent.north:
        yield error("extent", "South lies north of north: give south, west, north, east.")
    elif not _inside(place, extent):
        yield warning("extent", "The place's point lies outside it.")


def _inside(place: Place, extent: Extent) -> bool:
    if extent.west <= extent.east:
        across = extent.west <= place.lon <= extent.east
    else:
        across = place.lon >= extent.west or place.lon <= extent.east
    return across and extent.south <= place.lat <= extent.north


def _type(place: Place) -> Iterator[Problem]:
    if place.feature_class not in FEATURE_CLASSES:
        known = ", ".join(f"{letter} ({meaning})" for letter, meaning in FEATURE_CLASSES.items())
        yield error("type", f'"{place.feature_class}" is no feature class; they are {known}.')
    if not re.fullmatch(r"[A-Z0-9]*", place.feature_code):
        yield error("type", f'"{place.feature_code}" is no feature code such as PPL or ADM1.')
    for code in filter(None, (place.country, *place.countries)):
        if not re.fullmatch(r"[A-Z]{2}", code):
            yield error("country", f'"{code}" is no country code: give two capitals such as KG.')
    if place.population < 0:
        yield error("population", f"{place.population} is less than nobody: give 0 if unknown.")


def _precision(place: Place) -> Iterator[Problem]:
    is_approximate = place.precision is Precision.APPROXIMATE
    if not 0 <= place.radius_km <= FARTHEST_KM:
        yield error("radius", f"{place.radius_km:g} km is no distance on the earth.")
    elif is_approximate and not place.radius_km:
        yield error("radius", "An approximate place needs the kilometres it may be off by.")
    elif place.radius_km and not is_approximate:
        yield error("radius", "Only an approximate place has a radius: make it 0, or approximate.")


def _links(links: Iterable[str]) -> Iterator[Problem]:
    for link in links:
        if not re.fullmatch(r"https?://[^\s/\"<>]+\.?[^\s\"<>]*", link):
            yield error("links", f'"{link}" is no web address: it has to begin with https://.')


def _dates(record: Record) -> Iterator[Problem]:
    parts = {"since": _parts(record.since), "until": _parts(record.until)}
    for field, text in (("since", record.since), ("until", record.until)):
        if text and not parts[field]:
            yield error(field, f'"{text}" is no date: give 1876, 1991-08 or 1991-08-31.')
    since, until = parts["since"], parts["until"]
    shared = min(len(since), len(until))
    if since[:shared] > until[:shared]:
        yield error("until", f"{record.until} is before {record.since}: swap them.")


def _parts(text: str) -> tuple[int, ...]:
    """Year, month and day of a date, as far as it goes; empty if it is none."""
    match = re.fullmatch(r"(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?", text)
    if not match:
        return ()
    parts = tuple(int(part) for part in match.groups() if part is not None)
    _, month, day = (*parts, 1, 1)[:3]
    try:
        date(2000, month, day)  # a leap year: whether 29 February was, is not asked
    except ValueError:
        return ()
    return parts
