"""Relations of places on the globe: what contains what, and how far apart they are."""

from __future__ import annotations

import math

from storymap.model import Place

EARTH_RADIUS_KM = 6371.009
"""Mean radius (IUGG)."""

_COUNTRY_CODES = frozenset(("PCLI", "PCLD", "PCLF", "PCLS", "PCLIX", "PCL", "TERR"))


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance of two points (haversine)."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b.lon - a.lon) / 2
    h = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(h, 1.0)))


def is_country(place: Place) -> bool:
    """Whether it is a country or a territory with an ISO code of its own."""
    return place.feature_code in _COUNTRY_CODES


def is_division(place: Place) -> bool:
    """Whether it is a first-level division of a country."""
    return place.feature_code == "ADM1"


def is_region(place: Place) -> bool:
    """Whether it is a region made of countries: Central Asia, Europe."""
    return place.feature_class == "L" and bool(place.countries)


def is_wide(place: Place) -> bool:
    """Whether its point says little about where in it something is."""
    return is_country(place) or is_division(place) or is_region(place)


def countries_of(place: Place) -> tuple[str, ...]:
    """The countries that it lies in: several for a river, none for an ocean."""
    return (place.country,) if place.country else place.countries


def contains(outer: Place, inner: Place) -> bool:
    """Whether a country, division, county or region contains a place, by their codes; of a place
    in several countries each contains a part.
    """
    if outer.id == inner.id or is_region(inner):
        return False
    if is_region(outer):
        return bool(inner.country) and inner.country in outer.countries
    if is_country(inner) or outer.country not in countries_of(inner):
        return False
    return is_country(outer) or _shares_division(outer, inner)


def _shares_division(outer: Place, inner: Place) -> bool:
    if not outer.admin1 or outer.admin1 != inner.admin1 or is_division(inner):
        return False
    if is_division(outer):
        return True
    is_county = outer.feature_code == "ADM2" and outer.admin2 != ""
    return is_county and outer.admin2 == inner.admin2 and inner.feature_code != "ADM2"
