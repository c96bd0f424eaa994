"""`storymap evaluate`: how well places are found, on annotated texts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storymap.cli import options

if TYPE_CHECKING:
    from storymap.cli.options import RecogniserName
    from storymap.evaluation import Report, Spans


@click.command()
@click.argument("corpora", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--spans",
    type=click.Choice(["gold", "predicted"]),
    help="Measure only resolution, on the annotated spans, or only what is recognised.",
)
@click.option("--json", "as_json", is_flag=True, help="Figures as JSON.")
@click.option(
    "--errors",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="List every mistake in a file: a tab-separated line each.",
)
@options.recogniser
@options.gazetteer_layers
def evaluate(
    corpora: tuple[Path, ...],
    spans: Spans | None,
    as_json: bool,
    errors: Path | None,
    gazetteer: tuple[Path, ...],
    recogniser: RecogniserName,
) -> None:
    """Measure recognition and resolution on annotated corpora (JSON lines).

    \b
    Examples:
      storymap evaluate corpus.jsonl
      storymap evaluate corpus.jsonl --spans gold --errors mistakes.tsv
      storymap evaluate corpus.jsonl --spans predicted --recogniser trained
    """
    from storymap.evaluation import as_figures, as_table

    report = _report(corpora, spans, gazetteer, recogniser=recogniser)
    if errors:
        _write_mistakes(report, errors)
    click.echo(json.dumps(as_figures(report), indent=1) if as_json else as_table(report))


def _report(
    paths: tuple[Path, ...],
    spans: Spans | None,
    layers: tuple[Path, ...],
    *,
    recogniser: RecogniserName,
) -> Report:
    from storymap.evaluation import evaluate as measure
    from storymap.evaluation import read_corpus
    from storymap.gazetteer import open_gazetteer
    from storymap.geoparsing import make_geoparser

    corpora = [read_corpus(path) for path in paths]
    gazetteer = open_gazetteer(*layers)
    geoparser = make_geoparser(gazetteer, recogniser=options.chosen(recogniser, gazetteer))
    with click.progressbar(
        length=sum(len(corpus.documents) for corpus in corpora),
        label="Measuring",
        file=sys.stderr,
    ) as bar:
        return measure(
            corpora,
            geoparser,
            spans=(spans,) if spans else ("predicted", "gold"),
            progress=lambda _: bar.update(1),
        )


def _write_mistakes(report: Report, path: Path) -> None:
    from storymap.evaluation import as_lines
    from storymap.formats import write_atomically

    parts = [p for corpus in report.corpora for p in (corpus.recognition, corpus.resolution) if p]
    lines = as_lines(mistake for part in parts for mistake in part.mistakes)
    write_atomically(path, "".join(f"{line}\n" for line in lines).encode())
