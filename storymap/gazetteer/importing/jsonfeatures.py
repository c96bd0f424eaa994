"""Features of a GeoJSON file one at a time, however large the file.

A FeatureCollection, a single Feature, and Features one after another (a line each, or with record
separators) are all read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from storymap.errors import GazetteerError

LONGEST_VALUE = 64 * 1024 * 1024
"""Characters of one feature."""

_SPACE = " \t\r\n\x1e\ufeff"
_AT_FIRST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature as JSON has it, and the line it begins on."""

    line: int
    value: Any


@dataclass(slots=True)
class FeatureReader:
    """Reads the features of one text; `members` fills with what stands beside them."""

    pieces: Iterator[str]
    file: str
    members: dict[str, Any] = field(default_factory=dict)
    _buffer: str = ""
    _at: int = 0
    _line: int = 1
    _is_done: bool = False

    def features(self) -> Iterator[Feature]:
        """Every feature; raises GazetteerError, naming file and line, where it is no JSON."""
        while self._peek():
            begins = self._line
            if self._peek() != "{":
                self._fail("a feature or a collection of features should begin here")
            is_collection = False
            for key in self._keys():
                if key == "features" and self._peek() == "[":
                    is_collection = True
                    yield from self._items()
                else:
                    self.members[key] = self._value()
            if not is_collection:
                yield Feature(begins, self.members)
                self.members = {}

    def _keys(self) -> Iterator[str]:
        """The keys of an object; its value is to be taken between two keys."""
        self._expect("{")
        if self._peek() == "}":
            self._expect("}")
            return
        while True:
            if self._peek() != '"':
                self._fail("a name in quotation marks should stand here")
            yield self._key()
            if self._peek() != ",":
                self._expect("}")
                return
            self._expect(",")

    def _key(self) -> str:
        key = str(self._value())
        self._expect(":")
        return key

    def _items(self) -> Iterator[Feature]:
        self._expect("[")
        if self._peek() == "]":
            self._expect("]")
            return
        while True:
            self._peek()
            yield Feature(self._line, self._value())
            if self._peek() != ",":
                self._expect("]")
                return
            self._expect(",")

    def _peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in _SPACE:
                self._line += self._buffer[self._at] == "\n"
                self._at += 1
            if self._at < len(self._buffer) or not self._fill(_AT_FIRST):
                return self._buffer[self._at : self._at + 1]

    def _expect(self, character: str) -> None:
        if self._peek() != character:
            self._fail(f"{character} should stand here")
        self._at += 1

    def _value(self) -> Any:
        self._peek()
        wanted = _AT_FIRST
        while True:
            try:
                value, end = json.JSONDecoder().raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if not self._fill(wanted):
                    self._line += self._buffer.count("\n", self._at, error.pos)
                    self._fail(error.msg)
            except RecursionError:
                self._fail("it is nested too deeply")
            else:
                if end < len(self._buffer) or self._is_done or not self._fill(wanted):
                    self._line += self._buffer.count("\n", self._at, end)
                    self._at = end
                    return value
            wanted *= 2

    def _fill(self, wanted: int) -> bool:
        """Read at least so many more characters, if there are any."""
        kept = self._buffer[self._at :]
        if len(kept) > LONGEST_VALUE:
            self._fail(f"one value is longer than {LONGEST_VALUE:,} characters")
        chunks, size = [kept], 0
        while size < wanted:
            piece = next(self.pieces, "")
            if not piece:
                self._is_done = True
                break
            chunks.append(piece)
            size += len(piece)
        self._buffer, self._at = "".join(chunks), 0
        return size > 0

    def _fail(self, what: str) -> None:
        raise GazetteerError(f"{self.file}, line {self._line}: not valid JSON: {what}.")
