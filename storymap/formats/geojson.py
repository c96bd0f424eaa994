"""GeoJSON (RFC 7946): a feature per place, its mentions inside.

A name that was not located is a feature without geometry: it is listed, and drawn nowhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from storymap.formats.quotations import Quotations
from storymap.model import Attribution, Document, Extent, Place, Resolution, Story

Json = dict[str, object]


def render(story: Story) -> str:
    """Return a FeatureCollection; places are in the order of their first mention."""
    collection: Json = {
        "type": "FeatureCollection",
        "document": _document(story.document),
        "attribution": [_attribution(a) for a in story.attributions],
        "features": list(_features(story)),
    }
    return json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def position(place: Place) -> tuple[float, float]:
    """Return longitude and latitude: the order that GeoJSON and its kin want."""
    return place.lon, place.lat


def bounding_box(extent: Extent) -> tuple[float, float, float, float]:
    """Return west, south, east, north; west is greater across the antimeridian."""
    return extent.west, extent.south, extent.east, extent.north


def _document(document: Document) -> Json:
    return {
        "title": document.title,
        "source": document.source,
        "date": document.date,
        "language": document.language,
    }


def _attribution(attribution: Attribution) -> Json:
    return {"text": attribution.text, "licence": attribution.licence, "url": attribution.url}


def by_place(story: Story) -> dict[str, list[Resolution]]:
    """Return the located resolutions of each place, in text order, by its id."""
    found: dict[str, list[Resolution]] = {place.id: [] for place in story.places}
    for resolution in story.resolutions:
        if resolution.place:
            found[resolution.place.id].append(resolution)
    return found


def _features(story: Story) -> Iterator[Json]:
    quotations = Quotations(story.document)
    mentioned = by_place(story)
    for place in story.places:
        yield _located(place, mentioned[place.id], quotations)
    unlocated: dict[str, list[Resolution]] = {}
    for resolution in story.resolutions:
        if not resolution.place:
            unlocated.setdefault(resolution.mention.text, []).append(resolution)
    for name, resolutions in unlocated.items():
        yield _unlocated(name, resolutions, quotations)


def _located(place: Place, resolutions: list[Resolution], quotations: Quotations) -> Json:
    feature: Json = {"type": "Feature", "id": place.id}
    if place.extent:
        feature["bbox"] = bounding_box(place.extent)
    feature["geometry"] = {"type": "Point", "coordinates": position(place)}
    feature["properties"] = {
        "name": resolutions[0].label or place.name,
        "gazetteer_name": place.name,
        "country": place.country,
        "within": place.within,
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "population": place.population,
        "precision": place.precision.value,
        "radius_km": place.radius_km,
        "source": place.source,
        "mentions": _mentions(resolutions, quotations),
    }
    return feature


def _unlocated(name: str, resolutions: list[Resolution], quotations: Quotations) -> Json:
    properties = {"name": name, "mentions": _mentions(resolutions, quotations)}
    return {"type": "Feature", "geometry": None, "properties": properties}


def _mentions(resolutions: Iterable[Resolution], quotations: Quotations) -> list[Json]:
    return [_mention(resolution, quotations) for resolution in resolutions]


def _mention(resolution: Resolution, quotations: Quotations) -> Json:
    mention = resolution.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind.value,
        "passage": quotations.passage(mention),
        "quote": quotations.quote(mention),
        "confidence": resolution.confidence,
        "doubtful": resolution.is_doubtful,
        "decided_by": resolution.decided_by,
        "reasons": resolution.reasons,
    }
