"""Linked Places Format: GeoJSON features with sourced names, types, relations and times.

The format is described by the World Historical Gazetteer and Pelagios.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from storymap.gazetteer.importing.credits import Credits
from storymap.gazetteer.importing.drafts import Draft, place_id
from storymap.gazetteer.importing.geojson import as_text, extent_of, kind_of
from storymap.gazetteer.importing.geometry import Shape, shape_of
from storymap.gazetteer.importing.jsonfeatures import FeatureReader
from storymap.gazetteer.importing.rows import Rejected, Row, Rows
from storymap.gazetteer.importing.types import read_type
from storymap.model import Attribution, PlaceName

_PLAIN = ("admin1", "admin2", "population", "precision", "radius_km", "source")
"""Properties of storymap's own exports, beyond those of the format."""


def read(pieces: Iterator[str], file: str, *, source: str, credits: Credits) -> Rows:
    """Read the features of a Linked Places file, a collection or a feature a line."""
    reader = FeatureReader(pieces, file)
    for feature in reader.features():
        draft = _draft(feature.value, source)
        record = draft if isinstance(draft, tuple) else draft.record()
        if isinstance(record, tuple):
            yield Rejected(file, feature.line, record)
        else:
            yield Row(record, file, feature.line, bool(feature.value.get("@id")))
    credits.add_objects(reader.members.get("attributions"))
    credits.add(_indexed(reader.members.get("indexing"), source))


def _indexed(indexing: Any, source: str) -> Attribution:
    """What the head of the file says of the data set."""
    said = indexing if isinstance(indexing, Mapping) else {}
    text, licence, url = (str(said.get(key) or "") for key in ("name", "license", "identifier"))
    return Attribution(source if text or licence else "", text, licence, url)


def _draft(feature: Any, source: str) -> Draft | tuple[str, ...]:
    if not isinstance(feature, Mapping) or feature.get("type") != "Feature":
        return ("It is no GeoJSON Feature.",)
    properties = _object(feature.get("properties"))
    names = tuple(_names(feature))
    shape = shape_of(feature.get("geometry"))
    texts = {name: as_text(properties[name]) for name in _PLAIN if name in properties}
    texts |= _types(feature, properties) | _countries(properties) | _times(feature.get("when"))
    texts["id"] = str(feature.get("@id") or "")
    texts["name"] = as_text(properties.get("title")) or (names[0].text if names else "")
    texts["parents"] = " ".join(_related(feature, source))
    texts["links"] = " ".join(_links(feature))
    texts["note"] = next((as_text(d.get("value")) for d in _objects(feature, "descriptions")), "")
    return Draft(
        texts,
        source,
        position=shape.position if isinstance(shape, Shape) else None,
        extent=extent_of(feature.get("bbox")) or getattr(shape, "extent", None),
        names=names,
        problems=[shape] if isinstance(shape, str) else [],
    )


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _objects(feature: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    listed = feature.get(key)
    return (v for v in (listed if isinstance(listed, list) else ()) if isinstance(v, Mapping))


def _names(feature: Mapping[str, Any]) -> Iterator[PlaceName]:
    for name in _objects(feature, "names"):
        if isinstance(name.get("toponym"), str):
            language = str(name.get("lang") or "")
            yield PlaceName(name["toponym"].strip(), language, kind_of(name.get("kind")))


def _types(feature: Mapping[str, Any], properties: Mapping[str, Any]) -> dict[str, str]:
    """The first type that is known; else the feature class; else as the file has it."""
    given = [as_text(t.get(key)) for t in _objects(feature, "types") for key in _TYPE_KEYS]
    classes = properties.get("fclasses")
    given += map(as_text, classes if isinstance(classes, list) else ())
    return {"type": next(filter(read_type, given), next(filter(None, given), ""))}


_TYPE_KEYS = ("identifier", "label", "sourceLabel")


def _countries(properties: Mapping[str, Any]) -> dict[str, str]:
    """One code is the country of the place; several are what a region is made of."""
    codes = properties.get("ccodes")
    codes = [as_text(code) for code in codes] if isinstance(codes, list) else []
    if isinstance(properties.get("country"), str):
        return {"country": properties["country"], "countries": " ".join(codes)}
    return {"country": codes[0]} if len(codes) == 1 else {"countries": " ".join(codes)}


def _times(when: Any) -> dict[str, str]:
    spans = [*_objects(_object(when), "timespans")][:1]
    edges = {"since": "start", "until": "end"}
    return {
        field: next((as_text(v) for v in _object(span.get(edge)).values() if v), "")
        for span in spans
        for field, edge in edges.items()
    }


def _related(feature: Mapping[str, Any], source: str) -> Iterator[str]:
    for relation in _objects(feature, "relations"):
        if "broader" in as_text(relation.get("relationType")) and relation.get("relationTo"):
            yield place_id(as_text(relation["relationTo"]), source)


def _links(feature: Mapping[str, Any]) -> Iterator[str]:
    links = (as_text(link.get("identifier")) for link in _objects(feature, "links"))
    return (link for link in links if link.startswith(("http://", "https://")))
