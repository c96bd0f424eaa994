import subprocess
import sys

import pytest

import storymap


@pytest.mark.parametrize("name", storymap.__all__)
def test_every_public_name_is_there(name):
    assert getattr(storymap, name) is not None


def test_the_public_names_are_what_dir_lists():
    assert dir(storymap) == sorted(storymap.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = storymap.nothing


def test_importing_storymap_loads_nothing_else():
    code = "import sys, storymap; print(*(m for m in sys.modules if m.startswith('storymap.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_example_of_the_readme_works(seeds, tmp_path):
    story = storymap.geoparse(storymap.read(seeds / "kyrgyz-president.txt"))
    path = storymap.write(story, tmp_path / "map.html")
    assert len(story.to_frame()) == len(story.resolutions) > 0
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert type(storymap.draw(story)).__mro__[1].__module__.startswith("folium")
