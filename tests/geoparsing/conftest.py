"""A recogniser and a geoparser over the tiny gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from storymap.gazetteer.store import Store
from storymap.gazetteer.writing import GazetteerWriter
from storymap.geoparsing import GazetteerRecogniser, Geoparser, make_geoparser
from storymap.model import Document, NameKind, PlaceName
from storymap.reading import split
from tests.geoparsing.world import NAMES, PLACES
from tests.tiny_gazetteer import OWN, tiny_gazetteer


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


@pytest.fixture(scope="session")
def located(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Sequence[tuple[str, str]]]:
    """What a text mentions in the small world: surfaces and place ids, empty if unlocated."""
    path = tmp_path_factory.mktemp("geoparsing") / "world.sqlite"
    with GazetteerWriter(path, version="world") as writer:
        writer.add_source(OWN)
        for place in PLACES:
            kind = NameKind.SHORT if place.feature_class == "A" else NameKind.ALTERNATE
            names = [PlaceName(name, "", kind) for name in NAMES.get(place.id, ())]
            writer.add(replace(place, source="storymap"), names)
    geoparser = make_geoparser(Store(path))

    def locate(text: str) -> Sequence[tuple[str, str]]:
        resolutions = geoparser.geoparse(Document(text, split(text)))
        return [(r.mention.text, r.place.id[2:] if r.place else "") for r in resolutions]

    return locate
