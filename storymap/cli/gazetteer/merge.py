"""`storymap gazetteer merge`."""

from __future__ import annotations

import click

from storymap.cli.gazetteer.changing import Editing, editing


@click.command()
@click.argument("lost_id", metavar="ID")
@click.argument("kept_id", metavar="INTO")
@editing
def merge(lost_id: str, kept_id: str, editing: Editing) -> None:
    """Merge a place into another, which takes over its names.

    Stories that use the id of the first open with the second.

    \b
    Example:
      storymap gazetteer merge own:jalalabad-1f0c9a3e gn:1528249
    """
    editing.tell(editing.editor().merge(lost_id, kept_id, reason=editing.reason))
