import pytest

from storymap.geoparsing.candidates import find_candidates, spellings_of
from storymap.model import Mention


def found(surface, gazetteer):
    (item,) = find_candidates([Mention(0, len(surface), surface)], gazetteer)
    return [candidate.place.id for candidate in item.candidates]


@pytest.mark.parametrize(
    ("surface", "spelling"),
    [
        ("St. Ives", "Saint Ives"),
        ("Saint Ives", "St. Ives"),
        ("Mt. Kenya", "Mount Kenya"),
        ("Ft. Worth", "Fort Worth"),
        ("County Cork", "Cork County"),
        ("Osh Region", "Osh"),
        ("the Hague", "Hague"),
        ("southern Kyrgyzstan", "Kyrgyzstan"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("James's", "James"),
    ],
)
def test_a_surface_is_looked_up_by_other_spellings_too(surface, spelling):
    assert next(iter(spellings_of(surface))) == surface
    assert spelling in spellings_of(surface)


def test_the_surface_itself_counts_before_its_other_spellings(tiny):
    assert found("Jalal-Abad Region", tiny) == ["gn:1528248"]
    assert found("Osh Region", tiny) == ["gn:1527534"]


def test_spellings_that_fold_alike_meet(tiny):
    assert found("JALALABAD", tiny) == found("Jalal’abad", tiny)
    assert "gn:1528249" in found("JALALABAD", tiny)


def test_an_unknown_name_has_no_candidates(tiny):
    assert found("Nowhere Falls", tiny) == []
