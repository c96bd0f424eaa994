"""Builds what ships but is not kept in the source tree: the gazetteer and the base map.

Runs whenever a wheel is built or the package is installed from source, editable or not. What is
newer than all that it is made of is left as it is.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PARTS = {
    "data/gazetteer/build.py": "storymap/gazetteer/bundled.sqlite",
    "data/basemap/build.py": "storymap/drawing/basemap.sqlite",
}
"""Build scripts, each with a function `build(target)`, and what they make."""

_SHARED_INPUTS = tuple(
    f"storymap/{module}.py"
    for module in ("model", "gazetteer/names", "gazetteer/schema", "gazetteer/writing")
)


class DataBuildHook(BuildHookInterface[Any]):
    """Calls the build scripts."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is missing or older than its inputs."""
        root = Path(self.root)
        for script, product in _PARTS.items():
            if (root / script).is_file() and _is_stale(root, script, root / product):
                self.app.display_info(f"Building {product}")
                _load(root / script).build(root / product)


def _is_stale(root: Path, script: str, product: Path) -> bool:
    if not product.is_file():
        return True
    folders = ((root / script).parent, *(root / shared for shared in _SHARED_INPUTS))
    built = product.stat().st_mtime
    return any(path.stat().st_mtime > built for folder in folders for path in _inputs(folder))


def _inputs(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if path.suffix not in (".pyc", ".sqlite", ".part")]


def _load(script: Path) -> ModuleType:
    """Import a script from where it lies; its own imports lie beside it."""
    name = f"_build_{script.parent.name}"
    spec = importlib.util.spec_from_file_location(name, script)
    if spec is None or spec.loader is None:
        raise ImportError(f"{script} cannot be imported.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
