"""Whole processes: `storymap build` of the seed beside the import of its two heaviest libraries.

Run by hand: `make bench`. The bars: build at most 1.5 times the import, help a quarter of it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).parents[2] / "seeds" / "kyrgyz-president.txt"


def _process(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.benchmark(group="process")
def bench_import_folium_and_pandas(benchmark):
    benchmark.pedantic(_process, ("-c", "import folium, pandas"), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group="process")
def bench_build_the_seed(benchmark, tmp_path):
    out = str(tmp_path / "map.html")
    arguments = ("-m", "storymap", "build", str(SEED), "-o", out)
    benchmark.pedantic(_process, arguments, rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group="process")
def bench_help(benchmark):
    benchmark.pedantic(_process, ("-m", "storymap", "--help"), rounds=5, warmup_rounds=1)
