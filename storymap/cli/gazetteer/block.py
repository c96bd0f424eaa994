"""`storymap gazetteer block`."""

from __future__ import annotations

import click

from storymap.cli.gazetteer.changing import Editing, editing


@click.command()
@click.argument("name")
@click.argument("place_id", metavar="[ID]", default="")
@click.option("--lift", is_flag=True, help="Take such a block back.")
@editing
def block(name: str, place_id: str, lift: bool, editing: Editing) -> None:
    """Let a name, in any spelling, never mean this place or, without an ID, any place.

    \b
    Examples:
      storymap gazetteer block Of --reason "always the ordinary word"
      storymap gazetteer block Reading gn:2639577
      storymap gazetteer block Of --lift
    """
    editor = editing.editor()
    change = editor.unblock if lift else editor.block
    editing.tell(change(name, place_id, reason=editing.reason))
