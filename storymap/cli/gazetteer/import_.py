"""`storymap gazetteer import`: places from files of others."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from storymap.cli import options
from storymap.cli.gazetteer.changing import Editing
from storymap.cli.gazetteer.imported import tell, tell_as_json
from storymap.cli.layers import own_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from storymap.gazetteer.importing.filling import Watching
    from storymap.gazetteer.importing.reading import Reading
    from storymap.gazetteer.importing.report import Report
    from storymap.gazetteer.importing.rows import Rejected

_FORMS = (
    "geonames",
    "geonames-names",
    "geonames-divisions",
    "geonames-hierarchy",
    "csv",
    "pleiades",
    "lp-tsv",
    "geojson",
    "lpf",
)


@dataclass(frozen=True, slots=True)
class _Origin:
    """How the files are to be read, and whose the places are."""

    form: str | None
    mapping: tuple[str, ...]
    encoding: str
    countries: tuple[str, ...]
    source: str
    attribution: str
    licence: str
    url: str

    def reading(self, files: list[Path]) -> Reading:
        """The files, looked at."""
        from storymap.gazetteer.importing.detecting import Form
        from storymap.gazetteer.importing.reading import How, Reading
        from storymap.model import Attribution

        said = (self.source, self.attribution, self.licence, self.url)
        if any(said) and not self.source:
            raise click.UsageError("--attribution, --licence and --url need --source.")
        how = How(
            form=Form(self.form) if self.form else None,
            mapping=self._headings(),
            encoding=self.encoding,
            countries=tuple(code.upper() for code in self.countries),
            attribution=Attribution(*said) if self.source else None,
        )
        return Reading(files, how)

    def _headings(self) -> dict[str, str]:
        for pair in self.mapping:
            if not all(pair.partition("=")):
                raise click.UsageError(f"--map {pair}: give a field and a column: lat=Breite.")
        return dict(pair.split("=", 1) for pair in self.mapping)


@dataclass(frozen=True, slots=True)
class _Target:
    """Where the places go: a gazetteer file, or else a file of edits."""

    into: Path | None
    edits: tuple[Path, ...]
    anew: bool
    strict: bool
    author: str | None
    reason: str

    def write(self, reading: Reading, watching: Watching) -> Report:
        """Import."""
        from storymap.gazetteer.importing import adopting, filling

        if self.into:
            return filling.fill(
                reading, self.into, anew=self.anew, strict=self.strict, watching=watching
            )
        editor = Editing(self.edits, self.author, self.reason).editor()
        return adopting.adopt(
            reading, editor, reason=self.reason, strict=self.strict, watching=watching
        )

    def preview(self, reading: Reading, watching: Watching) -> Report:
        """Tell what an import would do."""
        from storymap.gazetteer.importing import adopting, filling

        if self.into:
            return filling.preview(reading, self.into, anew=self.anew, watching=watching)
        path = self.edits[-1] if self.edits else own_file()
        if path is None or path.exists():
            return adopting.preview(reading, Editing(self.edits).editor(), watching=watching)
        with TemporaryDirectory() as folder:
            edits = (*self.edits[:-1], Path(folder) / "edits.sqlite")
            return adopting.preview(reading, Editing(edits).editor(), watching=watching)


@click.command(name="import")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option(
    "--into",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The gazetteer file to make or to complete: for whole countries, or the world.",
)
@click.option("--user", is_flag=True, help="Import into your own edits; so it is without --into.")
@click.option("--replace", "anew", is_flag=True, help="With --into: drop what the file has.")
@click.option(
    "--dry-run", is_flag=True, help="Tell what would be new, changed and rejected; write nothing."
)
@click.option("--strict", is_flag=True, help="Import nothing if any row is rejected.")
@click.option(
    "--rejected",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write every rejected row to this file, as CSV: file, line, problems.",
)
@click.option("--form", type=click.Choice(_FORMS), help="The form, if the files do not tell it.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column, or GeoJSON property, holds a field, such as lat=Breite.",
)
@click.option("--encoding", default="", metavar="NAME", help="Encoding, if it is not UTF-8.")
@click.option(
    "--country",
    "countries",
    multiple=True,
    metavar="CC",
    help="Take the places of this country alone; may be given several times.",
)
@click.option("--source", default="", metavar="KEY", help="Short name of the source of the places.")
@click.option("--attribution", default="", metavar="TEXT", help="What the source asks to be said.")
@click.option("--licence", default="", metavar="TEXT", help="Licence of the source.")
@click.option("--url", default="", metavar="URL", help="Web address of the source.")
@click.option("--reason", default="", metavar="TEXT", help="Why, for the history of your edits.")
@click.option("--author", metavar="NAME", help="Who imports; your login name if not given.")
@click.option(
    "--gazetteer",
    "edits",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Without --into: the file of edits, instead of your own; files named before it lie below.",
)
@options.as_table_or_json
def import_(
    files: tuple[Path, ...],
    user: bool,
    dry_run: bool,
    rejected: Path | None,
    format_: str,
    **given: object,
) -> None:
    """Import places from files of GeoNames, CSV, GeoJSON, Linked Places or Pleiades.

    Rows that cannot become places are told by file and line and left out; the others are
    imported, all of them or, if anything fails, none. An import into your own edits is one batch,
    which `undo --batch` takes back.

    \b
    Examples:
      storymap gazetteer import seeds/local-places.csv --dry-run
      storymap gazetteer import places.csv --map name=Ort --map coordinates=GPS --source survey
      storymap gazetteer import KG.zip alternateNamesV2.zip --into kyrgyzstan.sqlite
      storymap gazetteer import allCountries.zip --country KG --country UZ --into valley.sqlite
    """
    origin = _Origin(**_taken(given, _Origin))  # type: ignore[arg-type]
    target = _Target(**_taken(given, _Target))  # type: ignore[arg-type]
    if user and target.into:
        raise click.UsageError("Give either --into or --user.")
    if target.anew and not target.into:
        raise click.UsageError("--replace needs --into.")
    with ExitStack() as stack:
        reading = origin.reading([_spooled(file, stack) for file in files])
        watching = _watching(reading, rejected, stack)
        report = (target.preview if dry_run else target.write)(reading, watching)
    if format_ == "json":
        tell_as_json(report)
    else:
        tell(report, into=target.into, dry_run=dry_run)


def _taken(given: dict[str, object], kind: type[_Origin | _Target]) -> dict[str, object]:
    return {field.name: given[field.name] for field in fields(kind)}


def _spooled(file: Path, stack: ExitStack) -> Path:
    """The file itself, or a copy of standard input."""
    if str(file) != "-":
        return file
    import shutil

    copy = Path(stack.enter_context(TemporaryDirectory())) / "standard-input"
    with copy.open("wb") as out:
        shutil.copyfileobj(sys.stdin.buffer, out)
    return copy


def _watching(reading: Reading, rejected: Path | None, stack: ExitStack) -> Watching:
    """A progress bar on a terminal, and rejected rows to a file if asked for."""
    from storymap.gazetteer.importing.filling import Watching

    bar = click.progressbar(
        length=reading.size, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()
    )
    write = _rejections(rejected, stack) if rejected else None
    return Watching(stack.enter_context(bar).update, write)


def _rejections(path: Path, stack: ExitStack) -> Callable[[Rejected], object]:
    """Writes rejected rows to a file."""
    import csv

    from storymap.errors import WritingError
    from storymap.gazetteer.importing.formulas import neutralised

    try:
        out = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
    except OSError as error:
        raise WritingError(f"{path} cannot be written: {error}.") from error
    writer = csv.writer(out)
    writer.writerow(("file", "line", "problems"))
    return lambda row: writer.writerow(
        map(neutralised, (row.file, str(row.line), " ".join(row.problems)))
    )
