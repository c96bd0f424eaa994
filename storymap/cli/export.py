"""`storymap export`: any format, by suffix or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from storymap.cli import options
from storymap.cli.options import Geoparsing

if TYPE_CHECKING:
    from storymap.model import Story


@click.command()
@click.argument("story_or_article")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help='The file to write, its format told by its suffix; "-" is standard output.',
)
@click.option("--format", "format_", metavar="NAME", help="The format, if no suffix tells it.")
@options.tiles
@options.geoparsing
def export(
    story_or_article: str, output: str, format_: str | None, tiles: str, **how: object
) -> None:
    """Write a story, or an article geoparsed now, in another format.

    \b
    Examples:
      storymap export seeds/kyrgyz-president.txt -o places.geojson
      storymap export article.story.json -o map.html
      storymap export article.txt -o - --format csv
    """
    from storymap import formats

    if output == "-" and not format_:
        raise click.UsageError("Standard output needs --format.")
    extra = {"tiles": tiles} if (format_ or formats.format_of(output)) == "html" else {}
    story = _story(story_or_article, Geoparsing(**how))  # type: ignore[arg-type]
    if output == "-":
        click.echo(formats.render(story, str(format_), **extra), nl=False)
    else:
        click.echo(formats.write(story, output, format=format_, **extra))


def _story(source: str, geoparsing: Geoparsing) -> Story:
    if source.endswith(".json"):
        from storymap.formats import read_story

        return read_story(source)
    return geoparsing.story(source)
