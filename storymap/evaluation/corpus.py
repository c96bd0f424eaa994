"""Annotated corpora: JSON lines, one document a line.

A line is an object with `text`, `toponyms` and optionally `id`, `title`, `date` and `domain`. A
toponym has `start` and `end` (Unicode code points into `text`, half-open), `text` (what stands
there), and where the annotators gave them `lat`, `lon` (degrees, WGS84) and `gid` (GeoNames).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from storymap.errors import CorpusError
from storymap.model import Document
from storymap.reading import split


@dataclass(frozen=True, slots=True)
class Toponym:
    """What the annotators marked; `lat` and `lon` are None where they gave no point."""

    start: int
    end: int
    text: str
    lat: float | None = None
    lon: float | None = None

    @property
    def is_located(self) -> bool:
        """Whether a distance to it can be measured."""
        return self.lat is not None and self.lon is not None


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document and its toponyms in text order."""

    id: str
    document: Document
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A named collection of annotated documents."""

    name: str
    documents: tuple[AnnotatedDocument, ...]


def read_corpus(path: Path) -> Corpus:
    """Read a corpus; `CorpusError` lists every line that is wrong, not only the first."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"Cannot read the corpus {path}: {error}") from error
    documents, problems = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            documents.append(_document(line, str(number)))
        except CorpusError as error:
            problems.append(f"{path}, line {number}: {error}")
    if problems:
        raise CorpusError("\n".join(problems))
    if not documents:
        raise CorpusError(f"{path} holds no document; a corpus has one JSON object a line.")
    return Corpus(path.stem, tuple(documents))


def _document(line: str, default_id: str) -> AnnotatedDocument:
    record = _object(line)
    text = record.get("text")
    if not isinstance(text, str):
        raise CorpusError('"text" is missing or not a string.')
    rows = record.get("toponyms")
    if not isinstance(rows, list):
        raise CorpusError('"toponyms" is missing or not a list.')
    toponyms = sorted((_toponym(row, text) for row in rows), key=lambda t: (t.start, t.end))
    return AnnotatedDocument(
        str(record.get("id", default_id)),
        Document(
            text,
            split(text),
            title=str(record.get("title", "")),
            source=str(record.get("domain", "")),
            date=str(record.get("date", "")),
        ),
        tuple(toponyms),
    )


def _object(line: str) -> Mapping[str, object]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise CorpusError(f"not JSON ({error}).") from error
    if not isinstance(record, dict):
        raise CorpusError("not a JSON object.")
    return record


def _toponym(row: object, text: str) -> Toponym:
    if not isinstance(row, dict):
        raise CorpusError(f"a toponym is not an object: {row!r}.")
    start, end, surface = row.get("start"), row.get("end"), row.get("text")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise CorpusError(f'"start" and "end" of {row!r} are not a span of the text.')
    if text[start:end] != surface:
        raise CorpusError(f"at {start} to {end} stands {text[start:end]!r}, not {surface!r}.")
    lat, lon = (_degrees(row, "lat", 90), _degrees(row, "lon", 180))
    if (lat is None) != (lon is None):
        raise CorpusError(f"{surface!r} at {start} has only one of lat and lon.")
    return Toponym(start, end, surface, lat, lon)


def _degrees(row: Mapping[str, object], key: str, limit: float) -> float | None:
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > limit:
        raise CorpusError(f"{key} is {value!r}, not degrees.")
    return float(value)
