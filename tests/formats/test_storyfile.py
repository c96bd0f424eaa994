import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storymap.decisions import apply, select
from storymap.errors import StoryFileError
from storymap.formats import read_story, render, write
from storymap.formats.storyfile import parse
from storymap.model import (
    Attribution,
    Candidate,
    Decision,
    DecisionScope,
    Document,
    Extent,
    Mention,
    MentionKind,
    NameKind,
    Passage,
    Place,
    PlaceName,
    Precision,
    Resolution,
    Selector,
    Story,
    Verdict,
)
from tests.stories import LYON, PARIS, PARIS_TEXAS, story

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    ["🌍🇰🇬", "العربية", "a\r\nb", "\u202bעברית", "</script>", "e\u0301"]
)
FRACTIONS = st.floats(0, 1)
PLACES = st.builds(
    Place,
    id=st.sampled_from(["gn:1", "gn:2", "gn:1#2"]),
    name=TEXTS,
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    feature_class=st.sampled_from("APH"),
    feature_code=TEXTS,
    population=st.integers(0, 10**10),
    extent=st.none() | st.builds(Extent, *[st.floats(-90, 90)] * 4),
    precision=st.sampled_from(Precision),
    radius_km=st.floats(0, 1000),
    within=st.lists(TEXTS, max_size=2).map(tuple),
)
CANDIDATES = st.builds(
    Candidate, PLACES, st.builds(PlaceName, TEXTS, TEXTS, st.sampled_from(NameKind)), FRACTIONS
)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    text = draw(st.text(st.characters(codec="utf-8"), max_size=40) | TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(pairwise(cuts))
    return Story(
        Document(text, tuple(Passage(*span) for span in spans), *(draw(TEXTS) for _ in range(4))),
        tuple(draw(resolutions(Mention(s, e, text[s:e]))) for s, e in spans),
        decisions=draw(decisions(text)),
        needs_review=draw(decisions(text)),
        attributions=draw(st.lists(st.builds(Attribution, *[TEXTS] * 4), max_size=2).map(tuple)),
        versions=draw(st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple)),
    )


def resolutions(mention: Mention) -> st.SearchStrategy[Resolution]:
    return st.builds(
        Resolution,
        st.sampled_from(MentionKind).map(
            lambda k: Mention(mention.start, mention.end, mention.text, k)
        ),
        place=st.none() | PLACES,
        candidates=st.lists(CANDIDATES, max_size=2).map(tuple),
        confidence=FRACTIONS,
        reasons=st.lists(TEXTS, max_size=2).map(tuple),
        label=TEXTS,
        decided_by=TEXTS,
    )


def decisions(text: str) -> st.SearchStrategy[tuple[Decision, ...]]:
    selectors = st.builds(Selector, st.just(0), st.just(len(text)), st.just(text), TEXTS, TEXTS)
    one = st.builds(
        Decision,
        selectors,
        st.sampled_from(Verdict),
        st.none() | PLACES,
        st.sampled_from(DecisionScope),
        TEXTS,
        TEXTS,
    )
    return st.lists(one, max_size=2).map(tuple)


@given(stories())
def test_a_story_that_was_written_is_read_back_the_same(told: Story) -> None:
    assert parse(render(told, "story").encode()) == told


def told() -> Story:
    return story("Ada left Paris for Lyon.", ("Paris", PARIS), ("Lyon", LYON))


def test_decisions_and_what_needs_review_are_kept(tmp_path: Path) -> None:
    here = Decision(select(told().document, 9, 14), Verdict.PLACE, PARIS_TEXAS, author="Ada")
    gone = Decision(Selector(0, 4, "Gone"), Verdict.NOT_A_PLACE, time="2011-04-13T10:00:00Z")
    decided = apply([here, gone], told())
    path = write(decided, tmp_path / "ada.story.json")
    assert read_story(path) == decided
    assert decided.needs_review == (gone,)


def test_each_place_is_written_once() -> None:
    text = render(story("Paris " * 50, *[("Paris", PARIS)] * 50), "story")
    assert text.count('"lat"') == 2


def test_two_records_of_one_place_are_kept_apart() -> None:
    renamed = Place(LYON.id, "Lugdunum", 45.0, 4.0, "P", "PPL")
    both = story("Lyon, Lyon", ("Lyon", LYON), ("Lyon", renamed))
    assert parse(render(both, "story")).places == both.places
    assert [r.place for r in parse(render(both, "story")).resolutions] == [LYON, renamed]


def damaged(change: Callable[[dict[str, Any]], object]) -> str:
    whole = json.loads(render(told(), "story"))
    change(whole)
    return json.dumps(whole)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda w: w.pop("storymap"), "no story"),
        (lambda w: w.update(storymap=2), "schema 2.*newer storymap"),
        (lambda w: w.update(storymap=True), "no story"),
        (lambda w: w.pop("document"), r"document\.text is missing"),
        (lambda w: w["document"].update(text="Another."), r"document\.text is not the text"),
        (lambda w: w["document"].update(title=3), r"document\.title should be a text and is 3"),
        (lambda w: w.update(resolutions={}), r"resolutions should be a list"),
        (lambda w: w["resolutions"][1].update(confidence="high"), r"resolutions\[1\]\.confidence"),
        (lambda w: w["resolutions"][1].update(colour="red"), r"\[1\]\.colour is not known"),
        (
            lambda w: w["resolutions"][1].update(place="gn:9"),
            r"\[1\]\.place names the place 'gn:9'",
        ),
        (lambda w: w["resolutions"][0]["mention"].update(end=99), r"\[0\]\.mention"),
        (lambda w: w["resolutions"][0]["mention"].update(kind="dog"), "one of name, demonym, code"),
        (lambda w: w["document"]["passages"][0].update(end=99), r"passages\[0\] reaches beyond"),
        (lambda w: w["places"][LYON.id].update(lat=91), "latitude"),
        (lambda w: w["places"][LYON.id].update(lat=float("nan")), "number and is nan"),
        (lambda w: w["places"][LYON.id].pop("lat"), r"\.lat is missing"),
        (lambda w: w.update(versions=[["storymap"]]), r"versions\[0\] should hold 2 values"),
        (lambda w: w.update(places=[]), "places should be an object"),
    ],
)
def test_a_damaged_file_is_refused_with_the_place_of_the_damage(
    change: Callable[[dict[str, Any]], object], message: str
) -> None:
    with pytest.raises(StoryFileError, match=message):
        parse(damaged(change))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b"1" * 5000, b'"storymap"', b"null"],
)
def test_what_is_no_story_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.story.json"
    path.write_bytes(content)
    with pytest.raises(StoryFileError, match=r"odd\.story\.json cannot be opened as a story"):
        read_story(path)


def test_a_missing_story_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoryFileError, match=r"none\.story\.json .*No such file"):
        read_story(tmp_path / "none.story.json")
