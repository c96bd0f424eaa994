"""Importing a table of GeoNames' shape, and looking names up in what comes of it.

Run by hand: `make bench`; `STORYMAP_BENCH_ROWS=13000000` makes it the size of the whole world, for
which ten gigabytes of disk and some twenty minutes are needed. The bars: 30,000 rows a second,
and look-ups as fast in the world as in a country.
"""

from __future__ import annotations

import os
import sqlite3
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from storymap.gazetteer.importing.filling import fill
from storymap.gazetteer.importing.reading import Reading
from storymap.gazetteer.store import Store
from tests.benchmarks.geonames_shape import write

ROWS = int(os.environ.get("STORYMAP_BENCH_ROWS", "200000"))
LOOK_UPS = 1000


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A main table of GeoNames' shape."""
    path = tmp_path_factory.mktemp("geonames") / "world.txt"
    write(path, ROWS)
    return path


@pytest.fixture(scope="module")
def store(table: Path) -> Store:
    """What the benchmark of the import has made."""
    path = table.with_suffix(".sqlite")
    if not path.exists():
        fill(Reading([table]), path)
    return Store(path)


@pytest.fixture(scope="module")
def lone_names(store: Store) -> list[str]:
    """Names that one place alone has, drawn from all."""
    with sqlite3.connect(store.path) as database:
        numbers = Random(1).sample(range(1, ROWS + 1), min(ROWS, 4 * LOOK_UPS))  # noqa: S311
        query = "SELECT name FROM place WHERE number = ?"
        names = (database.execute(query, (number,)).fetchone()[0] for number in numbers)
        return [*islice((name for name in names if len(store.search(name)) == 1), LOOK_UPS)]


@pytest.mark.benchmark(group="import")
def bench_import_of_geonames(benchmark, table):
    path = table.with_suffix(".sqlite")
    report = benchmark.pedantic(
        lambda: fill(Reading([table]), path, anew=True), rounds=1 if ROWS > 10**6 else 3
    )
    benchmark.extra_info["bytes"] = path.stat().st_size
    assert report.accepted == ROWS


@pytest.mark.benchmark(group="look-ups, by the thousand")
def bench_names_of_one_place(benchmark, store, lone_names):
    benchmark(lambda: [store.search(name) for name in lone_names])


@pytest.mark.benchmark(group="look-ups, by the thousand")
def bench_names_that_nobody_has(benchmark, store, lone_names):
    benchmark(lambda: [store.search(f"{name}qx") for name in lone_names])
