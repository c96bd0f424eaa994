"""Reading coordinates as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?", re.I)
_DIRECTED = re.compile(
    r"(?P<before>[NSEWO])?\s*(?P<size>\d+([.,]\d*)?)\s*°?\s*(?P<after>[NSEWO])?", re.I
)
_WKT_POINT = re.compile(r"POINT\s*Z?\s*\(\s*(\S+)\s+(\S+)(?:\s+\S+)?\s*\)", re.I)
_PLAIN_SIGNS = str.maketrans(
    {
        "−": "-",
        "–": "-",
        "º": "°",
        "˚": "°",
        "′": "'",
        "’": "'",
        "ʹ": "'",
        "″": '"',
        "”": '"',
        "“": '"',
    }
)
_DECIMALS = re.compile(r"(?<=\d),(?=\d)")
_PARTS = r"""(?:\s*°\s*|\s+)[0-5]?\d(?:\.\d+)?(?:\s*'\s*|\s+|$)(?:[0-5]?\d(?:\.\d+)?\s*"?)?"""
_SEXAGESIMAL = re.compile(
    rf"[NS]?\s*[+-]?(?P<north>\d+){_PARTS}\s*[NS]?[\s,;]+"
    rf"[EW]?\s*[+-]?(?P<east>\d+){_PARTS}\s*[EW]?",
    re.I,
)
_POLE = 90


@dataclass(frozen=True, slots=True)
class Position:
    """A point, in degrees WGS84; it may be out of range."""

    lat: float
    lon: float


def read_number(text: str) -> float | None:
    """A number with decimal point or decimal comma, or None.

    >>> read_number("40,95"), read_number("-3.5"), read_number("1,234.5")
    (40.95, -3.5, None)
    """
    plain = text.strip().translate(_PLAIN_SIGNS)
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def read_position(lat: str, lon: str, both: str = "") -> Position | str:
    """The point that two texts, or one, tell; or what is wrong with them.

    >>> read_position("40°56'42\\"N", "72°59'35\\"E")
    Position(lat=40.945, lon=72.99305555555556)
    """
    if both and not lat and not lon:
        return _read_both(both)
    if not lat or not lon:
        missing = " and ".join(n for n, text in (("lat", lat), ("lon", lon)) if not text)
        return f"{missing}: missing; a place needs a position."
    north, east = _read_one(lat, "NS"), _read_one(lon, "EWO")
    if north is not None and east is not None:
        return Position(north, east)
    return _read_sexagesimal(f"{lat}, {lon}") or _unreadable(lat, lon)


def _read_both(text: str) -> Position | str:
    if match := _WKT_POINT.fullmatch(text):
        return read_position(match[2], match[1])
    parts = re.split(r"\s*;\s*|\s*,\s+|\s+(?=[+-]?\d+[.,]\d)", text.strip())
    if len(parts) != 2:  # noqa: PLR2004
        parts = text.split(",")
    if len(parts) == 2:  # noqa: PLR2004
        found = read_position(*parts)
        if isinstance(found, Position):
            return found
    return _read_sexagesimal(text) or f'coordinates: "{text}" is no pair of latitude and longitude.'


def _read_one(text: str, directions: str) -> float | None:
    """Degrees with a sign or with a letter for the direction; west (ouest, oeste) is negative."""
    plain = text.strip().translate(_PLAIN_SIGNS)
    number = read_number(plain.removesuffix("°"))
    if number is not None:
        return number
    match = _DIRECTED.fullmatch(plain)
    if not match:
        return None
    letters = {(match[side] or "").upper() for side in ("before", "after")} - {""}
    if len(letters) != 1 or not letters <= set(directions):
        return None
    size = float(match["size"].replace(",", "."))
    return -size if letters & {"S", "W", "O"} else size


def _read_sexagesimal(text: str) -> Position | None:
    """Degrees, minutes and seconds, as geopy reads them; only what is nothing else, as geopy
    passes over what it does not know."""
    from geopy.point import Point

    plain = _DECIMALS.sub(".", text.translate(_PLAIN_SIGNS).replace("''", '"')).strip()
    match = _SEXAGESIMAL.fullmatch(plain)
    if not match or float(match["north"]) >= _POLE or float(match["east"]) >= 2 * _POLE:
        return None
    point = Point(plain)
    return Position(point.latitude, point.longitude)


def _unreadable(lat: str, lon: str) -> str:
    wrong = [
        f'{name}: "{text}"'
        for name, text, letters in (("lat", lat, "NS"), ("lon", lon, "EWO"))
        if _read_one(text, letters) is None
    ]
    return f"{', '.join(wrong)} cannot be read; give degrees such as 40.945, or 40°56'42\"N."
