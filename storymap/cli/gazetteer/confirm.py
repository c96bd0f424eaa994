"""`storymap gazetteer confirm`."""

from __future__ import annotations

import click

from storymap.cli.gazetteer.changing import Editing, editing


@click.command()
@click.argument("place_id", metavar="ID")
@editing
def confirm(place_id: str, editing: Editing) -> None:
    """Keep an edited place as it is though `check` tells that its original has changed.

    \b
    Example:
      storymap gazetteer confirm gn:1528249
    """
    editing.tell(editing.editor().confirm(place_id, reason=editing.reason))
