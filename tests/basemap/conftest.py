import importlib
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "data" / "basemap" / "build.py"


@pytest.fixture(scope="session")
def build() -> ModuleType:
    """The script that builds the base map, as a module."""
    spec = importlib.util.spec_from_file_location("basemap_build", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def beside(build: ModuleType) -> Callable[[str], ModuleType]:
    """The modules that lie beside that script, by name."""
    return importlib.import_module
