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

# Most wrapped text is 60 to 110 columns wide.
_NARROWEST_COLUMN = 40
_WIDEST_COLUMN = 160
_FEWEST_WITHIN = 0.2  # of all line ends, are within sentences in wrapped text
_FEWEST_EARLY = 0.1  # of all line ends, are ends of paragraphs where blank lines do not part them


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int
    after_blank: bool
    """Whether an empty line, or the beginning of the text, stands before it."""


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How a text was wrapped."""

    column: int
    """Where lines were broken; 0 if none was."""
    blank_lines_alone: bool = True
    """Whether every paragraph has a blank line after it, so that no line end is the end of one."""


def split(text: str) -> tuple[Passage, ...]:
    """Return the passages of a text, in order, each without white space at its ends.

    The text may be any text at all; nothing but white space is left between passages, and a
    text of white space alone has none.
    """
    lines = list(_lines(text))
    return classify(text, list(_spans(lines, _wrapping(lines))))


def _lines(text: str) -> Iterator[_Line]:
    previous_end = 0
    for match in _LINE.finditer(text):
        gap = text[previous_end : match.start()]
        indent = len(gap) - gap.rfind("\n") - 1
        after_blank = previous_end == 0 or gap.count("\n") > 1
        yield _Line(match.start(), match.end(), match.group(), indent, after_blank)
        previous_end = match.end()


def _spans(lines: Sequence[_Line], wrapping: _Wrapping) -> Iterator[tuple[int, int]]:
    begins = [
        i for i, line in enumerate(lines) if not i or not _continues(lines[i - 1], line, wrapping)
    ]
    for first, after in pairwise([*begins, len(lines)]):
        yield lines[first].start, lines[after - 1].end


def _continues(previous: _Line, line: _Line, wrapping: _Wrapping) -> bool:
    if line.after_blank or not wrapping.column:
        return False
    if line.indent > previous.indent or _LIST_ITEM.match(line.text):
        return False
    if _ends_sentence(previous) and not wrapping.blank_lines_alone:
        return False
    return _is_forced(previous, line, wrapping.column) or line.text[0].islower()


def _wrapping(lines: Sequence[_Line]) -> _Wrapping:
    """Return how a text was wrapped, from the line ends that stand within sentences.

    In wrapped text there are many of them and nearly all are at the column. In other text they
    are few, after headings and the like, and as long as chance has it.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    within = [(a, b) for a, b in breaks if not _ends_sentence(a)]
    if not within or len(within) < _FEWEST_WITHIN * len(breaks):
        return _Wrapping(0)
    lengths = sorted(len(a.text) for a, _ in within)
    column = lengths[(len(lengths) - 1) * 9 // 10]
    forced = sum(_is_forced(a, b, column) for a, b in within)
    if column < _NARROWEST_COLUMN or column > _WIDEST_COLUMN or forced * 2 < len(within):
        return _Wrapping(0)
    early = sum(_ends_sentence(a) and not _is_forced(a, b, column) for a, b in breaks)
    return _Wrapping(column, blank_lines_alone=early < _FEWEST_EARLY * len(breaks))


def _ends_sentence(line: _Line) -> bool:
    return _SENTENCE_END.search(line.text) is not None


def _is_forced(previous: _Line, line: _Line, column: int) -> bool:
    """Whether the first word of the line would not have fitted on the line before it."""
    first_word = _FIRST_WORD.match(line.text)
    return first_word is not None and len(previous.text) + first_word.end() >= column
