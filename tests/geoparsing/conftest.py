"""A recogniser and a geoparser over the tiny gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from storymap.gazetteer.store import Store
from storymap.geoparsing import GazetteerRecogniser, Geoparser, make_geoparser
from storymap.model import Document
from storymap.reading import split
from tests.tiny_gazetteer import tiny_gazetteer


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The tiny gazetteer."""
    return tiny_gazetteer(tmp_path_factory.mktemp("geoparsing") / "tiny.sqlite")


@pytest.fixture(scope="session")
def geoparser(tiny: Store) -> Geoparser:
    """storymap's own geoparser over the tiny gazetteer."""
    return make_geoparser(tiny)


@pytest.fixture(scope="session")
def mentions_in(tiny: Store) -> Callable[[str], Sequence[str]]:
    """The surfaces recognised in a text."""
    recogniser = GazetteerRecogniser(tiny)

    def recognise(text: str) -> Sequence[str]:
        return [m.text for m in recogniser.recognise(Document(text, split(text)))]

    return recognise
