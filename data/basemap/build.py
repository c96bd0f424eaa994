"""Build the base map's SQLite file from the sources in this folder, with no package at all.

`python data/basemap/build.py [TARGET]`; the package's build hook calls `build`.

Every vertex carries its importance, by which a reader thins a path to any scale without neighbours
coming apart: the vertices of a border are weighed once, and whatever the border belongs to takes
them from there. Coordinates are thousandths of a degree, called steps.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from rings import Steps, cross, joined, polygons_of, rings_of, signed_area  # noqa: E402
from storing import PathRow, store  # noqa: E402
from weighing import (  # noqa: E402
    ALWAYS,
    IMPORTANCE_STEPS_PER_DOUBLING,
    Weights,
    importance,
)

TARGET = HERE.parents[1] / "storymap" / "drawing" / "basemap.sqlite"

WORLD_AREA = 60_000
"""Effective area, in square steps, below which the map of the whole world leaves a vertex out."""
LEAST_WORLD_RING = 4 * WORLD_AREA
"""Area, in square steps, below which it leaves an island or a lake out."""

DIVISION_RANKS = ((2500, 4), (700, 6))
"""Ranks of the borders of divisions, akin to Natural Earth's of rivers: that of the first width, in
steps, that both divisions reach."""
LOWEST_RANK = 9

POLE = -90_000


@dataclass(frozen=True, slots=True)
class Arc:
    """A border that separates the same two faces all along."""

    left: int
    right: int
    kind: str
    steps: Steps


def build(target: Path) -> None:
    """Write the base map to `target`."""
    store(target, _rows())


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
    area = abs(signed_area(ring))
    return PathRow(layer, turned, weights.of(turned), key=key, polygon=polygon, area=area)


def _around(faces: set[int], arcs: Iterable[Arc]) -> Iterator[Steps]:
    """The arcs that bound these faces, turned so that the faces lie to the left."""
    for arc in arcs:
        if (arc.left in faces) != (arc.right in faces):
            yield arc.steps if arc.left in faces else arc.steps[::-1]


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
        area = cross(arc.steps)
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
        for place, ring in enumerate(sorted(rings, key=lambda ring: -abs(signed_area(ring)))):
            row = PathRow(
                "lake",
                ring,
                importance(ring),
                polygon=number,
                rank=ranks[number],
                area=abs(signed_area(ring)),
            )
            yield row
            if place == 0:
                yield from _for_world(row)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
