"""Opening what is imported: plain files and zip archives, line by line, within limits.

Nothing is ever unpacked to disk: of an archive, the one file that matters is read where it is.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from storymap.errors import GazetteerError

LONGEST_LINE = 16 * 1024 * 1024
"""Characters; GeoNames' longest lines have some 20,000."""

CHUNK = 64 * 1024
"""Characters."""

MOST_INFLATION = 200
"""How many times larger than its archive a file may be; GeoNames' tables inflate some 5 times."""

LARGEST_INFLATED = 100 * 1024**3
"""Bytes that a file in an archive may have."""

_NOT_RECORDS = re.compile(r"(^|/)(readme[^/]*|iso-languagecodes\.txt|\.[^/]*)$|^__MACOSX/", re.I)
"""What GeoNames and others put beside the table in an archive."""

_REPORT_EVERY = 2048
"""Pieces between two reports of progress."""

Progress = Callable[[int], object]
"""Told, now and then, how many more bytes have been read."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to import, on disk or in an archive."""

    path: Path
    member: str = ""
    """Its name in the archive; empty for a plain file."""
    size: int = 0
    """Bytes, inflated."""

    @property
    def label(self) -> str:
        """What to call it in a message."""
        return f"{self.path} ({self.member})" if self.member else str(self.path)

    @property
    def name(self) -> str:
        """The name that tells its form."""
        return Path(self.member).name if self.member else self.path.name

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Read its bytes; raises GazetteerError, naming it, if that fails at any time."""
        try:
            if self.member:
                with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as stream:
                    yield cast(BinaryIO, stream)
            else:
                with self.path.open("rb") as file:
                    yield file
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
            raise GazetteerError(f"{self.label} is damaged: {error}.") from error
        except RuntimeError as error:
            if self.member and "password" in str(error):
                raise GazetteerError(f"{self.label} needs a password: unpack it first.") from error
            raise
        except OSError as error:
            raise GazetteerError(f"{self.label} cannot be read: {error}.") from error


def source_file(path: Path) -> SourceFile:
    """The file to import that a path names, in an archive or not.

    Raises GazetteerError if there is none, or if an archive has several or is not to be trusted.
    """
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "does not exist"
        raise GazetteerError(f"{path} {what}: name a file to import.")
    if not zipfile.is_zipfile(path):
        return SourceFile(path, size=path.stat().st_size)
    try:
        with zipfile.ZipFile(path) as archive:
            return _only_member(path, archive)
    except zipfile.BadZipFile as error:
        raise GazetteerError(f"{path} is damaged: {error}.") from error


def _only_member(path: Path, archive: zipfile.ZipFile) -> SourceFile:
    found = [
        m for m in archive.infolist() if not m.is_dir() and not _NOT_RECORDS.search(m.filename)
    ]
    if len(found) != 1:
        names = ", ".join(m.filename for m in found[:5]) or "none"
        raise GazetteerError(
            f"{path} should hold one file to import but has {len(found)} ({names}): unpack it and "
            "name the one that is meant."
        )
    (member,) = found
    if member.file_size > LARGEST_INFLATED or (
        member.file_size > LONGEST_LINE
        and member.file_size > MOST_INFLATION * max(member.compress_size, 1)
    ):
        raise GazetteerError(
            f"{path}: {member.filename} would inflate to {member.file_size:,} bytes, which no "
            "gazetteer does. Unpack it yourself if you trust it."
        )
    return SourceFile(path, member.filename, member.file_size)


def lines(
    source: SourceFile, *, encoding: str = "", progress: Progress | None = None
) -> Iterator[str]:
    """The lines of a text file, each with its end; without an encoding, UTF-8 or as its mark says.

    Raises GazetteerError, naming file and line, for bytes that the encoding does not know and for
    a line that is longer than any table has.
    """
    pieces = _pieces(source, LONGEST_LINE, encoding=encoding, progress=progress)
    for number, line in enumerate(pieces, start=1):
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            raise GazetteerError(
                f"{source.label}, line {number}: longer than {LONGEST_LINE:,} characters; this is "
                "no table of places."
            )
        if "\0" in line:
            raise GazetteerError(f"{source.label}, line {number}: has a NUL byte; it is no text.")
        yield line


def chunks(
    source: SourceFile, *, encoding: str = "", progress: Progress | None = None
) -> Iterator[str]:
    """A text file in pieces of at most `CHUNK` characters, for what does not go by lines."""
    yield from _pieces(source, CHUNK, encoding=encoding, progress=progress)


def _pieces(
    source: SourceFile, longest: int, *, encoding: str, progress: Progress | None
) -> Iterator[str]:
    """The lines of a text file; one that is longer comes in parts."""
    with source.open() as stream:
        known = encoding or _marked_encoding(source)
        try:
            text = io.TextIOWrapper(stream, encoding=known, newline="\n")
        except LookupError as error:
            raise GazetteerError(f"There is no encoding {encoding}.") from error
        try:
            yield from _watched(iter(partial(text.readline, longest), ""), stream, progress)
        except UnicodeError as error:
            raise GazetteerError(_undecodable(source, known)) from error
        finally:
            text.detach()


def _watched(pieces: Iterator[str], stream: BinaryIO, progress: Progress | None) -> Iterator[str]:
    if progress is None:
        yield from pieces
        return
    read = 0
    for number, piece in enumerate(pieces):
        if number % _REPORT_EVERY == 0:
            progress(stream.tell() - read)
            read = stream.tell()
        yield piece
    progress(stream.tell() - read)


_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def _marked_encoding(source: SourceFile) -> str:
    with source.open() as stream:
        start = stream.read(4)
    return next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8")


def _undecodable(source: SourceFile, encoding: str) -> str:
    """Find the line that is wrong; only asked once reading has failed."""
    where = (
        "" if encoding.startswith("utf-16") else f", line {_first_undecodable(source, encoding)}"
    )
    return (
        f"{source.label}{where}: not in the encoding {encoding.removesuffix('-sig').upper()}. "
        "Save it as UTF-8, or name its encoding, such as --encoding cp1252."
    )


def _first_undecodable(source: SourceFile, encoding: str) -> int:
    number = 1
    with source.open() as stream:
        for number, raw in enumerate(iter(partial(stream.readline, LONGEST_LINE), b""), start=1):
            try:
                raw.decode(encoding.removesuffix("-sig"))
            except UnicodeError:
                return number
    return number
