"""Clips the base map to a story."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from storymap.drawing.basemap.coding import (
    AreaLayer,
    Basemap,
    LineLayer,
    Path,
    Rings,
    Step,
    digits_for,
    encoded,
    encoded_polygons,
    size_bytes,
)
from storymap.drawing.basemap.cutting import Box, cut_line, cut_ring
from storymap.drawing.basemap.source import MOST_RANK, BasemapFile, StoredPath, opened
from storymap.drawing.basemap.zones import LEVELS, WORLD_TOLERANCE, Zone, zones_for
from storymap.model import Extent

AREAS = ("land", "lake")
LINES = ("river", "admin1", "country", "disputed")
IN_WORLD = frozenset({"land", "lake", "country", "disputed"})
"""Layers that the map of the whole world has."""
OVERLAP_STEPS = 40
"""By how much areas of neighbouring zones overlap, so that no seam shows between them."""
COARSER = (
    LEVELS,
    (0.004, 0.03, 0.10, WORLD_TOLERANCE),
    (0.006, 0.04, 0.14, WORLD_TOLERANCE),
    (0.01, 0.06, 0.20, WORLD_TOLERANCE),
    (0.02, 0.10, WORLD_TOLERANCE, WORLD_TOLERANCE),
    (0.04, 0.14, WORLD_TOLERANCE, WORLD_TOLERANCE),
    (0.07, WORLD_TOLERANCE, WORLD_TOLERANCE, WORLD_TOLERANCE),
    (0.14, WORLD_TOLERANCE, WORLD_TOLERANCE, WORLD_TOLERANCE),
    (WORLD_TOLERANCE,) * len(LEVELS),
)
"""Tolerances in degrees for each level, tried until the map is small enough: what lies far from the
story gives way first."""
ATTEMPTS_PER_HALF = 1.5
"""How many of them it takes, about, to halve the size."""
BYTES_PER_SQUARE_DEGREE = 300
"""What land takes on average at the finest level."""
RANKS = ((0.01, MOST_RANK), (0.03, 6), (0.15, 4))
"""Up to each tolerance, the highest rank of the lakes, rivers and divisions that are drawn; of the
world, all that the file keeps for it."""

Polygon = list[list[Step]]


def clip(extents: Sequence[Extent], *, budget_kb: int = 350) -> Basemap:
    """Clip the base map to extents: fine in and near them, the rest of the world coarse.

    Detail is left out until the JSON fits the budget; the map of the whole world, which
    is always there, takes about 85 kB. Raises `DrawingError` if the base map is missing.
    """
    zones = zones_for(extents)
    budget_bytes = budget_kb * 1000
    attempt = _first_attempt(zones, budget_bytes)
    with opened() as source:
        paths = _Paths(source, zones)
        while True:
            basemap = _clipped(paths, _at(zones, COARSER[attempt]))
            size = _size(basemap)
            if size <= budget_bytes or attempt == len(COARSER) - 1:
                return basemap
            attempt = min(attempt + _attempts_for(size / budget_bytes), len(COARSER) - 1)


def _first_attempt(zones: Iterable[Zone], budget_bytes: int) -> int:
    """Skip the tolerances at which so much of the earth would never fit."""
    finest = sum(zone.square_degrees for zone in zones if zone.tolerance == LEVELS[0])
    excess = finest * BYTES_PER_SQUARE_DEGREE / budget_bytes
    return min(_attempts_for(excess) - 1, len(COARSER) - 1)


def _attempts_for(excess: float) -> int:
    """How many attempts further what is so many times too large may fit; one at least."""
    return max(1, round(ATTEMPTS_PER_HALF * math.log2(max(1.0, excess))))


def _at(zones: Iterable[Zone], tolerances: Sequence[float]) -> list[Zone]:
    coarser = dict(zip(LEVELS, tolerances, strict=True))
    return [Zone(zone.box, coarser[zone.tolerance]) for zone in zones]


class _Paths:
    """The paths of each layer that zones may need, read once for each rank and then kept."""

    def __init__(self, source: BasemapFile, zones: Sequence[Zone]) -> None:
        self._source = source
        self._zones = zones
        self._read: dict[tuple[str, int], list[StoredPath]] = {}

    def within(self, name: str, box: Box, zone: Zone) -> list[StoredPath]:
        """The paths of a layer that may reach into a box, at a zone's detail."""
        is_world = zone.tolerance >= WORLD_TOLERANCE
        stored, rank = f"world-{name}" if is_world else name, _rank(zone)
        if (stored, rank) not in self._read:
            around = self._hull(rank, is_world=is_world).grown(OVERLAP_STEPS)
            self._read[stored, rank] = self._source.within(stored, around, rank=rank)
        return [path for path in self._read[stored, rank] if path.box.meets(box)]

    def _hull(self, rank: int, *, is_world: bool) -> Box:
        """Around all zones that may come to ask for this rank; detail only ever gives way."""
        asking = [z for z in self._zones if is_world or _near_rank(z) >= rank]
        wests, souths, easts, norths = zip(*(zone.box for zone in asking), strict=True)
        return Box(min(wests), min(souths), max(easts), max(norths))


def _clipped(source: _Paths, zones: Sequence[Zone]) -> Basemap:
    digits = digits_for(min(zone.tolerance for zone in zones))
    areas = (AreaLayer(name, digits, _areas(source, name, zones, digits)) for name in AREAS)
    lines = (LineLayer(name, digits, _lines(source, name, zones, digits)) for name in LINES)
    return Basemap(
        (*(layer for layer in areas if layer.polygons), *(layer for layer in lines if layer.lines))
    )


def _areas(source: _Paths, name: str, zones: Iterable[Zone], digits: int) -> tuple[Rings, ...]:
    polygons = (polygon for zone in zones for polygon in _polygons(source, name, zone))
    return encoded_polygons(polygons, digits)


def _polygons(source: _Paths, name: str, zone: Zone) -> Iterable[Polygon]:
    box = zone.box.grown(OVERLAP_STEPS)
    polygons: defaultdict[int, Polygon] = defaultdict(list)
    for path in source.within(name, box, zone):
        if path.matters(zone.tolerance):
            ring = path.steps(zone.tolerance, box)
            if cut := ring if box.holds(path.box) else cut_ring(ring, box):
                polygons[path.polygon].append(cut)
    return polygons.values()


def _lines(source: _Paths, name: str, zones: Iterable[Zone], digits: int) -> tuple[Path, ...]:
    drawn = (zone for zone in zones if zone.tolerance < WORLD_TOLERANCE or name in IN_WORLD)
    paths = (encoded(line, digits) for zone in drawn for line in _cut_lines(source, name, zone))
    return tuple(path for path in paths if path)


def _cut_lines(source: _Paths, name: str, zone: Zone) -> Iterator[list[Step]]:
    for path in source.within(name, zone.box, zone):
        line = path.steps(zone.tolerance, zone.box)
        if zone.box.holds(path.box):
            yield line
        else:
            yield from cut_line(line, zone.box)


def _rank(zone: Zone) -> int:
    return next((rank for most, rank in RANKS if zone.tolerance <= most), MOST_RANK)


def _near_rank(zone: Zone) -> int:
    return _rank(zone) if zone.tolerance < WORLD_TOLERANCE else -1


def _size(basemap: Basemap) -> int:
    return sum(_layer_size(layer) for layer in basemap.layers)


def _layer_size(layer: AreaLayer | LineLayer) -> int:
    if isinstance(layer, LineLayer):
        return size_bytes(layer.lines)
    return size_bytes(ring for polygon in layer.polygons for ring in polygon)
