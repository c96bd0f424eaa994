import subprocess
import tomllib
from pathlib import Path

import pytest

from storymap.dashboard import launch, launching
from storymap.errors import DashboardError

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def flat(table, prefix=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def test_both_ways_to_start_have_the_same_settings():
    assert dict(flat(tomllib.loads(CONFIG.read_text()))) == launching.SETTINGS


def test_it_listens_on_the_loopback_address_and_tells_nobody():
    command = launching.command(port=8600, browser=False)
    assert "--server.address=127.0.0.1" in command
    assert "--browser.gatherUsageStats=false" in command
    assert "--server.port=8600" in command
    assert "--server.headless=true" in command


def test_a_missing_story_is_told_before_anything_starts(tmp_path):
    with pytest.raises(DashboardError, match=r"lost\.story\.json does not exist"):
        launch(tmp_path / "lost.story.json")


def test_without_streamlit_the_message_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(launching, "find_spec", lambda name: None)
    with pytest.raises(DashboardError, match=r"pip install 'storymap\[dashboard\]'"):
        launch()


def test_the_story_is_handed_to_the_server(tmp_path, monkeypatch):
    story = tmp_path / "osh.txt"
    story.write_text("Osh")
    started = {}
    monkeypatch.setattr(subprocess, "call", lambda command, env: started.update(env) or 0)
    assert launch(story) == 0
    assert started[launching.STORY_VARIABLE] == str(story.resolve())
