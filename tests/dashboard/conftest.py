from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.tiny_gazetteer import tiny_gazetteer

APP = Path(__file__).parents[2] / "streamlit_app.py"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The dashboard over the tiny gazetteer, without a server."""
    tiny_gazetteer(tmp_path / "tiny.sqlite")
    monkeypatch.setattr("storymap.gazetteer.BUNDLED", tmp_path / "tiny.sqlite")
    st.cache_resource.clear()
    yield AppTest.from_file(str(APP), default_timeout=60)
    st.cache_resource.clear()
