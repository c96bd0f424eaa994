"""The files that a page is made of: styles, words, vendored parts."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

STYLES = ("frame", "article", "map", "panel", "places", "phone", "print")
"""Style sheets in the order in which they are written out."""

_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_IMAGE = re.compile(r"url\((images/[\w.-]+)\)")


@cache
def text_of(path: str) -> str:
    """Read a file under `page/`."""
    return (files(__package__) / "page" / path).read_text(encoding="utf-8")


@cache
def image(path: str) -> str:
    """Give a PNG under `page/` as a data address."""
    content = (files(__package__) / "page" / path).read_bytes()
    return "data:image/png;base64," + base64.b64encode(content).decode("ascii")


def words() -> Mapping[str, str]:
    """The texts of the interface, by key."""
    found: dict[str, str] = json.loads(text_of("words/en.json"))
    return found


def leaflet_script() -> str:
    """Leaflet, without the line that would send a browser looking for its source map."""
    return _SOURCE_MAP.sub("", text_of("vendor/leaflet/leaflet.js")).strip()


def leaflet_styles() -> str:
    """Leaflet's styles with their images inlined."""
    sheet = text_of("vendor/leaflet/leaflet.css")
    return _IMAGE.sub(lambda m: f"url({image('vendor/leaflet/' + m[1])})", sheet)


def page_styles() -> str:
    """The styles of a page that is dark where the reader's system is."""
    dark = f"@media (prefers-color-scheme: dark) {{\n{text_of('css/dark.css')}}}\n"
    return "\n".join((text_of("css/light.css"), dark, *_sheets()))


def component_styles() -> str:
    """The styles of a component: its script says if it is dark, its width if it is narrow."""
    dark = text_of("css/dark.css").replace(".storymap", '.storymap[data-theme="dark"]')
    sheets = (text_of("css/light.css"), dark, *_sheets(), text_of("css/component.css"))
    return "\n".join(sheets).replace("@media (max-width:", "@container storymap (max-width:")


def _sheets() -> tuple[str, ...]:
    return tuple(text_of(f"css/{name}.css") for name in STYLES)
