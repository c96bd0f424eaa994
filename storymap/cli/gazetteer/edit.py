"""`storymap gazetteer edit`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from storymap.cli.gazetteer.changing import Editing, editing
from storymap.cli.gazetteer.fields import of_a_place

if TYPE_CHECKING:
    from storymap.gazetteer.records import Fields, Record
    from storymap.model import PlaceName


@click.command()
@click.argument("place_id", metavar="ID")
@click.option("--name", metavar="NAME", help="Its main name; the old one stays as another name.")
@click.option(
    "--drop-name",
    "dropped",
    multiple=True,
    metavar="NAME",
    help="A name that it does not have; may be given several times.",
)
@click.option(
    "--based-on",
    type=int,
    metavar="REVISION",
    help="The revision that was looked at (see show): refuse if it was changed since.",
)
@of_a_place
@editing
def edit(  # noqa: PLR0913 - options, each by its name
    place_id: str,
    *,
    name: str | None,
    dropped: tuple[str, ...],
    based_on: int | None,
    fields: Fields,
    also: tuple[PlaceName, ...],
    editing: Editing,
) -> None:
    """Change what the gazetteer says of a place.

    What is not given stays as it is. A list such as --link is replaced as a whole, and one empty
    value empties it; --also adds to the names.

    \b
    Examples:
      storymap gazetteer edit gn:1528249 --population 130000 --reason "census of 2022"
      storymap gazetteer edit gn:1528249 --also "Manas=colloquial" --drop-name Dzhalal-Abad
    """
    if name:
        fields["name"] = name

    def change(record: Record) -> Record:
        amended = record.amended(**fields)
        kept = tuple(n for n in amended.names if n.text not in dropped)
        return replace(amended, names=(*kept, *also))

    saved = editing.editor().amend(place_id, change, based_on=based_on, reason=editing.reason)
    editing.tell(saved)
