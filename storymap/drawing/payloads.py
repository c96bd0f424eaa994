"""What the page's script is told of a story: JSON-ready, compact, and nothing it does not use."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from storymap.drawing.assets import words
from storymap.drawing.geometry import Drawn, Ground, drawn_as, extent_around, is_vague
from storymap.drawing.tiles import NONE, tiles_from
from storymap.drawing.wording import containers, feature_word
from storymap.model import Candidate, Extent, NameKind, Place, Resolution, Story

SCHEMA = 1
CANDIDATES_SHOWN = 5
BASEMAP_KB = 350
MAP_OPTIONS = {
    "center": [20, 10],
    "zoom": 2,
    "minZoom": 1,
    "maxZoom": 18,
    "zoomSnap": 0.25,
    "zoomControl": False,
    "attributionControl": False,
    "maxBounds": [[-86, -200], [86, 200]],
}
"""Options of the Leaflet map; the script then fits it to the story."""

Json = dict[str, Any]


def story_json(story: Story, *, tiles: str = NONE, ground: Ground | None = None) -> Json:
    """Turn a story into what the script reads: places, mentions, evidence, base map, tiles.

    A mention names its place by its position among the places, or is without `place`; mentions
    that were resolved alike share one entry of `evidence`.
    """
    stand = ground if ground is not None else _bundled_ground()
    evidence, mentions = _mentions(story)
    return {
        "schema": SCHEMA,
        "places": _places(story, stand),
        "mentions": mentions,
        "evidence": evidence,
        "basemap": stand.clip(_extents(story), budget_kb=BASEMAP_KB).as_json(),
        "names": _names(story, ground),
        "tiles": _tiles(tiles),
        "map": dict(MAP_OPTIONS),
        "words": words(),
    }


def as_script_text(value: Mapping[str, Any]) -> str:
    """Write JSON that is safe inside a script element, whatever its strings hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def fingerprint(value: Mapping[str, Any]) -> str:
    """Identify a payload, so that the component can tell a new story from the one it shows."""
    return hashlib.sha256(as_script_text(value).encode("utf-8", "replace")).hexdigest()[:16]


def _bundled_ground() -> Ground:
    from storymap.drawing import basemap

    return basemap


def _names(story: Story, ground: Ground | None) -> list[Json]:
    """What is around the story, as the bundled ground has it; another one brings no names."""
    if ground is not None:
        return []
    from storymap.drawing.surroundings import surrounding_names

    return [name.as_json() for name in surrounding_names(story.places)]


def _extents(story: Story) -> Sequence[Extent]:
    return [extent_around(place) for place in story.places]


def _tiles(choice: str) -> Json | None:
    tiles = tiles_from(choice)
    if tiles is None:
        return None
    return {"url": tiles.url, "attribution": tiles.attribution, "max_zoom": tiles.max_zoom}


def place_labels(story: Story) -> Mapping[str, str]:
    """Give each place the label of its first mention that has one, else its own name."""
    labels = {place.id: "" for place in story.places}
    for resolution in story.resolutions:
        if resolution.place is not None:
            labels[resolution.place.id] = labels[resolution.place.id] or resolution.label
    return {p.id: labels[p.id] or p.name for p in story.places}


def doubtful_places(story: Story) -> frozenset[str]:
    """Identify the places that no mention is sure of."""
    located = [(r.place.id, r.is_doubtful) for r in story.resolutions if r.place is not None]
    sure = {place_id for place_id, doubtful in located if not doubtful}
    return frozenset(place_id for place_id, _ in located) - sure


def _places(story: Story, ground: Ground) -> list[Json]:
    labels, doubtful = place_labels(story), doubtful_places(story)
    return [
        _place(place, labels[place.id], ground) | _flags(doubtful=place.id in doubtful)
        for place in story.places
    ]


def _flags(**flags: bool) -> Json:
    return {name: True for name, is_set in flags.items() if is_set}


def _place(place: Place, label: str, ground: Ground) -> Json:
    drawn = drawn_as(place)
    entry: Json = {"id": place.id, "drawn": drawn.value, **_particulars(place, label)}
    if drawn is Drawn.APPROXIMATE:
        entry["radius_km"] = place.radius_km
    if drawn is Drawn.AREA:
        entry |= _area(place, ground)
    return entry


def _particulars(place: Place, label: str) -> Json:
    return {
        "label": label,
        "within": containers(place, label),
        "what": feature_word(place),
        "lat": round(place.lat, 5),
        "lon": round(place.lon, 5),
    }


def _area(place: Place, ground: Ground) -> Json:
    outline = ground.outline(place)
    if outline is not None:
        return {"outline": outline.as_json()} | _flags(
            continent=place.feature_code == "CONT", region=len(place.countries) > 1
        )
    if place.extent is None:
        return {}
    extent = place.extent
    corners = [extent.south, extent.west, extent.north, extent.east]
    return {"extent": corners} | _flags(vague=is_vague(place))


def _mentions(story: Story) -> tuple[list[Json], list[Json]]:
    positions = {place.id: n for n, place in enumerate(story.places)}
    evidence: dict[str, int] = {}
    mentions = [
        _mention(r, positions, evidence.setdefault(as_script_text(_evidence(r)), len(evidence)))
        for r in story.resolutions
    ]
    return [json.loads(text) for text in evidence], mentions


def _mention(resolution: Resolution, positions: Mapping[str, int], evidence: int) -> Json:
    entry: Json = {"evidence": evidence, "confidence": round(resolution.confidence, 2)}
    if resolution.place is not None:
        entry["place"] = positions[resolution.place.id]
    flags = _flags(doubtful=resolution.is_doubtful, decided=bool(resolution.decided_by))
    return entry | flags


def _evidence(resolution: Resolution) -> Json:
    others = _others(resolution.candidates, resolution.place)
    return {"reasons": list(resolution.reasons), "candidates": [_candidate(c) for c in others]}


def _others(candidates: Iterable[Candidate], chosen: Place | None) -> list[Candidate]:
    others = [c for c in candidates if chosen is None or c.place.id != chosen.id]
    return others[:CANDIDATES_SHOWN]


def _candidate(candidate: Candidate) -> Json:
    spoken = candidate.name.kind not in (NameKind.DEMONYM, NameKind.CODE)
    label = (candidate.name.text if spoken else "") or candidate.place.name
    return {"score": round(candidate.score, 2), **_particulars(candidate.place, label)}
