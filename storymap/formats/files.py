"""Writing a file so that at any moment either the old one or the whole new one is there."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from storymap.errors import WritingError


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file by way of a temporary one beside it.

    A link is followed, the mode of an existing file is kept, and what is no regular file, such
    as `/dev/stdout` or a pipe, is written to as it is. Raises `WritingError`; what stood at the
    path is then untouched.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
        else:
            _replace(target, content)
    except (OSError, ValueError, RuntimeError) as error:  # a NUL in the name; a loop of links
        raise WritingError(_message(path, error)) from error


def _replace(target: Path, content: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError
    part = target.with_name(f".storymap-{secrets.token_hex(8)}.part")
    try:
        with open(part, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _message(path: Path, error: Exception) -> str:
    if isinstance(error, IsADirectoryError):
        return f"{path} is a folder: name a file in it"
    if isinstance(error, FileNotFoundError):
        return f"{path} cannot be written: the folder {path.parent} does not exist, make it first"
    if isinstance(error, PermissionError):
        return f"{path} cannot be written: there is no permission to write in {path.parent}"
    reason = getattr(error, "strerror", None) or str(error)
    return f"{path} cannot be written: {reason}"
