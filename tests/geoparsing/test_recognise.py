from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storymap.geoparsing import GazetteerRecogniser
from storymap.model import Document, MentionKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Osh before the snow.", ["Osh"]),
        ("The bazaar of Osh's old town", ["Osh"]),
        ("He drove from Paris, Texas, to Osh.", ["Paris", "Texas", "Osh"]),
        ("The Paris Police Department was praised.", ["Paris"]),
        ("a farm near Kyrgyzstan’s border with Central Asia", ["Kyrgyzstan", "Central Asia"]),
        ("the US-led talks", ["US"]),
        ("A U.S. envoy spoke.", ["U.S."]),
        ("The road to Бишкек was closed.", ["Бишкек"]),
        ("They crossed the Naryn River at dawn.", ["Naryn River"]),
        ("The people of southern Kyrgyzstan voted.", ["Kyrgyzstan"]),
    ],
)
def test_places_are_found_without_what_surrounds_them(mentions_in, text, expected):
    assert mentions_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton sang for an hour.",
        "Mr. Osh was late, and Mrs. Texas was early.",
        "“I was late,” Osh said.",
        "They told us to wait.",
        "The Texas Instruments calculator and the Paris Agreement",
        "He lives at 12 Paris Road.",
    ],
)
def test_persons_firms_words_and_streets_are_no_places(mentions_in, text):
    assert mentions_in(text) == []


def test_the_surname_of_somebody_named_in_full_is_no_place(mentions_in):
    assert mentions_in("Robert Paris opened a shop. Later Paris sold it.") == []
    assert mentions_in("Robert Paris opened a shop in Paris, Texas.") == ["Paris", "Texas"]


def test_datelines_and_headlines_in_capitals_name_their_places(mentions_in):
    assert mentions_in("KYRGYZSTAN, JALALABAD\nThe talks went on.") == ["KYRGYZSTAN", "JALALABAD"]
    assert mentions_in("PARIS (AP) — The talks went on.") == ["PARIS"]
    assert mentions_in("ROAD FROM PARIS TO BISHKEK CLOSED AGAIN") == ["PARIS", "BISHKEK"]


def test_a_text_without_capitals_still_names_well_known_places(mentions_in):
    assert mentions_in("the road from bishkek to paris is long") == ["bishkek", "paris"]


def test_a_name_seen_beyond_doubt_is_believed_elsewhere(mentions_in):
    assert mentions_in("A year in Teyyit, Kyrgyzstan. Now Teyyit is quiet.")[2:] == ["Teyyit"]
    assert mentions_in("Now Teyyit is quiet.") == []


def test_a_name_that_shows_itself_a_place_needs_no_gazetteer(mentions_in):
    assert mentions_in("They camped by Tellico Creek and climbed Mount Tyndall.") == [
        "Tellico Creek",
        "Mount Tyndall",
    ]


def test_mentions_say_whether_they_are_names_demonyms_or_codes(tiny):
    text = "Kyrgyz and American envoys met in the US, in Paris, TX."
    found = GazetteerRecogniser(tiny).recognise(Document(text))
    assert [(m.text, m.kind) for m in found] == [
        ("Kyrgyz", MentionKind.DEMONYM),
        ("American", MentionKind.DEMONYM),
        ("US", MentionKind.CODE),
        ("Paris", MentionKind.NAME),
        ("TX", MentionKind.CODE),
    ]


WORDS = ["Paris", ",", "Texas", "the", "US", "Osh", "-", ".", "\n", "Mr.", "and", "St."]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS)))
def test_mentions_lie_in_order_in_the_text_and_do_not_overlap(tiny, text):
    document = Document(text if isinstance(text, str) else " ".join(text))
    found = GazetteerRecogniser(tiny).recognise(document)
    assert all(document.text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
