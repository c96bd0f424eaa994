"""`storymap places`: the mentions of an article, to standard output."""

from __future__ import annotations

import click

from storymap.cli import options
from storymap.cli.options import Geoparsing


@click.command()
@click.argument("article")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json", "csv", "geojson"]),
    default="table",
    show_default=True,
    help="Aligned columns to read, or a format to work with.",
)
@options.geoparsing
def places(article: str, format_: str, **how: object) -> None:
    """List the places that an article mentions, in the order of the text.

    \b
    Examples:
      storymap places seeds/kyrgyz-president.txt
      storymap places article.md --format json --no-demonyms
    """
    from storymap import formats

    story = Geoparsing(**how).story(article)  # type: ignore[arg-type]
    if format_ == "json":
        import json

        click.echo(json.dumps(formats.mentions_json(story), ensure_ascii=False, indent=1))
    elif format_ == "table":
        click.echo(formats.mentions_table(story))
    else:
        click.echo(formats.render(story, format_), nl=False)
