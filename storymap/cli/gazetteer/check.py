"""`storymap gazetteer check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from storymap.cli import options
from storymap.cli.gazetteer.changing import problem_record
from storymap.cli.layers import open_layers
from storymap.cli.table import table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from storymap.gazetteer.auditing import Finding


@click.command()
@options.as_table_or_json
@options.gazetteer_layers
def check(format_: str, gazetteer: tuple[Path, ...]) -> None:
    """Check every edit, and tell where a newer bundled gazetteer changed what was edited.

    Exits with 1 if there is an error; warnings only inform.

    \b
    Example:
      storymap gazetteer check
    """
    findings = _findings(gazetteer)
    if format_ == "json":
        click.echo(json.dumps([_record(f) for f in findings], ensure_ascii=False, indent=1))
    elif findings:
        header = ("severity", "place or name", "called", "field", "what to do")
        click.echo(table(header, map(_row, findings)))
    else:
        click.echo("Nothing is wrong.")
    if any(finding.problem.severity == "error" for finding in findings):
        raise SystemExit(1)


def _findings(gazetteer: tuple[Path, ...]) -> Sequence[Finding]:
    from storymap.gazetteer.auditing import audit
    from storymap.gazetteer.desk import Desk

    layers = open_layers(gazetteer)
    return tuple(audit(Desk(layers.edits, layers.below))) if layers.edits else ()


def _record(finding: Finding) -> dict[str, object]:
    told = {"subject": finding.subject, "name": finding.name}
    return told | problem_record(finding.problem)


def _row(finding: Finding) -> tuple[str, ...]:
    problem = finding.problem
    return (problem.severity, finding.subject, finding.name, problem.field, problem.message)
