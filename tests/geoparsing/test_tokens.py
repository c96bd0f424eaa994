from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storymap.geoparsing.tokens import Casing, tokenise
from storymap.model import Document
from storymap.reading import split


def words(text):
    return [token.text for token in tokenise(Document(text)).tokens]


def sentences(text):
    found = tokenise(Document(text, split(text)))
    return [
        text[found.tokens[s.first].start : found.tokens[s.last - 1].end] for s in found.sentences
    ]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("the U.S. and D.C.", ["the", "U.S.", "and", "D.C."]),
        ("Salem, Ore., and Huntington, W.Va.", None),
        ("Osh’s bazaar isn't", ["Osh", "’s", "bazaar", "isn", "'t"]),
        ("Jalal’abad and Jalal-Abad", ["Jalal’abad", "and", "Jalal", "-", "Abad"]),
        ("3.5 km", ["3.5", "km"]),
        ("北京市", ["北", "京", "市"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("दिल्ली", ["दिल्ली"]),
    ],
)
def test_a_text_is_split_into_words_and_signs(text, tokens):
    if tokens is None:
        tokens = ["Salem", ",", "Ore.", ",", "and", "Huntington", ",", "W.Va."]
    assert words(text) == tokens


@given(st.text())
def test_tokens_lie_in_order_and_stand_for_their_text(text):
    tokens = tokenise(Document(text)).tokens
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@given(st.text())
def test_every_token_is_in_one_sentence(text):
    found = tokenise(Document(text, split(text)))
    assert [i for s in found.sentences for i in range(s.first, s.last)] == list(
        range(len(found.tokens))
    )


def test_abbreviations_do_not_end_a_sentence():
    text = "Mr. Ode flew to St. Louis. He liked it. “Did he?” Yes."
    assert sentences(text) == ["Mr. Ode flew to St. Louis.", "He liked it.", "“Did he?”", "Yes."]


def test_a_passage_ends_its_sentence():
    assert sentences("A heading\n\nand a text") == ["A heading", "and a text"]


@pytest.mark.parametrize(
    ("text", "casing"),
    [
        ("The road to Osh was closed on Monday.", Casing.MIXED),
        ("FLOOD CLOSES THE ROAD TO OSH", Casing.UPPER),
        ("Flood Closes Road to Osh After Heavy Rain", Casing.TITLE),
        ("flood closes the road to osh", Casing.LOWER),
    ],
)
def test_casing_says_what_capitals_mean(text, casing):
    assert tokenise(Document(text)).sentences[0].casing is casing
