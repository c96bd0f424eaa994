"""Dates as articles write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_WRITTEN = (
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
)
_ISO = re.compile(
    r"\b[12]\d{3}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_ISO_COARSE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?")
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.I
)


def to_iso(text: str) -> str:
    """Return the date that a text is, as precise as it says; empty if it is not a date.

    Understood are ISO 8601 and English with the month in words; "4/5/2010" means two days and
    is not guessed at.

    >>> to_iso("Tuesday, 13 April 2010")
    '2010-04-13'
    >>> to_iso("2010-04")
    '2010-04'
    """
    text = text.strip()
    if _ISO_COARSE.fullmatch(text):
        return text
    bare = _WEEKDAY.sub("", text, count=1) if _WEEKDAY.match(text) else text
    return find_date(bare) if any(p.fullmatch(bare) for p in (_ISO, *_WRITTEN)) else ""


def find_date(text: str) -> str:
    """Return the first date, exact to the day, that stands in a text; empty if none does."""
    if match := _ISO.search(text):
        return _checked(match.group().replace(" ", "T", 1))
    for pattern in _WRITTEN:
        if match := pattern.search(text):
            month = 1 + _MONTHS.index(match["month"][:3].lower())
            return _checked(f"{match['year']}-{month:02}-{int(match['day']):02}")
    return ""


def _checked(iso: str) -> str:
    """Return the date if the calendar has it."""
    try:
        date.fromisoformat(iso) if len(iso) == len("2010-04-13") else datetime.fromisoformat(iso)
    except ValueError:
        return ""
    return iso
