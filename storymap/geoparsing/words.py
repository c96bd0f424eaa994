"""Word lists, read once when first needed. A list is a text file of one entry a line, folded to
lower case; lines that begin with `#` are remarks.
"""

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """Entries of `wordlists/<name>.txt`."""
    text = (files(__package__) / "wordlists" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))
