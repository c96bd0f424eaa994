"""Names that tell a reader where the map is: countries, first-level divisions, large towns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from storymap.model import Extent, Place

BROADEST_DEGREES = 60.0
"""Around a story that is wider, the shapes of the continents say enough."""
REGIONS_WITHIN_DEGREES = 24.0
"""The widest view in which the names of divisions have room."""
MARGIN_SHARE = 0.3
LEAST_MARGIN_DEGREES = 2.0
TOWNS_ACROSS = 8
"""Columns and rows of a grid of whose cells each gives its largest town."""
LEAST_INHABITANTS = 10_000
"""Of whatever is named."""
BROADEST_AREA_DEGREES = 12.0
"""An area that is wider does not stretch the view."""


Point = tuple[float, float]
"""Latitude and longitude."""


@dataclass(frozen=True, slots=True)
class GroundName:
    """A name written on the map where there is room; the first of several has precedence."""

    text: str
    kind: str
    """"country", "region" or "town"."""
    lat: float
    lon: float

    def as_json(self) -> dict[str, object]:
        """The fields, positions to a thousandth of a degree."""
        position = {"lat": round(self.lat, 3), "lon": round(self.lon, 3)}
        return {"text": self.text, "kind": self.kind, **position}


def surrounding_names(places: Sequence[Place]) -> list[GroundName]:
    """The names around a story's places, from the bundled gazetteer, without the places' own.

    Empty where the story is spread so wide that names would only be in its way.
    """
    view = _view(places)
    if view is None:
        return []
    from storymap.gazetteer import open_gazetteer

    own = {place.id for place in places} | {place.name for place in places}
    near = open_gazetteer().in_extent(view, least_population=LEAST_INHABITANTS)
    found = [place for place in near if place.id not in own and place.name not in own]
    return [GroundName(p.name, kind, p.lat, p.lon) for kind, p in _chosen(found, view)]


def _view(places: Sequence[Place]) -> Extent | None:
    """What a map of pins and the small areas around them shows, and more on each side."""
    pins = [(place.lat, place.lon) for place in places if place.extent is None]
    small = [corners for place in places if (corners := _corners(place))]
    around = [corners for corners in small if not pins or _hold(corners, pins)]
    ends = [*pins, *(corner for corners in around for corner in corners)]
    if not ends:
        return None
    lats, lons = zip(*ends, strict=True)
    span = max(max(lats) - min(lats), max(lons) - min(lons))
    margin = LEAST_MARGIN_DEGREES + MARGIN_SHARE * span
    if span + 2 * margin > BROADEST_DEGREES:
        return None
    return Extent(
        max(-90.0, min(lats) - margin),
        max(-180.0, min(lons) - margin),
        min(90.0, max(lats) + margin),
        min(180.0, max(lons) + margin),
    )


def _hold(corners: Sequence[Point], pins: Iterable[Point]) -> bool:
    (south, west), (north, east) = corners
    return any(south <= lat <= north and west <= lon <= east for lat, lon in pins)


def _corners(place: Place) -> tuple[Point, ...]:
    extent = place.extent
    if extent is None:
        return ()
    if (extent.east - extent.west) % 360 > BROADEST_AREA_DEGREES or extent.east < extent.west:
        return ()
    return ((extent.south, extent.west), (extent.north, extent.east))


def _chosen(found: Sequence[Place], view: Extent) -> Iterator[tuple[str, Place]]:
    order = sorted(found, key=lambda place: (-place.population, place.id))
    yield from (("country", place) for place in order if _is_country(place))
    yield from (("town", place) for place in _large_towns(order, view))
    if view.east - view.west <= REGIONS_WITHIN_DEGREES:
        yield from (("region", place) for place in order if place.feature_code == "ADM1")


def _is_country(place: Place) -> bool:
    return place.feature_code.startswith("PCL") and place.feature_code != "PCLH"


def _large_towns(largest_first: Iterable[Place], view: Extent) -> Iterator[Place]:
    height, width = view.north - view.south, view.east - view.west
    taken: set[tuple[int, int]] = set()
    for place in largest_first:
        if place.feature_class != "P":
            continue
        row = int(TOWNS_ACROSS * (place.lat - view.south) / height)
        cell = row, int(TOWNS_ACROSS * (place.lon - view.west) / width)
        if cell not in taken:
            taken.add(cell)
            yield place
