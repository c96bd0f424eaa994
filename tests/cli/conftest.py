"""The command line, run in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from storymap.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Run = "Callable[..., Result]"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """`run("places", "a.txt")` runs a command in `tmp_path`."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **options: CliRunner().invoke(main, arguments, **options)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article with places of several kinds."""
    path = tmp_path / "article.txt"
    path.write_text("The train from Bishkek to Osh crosses Kyrgyzstan.\n", encoding="utf-8")
    return path
