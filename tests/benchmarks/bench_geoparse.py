"""`geoparse` of the seed with the bundled gazetteer, warm.

Run by hand: `make bench`. The bar: 30 ms.
"""

from pathlib import Path

import pytest

import storymap

SEED = Path(__file__).parents[2] / "seeds" / "kyrgyz-president.txt"


@pytest.mark.benchmark(group="geoparse")
def bench_geoparse_the_seed(benchmark):
    gazetteer, document = storymap.open_gazetteer(), storymap.read(SEED)
    story = benchmark(storymap.geoparse, document, gazetteer=gazetteer)
    assert story.resolutions
