import pytest

import storymap
from storymap.errors import GazetteerError
from storymap.geoparsing import geoparse, make_geoparser
from storymap.model import (
    Decision,
    Document,
    Mention,
    MentionKind,
    Resolution,
    Selector,
    Verdict,
)

TEXT = "Kyrgyz envoys met in Osh."


def test_a_text_becomes_a_story(tiny):
    story = geoparse(TEXT, gazetteer=tiny)
    assert [r.place.name for r in story.resolutions] == ["Kyrgyzstan", "Osh"]
    assert story.document.text == TEXT
    assert {a.source for a in story.attributions} == {"geonames", "storymap"}
    assert dict(story.versions)["gazetteer"] == "tiny"


def test_the_seed_shows_its_places_and_no_persons(tiny, seeds):
    story = geoparse(storymap.read(seeds / "kyrgyz-president.txt"), gazetteer=tiny)
    shown = {r.mention.text: r.place.id for r in story.resolutions if r.place}
    assert shown == {
        "Kyrgyz": "gn:1527747",
        "KYRGYZSTAN": "gn:1527747",
        "Kyrgyzstan": "gn:1527747",
        "JALALABAD": "gn:1528249",
        "Jalal’abad": "gn:1528249",
        "Teyyit": "sm:teyyit",
        "Bishkek": "gn:1528675",
        "Central Asia": "gn:7729892",
        "US": "gn:6252001",
        "United States": "gn:6252001",
    }


def test_demonyms_can_be_switched_off(tiny):
    story = geoparse(TEXT, gazetteer=tiny, demonyms=False)
    assert [r.mention.kind for r in story.resolutions] == [MentionKind.NAME]


def test_a_text_without_places_is_a_story_without_resolutions(tiny):
    assert geoparse("Nothing to see.", gazetteer=tiny).resolutions == ()
    assert geoparse(Document(""), gazetteer=tiny).resolutions == ()


def test_another_recogniser_and_resolver_can_be_given(tiny):
    class First:
        version = "first"

        def recognise(self, document):
            return [Mention(0, 6, document.text[:6])]

    class Shrug:
        def resolve(self, document, found):
            return [Resolution(item.mention, reasons=("who knows",)) for item in found]

    story = geoparse(TEXT, gazetteer=tiny, recogniser=First(), resolver=Shrug())
    assert [r.reasons for r in story.resolutions] == [("who knows",)]
    assert ("recogniser", "first") in story.versions


def test_decisions_are_applied(tiny):
    start = TEXT.index("Osh")
    refused = Decision(Selector(start, start + 3, "Osh"), Verdict.NOT_A_PLACE)
    story = geoparse(TEXT, gazetteer=tiny, decisions=[refused])
    assert [r.mention.text for r in story.resolutions] == ["Kyrgyz"]
    assert story.decisions == (refused,)


@pytest.mark.parametrize("hint", ["Osh", "40.5, 72.8", "40,73"])
def test_near_may_be_a_name_or_a_point(tiny, hint):
    story = geoparse("A week in Jalalabad.", gazetteer=tiny, near=hint)
    assert story.resolutions[0].place.country == "KG"
    assert any("hint" in reason for reason in story.resolutions[0].reasons)


@pytest.mark.parametrize(
    ("hints", "message"),
    [
        ({"country": "Kyrgyzstan"}, "two letters"),
        ({"country": "XX"}, "no country"),
        ({"near": "Nowhere"}, "no place called 'Nowhere'"),
        ({"near": "91,0"}, "no point"),
    ],
)
def test_an_unknown_hint_is_an_error_that_says_what_to_give(tiny, hints, message):
    with pytest.raises(GazetteerError, match=message):
        make_geoparser(tiny, **hints)


def test_a_city_with_a_short_name_is_found_in_a_dateline_and_in_the_text():
    story = geoparse("OSH, Kyrgyzstan - A bus left Osh for Bishkek on Monday.")
    assert [r.mention.text for r in story.resolutions] == ["OSH", "Kyrgyzstan", "Osh", "Bishkek"]
