"""`storymap gazetteer restore`."""

from __future__ import annotations

import click

from storymap.cli.gazetteer.changing import Editing, editing


@click.command()
@click.argument("place_id", metavar="ID")
@click.option(
    "--original",
    is_flag=True,
    help="Drop all edits of it, so that it is again as the bundled gazetteer has it.",
)
@editing
def restore(place_id: str, original: bool, editing: Editing) -> None:
    """Bring back a place that was hidden or merged.

    \b
    Examples:
      storymap gazetteer restore gn:1528249
      storymap gazetteer restore gn:1528249 --original
    """
    saved = editing.editor().restore(place_id, original=original, reason=editing.reason)
    editing.tell(saved)
