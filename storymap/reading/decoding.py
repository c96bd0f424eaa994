"""From bytes to text."""

from __future__ import annotations

import codecs


def decode(raw: bytes, name: str) -> str:
    """Return the text that the bytes of a file are."""
    if raw.startswith(codecs.BOM_UTF8):
        return raw.decode("utf-8-sig", "replace")
    return raw.decode("utf-8", "replace")
