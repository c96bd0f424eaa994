"""What the tests of importing share: files to import, and what is read from them."""

from __future__ import annotations

import zipfile
from pathlib import Path

from storymap.gazetteer.importing.filling import fill
from storymap.gazetteer.importing.reading import How, Reading
from storymap.gazetteer.importing.report import Report
from storymap.gazetteer.importing.rows import Rejected, Row
from storymap.gazetteer.records import Record
from storymap.gazetteer.store import Store

NO_NAMES = ""


def geonames_line(number: object = 1528249, name: str = "Jalal-Abad", **cells: object) -> str:
    """A line of GeoNames' main table."""
    given = {
        "ascii": name, "others": NO_NAMES, "lat": "40.94498", "lon": "72.99313", "class": "P",
        "code": "PPLA", "country": "KG", "cc2": "", "admin1": "03", "population": "123239",
    } | cells  # fmt: skip
    head = [given[k] for k in ("ascii", "others", "lat", "lon", "class", "code", "country", "cc2")]
    tail = [given["admin1"], "", "", "", given["population"], "", "", "Asia/Bishkek", "2024-01-01"]
    return "\t".join(map(str, (number, name, *head, *tail))) + "\n"


def written(folder: Path, name: str, text: str, *, encoding: str = "utf-8") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def zipped(folder: Path, name: str, **members: str) -> Path:
    """An archive; `KG_txt="…"` is a member KG.txt."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member.replace("_", "."), text)
    return path


def records(*paths: Path, how: How | None = None) -> list[Record]:
    """What is read, if nothing is rejected."""
    rows = list(Reading(paths, how).rows())
    assert not [str(row) for row in rows if isinstance(row, Rejected)]
    return [row.record for row in rows if isinstance(row, Row)]


def record(*paths: Path, how: How | None = None) -> Record:
    """The one record that is read."""
    (only,) = records(*paths, how=how)
    return only


def rejected(*paths: Path, how: How | None = None) -> list[str]:
    """The rows that are rejected, as they are told."""
    return [str(row) for row in Reading(paths, how).rows() if isinstance(row, Rejected)]


def filled(target: Path, *paths: Path, how: How | None = None) -> tuple[Store, Report]:
    """The gazetteer file that an import makes."""
    report = fill(Reading(paths, how), target)
    return Store(target), report
