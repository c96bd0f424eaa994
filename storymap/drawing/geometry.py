"""How a place is drawn: as a pin, as a pin within a circle, or as an area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from storymap.model import Extent, Place, Precision


class Drawn(StrEnum):
    """The form in which a place appears on the map."""

    PIN = "pin"
    APPROXIMATE = "approximate"
    AREA = "area"


class Layers(Protocol):
    """A clipped base map that knows its JSON form."""

    def as_json(self) -> Sequence[Mapping[str, object]]:
        """A list of layers, each with `name`, `kind`, `digits` and `parts`."""
        ...


class Outline(Protocol):
    """Polygons that know their JSON form."""

    def as_json(self) -> Mapping[str, object]:
        """An object with `digits` and `parts`."""
        ...


class Ground(Protocol):
    """What the map stands on: a base map that can be clipped, and outlines of places.

    `storymap.drawing.basemap` is the bundled one.
    """

    def clip(self, extents: Sequence[Extent], *, budget_kb: int = ...) -> Layers:
        """The base map, detailed within these extents and coarse around them."""
        ...

    def outline(self, place: Place) -> Outline | None:
        """The outline of a country or region, or None where it is not known."""
        ...


SPREADING = ("H", "T")
"""GeoNames classes of what a pin misrepresents if its extent is known: waters, islands, ranges."""
BROADEST_ELLIPSE_DEGREES = 20.0
"""An ellipse in an extent wider than this would say nothing of where the place is."""

POINT_SPAN_DEGREES = 0.5
"""How far around a point the base map is wanted in detail, to each side."""


def drawn_as(place: Place) -> Drawn:
    """Choose the form in which a place appears on the map."""
    spreads = place.feature_class in SPREADING and place.extent is not None
    if place.is_area or place.countries or spreads:
        return Drawn.AREA
    return Drawn.APPROXIMATE if place.precision is Precision.APPROXIMATE else Drawn.PIN


def is_vague(place: Place) -> bool:
    """Whether an ellipse in the place's extent would mislead: it is water, or too broad."""
    if place.feature_class == "H" or place.extent is None:
        return True
    width = (place.extent.east - place.extent.west) % 360
    return max(width, place.extent.north - place.extent.south) > BROADEST_ELLIPSE_DEGREES


def extent_around(place: Place) -> Extent:
    """Give the place's extent, or for a point a box about it that stays on the earth."""
    if place.extent is not None and drawn_as(place) is Drawn.AREA:
        return place.extent
    span = POINT_SPAN_DEGREES
    south, north = max(-90.0, place.lat - span), min(90.0, place.lat + span)
    return Extent(south, max(-180.0, place.lon - span), north, min(180.0, place.lon + span))
