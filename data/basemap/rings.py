"""Joins arcs into lines, rings and polygons. Points are (lon, lat) in steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

Step = tuple[int, int]
Steps = list[Step]

BOTH = 2
"""Ends that meet where a line goes on as one other."""


def joined(lines: Iterable[Steps]) -> list[Steps]:
    """Join lines end to end wherever two of them, and no more, meet."""
    loose = dict(enumerate(lines))
    ends: defaultdict[Step, list[int]] = defaultdict(list)
    for number, line in loose.items():
        ends[line[0]].append(number)
        ends[line[-1]].append(number)
    from_start = [n for n, line in loose.items() if len(ends[line[0]]) != BOTH]
    from_end = [n for n, line in loose.items() if len(ends[line[-1]]) != BOTH]
    whole = [_followed(n, ends, loose) for n in from_start if n in loose]
    whole += [_followed(n, ends, loose, backwards=True) for n in from_end if n in loose]
    return whole + [_followed(n, ends, loose) for n in list(loose) if n in loose]


def _followed(
    number: int,
    ends: Mapping[Step, Sequence[int]],
    loose: dict[int, Steps],
    *,
    backwards: bool = False,
) -> Steps:
    """Take a line and all that goes on from its end out of the loose ones."""
    line = loose.pop(number)
    whole = line[::-1] if backwards else list(line)
    while len(ends[whole[-1]]) == BOTH:
        following = next((n for n in ends[whole[-1]] if n in loose), None)
        if following is None:
            break
        more = loose.pop(following)
        whole += more[1:] if more[0] == whole[-1] else more[-2::-1]
    return whole


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
    sized = sorted(((signed_area(ring), ring) for ring in rings), key=lambda pair: pair[0])
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
    west, south, east, north = box_of(ring)
    around = box_of(outer)
    if west < around[0] or south < around[1] or east > around[2] or north > around[3]:
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


def signed_area(ring: Steps) -> int:
    """Signed area in square steps, positive if anticlockwise."""
    return cross(ring) // 2


def cross(steps: Steps) -> int:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(steps))


def box_of(steps: Steps) -> tuple[int, int, int, int]:
    """West, south, east and north."""
    lons, lats = [x for x, _ in steps], [y for _, y in steps]
    return min(lons), min(lats), max(lons), max(lats)
