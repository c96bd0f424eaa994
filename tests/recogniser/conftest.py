"""Makes the modules beside `data/recogniser/train.py` importable."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "data" / "recogniser"))

from tests.geoparsing.tagging.conftest import few_names

__all__ = ["few_names"]
