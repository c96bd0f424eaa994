"""Markdown: the text as it would be shown, headings as headings."""

from __future__ import annotations

import re

from storymap.model import Document
from storymap.reading.blocks import Block, assemble, first_heading, with_title
from storymap.reading.dates import to_iso
from storymap.reading.language import guess_language
from storymap.reading.markup import parse_markup, visible_blocks

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?P<name>[A-Za-z_-]+):[ \t]+(?P<value>.+)")


def parse(text: str) -> Document:
    """Return the document in a Markdown text (CommonMark and tables) with LF line ends.

    Title, date, source and language are taken from a front matter of plain `name: value` lines.
    """
    front_matter = _FRONT_MATTER.match(text)
    fields = _fields(front_matter["lines"]) if front_matter else {}
    blocks = _blocks(text[front_matter.end() :] if front_matter else text)
    kept, passages = assemble(with_title(blocks, fields.get("title", "")))
    return Document(
        text=kept,
        passages=passages,
        title=fields.get("title") or first_heading(blocks),
        source=fields.get("source", ""),
        date=to_iso(fields.get("date", "")),
        language=fields.get("lang") or fields.get("language") or guess_language(kept),
    )


def _fields(lines: str) -> dict[str, str]:
    """Return the simple fields of a front matter; what is nested is left out."""
    matches = filter(None, map(_FIELD.fullmatch, lines.split("\n")))
    return {m["name"].lower(): m["value"].strip().strip("\"'") for m in matches}


def _blocks(text: str) -> list[Block]:
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").enable("table").render(text)
    tree = parse_markup(html)
    return [] if tree is None else visible_blocks(tree)
