"""Where the passages of a plain text begin and end.

A blank line always parts two passages. A single line end parts them too, unless the text was
wrapped at a column: then a line end that the column forced is no more than a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storymap.model import Passage
from storymap.reading.kinds import classify

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_FIRST_WORD = re.compile(r"\S+")
_LIST_ITEM = re.compile(r"(?:[-*•‣▪–—]|\(?\d{1,3}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?:…。！？؟।][\"'’”»)\]]*$")

# People and programs wrap text at 60 to 80 columns; nothing wraps beyond 100 or below 40.
_NARROWEST_COLUMN = 40
_WIDEST_COLUMN = 100


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int
    after_blank: bool
    """Whether an empty line, or the beginning of the text, stands before it."""


def split(text: str) -> tuple[Passage, ...]:
    """Return the passages of a text, in order, each without white space at its ends.

    The text may be any text at all; nothing but white space is left between passages, and a
    text of white space alone has none.
    """
    lines = list(_lines(text))
    return classify(text, list(_spans(lines, _column(lines))))


def _lines(text: str) -> Iterator[_Line]:
    previous_end = 0
    for match in _LINE.finditer(text):
        gap = text[previous_end : match.start()]
        indent = len(gap) - gap.rfind("\n") - 1
        after_blank = previous_end == 0 or gap.count("\n") > 1
        yield _Line(match.start(), match.end(), match.group(), indent, after_blank)
        previous_end = match.end()


def _spans(lines: Sequence[_Line], column: int) -> Iterator[tuple[int, int]]:
    begins = [
        i for i, line in enumerate(lines) if not (i and _continues(lines[i - 1], line, column))
    ]
    for first, after in pairwise([*begins, len(lines)]):
        yield lines[first].start, lines[after - 1].end


def _continues(previous: _Line, line: _Line, column: int) -> bool:
    if line.after_blank or not column:
        return False
    if line.indent > previous.indent or _LIST_ITEM.match(line.text):
        return False
    return _is_forced(previous, line, column) or line.text[0].islower()


def _column(lines: Sequence[_Line]) -> int:
    """Return the column at which the text was wrapped; 0 if it was not.

    In wrapped text nearly every line end was forced, and few lines end where a sentence ends.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    if not breaks:
        return 0
    lengths = sorted(len(a.text) for a, _ in breaks)
    column = lengths[(len(lengths) - 1) * 9 // 10]
    if not _NARROWEST_COLUMN <= column <= _WIDEST_COLUMN:
        return 0
    forced = sum(_is_forced(a, b, column) for a, b in breaks)
    at_sentence_ends = sum(bool(_SENTENCE_END.search(a.text)) for a, _ in breaks)
    is_wrapped = forced * 2 > len(breaks) and at_sentence_ends * 2 < len(breaks)
    return column if is_wrapped else 0


def _is_forced(previous: _Line, line: _Line, column: int) -> bool:
    """Whether the first word of the line would not have fitted on the line before it."""
    first_word = _FIRST_WORD.match(line.text)
    return first_word is not None and len(previous.text) + first_word.end() >= column
