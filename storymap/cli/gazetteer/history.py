"""`storymap gazetteer history`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from storymap.cli import options
from storymap.cli.gazetteer.changing import change_record
from storymap.cli.layers import open_layers
from storymap.cli.table import table


@click.command()
@click.argument("place_id", metavar="[ID]", default="")
@click.option("--name", default="", metavar="NAME", help="Only blocks and preferences of a name.")
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(min=1), help="How many at most."
)
@options.as_table_or_json
@options.gazetteer_layers
def history(
    place_id: str, name: str, limit: int, format_: str, gazetteer: tuple[Path, ...]
) -> None:
    """List the changes to the gazetteer, or to one place, the last one first.

    \b
    Examples:
      storymap gazetteer history
      storymap gazetteer history gn:1528249 --format json
    """
    from storymap.gazetteer.history import history as changes_of
    from storymap.gazetteer.telling import tell

    edits = open_layers(gazetteer).edits
    changes = changes_of(edits, place_id=place_id, name=name, limit=limit) if edits else ()
    if format_ == "json":
        told = [change_record(change) for change in changes]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    rows = (
        (str(c.number), c.time[:19].replace("T", " "), c.author, c.what, tell(c), c.reason)
        for c in changes
    )
    click.echo(table(("change", "time (UTC)", "author", "what", "which", "why"), rows))
