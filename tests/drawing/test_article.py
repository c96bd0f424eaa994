from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storymap.drawing.article import passage_views
from storymap.model import Document, Mention, Passage, Resolution, Story
from tests.drawing.stories import small_story


def story_of(text: str, *spans: tuple[int, int], passages: tuple[Passage, ...] = ()) -> Story:
    mentions = [Mention(start, end, text[start:end]) for start, end in spans]
    return Story(Document(text, passages), tuple(Resolution(m) for m in mentions))


def test_passages_give_back_the_text_of_the_document() -> None:
    story = small_story()
    shown = [view.text for view in passage_views(story)]
    assert shown == [story.document.text[p.start : p.end] for p in story.document.passages]


def test_mentions_are_numbered_in_text_order_and_know_their_place() -> None:
    marks = [p.mark for view in passage_views(small_story()) for p in view.pieces if p.mark]
    assert [m.number for m in marks] == list(range(1, 12))
    assert [m.place_number for m in marks] == [1, 2, 3, 4, 1, 2, 5, 3, 6, 0, 3]


def test_a_document_without_passages_is_one_paragraph() -> None:
    (view,) = passage_views(story_of("From Osh to Uzgen.", (5, 8)))
    assert [p.text or (p.mark and p.mark.text) for p in view.pieces] == [
        "From ",
        "Osh",
        " to Uzgen.",
    ]


def test_a_document_of_white_space_has_no_passage() -> None:
    assert passage_views(story_of(" \n ")) == ()


def test_overlapping_mentions_share_the_text_and_lose_none_of_it() -> None:
    (view,) = passage_views(story_of("New York City", (0, 8), (4, 13)))
    assert view.text == "New York City"
    assert [p.mark.text for p in view.pieces if p.mark] == ["New York", " City"]


def test_a_mention_that_runs_over_the_end_of_its_passage_is_cut_there() -> None:
    story = story_of("New York City", (4, 13), passages=(Passage(0, 8), Passage(9, 13)))
    assert [view.text for view in passage_views(story)] == ["New York", "City"]


@given(st.text(max_size=60), st.data())
def test_no_text_is_lost_or_doubled_whatever_the_spans(text: str, data: st.DataObject) -> None:
    offset = st.integers(0, len(text))
    spans = sorted((min(s), max(s)) for s in data.draw(st.lists(st.tuples(offset, offset))))
    whole = (Passage(0, len(text)),)
    (view,) = passage_views(story_of(text, *spans, passages=whole))
    assert view.text == text
