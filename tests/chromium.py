"""Finds the Chromium that the browser tests drive, or installs one.

`python tests/chromium.py` looks on the system, else installs it with apt where this user may,
else takes Playwright's own; it exits 1 only if none of the three is to be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
"""What lets it start in a container and keeps it off the network."""


def find() -> str | None:
    """The path of a Chromium, or None."""
    return os.environ.get("STORYMAP_CHROMIUM") or _on_the_system() or _playwrights_own()


def _on_the_system() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install_with_apt() -> bool:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"])
    return all(subprocess.call(c, env=environment, stdout=2) == 0 for c in commands)


def _install_with_playwright() -> bool:
    return subprocess.call([sys.executable, "-m", "playwright", "install", "chromium"]) == 0


def main() -> int:
    """Make sure that there is a Chromium; 0 if there is."""
    if not find():
        _ = _install_with_apt() or _install_with_playwright()
    found = find()
    print(f"Chromium: {found or 'none; the browser tests will be skipped'}", file=sys.stderr)
    return 0 if found or not os.environ.get("STORYMAP_REQUIRE_CHROMIUM") else 1


if __name__ == "__main__":
    sys.exit(main())
