"""`storymap gazetteer search`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from storymap.cli import options
from storymap.cli.layers import stacked
from storymap.cli.table import table

if TYPE_CHECKING:
    from pathlib import Path

    from storymap.model import Candidate


@click.command()
@click.argument("name")
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(min=1), help="How many at most."
)
@options.as_table_or_json
@options.gazetteer_layers
def search(name: str, limit: int, format_: str, gazetteer: tuple[Path, ...]) -> None:
    """Find the places that have a name, in any spelling, most populous first.

    \b
    Examples:
      storymap gazetteer search "Jalal-Abad"
      storymap gazetteer search Тейит --format json
    """
    from storymap.errors import GazetteerError
    from storymap.gazetteer import open_gazetteer

    found = open_gazetteer(*stacked(gazetteer)).search(name)[:limit]
    if format_ == "json":
        click.echo(json.dumps([_record(c) for c in found], ensure_ascii=False, indent=1))
        return
    if not found:
        raise GazetteerError(f'No place is named "{name}" in the gazetteer.')
    click.echo(table(("id", "name", "in", "type", "lat", "lon", "population"), map(_row, found)))


def _record(candidate: Candidate) -> dict[str, object]:
    place = candidate.place
    return {
        "id": place.id,
        "name": place.name,
        "matched": candidate.name.text,
        "lat": place.lat,
        "lon": place.lon,
        "feature_code": place.feature_code,
        "country": place.country,
        "within": list(place.within),
        "population": place.population,
        "precision": place.precision.value,
        "radius_km": place.radius_km,
        "source": place.source,
    }


def _row(candidate: Candidate) -> tuple[str, ...]:
    place = candidate.place
    return (
        place.id,
        candidate.name.text,
        ", ".join(place.within),
        place.feature_code,
        f"{place.lat:.4f}",
        f"{place.lon:.4f}",
        f"{place.population:,}" if place.population else "",
    )
