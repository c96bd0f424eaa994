"""Plain text: the passages and particulars are found in the text itself."""

from __future__ import annotations

from storymap.model import Document
from storymap.reading.language import guess_language
from storymap.reading.particulars import find_particulars
from storymap.reading.passages import split


def parse(text: str) -> Document:
    """Return the document that a clean plain text is."""
    passages = split(text)
    found = find_particulars(text, passages)
    return Document(
        text=text,
        passages=passages,
        title=found.title,
        source=found.source,
        date=found.date,
        language=guess_language(text),
    )
