"""`storymap build`: the main job."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storymap.cli import options
from storymap.cli.options import Geoparsing

if TYPE_CHECKING:
    from storymap.model import Story


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "-o",
    "--output",
    metavar="OUT.html",
    help='Where to write the map; a folder for several articles; "-" is standard output.',
)
@click.option(
    "--story",
    "story_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the story file as well.",
)
@options.tiles
@options.geoparsing
def build(
    articles: tuple[str, ...],
    output: str | None,
    story_file: Path | None,
    tiles: str,
    **how: object,
) -> None:
    """Geoparse articles and write one HTML map for each.

    The map is one file that opens from disk with the network off. ARTICLE is a text, Markdown
    or HTML file, or "-" for standard input.

    \b
    Examples:
      storymap build seeds/kyrgyz-president.txt
      storymap build article.html -o map.html --story article.story.json
      pbpaste | storymap build - -o map.html --country US
    """
    if story_file and len(articles) > 1:
        raise click.UsageError("--story takes one article.")
    geoparsing = Geoparsing(**how)  # type: ignore[arg-type]
    targets = [_target(article, output, len(articles) > 1) for article in articles]
    _refuse_clashes(articles, targets)
    with click.progressbar(
        list(zip(articles, targets, strict=True)),
        label="Building",
        file=sys.stderr,
        hidden=len(articles) == 1,
    ) as pairs:
        for article, target in pairs:
            _build_one(geoparsing.story(article), target, story_file, tiles=tiles)


def _target(article: str, output: str | None, several: bool) -> str:
    """The file that the map of an article goes to."""
    default = f"{_stem(article)}.html"
    if output is None:
        return default if _differs(default, article) else f"{_stem(article)}.map.html"
    if output != "-" and (several or Path(output).is_dir()):
        return str(Path(output) / default)
    return output


def _stem(article: str) -> str:
    return "story" if article == "-" else Path(article).stem


def _differs(target: str, article: str) -> bool:
    return article == "-" or Path(target).resolve() != Path(article).resolve()


def _refuse_clashes(articles: tuple[str, ...], targets: list[str]) -> None:
    """Nothing read is written over, and no map over another."""
    for article, target in zip(articles, targets, strict=True):
        if target != "-" and not _differs(target, article):
            raise click.UsageError(f"{target} is the article itself; choose another -o.")
    twice = sorted({t for t in targets if targets.count(t) > 1})
    if twice:
        raise click.UsageError(f"Several articles would be written to {', '.join(twice)}.")


def _build_one(story: Story, target: str, story_file: Path | None, *, tiles: str) -> None:
    from storymap.formats import render, write

    if story_file:
        write(story, story_file, format="story")
    if target == "-":
        click.echo(render(story, "html", tiles=tiles))
        return
    path = write(story, target, format="html", tiles=tiles)
    click.echo(f"{summary(story)}\n{path}")


def summary(story: Story) -> str:
    """One line: what was found, what is doubtful, what could not be located."""
    resolutions = story.resolutions
    located = [r for r in resolutions if r.place]
    doubtful = len({r.place.id for r in located if r.place and r.is_doubtful})
    lost = sorted({r.mention.text for r in resolutions if not r.place})
    line = (
        f"{_count(len(story.places), 'place')} in {_count(len(located), 'mention')}, "
        f"{doubtful} doubtful, {_count(len(lost), 'name')} not located"
    )
    return f"{line}: {', '.join(lost)}" if lost else line


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
