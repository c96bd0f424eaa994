"""A gazetteer's profiles, kept in memory: the training sets ask for the same names again."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from storymap.gazetteer.protocol import NameProfile
from storymap.geoparsing.spans import Profiles


class RememberedProfiles:
    """Answers like the gazetteer behind it, and asks it once for each key."""

    def __init__(self, gazetteer: Profiles) -> None:
        self._gazetteer = gazetteer
        self._known: dict[str, NameProfile | None] = {}

    def profile(self, keys: Collection[str]) -> Mapping[str, NameProfile]:
        """What is known of these folded keys."""
        new = {key for key in keys if key not in self._known}
        if new:
            found = self._gazetteer.profile(new)
            self._known.update((key, found.get(key)) for key in new)
        known = ((key, self._known[key]) for key in keys)
        return {key: profile for key, profile in known if profile is not None}
