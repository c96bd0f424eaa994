from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storymap.decisions import apply, locate, select
from storymap.model import (
    Decision,
    DecisionScope,
    Document,
    Mention,
    Resolution,
    Selector,
    Story,
    Verdict,
)
from storymap.reading import from_text
from tests.stories import LYON, PARIS, PARIS_TEXAS, story

NAME, MENTION = DecisionScope.NAME, DecisionScope.MENTION
PLACE, NOT_A_PLACE = Verdict.PLACE, Verdict.NOT_A_PLACE
TEXT = "Paris lies on the Seine. Ada left Paris for Lyon, and Paris Jones stayed in PARIS."


def three_parises() -> Story:
    return story(TEXT, ("Paris", PARIS), ("Paris", PARIS), ("Lyon", LYON), ("Paris", PARIS))


def decision(on: Story, span: tuple[int, int], **what: object) -> Decision:
    return Decision(select(on.document, *span), **{"verdict": PLACE, "author": "Ada", **what})  # type: ignore[arg-type]


def located(decided: Story) -> list[tuple[str, str]]:
    return [(r.mention.text, r.place.id if r.place else "") for r in decided.resolutions]


def test_a_selector_keeps_32_characters_of_context() -> None:
    selector = select(from_text("a" * 50 + "Lyon" + "b" * 50), 50, 54)
    assert selector == Selector(50, 54, "Lyon", "a" * 32, "b" * 32)


