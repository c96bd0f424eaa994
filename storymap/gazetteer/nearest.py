"""The places nearest to a point, in any gazetteer that can list what lies in a box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from storymap.gazetteer.distances import distance_km, extent_around
from storymap.gazetteer.protocol import Gazetteer
from storymap.model import Extent, Place

_FIRST_RADIUS_KM = 10.0
_HALF_THE_EARTH_KM = 20_016.0
"""No two points are farther apart."""


class SpatialGazetteer(Gazetteer, Protocol):
    """A gazetteer that can also be searched by position."""

    def in_extent(self, extent: Extent) -> Sequence[Place]:
        """The places whose point lies in an extent, in no particular order."""
        ...


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place and how far it is."""

    place: Place
    distance_km: float


def nearest(
    gazetteer: SpatialGazetteer, lat: float, lon: float, *, count: int = 1
) -> Sequence[Neighbour]:
    """Return the places nearest to a point, nearest first; fewer if there are no more.

    Countries, regions and the like are left out: where their point lies says nothing.
    """
    radius_km = _FIRST_RADIUS_KM
    while True:
        places = gazetteer.in_extent(extent_around(lat, lon, radius_km))
        neighbours = [
            Neighbour(p, distance_km(lat, lon, p.lat, p.lon)) for p in places if not p.is_area
        ]
        neighbours.sort(key=lambda n: (n.distance_km, -n.place.population, n.place.id))
        sure = [n for n in neighbours if n.distance_km <= radius_km]
        if len(sure) >= count or radius_km > _HALF_THE_EARTH_KM:
            return tuple(sure[:count])
        radius_km *= 3
