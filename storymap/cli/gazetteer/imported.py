"""Telling what an import did, or would do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from storymap.cli.table import table

if TYPE_CHECKING:
    from pathlib import Path

    from storymap.gazetteer.importing.report import Example, Report

_SHOWN = 20
"""Rejected rows and warnings told one by one."""


def tell(report: Report, *, into: Path | None, dry_run: bool) -> None:
    """Print the counts; rejected rows and warnings go to standard error."""
    _tell_some([str(row) for row in report.rejections], report.rejected)
    _tell_some([f"Warning: {warning}" for warning in report.warnings], len(report.warnings))
    counts = ", ".join(f"{count:,} {outcome}" for outcome, count in report.counts.items())
    kept = f", {report.kept:,} kept" if report.kept else ""
    click.echo(f"{counts}, {report.rejected:,} rejected{kept}")
    if dry_run:
        _tell_examples(report)
        click.echo("Nothing was written.")
    elif into:
        click.echo(f"{into}: use it with --gazetteer {into}")
    elif report.batch is not None:
        click.echo(f"Take it back with: storymap gazetteer undo --batch {report.batch}")


def _tell_some(lines: list[str], count: int) -> None:
    for line in lines[:_SHOWN]:
        click.echo(line, err=True)
    if count > _SHOWN:
        click.echo(f"… and {count - _SHOWN:,} more", err=True)


def _tell_examples(report: Report) -> None:
    rows = [
        (e.outcome.value, str(e.row.line), e.row.record.place.id, *_what(e))
        for e in report.examples
    ]
    if rows:
        click.echo(table(("", "line", "id", "name", "lat", "lon", "changes"), rows))


def _what(example: Example) -> tuple[str, ...]:
    place = example.row.record.place
    return (place.name, f"{place.lat:.4f}", f"{place.lon:.4f}", ", ".join(example.changes))


def tell_as_json(report: Report) -> None:
    """Print the whole report."""
    rejections = [
        {"file": row.file, "line": row.line, "problems": list(row.problems)}
        for row in report.rejections
    ]
    counts: dict[str, object] = {outcome.value: n for outcome, n in report.counts.items()}
    told = counts | {
        "rejected": report.rejected,
        "kept": report.kept,
        "batch": report.batch,
        "rejections": rejections,
        "examples": [_record(example) for example in report.examples],
        "warnings": list(report.warnings),
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))


def _record(example: Example) -> dict[str, object]:
    return {
        "outcome": example.outcome,
        "file": example.row.file,
        "line": example.row.line,
        "id": example.row.record.place.id,
        "name": example.row.record.place.name,
        "changes": list(example.changes),
    }
