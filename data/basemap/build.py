"""Build the base map's SQLite file from the sources in this folder, with no package at all.

`python data/basemap/build.py [TARGET]`; the package's build hook calls `build`.

The file has one table, `path`, with a row per ring or line. Coordinates are thousandths of a
degree. Every vertex carries its importance, by which a reader thins the path to any scale without
neighbours coming apart: the vertices of a border are weighed once, and whatever the border belongs
to takes them from there.
"""

from __future__ import annotations

import csv
import heapq
import math
import sqlite3
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "storymap" / "drawing" / "basemap.sqlite"

FORMAT = 1
"""Kept as the file's `user_version`; the reader refuses any other."""
CHUNK = 64
"""Vertices per bounding box in a long path."""
IMPORTANCE_STEPS_PER_DOUBLING = 7
"""Importance is this many times the binary logarithm of 1 + the effective area in square steps."""
ALWAYS = 255
"""Importance of the vertices where paths end."""
WORLD_AREA = 60_000
"""Effective area, in square steps, below which the map of the whole world leaves a vertex out."""
LEAST_WORLD_RING = 4 * WORLD_AREA
"""Area, in square steps, below which it leaves an island or a lake out."""

DIVISION_RANKS = ((2500, 4), (700, 6))
"""Ranks of the borders of divisions, akin to Natural Earth's of rivers: that of the first width, in
steps, that both divisions reach."""
LOWEST_RANK = 9

POLE = -90_000

BOTH = 2
"""Ends that meet where a line goes on as one other."""

SCHEMA = """
CREATE TABLE path (
    id INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,     -- world-land, land, lake, outline; world-country, country, admin1, …
    key TEXT NOT NULL,       -- of an outline: "KG" or "KG.03"
    polygon INTEGER NOT NULL,-- rings of one polygon share it, the outer ring first; 0 for a line
    rank INTEGER NOT NULL,   -- Natural Earth's of lakes and rivers, ours of divisions
    area INTEGER NOT NULL,   -- of a ring, square steps
    west INTEGER NOT NULL, south INTEGER NOT NULL, east INTEGER NOT NULL, north INTEGER NOT NULL,
    lons BLOB NOT NULL,      -- int32, little-endian
    lats BLOB NOT NULL,
    importance BLOB NOT NULL,-- a byte per vertex
    boxes BLOB NOT NULL      -- int32: west, south, east, north of each CHUNK vertices
);
CREATE INDEX path_layer ON path (layer, key, west, east, south, north);
"""

Step = tuple[int, int]
Steps = list[Step]


@dataclass(frozen=True, slots=True)
class Arc:
    """A border that separates the same two faces all along."""

    left: int
    right: int
    kind: str
    steps: Steps


@dataclass(frozen=True, slots=True)
class PathRow:
    """A ring or line on its way into the file."""

    layer: str
    steps: Steps
    importance: bytes
    key: str = ""
    polygon: int = 0
    rank: int = 0
    area: int = 0


@dataclass
class Weights:
    """Importance of the vertices of borders, shared by all that they bound."""

    by_step: dict[Step, int] = field(default_factory=dict)

    def add(self, steps: Steps) -> None:
        for step, weight in zip(steps, importance(steps), strict=True):
            self.by_step[step] = max(weight, self.by_step.get(step, 0))

    def of(self, steps: Steps) -> bytes:
        return bytes(self.by_step[step] for step in steps)


def build(target: Path) -> None:
    """Write the base map to `target`; what stands there stays until the new one is whole."""
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part)
    connection.executescript(SCHEMA)
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.executemany(
        f"INSERT INTO path VALUES (NULL{', ?' * 13})",  # noqa: S608
        (_record(row) for row in _rows()),
    )
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    part.replace(target)


