"""GeoJSON: a point for every place, all that is known of it in the properties."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from storymap.gazetteer.records import Record
from storymap.model import Attribution, Place, Precision


def write(records: Iterable[Record], attributions: Sequence[Attribution]) -> Iterator[str]:
    """A FeatureCollection with a feature a line."""
    head = {"type": "FeatureCollection", "attributions": credits(attributions)}
    yield from collection(head, map(_feature, records))


def collection(
    head: Mapping[str, object], features: Iterable[Mapping[str, object]]
) -> Iterator[str]:
    """The text of a collection whose features come one at a time."""
    yield f'{to_json(head)[:-1]},"features":['
    for number, feature in enumerate(features):
        yield f"{',' if number else ''}\n{to_json(feature)}"
    yield "\n]}\n"


def to_json(value: object) -> str:
    """Compact JSON with letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def credits(attributions: Sequence[Attribution]) -> list[dict[str, str]]:
    """What the sources ask to be said, as JSON objects."""
    return [
        {"source": a.source, "text": a.text, "licence": a.licence, "url": a.url}
        for a in attributions
    ]


def point(place: Place) -> dict[str, object]:
    """The geometry of a place."""
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def bbox(place: Place) -> dict[str, object]:
    """The member that tells the extent, west first; empty if it has none."""
    extent = place.extent
    if extent is None:
        return {}
    return {"bbox": [extent.west, extent.south, extent.east, extent.north]}


def _feature(record: Record) -> dict[str, object]:
    feature: dict[str, object] = {"type": "Feature", "id": record.place.id}
    return (
        feature
        | bbox(record.place)
        | {"geometry": point(record.place), "properties": _properties(record)}
    )


def _properties(record: Record) -> dict[str, object]:
    place = record.place
    names = [{"text": n.text, "language": n.language, "kind": n.kind.value} for n in record.names]
    given: dict[str, object] = {
        "name": place.name,
        "names": names,
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "precision": "" if place.precision is Precision.EXACT else place.precision.value,
        "radius_km": place.radius_km,
        "countries": list(place.countries),
        "parents": list(record.parents),
        "note": record.note,
        "links": list(record.links),
        "since": record.since,
        "until": record.until,
    }
    return {name: value for name, value in given.items() if value} | {"source": place.source}
