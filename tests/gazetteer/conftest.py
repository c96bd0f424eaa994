"""An editor of an empty layer over the tiny gazetteer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gazetteer.editing_desk import editor_in

if TYPE_CHECKING:
    from pathlib import Path

    from storymap.gazetteer.editor import Editor


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """An editor of an empty layer over the tiny gazetteer."""
    return editor_in(tmp_path)
