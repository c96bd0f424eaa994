import json
from dataclasses import replace
from typing import Any

from storymap.formats import render
from storymap.formats.quotations import LONGEST_QUOTATION
from storymap.model import Document, Extent, Story
from tests.stories import FRANCE, LYON, PARIS, story

TEXT = "A heading\n\nAda left Paris for Lyon.\n\nShe never saw Paris or Atlantis again."


def features(told: Story) -> list[dict[str, Any]]:
    collection = json.loads(render(told, "geojson"))
    assert collection["type"] == "FeatureCollection"
    return list(collection["features"])


def told() -> Story:
    return story(TEXT, ("Paris", PARIS), ("Lyon", LYON), ("Paris", PARIS), ("Atlantis", None))


def test_there_is_a_feature_per_place_with_its_mentions() -> None:
    paris = features(told())[0]
    assert paris["id"] == PARIS.id
    assert [m["start"] for m in paris["properties"]["mentions"]] == [20, 51]


def test_longitude_comes_first() -> None:
    assert features(told())[0]["geometry"] == {"type": "Point", "coordinates": [2.35, 48.85]}


def test_a_mention_quotes_its_passage() -> None:
    mention = features(told())[1]["properties"]["mentions"][0]
    assert (mention["passage"], mention["quote"]) == (1, "Ada left Paris for Lyon.")


def test_a_long_passage_is_quoted_around_the_mention() -> None:
    text = "so " * 5000 + "they came to Lyon " + "and on " * 5000
    quote = features(story(text, ("Lyon", LYON)))[0]["properties"]["mentions"][0]["quote"]
    assert "they came to Lyon and on" in quote
    assert quote.startswith("…so")
    assert quote.endswith("on…")
    assert len(quote) <= LONGEST_QUOTATION + 2


def test_a_name_that_was_not_located_has_no_geometry() -> None:
    atlantis = features(told())[-1]
    assert atlantis["geometry"] is None
    assert atlantis["properties"]["name"] == "Atlantis"


def test_an_extent_is_a_bounding_box_that_may_cross_the_antimeridian() -> None:
    place = replace(FRANCE, extent=Extent(-20.0, 177.0, -16.0, -178.0))
    assert features(story("France", ("France", place)))[0]["bbox"] == [177.0, -20.0, -178.0, -16.0]


def test_the_sources_are_named() -> None:
    collection = json.loads(render(told(), "geojson"))
    assert collection["attribution"][0]["licence"] == "CC BY 4.0"


def test_a_story_without_places_is_an_empty_collection() -> None:
    assert features(Story(Document("Nothing."))) == []