def _rows() -> Iterator[PathRow]:
    arcs = [
        Arc(int(r["left"]), int(r["right"]), r["kind"], steps_of(r["path"]))
        for r in _read("borders.csv")
    ]
    weights = _weights(arcs)
    yield from _land(arcs, weights)
    yield from _outlines(arcs, weights)
    yield from _borders(arcs, weights)
    yield from _lakes()
    for layer, name in (("disputed", "claims.csv"), ("river", "rivers.csv")):
        for r in _read(name):
            steps = steps_of(r["path"])
            yield PathRow(layer, steps, importance(steps), rank=int(r.get("rank", 0)))


def _read(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def steps_of(path: str) -> Steps:
    """Undo the differences of a path: "10 20 1 -2" is [(10, 20), (11, 18)]."""
    numbers = [int(number) for number in path.split()]
    x = y = 0
    steps = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        steps.append((x, y))
    return steps


def _weights(arcs: Sequence[Arc]) -> Weights:
    """Weigh coasts and country borders as if there were no divisions, then the divisions.

    Otherwise every end of a division's border would stay on the coast of the coarsest map.
    """
    weights = Weights()
    for line in joined([arc.steps for arc in arcs if arc.kind != "admin1"]):
        weights.add(line)
    for arc in arcs:
        if arc.kind == "admin1":
            inner = importance(arc.steps)
            for step, weight in zip(arc.steps[1:-1], inner[1:-1], strict=True):
                weights.by_step[step] = max(weight, weights.by_step.get(step, 0))
            for step in (arc.steps[0], arc.steps[-1]):
                weights.by_step.setdefault(step, ALWAYS)
    for step in weights.by_step:
        if step[1] == POLE:
            weights.by_step[step] = ALWAYS
    return weights


def importance(steps: Steps) -> bytes:
    """Importance of each vertex of a path: the logarithm of its effective area, as a byte."""
    return bytes(
        ALWAYS
        if area == math.inf
        else min(ALWAYS - 1, int(IMPORTANCE_STEPS_PER_DOUBLING * math.log2(1 + area)))
        for area in effective_areas(steps)
    )


def effective_areas(steps: Sequence[tuple[float, float]]) -> list[float]:
    """Area of the triangle that each vertex spans when its turn comes to be left out.

    Visvalingam and Whyatt, "Line generalisation by repeated elimination of points", The
    Cartographic Journal 30 (1993). The ends have infinite area.
    """
    last = len(steps) - 1
    areas = [math.inf] * (last + 1)
    before = list(range(-1, last))
    after = list(range(1, last + 2))
    current = [math.inf, *(_triangle(steps, i - 1, i, i + 1) for i in range(1, last)), math.inf]
    heap = [(current[i], i) for i in range(1, last)]
    heapq.heapify(heap)
    most = 0.0
    while heap:
        area, i = heapq.heappop(heap)
        if area != current[i]:
            continue
        most = areas[i] = max(most, area)
        current[i] = -1.0
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < last:
                current[j] = _triangle(steps, before[j], j, after[j])
                heapq.heappush(heap, (current[j], j))
    return areas


def _triangle(steps: Sequence[tuple[float, float]], i: int, j: int, k: int) -> float:
    (ax, ay), (bx, by), (cx, cy) = steps[i], steps[j], steps[k]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2


def joined(lines: Iterable[Steps]) -> list[Steps]:
    """Join lines end to end wherever two of them, and no more, meet."""
    loose = list(lines)
    ends: defaultdict[Step, list[int]] = defaultdict(list)
    for number, line in enumerate(loose):
        ends[line[0]].append(number)
        ends[line[-1]].append(number)
    left = set(range(len(loose)))
    starts = [n for n, line in enumerate(loose) if len(ends[line[0]]) != BOTH]
    back = [n for n, line in enumerate(loose) if len(ends[line[-1]]) != BOTH]
    whole = []
    for number in (*starts, *back, *range(len(loose))):
        if number in left:
            left.discard(number)
            from_start = len(ends[loose[number][0]]) != BOTH
            line = list(loose[number] if from_start else reversed(loose[number]))
            while (following := _next(line[-1], ends, left)) is not None:
                left.discard(following)
                more = loose[following]
                line.extend(more[1:] if more[0] == line[-1] else more[-2::-1])
            whole.append(line)
    return whole


def _next(end: Step, ends: Mapping[Step, Sequence[int]], left: set[int]) -> int | None:
    if len(ends[end]) != BOTH:
        return None
    return next((number for number in ends[end] if number in left), None)


def _land(arcs: Sequence[Arc], weights: Weights) -> Iterator[PathRow]:
    coasts = [(arc, arc.steps) for arc in arcs if arc.right == 0]
    polygons = polygons_of(rings_of(steps for _, steps in coasts))
    for number, rings in enumerate(polygons, start=1):
        for ring in rings:
            row = _ring_row("land", ring, weights, polygon=number)
            yield row
            yield from _for_world(row)


def _for_world(row: PathRow) -> Iterator[PathRow]:
    """What is left of a path on the map of the whole world."""
    least = int(IMPORTANCE_STEPS_PER_DOUBLING * math.log2(1 + WORLD_AREA))
    kept = [i for i, weight in enumerate(row.importance) if weight >= least]
    is_ring = row.polygon > 0
    if len(kept) > 3 * is_ring and (row.area > LEAST_WORLD_RING or not is_ring):
        steps = [row.steps[i] for i in kept]
        thinned = bytes(row.importance[i] for i in kept)
        yield PathRow(f"world-{row.layer}", steps, thinned, "", row.polygon, row.rank, row.area)


def _outlines(arcs: Sequence[Arc], weights: Weights) -> Iterator[PathRow]:
    regions = {int(r["face"]): r["region"] for r in _read("faces.csv")}
    divisions = sorted({r for r in regions.values() if "." in r})
    countries = sorted({r[:2] for r in regions.values() if r})
    polygon = 0
    for key in (*countries, *divisions):
        faces = {n for n, region in regions.items() if key in (region, region[:2])}
        for rings in polygons_of(rings_of(_around(faces, arcs))):
            polygon += 1
            for ring in rings:
                yield _ring_row("outline", ring, weights, polygon=polygon, key=key)


def _ring_row(layer: str, ring: Steps, weights: Weights, *, polygon: int, key: str = "") -> PathRow:
    """A row for a ring turned to begin with its weightiest vertex, so that thinning keeps it."""
    own = weights.of(ring)
    start = own.index(max(own))
    turned = [*ring[start:-1], *ring[: start + 1]]
    area = abs(_area(ring))
    return PathRow(layer, turned, weights.of(turned), key=key, polygon=polygon, area=area)


def _around(faces: set[int], arcs: Iterable[Arc]) -> Iterator[Steps]:
    """The arcs that bound these faces, turned so that the faces lie to the left."""
    for arc in arcs:
        if (arc.left in faces) != (arc.right in faces):
            yield arc.steps if arc.left in faces else arc.steps[::-1]


def rings_of(arcs: Iterable[Steps]) -> list[Steps]:
    """Chain directed arcs into rings."""
    onward: defaultdict[Step, list[Steps]] = defaultdict(list)
    for steps in arcs:
        onward[steps[0]].append(steps)
    rings = []
    for start in list(onward):
        while onward[start]:
            ring = list(onward[start].pop())
            while ring[-1] != start:
                ring.extend(onward[ring[-1]].pop()[1:])
            rings.append(ring)
    return rings


def polygons_of(rings: Iterable[Steps]) -> list[list[Steps]]:
    """Give every hole (clockwise) to the smallest outer ring (anticlockwise) that holds it."""
    sized = sorted(((_area(ring), ring) for ring in rings), key=lambda pair: pair[0])
    polygons = [[ring] for area, ring in sized if area > 0]
    for _, hole in (pair for pair in sized if pair[0] < 0):
        for rings_here in polygons:
            if is_inside(hole, rings_here[0]):
                rings_here.append(hole)
                break
    return polygons


def is_inside(ring: Steps, outer: Steps) -> bool:
    """Whether a ring that does not cross another lies in it: most of its first vertices do.

    More than one is asked because the two may touch.
    """
    box = _box(outer)
    inner = _box(ring)
    if inner[0] < box[0] or inner[1] < box[1] or inner[2] > box[2] or inner[3] > box[3]:
        return False
    asked = ring[:: max(1, len(ring) // 5)]
    return 2 * sum(_holds(outer, step) for step in asked) > len(asked)


def _holds(ring: Steps, step: Step) -> bool:
    x, y = step[0] + 1e-3, step[1] + 1e-3
    crossings = 0
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y):
            crossings += x < ax + (y - ay) / (by - ay) * (bx - ax)
    return crossings % 2 == 1


def _area(ring: Steps) -> int:
    """Signed area in square steps, positive if anticlockwise."""
    return _cross(ring) // 2


def _cross(steps: Steps) -> int:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(steps))


def _borders(arcs: Sequence[Arc], weights: Weights) -> Iterator[PathRow]:
    for kind in ("country", "disputed"):
        for line in joined([arc.steps for arc in arcs if arc.kind == kind]):
            row = PathRow(kind, line, _with_ends(weights.of(line)))
            yield row
            yield from _for_world(row)
    divisions = [arc for arc in arcs if arc.kind == "admin1"]
    areas = _face_areas(arcs)
    ranks = [_division_rank(min(areas[arc.left], areas[arc.right])) for arc in divisions]
    for rank in sorted(set(ranks)):
        alike = [arc.steps for arc, r in zip(divisions, ranks, strict=True) if r == rank]
        for line in joined(alike):
            yield PathRow("admin1", line, _with_ends(weights.of(line)), rank=rank)


def _with_ends(weights: bytes) -> bytes:
    """Lines keep their ends, whatever the rings that share them do."""
    return bytes((ALWAYS, *weights[1:-1], ALWAYS))


def _face_areas(arcs: Iterable[Arc]) -> Mapping[int, int]:
    """Area of every face in square steps, by Green's theorem, doubled."""
    areas: Counter[int] = Counter()
    for arc in arcs:
        area = _cross(arc.steps)
        areas[arc.left] += area
        areas[arc.right] -= area
    return areas


def _division_rank(area: int) -> int:
    """Rank of a border by the smaller of the divisions that it separates."""
    return next((rank for least, rank in DIVISION_RANKS if area >= 2 * least**2), LOWEST_RANK)


def _lakes() -> Iterator[PathRow]:
    lakes: defaultdict[int, list[Steps]] = defaultdict(list)
    ranks: dict[int, int] = {}
    for r in _read("lakes.csv"):
        lakes[int(r["lake"])].append(steps_of(r["path"]))
        ranks[int(r["lake"])] = int(r["rank"])
    for number, rings in lakes.items():
        for place, ring in enumerate(sorted(rings, key=lambda ring: -abs(_area(ring)))):
            row = PathRow(
                "lake",
                ring,
                importance(ring),
                polygon=number,
                rank=ranks[number],
                area=abs(_area(ring)),
            )
            yield row
            if place == 0:
                yield from _for_world(row)


def _record(row: PathRow) -> tuple[object, ...]:
    boxes = [
        edge for at in range(0, len(row.steps), CHUNK) for edge in _box(row.steps[at : at + CHUNK])
    ]
    return (
        row.layer,
        row.key,
        row.polygon,
        row.rank,
        row.area,
        *_box(row.steps),
        _packed(x for x, _ in row.steps),
        _packed(y for _, y in row.steps),
        row.importance,
        _packed(boxes),
    )


def _box(steps: Steps) -> tuple[int, int, int, int]:
    lons, lats = [x for x, _ in steps], [y for _, y in steps]
    return min(lons), min(lats), max(lons), max(lats)


def _packed(numbers: Iterable[int]) -> bytes:
    packed = array("i", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
