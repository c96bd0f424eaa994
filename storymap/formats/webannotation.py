"""W3C Web Annotation (JSON-LD): what each mention means, anchored by position and by quotation."""

from __future__ import annotations

import json

from storymap.decisions import select
from storymap.formats.geojson import position
from storymap.model import Place, Resolution, Selector, Story

Json = dict[str, object]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_GEONAMES = "https://sws.geonames.org/"


def render(story: Story) -> str:
    """Return an AnnotationPage with an annotation per mention, in text order.

    Positions count Unicode code points of the text as storymap keeps it.
    """
    page: Json = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "items": [_annotation(story, i, r) for i, r in enumerate(story.resolutions, start=1)],
    }
    if story.attributions:
        page["rights"] = [a.url or f"{a.text}, {a.licence}" for a in story.attributions]
    return json.dumps(page, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def place_address(place: Place) -> str:
    """Return the address that stands for a place in linked data: GeoNames' own where it has one."""
    namespace, _, key = place.id.partition(":")
    return f"{_GEONAMES}{key}/" if namespace == "gn" else place.id


def _annotation(story: Story, number: int, resolution: Resolution) -> Json:
    mention = resolution.mention
    selector = select(story.document, mention.start, mention.end)
    annotation: Json = {
        "id": f"#m{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": _bodies(resolution),
        "target": {
            "source": story.document.source or story.document.title or "text",
            "selector": _selectors(selector),
        },
    }
    if resolution.decided_by:
        annotation["creator"] = {"type": "Person", "name": resolution.decided_by}
    return annotation


def _bodies(resolution: Resolution) -> list[Json]:
    """Return the place, if the mention was located, and the reasons in words."""
    bodies: list[Json] = []
    if resolution.place:
        bodies.append(_place(resolution.place, resolution.label))
    if resolution.reasons:
        reasons = "; ".join(resolution.reasons)
        bodies.append({"type": "TextualBody", "purpose": "describing", "value": reasons})
    return bodies


def _place(place: Place, label: str) -> Json:
    return {
        "id": place_address(place),
        "type": "Feature",
        "purpose": "identifying",
        "label": label or place.name,
        "geometry": {"type": "Point", "coordinates": position(place)},
    }


def _selectors(selector: Selector) -> list[Json]:
    return [
        {"type": "TextPositionSelector", "start": selector.start, "end": selector.end},
        {
            "type": "TextQuoteSelector",
            "exact": selector.exact,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
        },
    ]
