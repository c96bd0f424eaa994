from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from storymap import drawing
from storymap.drawing.payloads import as_script_text, doubtful_places, place_labels, story_json
from storymap.errors import DrawingError
from storymap.model import Candidate, Extent, NameKind, Place, PlaceName, Story
from tests.drawing.stories import (
    BISHKEK,
    JALAL_ABAD,
    KYRGYZSTAN,
    OSH,
    TEYYIT,
    PlainGround,
    small_story,
    story_about,
)


def place(described: dict[str, Any], place_id: str) -> dict[str, Any]:
    return next(p for p in described["places"] if p["id"] == place_id)


def test_places_stand_in_the_order_of_their_first_mention(described: dict[str, Any]) -> None:
    ids = [p["id"] for p in described["places"]]
    assert ids == [p.id for p in small_story().places]


def test_a_settlement_is_a_pin_with_what_a_reader_needs(described: dict[str, Any]) -> None:
    assert place(described, BISHKEK.id) == {
        "id": "gn:1528675",
        "label": "Bishkek",
        "within": "Kyrgyzstan",
        "what": "capital",
        "lat": 42.87,
        "lon": 74.59,
        "drawn": "pin",
    }


def test_an_approximate_place_has_its_radius(described: dict[str, Any]) -> None:
    found = place(described, TEYYIT.id)
    assert (found["drawn"], found["radius_km"]) == ("approximate", 10.0)


def test_a_country_has_its_outline_and_other_areas_their_extent(described: dict[str, Any]) -> None:
    assert "outline" in place(described, KYRGYZSTAN.id)
    assert place(described, "sm:fergana")["extent"] == [40.0, 70.0, 41.4, 73.4]


def test_a_place_is_doubtful_only_if_no_mention_is_sure() -> None:
    story = small_story()
    assert doubtful_places(story) == {JALAL_ABAD.id}
    sure = tuple(
        replace(r, confidence=0.9) if r.mention.text == "JALAL-ABAD" else r
        for r in story.resolutions
    )
    assert doubtful_places(replace(story, resolutions=sure)) == frozenset()


def test_a_place_is_called_what_the_text_calls_it() -> None:
    assert place_labels(small_story())[JALAL_ABAD.id] == "Jalal-Abad"


def test_mentions_point_at_places_and_share_their_evidence(described: dict[str, Any]) -> None:
    mentions = described["mentions"]
    assert mentions[0] == {"place": 0, "evidence": 0, "confidence": 0.55, "doubtful": True}
    assert "place" not in mentions[9]
    assert mentions[4]["evidence"] == mentions[0]["evidence"]
    assert len(described["evidence"]) < len(mentions)


def test_the_chosen_place_is_not_among_the_other_candidates(described: dict[str, Any]) -> None:
    (other,) = described["evidence"][0]["candidates"]
    assert (other["label"], other["within"], other["score"]) == (
        "Jalalabad",
        "Nangarhar, Afghanistan",
        0.4,
    )


def test_a_candidate_found_by_its_people_is_called_by_its_name() -> None:
    story = story_about("Kyrgyz", "Kyrgyz", OSH)
    found = Candidate(KYRGYZSTAN, PlaceName("Kyrgyz", kind=NameKind.DEMONYM), 0.3)
    doubted = Story(story.document, (replace(story.resolutions[0], candidates=(found,)),))
    described = story_json(doubted, ground=PlainGround())
    assert described["evidence"][0]["candidates"][0]["label"] == "Kyrgyzstan"


def test_script_text_is_json_that_no_script_element_can_end() -> None:
    value = {"a": "</script><!-- & \u2028\u2029"}
    text = as_script_text(value)
    assert json.loads(text) == value
    assert not set(text) & set("<>&\u2028\u2029")


def test_tiles_are_absent_unless_asked_for(described: dict[str, Any]) -> None:
    assert described["tiles"] is None
    assert story_json(small_story(), tiles="osm", ground=PlainGround())["tiles"]["url"].startswith(
        "https://tile.openstreetmap.org/"
    )


def test_a_payload_is_json_and_its_fingerprint_tells_stories_apart() -> None:
    one, other = drawing.payload(small_story()), drawing.payload(story_about("Osh.", "Osh", OSH))
    assert set(json.loads(json.dumps(one))) == {"story", "body", "fingerprint"}
    assert one["fingerprint"] != other["fingerprint"]
    assert one["fingerprint"] == drawing.payload(small_story())["fingerprint"]


@pytest.mark.parametrize("choice", ["", "bing", "https://x/{z}/{x}", "javascript:{z}{x}{y}"])
def test_tiles_that_cannot_be_used_are_refused_with_what_could_be(choice: str) -> None:
    with pytest.raises(DrawingError, match="neither none, osm nor"):
        drawing.page(story_about("Osh.", "Osh", OSH), tiles=choice)


def test_a_broad_extent_or_water_is_vague_and_a_small_valley_is_not(
    described: dict[str, Any],
) -> None:
    assert "vague" not in place(described, "sm:fergana")
    ocean = Place("t:1", "Mild Ocean", 0, 60, "H", "OCN", extent=Extent(-30, 40, 20, 100))
    steppe = Place("t:2", "Wide Steppe", 48, 60, "L", "RGN", extent=Extent(40, 40, 55, 80))
    for vast in (ocean, steppe):
        drawn = story_json(story_about("Vast.", "Vast", vast), ground=PlainGround())["places"][0]
        assert (drawn["drawn"], drawn["vague"]) == ("area", True)
