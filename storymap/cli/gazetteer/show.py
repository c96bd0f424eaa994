"""`storymap gazetteer show`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storymap.cli import options
from storymap.cli.layers import Layers, open_layers
from storymap.cli.table import table

if TYPE_CHECKING:
    from storymap.gazetteer.entries import PlaceEntry
    from storymap.gazetteer.records import Record


@dataclass(frozen=True, slots=True)
class _Shown:
    """A place, how it stands, and by which change."""

    record: Record
    state: str
    revision: int


@click.command()
@click.argument("place_id", metavar="ID")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"]),
    metavar="TIME",
    help="As it stood then, in local time: 2026-04-30 or 2026-04-30T18:00:00.",
)
@options.as_table_or_json
@options.gazetteer_layers
def show(place_id: str, as_of: datetime | None, format_: str, gazetteer: tuple[Path, ...]) -> None:
    """Tell all that the gazetteer says of a place.

    \b
    Examples:
      storymap gazetteer show gn:1528249
      storymap gazetteer show gn:1528249 --as-of 2026-04-30 --format json
    """
    shown = _look(place_id, _as_of(open_layers(gazetteer), as_of))
    told = _told(shown)
    if format_ == "json":
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    names = [(n.text, n.language, n.kind.value) for n in shown.record.names]
    rows = [(key, _text(value)) for key, value in told.items() if key != "names"]
    click.echo(f"{table(('field', 'value'), rows)}\n\n{table(('name', 'language', 'kind'), names)}")


def _as_of(layers: Layers, moment: datetime | None) -> Layers:
    from storymap.gazetteer.history import as_of

    if moment is None or layers.edits is None:
        return layers
    return Layers(layers.below, as_of(layers.edits, moment))


def _look(place_id: str, layers: Layers) -> _Shown:
    from storymap.errors import GazetteerError
    from storymap.gazetteer.entries import NO_ENTRY
    from storymap.gazetteer.records import record_of

    entry = layers.edits.entry(place_id) if layers.edits else NO_ENTRY
    record = entry.record or record_of(layers.below, place_id)
    if record is None:
        raise GazetteerError(f"There is no place {place_id}: search for its name.")
    revision = layers.edits.revision(place_id) if layers.edits else 0
    return _Shown(record, _state(entry), revision)


def _state(entry: PlaceEntry) -> str:
    if entry.hidden:
        return "hidden"
    if entry.merged_into:
        return f"merged into {entry.merged_into}"
    if entry.record is None:
        return "original"
    return "edited" if entry.original else "added"


def _told(shown: _Shown) -> dict[str, object]:
    record, place = shown.record, shown.record.place
    extent = place.extent
    return {
        "id": place.id,
        "state": shown.state,
        "revision": shown.revision,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "extent": [extent.south, extent.west, extent.north, extent.east] if extent else None,
        "type": f"{place.feature_class}.{place.feature_code}",
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "parents": list(record.parents),
        "population": place.population,
        "precision": place.precision.value,
        "radius_km": place.radius_km,
        "source": place.source,
        "note": record.note,
        "links": list(record.links),
        "since": record.since,
        "until": record.until,
        "names": [{"text": n.text, "language": n.language, "kind": n.kind} for n in record.names],
    }


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
