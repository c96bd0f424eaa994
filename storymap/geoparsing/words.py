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


_ORDINARY = (
    "ordinary_words",
    "calendar",
    "organisation_words",
    "roles",
    "titles",
    "directions",
    "feature_words",
)


def is_ordinary(word: str) -> bool:
    """Whether a word in lower case is one that titles and headlines capitalise."""
    return any(word in word_list(name) for name in _ORDINARY)


def is_personal(word: str) -> bool:
    """Whether a word in lower case is mostly part of a person's name."""
    return word in word_list("given_names") or word in word_list("person_words")
