"""Splits a text into tokens and sentences, keeping offsets.

Hyphenated compounds are split ("US-led", "Jalal-Abad"), abbreviations keep their full stop
("Calif.", "W.Va.", "Mr."), possessive endings stand alone, and each CJK character is a token.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from storymap.geoparsing.words import word_list
from storymap.model import Document, Passage

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
)
_INDIC = "\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e4e\u200c\u200d"
_LETTER = rf"[^\W\d_{_CJK}]"
_PART = rf"(?:{_LETTER}|[{_MARKS}{_INDIC}])"
_APOSTROPHES = "'’ʼʻ`´"
_ENDING = r"(?:s|S|re|ve|ll|d|m|t)\b"


class Casing(StrEnum):
    """What capitals mean in a sentence: names, nothing (all of it or none), or little (title)."""

    MIXED = "mixed"
    UPPER = "upper"
    TITLE = "title"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign with its place in the text."""

    start: int
    end: int
    text: str
    lower: str
    is_word: bool
    is_capitalised: bool
    """Begins with a capital, or is written in a script that has none."""
    has_case: bool
    """Whether its script has capitals."""
    is_upper: bool
    """Two letters or more, all capitals."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    casing: Casing
    begins_passage: bool


@dataclass(frozen=True, slots=True)
class TokenisedText:
    """Tokens in text order and the sentences that they make."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    """First token of each sentence."""

    def sentence_at(self, index: int) -> Sentence:
        """The sentence that a token belongs to."""
        return self.sentences[bisect_right(self.starts, index) - 1]

    def gap_before(self, index: int) -> str:
        """What stands between a token and the one before it: white space or nothing."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]


@cache
def _token_pattern() -> re.Pattern[str]:
    abbreviations = "|".join(sorted(map(re.escape, word_list("abbreviations")), reverse=True))
    return re.compile(
        rf"""[A-Z]\.\s?Va\.(?!\w)|[A-Z]\.(?:[A-Z][a-z]{{0,3}}\.)+(?!\w)
        | \b(?i:{abbreviations})\.(?=[\s,;:)\]—–-]|$)
        | \b[A-Z]\.(?=\s?[A-Z])
        | [{_APOSTROPHES}]{_ENDING}
        | \d+(?:[.,:]\d+)*(?:{_PART})*
        | [{_CJK}]
        | {_LETTER}{_PART}*(?:[{_APOSTROPHES}](?!{_ENDING}){_LETTER}{_PART}*)*\d*
        | \.\.+ | \S""",
        re.VERBOSE,
    )


def tokenise(document: Document) -> TokenisedText:
    """Split a document; a document without passages is taken as one."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for passage in document.passages or (Passage(0, len(document.text)),):
        first = len(tokens)
        tokens.extend(_tokens(document.text, passage))
        sentences.extend(_sentences(tokens, first, document.text))
    starts = tuple(sentence.first for sentence in sentences)
    return TokenisedText(document.text, tuple(tokens), tuple(sentences), starts)


def _tokens(text: str, passage: Passage) -> Iterator[Token]:
    for match in _token_pattern().finditer(text, passage.start, passage.end):
        word = match.group()
        letter = word[0]
        is_word = letter.isalpha()
        has_case = letter.lower() != letter.upper()
        yield Token(
            match.start(),
            match.end(),
            word,
            word.lower(),
            is_word,
            is_word and (not has_case or not letter.islower()),
            has_case,
            is_word and len(word) > 1 and word.isupper(),
        )


def _sentences(tokens: Sequence[Token], first: int, text: str) -> Iterator[Sentence]:
    begin = first
    for index in range(first, len(tokens)):
        if index + 1 == len(tokens) or _ends_sentence(tokens, index, text):
            yield Sentence(begin, index + 1, _casing(tokens[begin : index + 1]), begin == first)
            begin = index + 1


_CLOSING = "\"”’')]»"
_OPENING = "\"“‘'([«"


def _ends_sentence(tokens: Sequence[Token], index: int, text: str) -> bool:
    token, following = tokens[index], tokens[index + 1]
    between = text[token.end : following.start]
    if "\n" in between and text.count("\n", token.end, following.start) > 1:
        return True
    if not between:
        return False
    stop = tokens[index - 1] if token.text in _CLOSING and index else token
    if stop.text not in {".", "!", "?", "…", "。", "؟", "।"}:
        return False
    return following.is_capitalised or following.text in _OPENING or not following.is_word


_FEW_WORDS = 4


def _casing(tokens: Sequence[Token]) -> Casing:
    words = [t for t in tokens if t.is_word and t.lower != t.text.upper()]
    letters = [t for t in words if len(t.text) > 1]
    if len(letters) > 1 and sum(t.is_upper for t in letters) >= 0.8 * len(letters):
        return Casing.UPPER
    if len(letters) >= _FEW_WORDS and not any(t.is_capitalised for t in words):
        return Casing.LOWER
    long_words = [t for t in letters if len(t.text) > 3]  # noqa: PLR2004 - "with", "from" are short
    capitals = sum(t.is_capitalised for t in long_words)
    has_stop = bool(tokens) and tokens[-1].text in {".", "!", "?"}
    if len(letters) >= _FEW_WORDS and capitals >= 0.75 * max(len(long_words), 1) and not has_stop:
        return Casing.TITLE
    return Casing.MIXED
