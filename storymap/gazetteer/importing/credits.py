"""Whose the imported places are: gathered while reading, written at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from storymap.model import Attribution

_MOST = 1000
"""Sources that one import may name; each is shown in every story."""


@dataclass(slots=True)
class Credits:
    """The attribution of every source that was met, by its key."""

    by_source: dict[str, Attribution] = field(default_factory=dict)

    def add(self, attribution: Attribution) -> None:
        """Take in an attribution, unless one for its source is there."""
        if attribution.source and len(self.by_source) < _MOST:
            self.by_source.setdefault(attribution.source, attribution)

    def add_fields(self, texts: Mapping[str, str]) -> None:
        """Take in what the row of a table says of its source."""
        said = [texts.get(name, "") for name in ("attribution", "licence", "attribution_url")]
        if texts.get("source") and any(said):
            self.add(Attribution(texts["source"], *said))

    def add_objects(self, objects: Any) -> None:
        """Take in the list that storymap's own JSON exports have."""
        for said in objects if isinstance(objects, list) else ():
            if isinstance(said, Mapping):
                keys = ("source", "text", "licence", "url")
                self.add(Attribution(*(str(said.get(key) or "") for key in keys)))

    def attributions(self) -> Iterable[Attribution]:
        """All of them."""
        return self.by_source.values()