@pytest.mark.parametrize("span", [(3, 3), (-1, 2), (0, 99), (4, 2)])
def test_what_is_no_span_of_the_text_cannot_be_selected(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no span"):
        select(from_text("Lyon"), *span)


@given(st.data())
def test_a_span_is_found_again_in_the_same_text(data: st.DataObject) -> None:
    text = data.draw(st.text("ab \n🌍", min_size=1, max_size=60))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = Document(text)
    assert locate(select(document, start, end), document) == (start, end)


@given(st.text("ab ", min_size=1, max_size=80), st.text("ab ", max_size=80))
def test_a_span_found_in_another_text_has_the_same_words_and_some_of_the_context(
    before: str, after: str
) -> None:
    selector = select(Document(before), len(before) // 2, len(before) // 2 + 1)
    found = locate(selector, Document(after))
    if found is not None:
        start, end = found
        assert after[start:end] == selector.exact
        assert after[:start].endswith(selector.prefix) or after[end:].startswith(selector.suffix)


def second_paris_in(text: str) -> tuple[int, int] | None:
    return locate(select(Document(TEXT), 34, 39), Document(text))


def test_an_anchor_moves_with_its_words() -> None:
    assert second_paris_in("A new beginning. " + TEXT) == (51, 56)


def test_an_anchor_holds_if_one_side_of_it_was_edited() -> None:
    assert second_paris_in(TEXT.replace("for Lyon", "to go to Lyon")) == (34, 39)


def test_an_anchor_is_lost_if_its_passage_is_gone() -> None:
    assert second_paris_in("Paris lies on the Seine. Paris Jones stayed in PARIS.") is None


def test_an_anchor_is_lost_if_its_passage_stands_twice_elsewhere() -> None:
    assert second_paris_in(f"Anew. {TEXT} {TEXT}") is None


def test_another_place_for_one_mention_leaves_the_others() -> None:
    before = three_parises()
    after = apply([decision(before, (34, 39), place=PARIS_TEXAS)], before)
    assert [p for _, p in located(after)] == [PARIS.id, PARIS_TEXAS.id, LYON.id, PARIS.id]


def test_what_was_decided_says_by_whom_and_is_not_doubtful() -> None:
    before = three_parises()
    decided = apply([decision(before, (34, 39), place=PARIS_TEXAS)], before).resolutions[1]
    assert (decided.decided_by, decided.reasons) == ("Ada", ("chosen by Ada",))
    assert before.resolutions[1].is_doubtful
    assert not decided.is_doubtful


def test_without_an_author_a_person_decided() -> None:
    before = three_parises()
    after = apply([decision(before, (0, 5), place=PARIS_TEXAS, author="")], before)
    assert after.resolutions[0].decided_by == "a person"


def test_a_decision_on_a_name_holds_for_all_its_mentions_and_finds_missed_ones() -> None:
    before = story(TEXT, ("Paris", PARIS), ("PARIS", PARIS))
    after = apply([decision(before, (0, 5), place=PARIS_TEXAS, scope=NAME)], before)
    assert located(after) == [("Paris", PARIS_TEXAS.id)] * 3 + [("PARIS", PARIS_TEXAS.id)]


def test_a_name_is_not_found_within_a_longer_mention() -> None:
    before = story("York and New York", ("York", LYON), ("New York", PARIS))
    after = apply([decision(before, (0, 4), place=LYON, scope=NAME)], before)
    assert located(after) == [("York", LYON.id), ("New York", PARIS.id)]


def test_a_later_decision_goes_before_an_earlier() -> None:
    before = three_parises()
    log = [decision(before, (0, 5), place=p) for p in (PARIS_TEXAS, LYON)]
    assert located(apply(log, before))[0] == ("Paris", LYON.id)


@pytest.mark.parametrize("later", [0, 1])
def test_a_decision_on_a_mention_goes_before_one_on_its_name(later: int) -> None:
    before = three_parises()
    of_mention = decision(before, (0, 5), place=LYON)
    of_name = decision(before, (34, 39), place=PARIS_TEXAS, scope=NAME)
    after = apply([of_mention, of_name] if later else [of_name, of_mention], before)
    assert located(after)[:2] == [("Paris", LYON.id), ("Paris", PARIS_TEXAS.id)]


def test_what_is_no_place_is_no_mention() -> None:
    before = three_parises()
    after = apply([decision(before, (54, 59), verdict=NOT_A_PLACE)], before)
    assert len(after.resolutions) == 3
    assert all(r.mention.start != 54 for r in after.resolutions)


def test_a_place_where_nothing_was_recognised_adds_the_mention() -> None:
    before = three_parises()
    after = apply([decision(before, (18, 23), place=LYON)], before)
    added = after.resolutions[1]
    assert (added.mention, added.place) == (Mention(18, 23, "Seine"), LYON)


def test_an_added_mention_takes_the_place_of_one_within_it() -> None:
    before = story("They came to Jalal Abad.", ("Jalal", None))
    after = apply([decision(before, (13, 23), place=LYON)], before)
    assert located(after) == [("Jalal Abad", LYON.id)]


def test_a_decision_without_its_anchor_is_kept_for_review_and_changes_nothing() -> None:
    before = three_parises()
    lost = decision(before, (34, 39), place=PARIS_TEXAS, scope=NAME)
    changed = story("Nobody left Paris.", ("Paris", PARIS))
    after = apply([lost], changed)
    assert (after.resolutions, after.needs_review, after.decisions) == (
        changed.resolutions,
        (lost,),
        (lost,),
    )


def test_decisions_are_added_to_those_there_are() -> None:
    before = three_parises()
    first, second = (decision(before, (0, 5), place=p) for p in (PARIS_TEXAS, LYON))
    assert apply([second], apply([first], before)).decisions == (first, second)


SPANS = st.tuples(st.integers(0, 11), st.integers(1, 5)).map(lambda s: (s[0], min(12, sum(s))))


@st.composite
def decided_stories(draw: st.DrawFn) -> tuple[Story, list[Decision]]:
    text = draw(st.text("ab ", min_size=12, max_size=12))
    spans: list[tuple[int, int]] = []
    for start, end in sorted(draw(st.sets(SPANS, max_size=4))):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    mentions = [Resolution(Mention(s, e, text[s:e]), PARIS) for s, e in spans]
    made = Story(Document(text), tuple(mentions))
    places = st.sampled_from([PARIS, LYON, None])
    log = [
        replace(
            decision(made, span, place=draw(places), scope=draw(st.sampled_from([NAME, MENTION]))),
            verdict=draw(st.sampled_from([PLACE, NOT_A_PLACE])),
        )
        for span in draw(st.lists(SPANS, max_size=4))
    ]
    return made, log


@given(decided_stories())
def test_deciding_twice_is_deciding_once(made: tuple[Story, list[Decision]]) -> None:
    before, log = made
    once = apply(log, before)
    assert apply(log, once) == once


@given(decided_stories())
def test_mentions_stay_in_order_and_apart(made: tuple[Story, list[Decision]]) -> None:
    before, log = made
    after = apply(log, before)
    spans = [(r.mention.start, r.mention.end) for r in after.resolutions]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(
        r.mention.text == before.document.text[slice(*s)]
        for r, s in zip(after.resolutions, spans, strict=True)
    )
