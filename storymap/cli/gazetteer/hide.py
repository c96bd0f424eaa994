"""`storymap gazetteer hide`."""

from __future__ import annotations

import click

from storymap.cli.gazetteer.changing import Editing, editing


@click.command()
@click.argument("place_id", metavar="ID")
@editing
def hide(place_id: str, editing: Editing) -> None:
    """Let a place not be found any more; `restore` brings it back.

    \b
    Example:
      storymap gazetteer hide gn:1528249 --reason "twice in the gazetteer"
    """
    editing.tell(editing.editor().hide(place_id, reason=editing.reason))
