"""The options that several commands share, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, ParamSpec, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from storymap.gazetteer import Gazetteer
    from storymap.geoparsing import Recogniser
    from storymap.model import Story

P = ParamSpec("P")
R = TypeVar("R")
RecogniserName = Literal["rules", "trained"]


@dataclass(frozen=True, slots=True)
class Geoparsing:
    """How an article is to be geoparsed."""

    gazetteer: tuple[Path, ...] = ()
    country: str = ""
    near: str = ""
    demonyms: bool = True
    recogniser: RecogniserName = "rules"

    def story(self, article: str) -> Story:
        """Read and geoparse one article."""
        from storymap.cli.layers import stacked
        from storymap.gazetteer import open_gazetteer
        from storymap.geoparsing import geoparse
        from storymap.reading import read

        gazetteer = open_gazetteer(*stacked(self.gazetteer))
        return geoparse(
            read(article),
            gazetteer=gazetteer,
            recogniser=chosen(self.recogniser, gazetteer),
            country=self.country,
            near=self.near,
            demonyms=self.demonyms,
        )


def chosen(recogniser: RecogniserName, gazetteer: Gazetteer) -> Recogniser | None:
    """The recogniser of that name; None stands for the rules, which need no choosing."""
    if recogniser == "rules":
        return None
    from storymap.geoparsing import trained_recogniser

    return trained_recogniser(gazetteer)


def recogniser(command: Callable[P, R]) -> Callable[P, R]:
    """`--recogniser rules|trained`."""
    return click.option(
        "--recogniser",
        type=click.Choice(["rules", "trained"]),
        default="rules",
        show_default=True,
        help="What finds the names: rules alone, or rules beside a model trained on English texts, "
        "which takes more time and memory.",
    )(command)


def gazetteer_layers(command: Callable[P, R]) -> Callable[P, R]:
    """`--gazetteer FILE`, repeatable."""
    return click.option(
        "--gazetteer",
        "gazetteer",
        multiple=True,
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="A file of places or of edits to lay over the bundled gazetteer, edits instead of "
        "your own; may be given several times.",
    )(command)


def geoparsing(command: Callable[P, R]) -> Callable[P, R]:
    """The options that say how an article is geoparsed; they arrive as keyword arguments."""
    command = click.option(
        "--demonyms/--no-demonyms",
        default=True,
        show_default=True,
        help='Whether "Kyrgyz" or "Americans" is a mention of the country.',
    )(command)
    command = click.option(
        "--near",
        default="",
        metavar="PLACE",
        help='Where the outlet or the story is, as a name or "lat,lon": a hint, not a filter.',
    )(command)
    command = click.option(
        "--country",
        default="",
        metavar="CC",
        help="The story's country as an ISO code: a hint, not a filter.",
    )(command)
    return gazetteer_layers(recogniser(command))


def tiles(command: Callable[P, R]) -> Callable[P, R]:
    """`--tiles`."""
    return click.option(
        "--tiles",
        default="none",
        show_default=True,
        metavar="none|osm|URL",
        help="Map tiles to load while the page is read; no request is made unless asked for.",
    )(command)


def as_table_or_json(command: Callable[P, R]) -> Callable[P, R]:
    """`--format table|json`; it arrives as `format_`."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(["table", "json"]),
        default="table",
        show_default=True,
        help="Aligned columns to read, or JSON to work with.",
    )(command)
