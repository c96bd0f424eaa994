"""`storymap gazetteer undo` and `redo`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from storymap.cli.gazetteer.changing import Editing, change_line, change_record, editing

if TYPE_CHECKING:
    from storymap.gazetteer.editor import Reverted


@click.command()
@click.argument("number", metavar="[CHANGE]", type=int, required=False)
@click.option(
    "--batch", type=int, metavar="NUMBER", help="Take this whole batch back, such as an import."
)
@editing
def undo(number: int | None, batch: int | None, editing: Editing) -> None:
    """Take back the last change, or the one with this number; `history` tells the numbers.

    The last change is taken back with all of its batch. Nothing is lost: an undo is a change too.

    \b
    Examples:
      storymap gazetteer undo
      storymap gazetteer undo 17 --reason "it was right before"
      storymap gazetteer undo --batch 120
    """
    if batch is not None and number is not None:
        raise click.UsageError("Give either a change or --batch.")
    editor = editing.editor()
    if batch is not None:
        tell_reverted(editor.rollback(batch, reason=editing.reason), editing)
    else:
        tell_reverted(editor.undo(number, reason=editing.reason), editing)


@click.command()
@editing
def redo(editing: Editing) -> None:
    """Take back the last undo, if nothing else was changed since.

    \b
    Example:
      storymap gazetteer redo
    """
    tell_reverted(editing.editor().redo(reason=editing.reason), editing)


def tell_reverted(reverted: Reverted, editing: Editing) -> None:
    """Print what was taken back."""
    if editing.format_ == "json":
        told = {"reverted": list(reverted.changes), "last": change_record(reverted.by)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    if len(reverted.changes) > 1:
        click.echo(f"{len(reverted.changes)} changes taken back, the last of them:")
    click.echo(change_line(reverted.by))
