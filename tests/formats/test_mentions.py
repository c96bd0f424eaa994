from storymap.formats import mentions_json, mentions_table
from storymap.model import Document, Mention, Place, Resolution, Story
from tests.stories import LYON, PARIS, PARIS_TEXAS, story


def test_an_object_per_mention_has_the_keys_that_were_promised() -> None:
    (paris,) = mentions_json(story("In Paris.", ("Paris", PARIS)))
    assert paris == {
        "start": 3,
        "end": 8,
        "text": "Paris",
        "kind": "name",
        "place": {
            "id": "gn:2988507",
            "name": "Paris",
            "lat": 48.85,
            "lon": 2.35,
            "country": "FR",
            "feature_code": "PPLC",
        },
        "confidence": 0.6,
        "reasons": ["the most populous of that name"],
        "candidates": [
            {"id": p.id, "name": "Paris", "lat": p.lat, "lon": p.lon, "country": c, "score": 0.45}
            for p, c in ((PARIS, "FR"), (PARIS_TEXAS, "US"))
        ],
    }


def test_a_mention_that_was_not_located_has_no_place() -> None:
    (atlantis,) = mentions_json(story("Atlantis", ("Atlantis", None)))
    assert atlantis["place"] is None
    assert atlantis["reasons"] == ["no place has this name"]


def test_a_table_is_aligned_whatever_the_script() -> None:
    lines = mentions_table(story("東京 and Lyon", ("東京", LYON), ("Lyon", LYON))).split("\n")
    assert lines[1].startswith("東京     東京   FR")
    assert lines[2].startswith("Lyon     Lyon")


def test_a_table_keeps_a_wrapped_name_on_its_line() -> None:
    assert mentions_table(story("New\nLyon", ("New\nLyon", LYON))).count("\n") == 1


def test_a_table_of_nothing_is_its_header() -> None:
    assert mentions_table(Story(Document("Nothing."))).startswith("mention  place")


def test_the_table_calls_a_place_what_the_text_calls_it() -> None:
    aswan = Place("gn:359792", "Aswān", 24.09, 32.9, "P", "PPL", country="EG")
    mention = Mention(0, 5, "Aswan")
    story = Story(Document("Aswan"), (Resolution(mention, aswan, confidence=1, label="Aswan"),))
    assert "Aswān" not in mentions_table(story)
