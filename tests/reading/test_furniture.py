import pytest

from storymap.model import PassageKind
from storymap.reading import split


def furniture_in(text: str) -> list[str]:
    return [text[p.start : p.end] for p in split(text) if p.kind is PassageKind.FURNITURE]


@pytest.mark.parametrize(
    "line",
    [
        "undefined",
        "Advertisement",
        "Share this article",
        "Subscribe to our newsletter",
        "Source: The Valley Courier",
        "Profile: Ada Brook",
        "Read more: Why the river rose",
        "Читайте также",
        "5 min read",
        "Image copyright The Valley Courier",
        "© 2011 The Valley Courier",
    ],
)
def test_a_line_of_the_site_is_furniture(line: str) -> None:
    assert furniture_in(f"The water came.\n\n{line}\n\nIt fell by noon.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in Tokyo on Monday.",
        "Home to three million people, Lyon is the second city of France.",
        "Related by marriage to the mayor, she said nothing.",
        "Video: " + "the film of the flood runs for an hour and shows every street. " * 3,
    ],
)
def test_a_sentence_that_begins_like_furniture_is_prose(line: str) -> None:
    assert furniture_in(f"The water came.\n\n{line}\n\nIt fell by noon.") == []


def test_titles_listed_under_a_rubric_are_furniture_up_to_the_next_sentence() -> None:
    text = "It rained.\n\nVideos:\n\nThe flood at Lyon\n\nTurin cleans up\n\nThe mayor wept."
    assert furniture_in(text) == ["Videos:", "The flood at Lyon", "Turin cleans up"]


def test_a_heading_after_a_lone_notice_is_a_heading() -> None:
    assert furniture_in("It rained.\n\nAdvertisement\n\nThe flood\n\nIt came.") == ["Advertisement"]


def test_a_headline_may_look_like_a_label() -> None:
    assert furniture_in("Interview: Ada Brook\n\nShe spoke in Lyon.") == []
