"""From decoded text to the text that is kept: the one that offsets count in.

Line ends become LF, accents are composed (NFC), a byte order mark and control characters go,
and what is no character at all (lone surrogates, U+FFFE, U+FFFF) becomes U+FFFD. Tabs, no-break
spaces, joiners and the marks that steer right-to-left text stay: they are part of the writing.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = frozenset(("Cc", "Cf", "Zl", "Zp", "Zs"))


def clean(text: str) -> str:
    """Return the text to keep; cleaning it again changes nothing."""
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROLS.sub("", text)
    text = _NO_CHARACTERS.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def is_blank(text: str) -> bool:
    """Whether nothing in it can be seen: white space and zero-width characters alone."""
    return all(unicodedata.category(c) in _INVISIBLE for c in text)
