"""Weighs the vertices of paths, so that readers can leave out what is too fine for their scale."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from rings import Step, Steps

IMPORTANCE_STEPS_PER_DOUBLING = 7
"""Importance is this many times the binary logarithm of 1 + the effective area in square steps."""
ALWAYS = 255
"""Importance of the vertices where paths end."""


@dataclass
class Weights:
    """Importance of the vertices of borders, shared by all that they bound."""

    by_step: dict[Step, int] = field(default_factory=dict)

    def add(self, steps: Steps) -> None:
        for step, weight in zip(steps, importance(steps), strict=True):
            self.by_step[step] = max(weight, self.by_step.get(step, 0))

    def of(self, steps: Steps) -> bytes:
        return bytes(self.by_step[step] for step in steps)


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
