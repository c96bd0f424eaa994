"""Other names in one cell: `Jalalabad@en; Manas; Frunze@en=historic`.

A name may be followed by `@` and its language, and by `=` and its kind. Names stand between `;`
or `|`. A backslash takes the meaning from the character after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from storymap.model import NameKind, PlaceName

_SPECIAL = re.compile(r"[\\;|@=]")
_NAME = re.compile(
    r"(?P<text>(?:\\.|[^\\;|])+?)"
    r"(?:@(?P<language>[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*))?"
    rf"(?:=(?P<kind>{'|'.join(NameKind)}))?",
    re.S,
)
_PARTS = re.compile(r"(?:\\.|[^\\;|])+", re.S)


def read_aliases(cell: str) -> tuple[PlaceName, ...]:
    """The names in a cell; empty if there are none."""
    names = (_read(part.strip()) for part in _PARTS.findall(cell))
    return tuple(name for name in names if name.text)


def _read(part: str) -> PlaceName:
    match = _NAME.fullmatch(part)
    if not match:
        return PlaceName(_unescaped(part))
    text = _unescaped(match["text"].strip())
    return PlaceName(text, match["language"] or "", NameKind(match["kind"] or NameKind.ALTERNATE))


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.S)


def write_aliases(names: Sequence[PlaceName]) -> str:
    """The cell from which `read_aliases` reads these names again."""
    return "; ".join(map(_write, names))


def _write(name: PlaceName) -> str:
    language = f"@{name.language}" if name.language else ""
    kind = "" if name.kind is NameKind.ALTERNATE else f"={name.kind.value}"
    text = _SPECIAL.sub(r"\\\g<0>", name.text)
    return f"{text}{language}{kind}"
