"""`storymap gazetteer export`: places in the forms of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storymap.cli import options
from storymap.cli.layers import stacked

if TYPE_CHECKING:
    from storymap.gazetteer.exporting import Export

_FORMS = ("geonames", "csv", "geojson", "lp-tsv", "lpf")


@click.command(name="export")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--form", type=click.Choice(_FORMS), help="The form, if no suffix tells it.")
@click.option("--only-own", is_flag=True, help="What you added and changed yourself, no more.")
@click.option(
    "--only",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The places of this gazetteer file, no more.",
)
@options.gazetteer_layers
def export_(
    out: Path, form: str | None, only_own: bool, only: Path | None, gazetteer: tuple[Path, ...]
) -> None:
    """Write the gazetteer to a file: GeoNames' columns, CSV, GeoJSON, LP-TSV or Linked Places.

    The suffix of OUT tells the form: .txt is GeoNames', .csv, .geojson, .tsv is LP-TSV, .lpf.json;
    "-" is standard output. Every place is written once, as the highest layer has it.

    \b
    Examples:
      storymap gazetteer export my-places.csv --only-own
      storymap gazetteer export everything.geojson
      storymap gazetteer export - --form lpf --only kyrgyzstan.sqlite
    """
    from storymap.gazetteer.exporting import Form, export, text_of

    if only_own and only:
        raise click.UsageError("Give either --only-own or --only.")
    layers = _layers(gazetteer, only_own=only_own, only=only)
    if str(out) != "-":
        click.echo(export(layers, out, Form(form) if form else None))
        return
    if not form:
        raise click.UsageError("Standard output needs --form.")
    for piece in text_of(layers, Form(form)):
        sys.stdout.write(piece)


def _layers(named: tuple[Path, ...], *, only_own: bool, only: Path | None) -> Export:
    from storymap.errors import GazetteerError
    from storymap.gazetteer import BUNDLED
    from storymap.gazetteer.exporting import Export
    from storymap.gazetteer.opening import holds_edits

    if only:
        return Export.open((only,))
    paths = stacked(named)
    if not only_own:
        return Export.open((BUNDLED, *paths))
    own = [path for path in paths if holds_edits(path)]
    if not own:
        raise GazetteerError("You have changed nothing yet, so there is nothing to export.")
    return Export.open(own)
