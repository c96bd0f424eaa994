"""GeoJSON: points, and shapes of which the centre and the extent are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from storymap.gazetteer.importing.columns import guesses
from storymap.gazetteer.importing.credits import Credits
from storymap.gazetteer.importing.drafts import Draft
from storymap.gazetteer.importing.geometry import Shape, shape_of
from storymap.gazetteer.importing.jsonfeatures import FeatureReader
from storymap.gazetteer.importing.rows import Rejected, Row, Rows
from storymap.model import Extent, NameKind, PlaceName

_OSM_NAMES = {
    "official_name": NameKind.OFFICIAL,
    "short_name": NameKind.SHORT,
    "alt_name": NameKind.ALTERNATE,
    "int_name": NameKind.ALTERNATE,
    "loc_name": NameKind.COLLOQUIAL,
    "old_name": NameKind.HISTORIC,
}
"""Keys under which OpenStreetMap's tools put other names, `;` between them."""

_OSM_LANGUAGE = re.compile(r"(\w+name|name):([a-z]{2,3}(?:-[A-Za-z]{2,8})*)")
_EDGES = 4


def read(
    pieces: Iterator[str], file: str, *, mapping: Mapping[str, str], source: str, credits: Credits
) -> Rows:
    """Read features; their properties are guessed or mapped as the columns of a table are."""
    reader = FeatureReader(pieces, file)
    for feature in reader.features():
        draft = _draft(feature.value, mapping, source)
        record = draft if isinstance(draft, tuple) else draft.record()
        if isinstance(record, tuple):
            yield Rejected(file, feature.line, record)
        else:
            has_id = bool(draft.texts.get("id")) if isinstance(draft, Draft) else True
            yield Row(record, file, feature.line, has_id)
    credits.add_objects(reader.members.get("attributions"))


def _draft(feature: Any, mapping: Mapping[str, str], source: str) -> Draft | tuple[str, ...]:
    if not isinstance(feature, Mapping) or feature.get("type") != "Feature":
        return ("It is no GeoJSON Feature.",)
    properties = feature.get("properties")
    properties = properties if isinstance(properties, Mapping) else {}
    texts = _texts(properties, mapping)
    if feature.get("id") is not None:
        texts["id"] = str(feature["id"])
    shape = shape_of(feature.get("geometry"))
    problems = [shape] if isinstance(shape, str) else []
    return Draft(
        texts,
        source,
        position=shape.position if isinstance(shape, Shape) else None,
        extent=extent_of(feature.get("bbox")) or getattr(shape, "extent", None),
        names=(*names_of(properties.get("names")), *_osm_names(properties)),
        problems=problems,
    )


def _texts(properties: Mapping[str, Any], mapping: Mapping[str, str]) -> dict[str, str]:
    plain = [key for key, value in properties.items() if not _is_structured(value)]
    guessed = {name: plain[at] for name, at in guesses(plain).items()}
    return {name: as_text(properties.get(key)) for name, key in {**guessed, **mapping}.items()}


def _is_structured(value: Any) -> bool:
    parts = value if isinstance(value, list) else [value]
    return any(isinstance(part, (Mapping, list)) for part in parts)


def as_text(value: Any) -> str:
    """What a JSON value would say in a table."""
    if value is None or isinstance(value, bool):
        return ""
    return ";".join(map(as_text, value)) if isinstance(value, list) else str(value)


def names_of(listed: Any) -> Iterator[PlaceName]:
    """The names in the list of objects that storymap's own exports have."""
    for name in listed if isinstance(listed, list) else ():
        if isinstance(name, Mapping) and isinstance(name.get("text"), str):
            language = str(name.get("language") or "")
            yield PlaceName(name["text"], language, kind_of(name.get("kind")))


_KINDS: dict[object, NameKind] = {kind.value: kind for kind in NameKind}


def kind_of(value: object) -> NameKind:
    """The kind of name that a JSON value tells; an alternate name if it tells none."""
    return _KINDS.get(value, NameKind.ALTERNATE) if isinstance(value, str) else NameKind.ALTERNATE


def _osm_names(properties: Mapping[str, Any]) -> Iterator[PlaceName]:
    for key, value in properties.items():
        match = _OSM_LANGUAGE.fullmatch(key)
        base, language = (match[1], match[2]) if match else (key, "")
        kind = NameKind.ALTERNATE if base == "name" and match else _OSM_NAMES.get(base)
        if kind and isinstance(value, str):
            for text in filter(None, map(str.strip, value.split(";"))):
                yield PlaceName(text, language, kind)


def extent_of(bbox: Any) -> Extent | None:
    """The extent that a GeoJSON bounding box tells: west, south, east, north."""
    if not (isinstance(bbox, list) and len(bbox) == _EDGES):
        return None
    if not all(isinstance(edge, (int, float)) for edge in bbox):
        return None
    west, south, east, north = map(float, bbox)
    return Extent(south, west, north, east)
