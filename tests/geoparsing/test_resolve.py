import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storymap.geoparsing import ClueResolver, make_geoparser
from storymap.geoparsing.candidates import find_candidates
from storymap.model import Document, Mention, MentionKind
from storymap.reading import split
from tests.tiny_gazetteer import NAMES


def resolve(text, surfaces, gazetteer, **hints):
    mentions = [Mention(text.index(s), text.index(s) + len(s), s) for s in surfaces]
    found = find_candidates(mentions, gazetteer)
    return ClueResolver(**hints).resolve(Document(text, split(text)), found)


def test_without_company_the_most_populous_place_is_meant(tiny):
    (paris,) = resolve("A week in Paris.", ["Paris"], tiny)
    assert paris.place.country == "FR"
    assert "the most populous place of this name" in paris.reasons or "only" in paris.reasons[0]


def test_a_state_behind_a_comma_decides(tiny):
    paris, texas = resolve("Born in Paris, Texas.", ["Paris", "Texas"], tiny)
    assert paris.place.admin1 == "TX"
    assert paris.reasons[0] == "“Texas” follows the name"
    assert texas.place.feature_code == "ADM1"


def test_a_text_may_tell_two_places_of_a_name_apart(tiny):
    text = "From Paris, France, to Paris, Texas. Paris was hot."
    found = re.finditer("Paris|France|Texas", text)
    mentions = [Mention(m.start(), m.end(), m.group()) for m in found]
    resolutions = ClueResolver().resolve(Document(text), find_candidates(mentions, tiny))
    countries = [r.place.country for r in resolutions]
    assert countries == ["FR", "FR", "US", "US", "US"]


def test_a_country_named_in_the_line_decides_and_is_named_as_the_reason(tiny):
    text = "KYRGYZSTAN, JALALABAD\n\nThey met in Jalal’abad."
    _, capitals, other = resolve(text, ["KYRGYZSTAN", "JALALABAD", "Jalal’abad"], tiny)
    assert capitals.place.id == other.place.id == "gn:1528249"
    assert any("Kyrgyzstan" in reason for reason in capitals.reasons)


def test_a_place_close_by_decides(tiny):
    near, _ = resolve("Jalalabad is near Teyyit.", ["Jalalabad", "Teyyit"], tiny)
    assert near.place.country == "KG"
    assert "5 km from Teyyit" in near.reasons


def test_a_word_for_the_kind_of_place_decides(tiny):
    (region,) = resolve("all of the Jalal-Abad region voted", ["Jalal-Abad"], tiny)
    assert region.place.feature_code == "ADM1"


def test_a_hint_leans_but_does_not_filter(tiny):
    (paris,) = resolve("A week in Paris.", ["Paris"], tiny, country="US")
    assert {c.place.country for c in paris.candidates} == {"US", "FR"}
    (hinted,) = resolve("A week in Jalalabad.", ["Jalalabad"], tiny, country="KG")
    assert hinted.place.country == "KG"
    (far,) = resolve("A week in Bishkek.", ["Bishkek"], tiny, country="US")
    assert far.place.country == "KG"


def test_what_a_person_prefers_for_a_name_counts(tiny):
    mention = Mention(10, 15, "Paris")
    (item,) = find_candidates([mention], tiny)
    preferred = tuple(replace(c, is_preferred=c.place.country == "US") for c in item.candidates)
    found = [replace(item, candidates=preferred)]
    (paris,) = ClueResolver().resolve(Document("A week in Paris."), found)
    assert paris.place.country == "US"
    assert paris.reasons[0] == "chosen by a person for this name"


def test_an_unknown_name_stays_unlocated_and_says_why(tiny):
    (nowhere,) = resolve("A week in Nowhere.", ["Nowhere"], tiny)
    assert nowhere.place is None
    assert nowhere.reasons == ("no place of this name in the gazetteer",)
    assert (nowhere.label, nowhere.confidence, nowhere.candidates) == ("", 0.0, ())


def test_the_label_is_the_name_that_the_text_uses(tiny):
    text = "JALALABAD, Kyrgyzstan. The US and America. PARIS"
    jalalabad, kyrgyzstan, us, america, paris = resolve(
        text, ["JALALABAD", "Kyrgyzstan", "US", "America", "PARIS"], tiny
    )
    assert jalalabad.label == "Jalal-Abad"
    assert kyrgyzstan.label == "Kyrgyzstan"
    assert us.label == america.label == "America"
    assert paris.label == "Paris"


def test_a_demonym_is_labelled_with_its_country(tiny):
    mention = Mention(0, 6, "Kyrgyz", MentionKind.DEMONYM)
    found = find_candidates([mention], tiny)
    (kyrgyz,) = ClueResolver().resolve(Document("Kyrgyz citizens"), found)
    assert (kyrgyz.place.id, kyrgyz.label) == ("gn:1527747", "Kyrgyzstan")


SURFACES = sorted({name.text for names in NAMES.values() for name in names} | {"Nowhere"})


@settings(deadline=None)
@given(st.lists(st.sampled_from(SURFACES), max_size=8), st.sampled_from([", ", " and ", "\n\n"]))
def test_scores_are_shares_and_every_mention_is_answered(tiny, surfaces, joint):
    text = joint.join(surfaces)
    offsets = [len(joint.join([*surfaces[:i], ""])) for i in range(len(surfaces))]
    mentions = [Mention(o, o + len(s), s) for o, s in zip(offsets, surfaces, strict=True)]
    resolutions = make_geoparser(tiny).resolve(Document(text, split(text)), mentions)
    assert [r.mention for r in resolutions] == mentions
    for resolution in resolutions:
        scores = [c.score for c in resolution.candidates]
        assert sum(scores) <= 1.0 + 1e-9
        assert scores == sorted(scores, reverse=True)
        assert 0.0 <= resolution.confidence <= 1.0
        assert resolution.reasons


@pytest.mark.parametrize("surface", ["Kyrgyzstan", "Central Asia", "Texas"])
def test_areas_are_resolved_as_areas(tiny, surface):
    (area,) = resolve(f"All of {surface}.", [surface], tiny)
    assert area.place.is_area
