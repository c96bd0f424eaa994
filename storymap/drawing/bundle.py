"""Joins the page's ES modules into one script, so that nothing has to be fetched.

A module is a file under `page/js` that uses only `import {a, b} from "./other.js";` on lines of
their own and `export` before a declaration. Modules are written out after what they import, and
since they then share one scope, no two may declare the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from storymap.drawing.assets import text_of

_IMPORT = re.compile(
    r'^import \{(?P<names>[^}]*)\} from "\./(?P<module>[\w-]+\.js)";\n', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_DECLARATION = re.compile(
    r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE
)

Source = Callable[[str], str]


@cache
def script(entry: str) -> str:
    """Join a module of `page/js` and all it imports into one script."""
    return joined(entry, lambda name: text_of(f"js/{name}"))


def joined(entry: str, source: Source) -> str:
    """Join `entry` and all it imports, `source` giving the text of a module by its file name.

    Raises `ValueError` for imports that go in a circle, a name declared twice, a name imported
    but not exported, and any form of import or export that is not understood.
    """
    order = list(_in_order(entry, source, seen={}))
    _check_names(order, source)
    return "\n".join(_stripped(name, source(name)) for name in order)


def _in_order(name: str, source: Source, *, seen: dict[str, bool]) -> Iterator[str]:
    if name in seen:
        if not seen[name]:
            raise ValueError(f"{name}: imports itself by way of others")
        return
    seen[name] = False
    for match in _IMPORT.finditer(source(name)):
        _check_exports(name, match, source)
        yield from _in_order(match["module"], source, seen=seen)
    seen[name] = True
    yield name


def _check_exports(name: str, match: re.Match[str], source: Source) -> None:
    offered = {
        m[1] for m in _DECLARATION.finditer(source(match["module"])) if m[0].startswith("export ")
    }
    missing = {word.strip() for word in match["names"].split(",") if word.strip()} - offered
    if missing:
        raise ValueError(f"{name}: {match['module']} does not export {', '.join(sorted(missing))}")


def _check_names(order: list[str], source: Source) -> None:
    homes: dict[str, str] = {}
    for name in order:
        for declared in _DECLARATION.findall(source(name)):
            if declared in homes:
                raise ValueError(f"{name}: {declared} is declared in {homes[declared]} too")
            homes[declared] = name


def _stripped(name: str, text: str) -> str:
    bare = _EXPORT.sub("", _IMPORT.sub("", text))
    if left := _LEFT_OVER.search(bare):
        raise ValueError(f"{name}: cannot bundle {left[0]!r}")
    return f"// {name}\n{bare.strip()}\n"
