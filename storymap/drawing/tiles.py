"""Map tiles from a server: never used unless asked for, and then by their address."""

import re
from dataclasses import dataclass

from storymap.errors import DrawingError

NONE = "none"
OSM = "osm"

_ADDRESS = re.compile(r"(?P<host>https?://[A-Za-z0-9.{}:\-]+)/[^\s\"'<>\\]*")
_WANTED = ("{z}", "{x}", "{y}")


@dataclass(frozen=True, slots=True)
class Tiles:
    """Where tiles come from and what their makers ask to be said."""

    url: str
    """With `{z}`, `{x}` and `{y}`; `{s}` stands for a subdomain."""
    attribution: str
    max_zoom: int = 19

    @property
    def host(self) -> str:
        """The only origin that the page may ask for images, as a source of a security policy."""
        match = _ADDRESS.match(self.url)
        return match["host"].replace("{s}", "*") if match else ""


def tiles_from(choice: str) -> Tiles | None:
    """Read "none", "osm" or an address; None for "none".

    Raises `DrawingError` for anything else.
    """
    if choice == NONE:
        return None
    if choice == OSM:
        return Tiles(
            "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "© OpenStreetMap contributors"
        )
    match = _ADDRESS.fullmatch(choice)
    if match and all(part in choice for part in _WANTED):
        return Tiles(choice, f"Map tiles: {match['host'].partition('://')[2]}")
    raise DrawingError(
        f"tiles: {choice!r} is neither none, osm nor an http(s) address with {{z}}, {{x}} and {{y}}"
    )
