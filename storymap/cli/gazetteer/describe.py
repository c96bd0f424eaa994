"""`storymap gazetteer info`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from storymap.cli import options
from storymap.cli.layers import stacked
from storymap.cli.table import table

if TYPE_CHECKING:
    from pathlib import Path


@click.command(name="info")
@options.as_table_or_json
@options.gazetteer_layers
def describe(format_: str, gazetteer: tuple[Path, ...]) -> None:
    """Tell the gazetteer's version, its sources and their licences.

    \b
    Example:
      storymap gazetteer info
    """
    from storymap.gazetteer import open_gazetteer

    opened = open_gazetteer(*stacked(gazetteer))
    rows = [(a.source, a.licence, a.url, a.text) for a in opened.attributions()]
    keys = ("source", "licence", "url", "attribution")
    if format_ == "json":
        sources = [dict(zip(keys, row, strict=True)) for row in rows]
        click.echo(json.dumps({"version": opened.version, "sources": sources}, indent=1))
        return
    click.echo(f"version {opened.version}\n{table(keys, rows)}")
