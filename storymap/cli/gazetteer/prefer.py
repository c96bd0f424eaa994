"""`storymap gazetteer prefer`."""

from __future__ import annotations

import click

from storymap.cli.gazetteer.changing import Editing, editing


@click.command()
@click.argument("name")
@click.argument("place_id", metavar="[ID]", default="")
@click.option("--lift", is_flag=True, help="Take the preference for this name back.")
@editing
def prefer(name: str, place_id: str, lift: bool, editing: Editing) -> None:
    """Let a name, in any spelling, mean this place where nothing speaks for another.

    \b
    Examples:
      storymap gazetteer prefer Springfield gn:4250542 --reason "we report from Illinois"
      storymap gazetteer prefer Springfield --lift
    """
    if lift == bool(place_id):
        raise click.UsageError("Give either the ID of a place or --lift.")
    editor = editing.editor()
    if lift:
        editing.tell(editor.unprefer(name, reason=editing.reason))
    else:
        editing.tell(editor.prefer(name, place_id, reason=editing.reason))
