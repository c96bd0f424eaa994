"""Where the bytes of an article come from: a file or standard input, with a limit on both."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from storymap.errors import ReadingError

MAX_BYTES = 20_000_000
"""Largest article that is read: some fifty novels. A longer text would freeze the page."""

STANDARD_INPUT = "-"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LONGEST_NAME_SHOWN = 80  # characters


def load(source: str | Path) -> bytes:
    """Return the bytes of a file, or of standard input for "-".

    Raises `ReadingError` if they cannot be had, or are more than `MAX_BYTES`.
    """
    name = str(source)
    if name == STANDARD_INPUT:
        return _within_limit(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")
    if _ADDRESS.match(name):
        raise ReadingError(f"{_shown(name)} is an address: save the page to a file and read that")
    raw = _opened(source, _shown(name))
    return _within_limit(raw, _shown(name))


def _opened(source: str | Path, name: str) -> bytes:
    try:
        with open(source, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadingError(f"{name} does not exist: check the name and the folder") from None
    except IsADirectoryError:
        raise ReadingError(f"{name} is a folder: name a file in it") from None
    except PermissionError:
        raise ReadingError(f"{name} may not be read: check its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadingError(f"{name} cannot be read: {reason}") from None


def _within_limit(raw: bytes, name: str) -> bytes:
    if len(raw) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise ReadingError(f"{name} is larger than {limit}: cut it into parts and read each")
    return raw


def _shown(name: str) -> str:
    """Return a name fit for one line of a message."""
    if name.isprintable() and len(name) <= _LONGEST_NAME_SHOWN:
        return name
    shortened = name if len(name) <= _LONGEST_NAME_SHOWN else name[:_LONGEST_NAME_SHOWN] + "…"
    return ascii(shortened) if not shortened.isprintable() else shortened
