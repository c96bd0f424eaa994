"""The formats that a story can be written in, and how one is chosen by name or suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from storymap.errors import FormatError
from storymap.formats import csv, geojson, html, kml, storyfile, tei, webannotation
from storymap.formats.files import write_atomically
from storymap.model import Story


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a story."""

    name: str
    suffixes: tuple[str, ...]
    """The first is the usual one."""
    render: Callable[..., str]
    """Takes the story, and the options as keyword arguments."""
    options: tuple[str, ...]
    keeps: str
    """What of a story it holds."""
    loses: str
    """What of a story is not in it; empty if nothing is lost."""


_ALL = (
    Format(
        "html",
        (".html", ".htm"),
        html.render,
        options=("tiles",),
        keeps="the text and the map, to read",
        loses="decisions",
    ),
    Format(
        "geojson",
        (".geojson",),
        geojson.render,
        options=(),
        keeps="places with their mentions, quoted; names that were not located",
        loses="the text, candidates, decisions",
    ),
    Format(
        "csv",
        (".csv",),
        csv.render,
        options=("bom",),
        keeps="a row per mention",
        loses="the text, candidates, decisions",
    ),
    Format(
        "kml",
        (".kml",),
        kml.render,
        options=(),
        keeps="places with the passages that mention them; names that were not located",
        loses="the text, extents, candidates, reasons, decisions",
    ),
    Format(
        "tei",
        (".tei.xml", ".tei", ".xml"),
        tei.render,
        options=(),
        keeps="the text with its place names marked; a list of the places",
        loses="candidates, reasons, decisions",
    ),
    Format(
        "jsonld",
        (".jsonld",),
        webannotation.render,
        options=(),
        keeps="an annotation per mention, with its place, reasons and author",
        loses="the text, candidates, decisions that were overruled",
    ),
    Format(
        "story",
        (".story.json", ".json"),
        storyfile.render,
        options=(),
        keeps="everything, to go on working",
        loses="",
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({known.name: known for known in _ALL})
"""The formats by name."""


def format_of(path: str | Path) -> str:
    """Return the name of the format that a file's suffix stands for; `FormatError` if none."""
    name = Path(path).name.lower()
    for known in FORMATS.values():
        if name.endswith(known.suffixes):
            return known.name
    raise FormatError(f"{path} has no suffix that tells its format: use one of {_suffixes()}")


def render(story: Story, format: str, **options: object) -> str:
    """Return a story in a format, given by its name or its suffix ("geojson", ".json").

    Raises `FormatError` for a format or an option that there is not.
    """
    known = _named(format)
    for option in options:
        if option not in known.options:
            raise FormatError(f"the format {known.name} has no option {option!r}")
    return known.render(story, **options)


def write(story: Story, path: str | Path, *, format: str | None = None, **options: object) -> Path:
    """Write a story to a file, in the format of its suffix unless one is named.

    Returns the path. Raises `FormatError` as `render` does, and `WritingError` if the file
    cannot be written; what stood there before is then untouched.
    """
    content = render(story, format or format_of(path), **options)
    write_atomically(Path(path), content.encode())
    return Path(path)


def _named(name: str) -> Format:
    """Return a format by its name or by a suffix with or without its dot."""
    suffix = "." + name.lower().lstrip(".")
    for known in FORMATS.values():
        if name == known.name or suffix in known.suffixes:
            return known
    raise FormatError(f"there is no format {name!r}: use one of {', '.join(FORMATS)}")


def _suffixes() -> str:
    return ", ".join(known.suffixes[0] for known in FORMATS.values())
