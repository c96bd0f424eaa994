"""Linked Places Format, as the World Historical Gazetteer takes it.

What the format has no member for (kinds of names, population, precision) stands in properties and
members of our own, which other readers pass over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from storymap.gazetteer.exporting.geojson import bbox, collection, credits, point
from storymap.gazetteer.records import Record
from storymap.model import Attribution, Precision

CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1"
    ".jsonld"
)
_ONTOLOGY = "https://www.geonames.org/ontology#"


def write(records: Iterable[Record], attributions: Sequence[Attribution]) -> Iterator[str]:
    """A FeatureCollection with a feature a line; its head tells what the sources ask for."""
    head: dict[str, object] = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "attributions": credits(attributions),
    }
    yield from collection(head, map(_feature, records))


def _feature(record: Record) -> dict[str, object]:
    feature: dict[str, object] = {
        "@id": record.place.id,
        "type": "Feature",
        "properties": _properties(record),
        **bbox(record.place),
        "names": _names(record),
        "types": _types(record),
        "geometry": point(record.place),
    }
    given = {
        "when": _when(record),
        "relations": [_relation(parent) for parent in record.parents],
        "links": [{"type": "primaryTopicOf", "identifier": link} for link in record.links],
        "descriptions": [{"value": record.note}] if record.note else [],
    }
    return feature | {name: value for name, value in given.items() if value}


def _properties(record: Record) -> dict[str, object]:
    place = record.place
    codes = list(place.countries or filter(None, (place.country,)))
    given: dict[str, object] = {
        "title": place.name,
        "ccodes": codes,
        "fclasses": [place.feature_class] if place.feature_class else [],
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "precision": "" if place.precision is Precision.EXACT else place.precision.value,
        "radius_km": place.radius_km,
    }
    shown = {name: value for name, value in given.items() if value} | {"source": place.source}
    return shown | ({"country": place.country} if place.countries else {})


def _names(record: Record) -> list[dict[str, str]]:
    names = record.settled().names
    return [
        {"toponym": n.text, **({"lang": n.language} if n.language else {}), "kind": n.kind.value}
        for n in names
    ]


def _types(record: Record) -> list[dict[str, str]]:
    code = ".".join(filter(None, (record.place.feature_class, record.place.feature_code)))
    return [{"identifier": f"{_ONTOLOGY}{code}", "label": code}]


def _when(record: Record) -> dict[str, object]:
    span = {
        edge: {"in": date}
        for edge, date in (("start", record.since), ("end", record.until))
        if date
    }
    return {"timespans": [span]} if span else {}


def _relation(parent: str) -> dict[str, str]:
    return {"relationType": "gvp:broaderPartitive", "relationTo": parent}
