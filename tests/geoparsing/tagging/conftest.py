"""A gazetteer of a few names, known by heart."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pytest

from storymap.gazetteer.protocol import NameProfile

SETTLEMENT, REGION = frozenset("P"), frozenset("A")


@dataclass(frozen=True)
class FewNames:
    """Answers `profile` from a mapping."""

    known: Mapping[str, NameProfile]

    def profile(self, keys: Collection[str]) -> Mapping[str, NameProfile]:
        """What is known of these keys."""
        return {key: self.known[key] for key in keys if key in self.known}


@pytest.fixture
def few_names() -> FewNames:
    """Osh, Leeds, Bradford, Kyrgyzstan and its people, Texas, and a town called Police."""
    return FewNames(
        {
            "osh": NameProfile(1, 322_000, SETTLEMENT, is_main_name=True),
            "leeds": NameProfile(2, 536_000, SETTLEMENT, is_main_name=True),
            "bradford": NameProfile(2, 299_000, SETTLEMENT, is_main_name=True),
            "police": NameProfile(1, 34_000, SETTLEMENT, is_main_name=True),
            "texas": NameProfile(1, 29_000_000, REGION, is_admin1=True, is_main_name=True),
            "kyrgyzstan": NameProfile(1, 6_700_000, REGION, is_country=True, is_main_name=True),
            "bosniaandherzegovina": NameProfile(
                1, 3_300_000, REGION, is_country=True, is_main_name=True
            ),
            "kyrgyz": NameProfile(1, 6_700_000, REGION, is_country=True, is_demonym=True),
        }
    )
