import json
from typing import Any

from storymap.decisions import apply, select
from storymap.formats import render
from storymap.model import Decision, Document, Story, Verdict
from tests.stories import LYON, PARIS, story


def annotations(told: Story) -> list[dict[str, Any]]:
    page = json.loads(render(told, "jsonld"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return list(page["items"])


def told() -> Story:
    return story("Ada 🌍 left Paris for Atlantis.", ("Paris", PARIS), ("Atlantis", None))


def test_there_is_an_annotation_per_mention_in_text_order() -> None:
    assert [a["id"] for a in annotations(told())] == ["#m1", "#m2"]


def test_it_is_anchored_by_position_in_code_points_and_by_quotation() -> None:
    position, quotation = annotations(told())[0]["target"]["selector"]
    assert (position["start"], position["end"]) == (11, 16)
    assert (quotation["prefix"], quotation["exact"]) == ("Ada 🌍 left ", "Paris")


def test_its_body_is_the_place_under_its_public_address() -> None:
    body = annotations(told())[0]["body"][0]
    assert body["id"] == "https://sws.geonames.org/2988507/"
    assert body["geometry"]["coordinates"] == [2.35, 48.85]


def test_a_mention_that_was_not_located_has_its_reason_alone() -> None:
    (body,) = annotations(told())[1]["body"]
    assert body["value"] == "no place has this name"


def test_who_decided_is_its_creator() -> None:
    here = select(told().document, 11, 16)
    decided = apply([Decision(here, Verdict.PLACE, LYON, author="Ada")], told())
    assert annotations(decided)[0]["creator"] == {"type": "Person", "name": "Ada"}


def test_a_story_without_mentions_is_an_empty_page() -> None:
    assert annotations(Story(Document("Nothing."))) == []
