import xml.etree.ElementTree as ET
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from storymap.formats import render
from storymap.formats.xmltext import as_xml
from storymap.model import Document, Mention, MentionKind, Resolution, Story
from storymap.reading import split
from tests.stories import LYON, PARIS, story

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
TEXT = "Two rivers\n\nAda left Paris & its <rain> for Lyon.\n\nShare\n\nAtlantis is gone."


def parsed(told: Story) -> ET.Element:
    return ET.fromstring(render(told, "tei"))  # noqa: S314


def told() -> Story:
    return story(TEXT, ("Paris", PARIS), ("Lyon", LYON), ("Atlantis", None))


@given(st.text("ab<&\n\ud7ff🌍é \t", max_size=60))
def test_the_text_of_every_passage_is_kept(text: str) -> None:
    body = parsed(Story(Document(text, split(text)))).find(".//t:body", TEI)
    assert body is not None
    found = ["".join(e.itertext()) for e in body.iterfind("t:div/*", TEI)]
    kept = [as_xml(text[p.start : p.end]) for p in split(text)]
    assert found == (kept or [text])


def test_names_are_marked_and_point_to_their_place() -> None:
    root = parsed(told())
    names = root.findall(".//t:body//t:placeName", TEI)
    assert [(n.text, n.get("ref")) for n in names] == [
        ("Paris", "#place-gn-2988507"),
        ("Lyon", "#place-gn-2996944"),
        ("Atlantis", None),
    ]
    listed = root.findall(".//t:listPlace/t:place", TEI)
    assert [p.get(XML_ID) for p in listed] == ["place-gn-2988507", "place-gn-2996944"]
    assert listed[0].findtext("t:location/t:geo", "", TEI) == "48.85 2.35"


def test_headings_head_their_divisions_and_furniture_is_told_apart() -> None:
    division = parsed(told()).find(".//t:body/t:div", TEI)
    assert division is not None
    tags = [element.tag.rpartition("}")[2] for element in division]
    assert tags == ["head", "p", "ab", "p"]


def test_certainty_is_in_words() -> None:
    sure = replace(told().resolutions[0], confidence=0.95)
    fair = replace(told().resolutions[1], confidence=0.8)
    names = parsed(replace(told(), resolutions=(sure, fair, told().resolutions[2])))
    found = [n.get("cert") for n in names.findall(".//t:body//t:placeName", TEI)]
    assert found == ["high", "medium", "unknown"]


def test_a_demonym_is_a_reference_and_no_name() -> None:
    french = Resolution(Mention(4, 10, "French", MentionKind.DEMONYM), PARIS)
    text = "The French left."
    root = parsed(Story(Document(text, split(text)), (french,)))
    found = root.find(".//t:rs", TEI)
    assert found is not None
    assert (found.text, found.get("type")) == ("French", "demonym")


def test_the_header_says_where_the_text_is_from() -> None:
    root = parsed(told())
    assert root.findtext(".//t:titleStmt/t:title", "", TEI) == "Two rivers"
    assert root.findtext(".//t:bibl/t:publisher", "", TEI) == "The Courier"
    assert "CC BY 4.0" in render(told(), "tei")
