"""KML 2.2, for Google Earth and its kin: a placemark per place, its passages as description."""

from __future__ import annotations

import html
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from storymap.formats.geojson import by_place, position
from storymap.formats.quotations import Quotations
from storymap.formats.xmltext import add, serialised
from storymap.model import Attribution, Place, Resolution, Story

_NAMESPACE = "http://www.opengis.net/kml/2.2"


def render(story: Story) -> str:
    """Return a KML document; placemarks are in the order of the text.

    Names that were not located are placemarks without a point, in a folder of their own.
    """
    root = ET.Element("kml", xmlns=_NAMESPACE)
    document = add(root, "Document")
    add(document, "name", story.document.title or "Story map")
    add(document, "description", "<br>".join(map(_credit, story.attributions)))
    quotations = Quotations(story.document)
    mentioned = by_place(story)
    for place in story.places:
        _add_place(document, place, mentioned[place.id], quotations)
    _add_unlocated(document, [r for r in story.resolutions if r.place is None], quotations)
    return serialised(root, indented=True)


def _add_place(
    document: ET.Element, place: Place, mentioned: Sequence[Resolution], quotations: Quotations
) -> None:
    placemark = add(document, "Placemark", id=place.id.replace(":", "-"))
    add(placemark, "name", mentioned[0].label or place.name)
    add(placemark, "description", _quoted(mentioned, quotations))
    fields = add(placemark, "ExtendedData")
    for name, value in _fields(place, mentioned).items():
        add(add(fields, "Data", name=name), "value", str(value))
    lon, lat = position(place)
    add(add(placemark, "Point"), "coordinates", f"{lon},{lat}")


def _fields(place: Place, mentioned: Sequence[Resolution]) -> dict[str, object]:
    return {
        "id": place.id,
        "gazetteer_name": place.name,
        "country": place.country,
        "feature_code": place.feature_code,
        "precision": place.precision.value,
        "radius_km": place.radius_km,
        "mentions": len(mentioned),
        "confidence": max(r.confidence for r in mentioned),
        "doubtful": str(any(r.is_doubtful for r in mentioned)).lower(),
        "source": place.source,
    }


def _add_unlocated(
    document: ET.Element, unlocated: Sequence[Resolution], quotations: Quotations
) -> None:
    if not unlocated:
        return
    folder = add(document, "Folder")
    add(folder, "name", "Not located")
    for resolution in unlocated:
        placemark = add(folder, "Placemark")
        add(placemark, "name", resolution.mention.text)
        add(placemark, "description", _quoted([resolution], quotations))


def _quoted(mentioned: Sequence[Resolution], quotations: Quotations) -> str:
    """Return the passages as HTML, which is what a description is read as, each once."""
    quotes = dict.fromkeys(quotations.quote(r.mention) for r in mentioned)
    return "".join(f"<p>{html.escape(quote)}</p>" for quote in quotes)


def _credit(attribution: Attribution) -> str:
    return html.escape(f"{attribution.text}, {attribution.licence}. {attribution.url}")
