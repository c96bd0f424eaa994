"""Blocks of a marked-up document, and the one text that they become."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from storymap.model import Passage, PassageKind
from storymap.reading.cleaning import clean

_BETWEEN = "\n\n"
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that the markup sets apart; a blank line in it parts two passages."""

    text: str
    kind: PassageKind = PassageKind.PARAGRAPH


def assemble(blocks: Iterable[Block]) -> tuple[str, tuple[Passage, ...]]:
    """Return the text of the blocks, a blank line between them, and its passages."""
    pieces: list[str] = []
    passages: list[Passage] = []
    position = 0
    for block in blocks:
        for piece in filter(None, _BLANK_LINES.split(clean(block.text).strip())):
            passages.append(Passage(position, position + len(piece), block.kind))
            pieces.append(piece)
            position += len(piece) + len(_BETWEEN)
    return _BETWEEN.join(pieces), tuple(passages)


def with_title(blocks: list[Block], title: str) -> list[Block]:
    """Return the blocks, headed by the title unless one of them says it already.

    A headline may name a place, so it belongs to the text and not to its particulars alone.
    """
    if not title or any(_same(block.text, title) for block in blocks):
        return blocks
    return [Block(title, PassageKind.HEADING), *blocks]


def first_heading(blocks: list[Block]) -> str:
    """Return the first heading on one line; empty if there is none."""
    return next((" ".join(b.text.split()) for b in blocks if b.kind is PassageKind.HEADING), "")


def _same(text: str, title: str) -> bool:
    return " ".join(text.split()).casefold() == " ".join(title.split()).casefold()
