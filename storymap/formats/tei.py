"""TEI P5: the text with its place names marked, and the places they mean in a list.

White space of the text is kept as it is, so nothing is indented.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable

from storymap.formats.quotations import Quotations
from storymap.formats.webannotation import place_address
from storymap.formats.xmltext import add, as_xml, serialised
from storymap.model import MentionKind, Passage, PassageKind, Place, Resolution, Story

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_NOT_IN_AN_ID = re.compile(r"[^\w.-]+")
_HIGH = 0.9  # least confidence for the highest degree of certainty


def render(story: Story) -> str:
    """Return a TEI document; a heading begins a division, furniture is an `ab` of that type."""
    root = ET.Element("TEI", {"xmlns": _NAMESPACE})
    _add_header(root, story)
    _add_places(root, story.places)
    body = add(add(root, "text", xml_lang=story.document.language), "body")
    _add_passages(body, story)
    return serialised(root, indented=False)


def _add_header(root: ET.Element, story: Story) -> None:
    document = story.document
    description = add(add(root, "teiHeader"), "fileDesc")
    add(add(description, "titleStmt"), "title", document.title or "Untitled")
    publication = add(description, "publicationStmt")
    add(publication, "p", "Place names marked with storymap.")
    for attribution in story.attributions:
        credit = (attribution.text, attribution.licence, attribution.url)
        add(publication, "p", ", ".join(filter(None, credit)))
    source = add(add(description, "sourceDesc"), "bibl")
    add(source, "title", document.title or "Untitled")
    if document.source:
        add(source, "publisher", document.source)
    if document.date:
        add(source, "date", document.date, when=document.date)


def _add_places(root: ET.Element, places: Iterable[Place]) -> None:
    listed = ET.Element("listPlace")
    for place in places:
        element = add(listed, "place", xml_id=_key(place))
        add(element, "placeName", place.name)
        if place.country:
            add(element, "country", key=place.country)
        add(add(element, "location"), "geo", f"{place.lat} {place.lon}")
        add(element, "idno", place_address(place), type="URI")
    if len(listed):
        add(root, "standOff").append(listed)


def _add_passages(body: ET.Element, story: Story) -> None:
    text, passages = story.document.text, story.document.passages
    mentioned = _by_passage(story)
    division = None
    for index, passage in enumerate(passages or [Passage(0, len(text))]):
        if division is None or passage.kind is PassageKind.HEADING:
            division = add(body, "div")
        _fill(_element(division, passage.kind), passage, mentioned[index], text)


def _by_passage(story: Story) -> defaultdict[int, list[Resolution]]:
    """Return the resolutions of each passage, by its index."""
    quotations = Quotations(story.document)
    found: defaultdict[int, list[Resolution]] = defaultdict(list)
    for resolution in story.resolutions:
        found[quotations.passage(resolution.mention) or 0].append(resolution)
    return found


def _element(division: ET.Element, kind: PassageKind) -> ET.Element:
    if kind is PassageKind.HEADING:
        return add(division, "head")
    if kind is PassageKind.FURNITURE:
        return add(division, "ab", type="furniture")
    return add(division, "p")


def _fill(
    element: ET.Element, passage: Passage, resolutions: Iterable[Resolution], text: str
) -> None:
    """Put the passage into an element, its mentions as elements within."""
    position = passage.start
    name = None
    for resolution in resolutions:
        mention = resolution.mention
        if mention.start < position or mention.end > passage.end:
            continue
        _append(element, name, text[position : mention.start])
        name = _add_name(element, resolution)
        position = mention.end
    _append(element, name, text[position : passage.end])


def _append(element: ET.Element, last: ET.Element | None, text: str) -> None:
    if last is None:
        element.text = as_xml(text)
    else:
        last.tail = as_xml(text)


def _add_name(element: ET.Element, resolution: Resolution) -> ET.Element:
    is_demonym = resolution.mention.kind is MentionKind.DEMONYM
    return add(
        element,
        "rs" if is_demonym else "placeName",
        resolution.mention.text,
        type="demonym" if is_demonym else "",
        ref=f"#{_key(resolution.place)}" if resolution.place else "",
        cert=_certainty(resolution),
    )


def _certainty(resolution: Resolution) -> str:
    """Return the degree of certainty in TEI's words."""
    if resolution.place is None:
        return "unknown"
    if resolution.decided_by or resolution.confidence >= _HIGH:
        return "high"
    return "low" if resolution.is_doubtful else "medium"


def _key(place: Place) -> str:
    """Return the place's identifier in the form that XML asks of one."""
    return "place-" + _NOT_IN_AN_ID.sub("-", place.id)
