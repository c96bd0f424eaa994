"""Every command that the README shows is run."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, flags=re.DOTALL)
SHELL = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]
COMMANDS = [line for line in SHELL if line.startswith("storymap ")]
TARGETS = [line.split("#")[0].split()[1] for line in SHELL if line.startswith("make ")]
SERVED = "storymap dashboard"
"""Runs until it is stopped; the tests of the dashboard start it."""


def _environment(folder: Path) -> dict[str, str]:
    """The commands of this installation, and edits of the gazetteer that are nobody's own."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "STORYMAP_GAZETTEER": str(folder / "own.gazetteer")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readme")
    for name in ("seeds", "tests"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != SERVED])
def test_the_command_works_as_shown(folder, command):
    done = subprocess.run(
        ["bash", "-c", command],
        check=False,
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_the_dashboard_command_is_known():
    assert SERVED in COMMANDS
    options = shlex.split(SERVED)[1:]
    done = subprocess.run([sys.executable, "-m", "storymap", *options, "--help"], check=False)
    assert done.returncode == 0


def test_the_first_make_target_builds_the_map(tmp_path):
    """With the virtual environment as it is: the tests install nothing."""
    installed = ["-o", f"{sys.prefix}/demo.stamp", f"VENV={sys.prefix}"]
    done = subprocess.run(
        ["make", "demo", *installed], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "dashboard" in done.stdout
    assert (ROOT / "kyrgyz-president.html").exists()


@pytest.mark.parametrize("target", TARGETS)
def test_the_make_target_exists(target):
    subprocess.run(["make", "-n", target], cwd=ROOT, check=True, capture_output=True)


def test_the_python_example_runs(folder):
    code = next(block for language, block in BLOCKS if language == "python")
    subprocess.run([sys.executable, "-c", code], cwd=folder, env=_environment(folder), check=True)


def test_every_picture_is_there():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).exists() for picture in pictures)
