"""What the commands that edit have in common: which file, who, why, and telling what was done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from storymap.cli import options
from storymap.cli.layers import own_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from storymap.gazetteer.changes import Change
    from storymap.gazetteer.checking import Problem
    from storymap.gazetteer.desk import Saved
    from storymap.gazetteer.editor import Editor

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Editing:
    """Which edits are changed, by whom, why, and how that is told."""

    gazetteer: tuple[Path, ...] = ()
    author: str | None = None
    reason: str = ""
    format_: str = "table"

    def editor(self) -> Editor:
        """Open the file of edits, made if it is missing: the last one named, or the user's own."""
        from storymap.gazetteer.editor import open_editor
        from storymap.gazetteer.opening import layer_paths

        path = self.gazetteer[-1] if self.gazetteer else own_file()
        if path is None:
            raise click.UsageError(
                "STORYMAP_GAZETTEER is empty, so there is no file of your own: name one with "
                "--gazetteer."
            )
        below = layer_paths(self.gazetteer[:-1], None)
        return open_editor(path, *below, author=self.author or login_name())

    def tell(self, saved: Saved) -> None:
        """Print what was done; what may be wrong with it goes to standard error."""
        if self.format_ == "json":
            warnings = [problem_record(p) for p in saved.warnings]
            told = change_record(saved.change) | {"warnings": warnings}
            click.echo(json.dumps(told, ensure_ascii=False, indent=1))
            return
        click.echo(change_line(saved.change))
        for problem in saved.warnings:
            click.echo(f"Warning: {problem}", err=True)


def login_name() -> str:
    """The name under which the user is logged in; empty if the system does not tell."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):
        return ""


def editing(command: Callable[..., R]) -> Callable[..., R]:
    """The options of a command that edits; it is given an `Editing` as `editing`."""

    @wraps(command)
    def run(
        *arguments: object,
        gazetteer: tuple[Path, ...],
        author: str | None,
        reason: str,
        format_: str,
        **rest: object,
    ) -> R:
        given = Editing(gazetteer, author, reason, format_)
        return command(*arguments, editing=given, **rest)

    for option in reversed(_OPTIONS):
        run = option(run)
    return options.as_table_or_json(run)


_OPTIONS = (
    click.option("--reason", default="", metavar="TEXT", help="Why it is done."),
    click.option("--author", metavar="NAME", help="Who does it; your login name if not given."),
    click.option(
        "--gazetteer",
        "gazetteer",
        multiple=True,
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="The file of edits to change, made if it is missing, instead of your own; files "
        "named before it lie below.",
    ),
)


def change_line(change: Change) -> str:
    """A change in a line."""
    from storymap.gazetteer.telling import tell

    return f"Change {change.number}: {change.what} {tell(change)}"


def change_record(change: Change) -> dict[str, object]:
    """A change as it goes into JSON."""
    return {
        "change": change.number,
        "what": change.what.value,
        "time": change.time,
        "author": change.author,
        "reason": change.reason,
        "batch": change.batch,
        "reverts": change.reverts,
        "before": {str(s.subject): json.loads(s.before or "null") for s in change.steps},
        "after": {str(s.subject): json.loads(s.after or "null") for s in change.steps},
    }


def problem_record(problem: Problem) -> dict[str, object]:
    """A problem as it goes into JSON."""
    return {
        "severity": problem.severity.value,
        "field": problem.field,
        "message": problem.message,
    }
