"""`storymap dashboard`: starts the Streamlit dashboard."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("story", required=False, type=click.Path(path_type=Path))
@click.option(
    "--port",
    default=8501,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Where it listens, on the loopback address.",
)
@click.option("--browser/--no-browser", default=True, help="Whether to open a browser.")
def dashboard(story: Path | None, port: int, browser: bool) -> None:
    """Start the dashboard on this machine, with a story if one is given.

    \b
    Example:
      storymap dashboard
    """
    from storymap.dashboard import launch

    raise SystemExit(launch(story, port=port, browser=browser))
