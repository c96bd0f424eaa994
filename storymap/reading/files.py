"""Reading an article: which module reads which format, and what the caller knows better."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from storymap.errors import ReadingError
from storymap.model import Document
from storymap.reading import markdown, plain, webpage
from storymap.reading.cleaning import clean, is_blank
from storymap.reading.dates import to_iso
from storymap.reading.decoding import decode
from storymap.reading.sources import MAX_BYTES, STANDARD_INPUT, load

__all__ = ["MAX_BYTES", "from_text", "read"]

_STORY_SUFFIX = ".story.json"

_Parser = Callable[[str], Document]

_PARSERS: Mapping[str, _Parser] = {
    ".txt": plain.parse,
    ".text": plain.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".html": webpage.parse,
    ".htm": webpage.parse,
    ".xhtml": webpage.parse,
}


def read(source: str | Path, *, title: str = "", date: str = "", source_name: str = "") -> Document:
    """Return the document in a file, or on standard input for "-".

    What the caller gives goes before what the article says of itself. Without either, the title
    is the file's name without its suffix, and the source empty.

    Raises `ReadingError` for what is missing, unreadable, empty, no text, or over `MAX_BYTES`.
    """
    name = "" if str(source) == STANDARD_INPUT else Path(source).name
    shown = name or "standard input"
    if name.lower().endswith(_STORY_SUFFIX):
        raise ReadingError(f"{shown} is a story, not an article: open it with read_story or export")
    text = clean(decode(load(source), shown))
    document = _given(_parsed(text, _parser(name, text), shown), title, date, source_name)
    return replace(document, title=document.title or Path(name).stem)


def from_text(
    text: str, *, title: str = "", source: str = "", date: str = "", language: str = ""
) -> Document:
    """Return the document that a plain text is; what is given goes before what the text says.

    The text is kept with its line ends as LF, in NFC and without control characters: offsets
    count in `Document.text`. Raises `ReadingError` if nothing in it can be seen.
    """
    document = _given(_parsed(clean(text), plain.parse, "the text"), title, date, source)
    return replace(document, language=language or document.language)


def _parser(name: str, text: str) -> _Parser:
    """Return the reader of a format, by suffix; what has no telling name is looked into."""
    suffix = Path(name).suffix.lower()
    if suffix in _PARSERS:
        return _PARSERS[suffix]
    return webpage.parse if webpage.looks_like_webpage(text) else plain.parse


def _parsed(text: str, parse: _Parser, name: str) -> Document:
    document = Document("") if is_blank(text) else parse(text)
    if not document.passages:
        raise ReadingError(f"{name} is empty: there is no text in it")
    return document


def _given(document: Document, title: str, date: str, source: str) -> Document:
    if date and not to_iso(date):
        raise ReadingError(f"the date {date!r} is not understood: write it as 2010-04-13")
    return replace(
        document,
        title=title or document.title,
        date=to_iso(date) or document.date,
        source=source or document.source,
    )
