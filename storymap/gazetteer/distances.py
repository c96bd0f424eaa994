"""Distances and boxes on a spherical earth."""

from __future__ import annotations

from math import asin, cos, degrees, radians, sin, sqrt

from storymap.model import Extent

EARTH_RADIUS_KM = 6371.009
"""Mean radius of the earth: IUGG, as geopy has it."""


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance between two points, by the haversine formula."""
    half_lat = sin(radians(other_lat - lat) / 2)
    half_lon = sin(radians(other_lon - lon) / 2)
    chord = half_lat**2 + cos(radians(lat)) * cos(radians(other_lat)) * half_lon**2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def contains(extent: Extent, lat: float, lon: float) -> bool:
    """Whether a point lies in an extent, which may cross the antimeridian."""
    if not extent.south <= lat <= extent.north:
        return False
    if extent.west <= extent.east:
        return extent.west <= lon <= extent.east
    return lon >= extent.west or lon <= extent.east


def extent_around(lat: float, lon: float, radius_km: float) -> Extent:
    """Return the smallest extent that holds every point within a distance of a point.

    Its meridians touch the circle where sin(width) = sin(angle) / cos(lat); around a pole it is
    the whole cap.
    """
    angle = radius_km / EARTH_RADIUS_KM
    south, north = lat - degrees(angle), lat + degrees(angle)
    if south <= -90 or north >= 90:  # noqa: PLR2004 - the poles
        return Extent(max(south, -90.0), -180.0, min(north, 90.0), 180.0)
    width = degrees(asin(min(1.0, sin(angle) / cos(radians(lat)))))
    return Extent(south, _wrapped(lon - width), north, _wrapped(lon + width))


def _wrapped(lon: float) -> float:
    """Return the same meridian between -180 and 180."""
    return (lon + 180.0) % 360.0 - 180.0 if abs(lon) > 180 else lon  # noqa: PLR2004 - half a turn
