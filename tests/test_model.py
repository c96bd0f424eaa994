import dataclasses

import pytest

from storymap.model import COLUMNS, Document, Mention, Resolution, Story
from tests.stories import LYON, PARIS, PARIS_TEXAS, story


def test_places_are_in_the_order_of_their_first_mention() -> None:
    told = story("Lyon, Paris, Lyon.", ("Lyon", LYON), ("Paris", PARIS), ("Lyon", LYON))
    assert told.places == (LYON, PARIS)


def test_two_places_of_one_name_are_two() -> None:
    told = story("Paris and Paris.", ("Paris", PARIS), ("Paris", PARIS_TEXAS))
    assert told.places == (PARIS, PARIS_TEXAS)


def test_a_frame_has_a_row_per_mention_in_text_order() -> None:
    frame = story("Paris, Atlantis.", ("Paris", PARIS), ("Atlantis", None)).to_frame()
    assert list(frame["text"]) == ["Paris", "Atlantis"]
    assert list(frame["place_id"].isna()) == [False, True]
    assert frame["lat"].iloc[0] == PARIS.lat


def test_a_frame_without_mentions_has_its_columns() -> None:
    frame = Story(Document("Nothing.")).to_frame()
    assert (len(frame), tuple(frame.columns)) == (0, COLUMNS)


def test_a_frame_shows_the_name_that_readers_know() -> None:
    told = story("JALALABAD", ("JALALABAD", LYON))
    assert told.to_frame()["name"].tolist() == ["JALALABAD"]


@pytest.mark.parametrize(
    ("resolution", "doubtful"),
    [
        (Resolution(Mention(0, 5, "Paris"), PARIS, confidence=0.69), True),
        (Resolution(Mention(0, 5, "Paris"), PARIS, confidence=0.7), False),
        (Resolution(Mention(0, 5, "Paris"), PARIS, confidence=0.1, decided_by="Ada"), False),
        (Resolution(Mention(0, 5, "Paris"), confidence=0.1), False),
    ],
)
def test_what_was_chosen_with_little_confidence_is_doubtful(
    resolution: Resolution, doubtful: bool
) -> None:
    assert resolution.is_doubtful is doubtful


def test_a_country_is_an_area_and_a_town_is_not() -> None:
    assert dataclasses.replace(PARIS, feature_class="A").is_area
    assert not PARIS.is_area
