import xml.etree.ElementTree as ET

from storymap.formats import render
from storymap.model import Document, Story
from tests.stories import LYON, PARIS, story

KML = {"k": "http://www.opengis.net/kml/2.2"}
TEXT = "Ada left Paris & its <rain> for Lyon.\n\nShe never saw Paris or Atlantis again."


def placemarks(told: Story) -> list[ET.Element]:
    return ET.fromstring(render(told, "kml")).findall(".//k:Placemark", KML)  # noqa: S314


def told() -> Story:
    return story(TEXT, ("Paris", PARIS), ("Lyon", LYON), ("Paris", PARIS), ("Atlantis", None))


def test_there_is_a_placemark_per_place_in_the_order_of_the_text() -> None:
    assert [p.findtext("k:name", "", KML) for p in placemarks(told())] == [
        "Paris",
        "Lyon",
        "Atlantis",
    ]


def test_longitude_comes_first() -> None:
    assert placemarks(told())[0].findtext("k:Point/k:coordinates", "", KML) == "2.35,48.85"


def test_a_description_quotes_the_passages_as_html() -> None:
    assert placemarks(told())[0].findtext("k:description", "", KML) == (
        "<p>Ada left Paris &amp; its &lt;rain&gt; for Lyon.</p>"
        "<p>She never saw Paris or Atlantis again.</p>"
    )


def test_a_name_that_was_not_located_has_no_point() -> None:
    assert placemarks(told())[-1].find("k:Point", KML) is None


def test_the_sources_are_named() -> None:
    assert "CC BY 4.0" in render(told(), "kml")


def test_a_text_with_what_xml_cannot_hold_is_still_xml() -> None:
    odd = story("Ly\x00on\ufffe", ("Ly\x00on\ufffe", LYON))
    assert placemarks(odd)[0].findtext("k:name", "", KML) == "Ly\ufffdon\ufffd"


def test_a_story_without_places_is_an_empty_document() -> None:
    assert placemarks(Story(Document("Nothing."))) == []
