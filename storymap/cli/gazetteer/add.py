"""`storymap gazetteer add`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from storymap.cli.gazetteer.changing import Editing, editing
from storymap.cli.gazetteer.fields import of_a_place

if TYPE_CHECKING:
    from storymap.gazetteer.records import Fields
    from storymap.model import PlaceName


@click.command()
@click.argument("name")
@click.option("--id", "place_id", default="", metavar="ID", help="Its id; made up if not given.")
@of_a_place
@editing
def add(
    name: str, place_id: str, fields: Fields, also: tuple[PlaceName, ...], editing: Editing
) -> None:
    """Add a place that the gazetteer lacks.

    It is a settlement unless --type says otherwise.

    \b
    Examples:
      storymap gazetteer add "Ak-Jar" --at 40.85,72.91 --country KG --source "own visit"
      storymap gazetteer add Teyyit --at 40.90,72.97 --radius 10 --also "Тейит@ky"
    """
    from storymap.gazetteer.records import Record
    from storymap.model import Place

    if "lat" not in fields:
        raise click.UsageError("--at LAT,LON is needed: where is it?")
    bare = Record(Place(place_id, name, 0.0, 0.0, "P", "PPL"), also)
    editing.tell(editing.editor().add(bare.amended(**fields), reason=editing.reason))
