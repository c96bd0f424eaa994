"""Starts the dashboard as a Streamlit server of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from storymap.errors import DashboardError

APP = Path(__file__).with_name("app.py")
STORY_VARIABLE = "STORYMAP_DASHBOARD_STORY"
"""Environment variable with the story file or article that the dashboard opens with."""

SETTINGS: Mapping[str, str | int | bool] = {
    "server.address": "127.0.0.1",
    "server.maxUploadSize": 20,
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "viewer",
    "client.showErrorDetails": "none",
    "theme.light.primaryColor": "#0f5c74",
    "theme.light.backgroundColor": "#fdfcfa",
    "theme.light.secondaryBackgroundColor": "#f5f1e8",
    "theme.light.textColor": "#1d2126",
    "theme.dark.primaryColor": "#7cc4dc",
    "theme.dark.backgroundColor": "#16191d",
    "theme.dark.secondaryBackgroundColor": "#1e2227",
    "theme.dark.textColor": "#e6e3dc",
}
"""Streamlit's own settings; those of `.streamlit/config.toml` are the same."""


def launch(story: Path | None = None, *, port: int = 8501, browser: bool = True) -> int:
    """Run the dashboard until it is interrupted, and return its exit status.

    It opens with `story`, a story file or an article, if one is given. It listens on the loopback
    address alone. Raises `DashboardError` if Streamlit is not installed or there is no such file.
    """
    if find_spec("streamlit") is None:
        raise DashboardError(
            "The dashboard needs Streamlit, which is not installed; "
            "install it with: pip install 'storymap[dashboard]'"
        )
    if story is not None and not story.is_file():
        raise DashboardError(f"{story} does not exist or is no file: check the name and the folder")
    try:
        return subprocess.call(command(port=port, browser=browser), env=_environment(story))  # noqa: S603
    except KeyboardInterrupt:
        return 0


def command(*, port: int, browser: bool) -> list[str]:
    """The command line that starts the dashboard."""
    settings = {**SETTINGS, "server.port": port, "server.headless": not browser}
    flags = [f"--{name}={_written(value)}" for name, value in settings.items()]
    return [sys.executable, "-m", "streamlit", "run", str(APP), *flags]


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _environment(story: Path | None) -> dict[str, str]:
    inherited = {k: v for k, v in os.environ.items() if k != STORY_VARIABLE}
    return inherited if story is None else {**inherited, STORY_VARIABLE: str(story.resolve())}
