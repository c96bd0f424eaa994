"""From the share that a choice has among its candidates to how often such a choice is right."""

from bisect import bisect_right

POINTS = ((0.0, 0.0), (1.0, 1.0))
"""(share, probability), rising; straight lines between them."""


def confidence(share: float) -> float:
    """The measured probability that a choice with this share is right.

    >>> confidence(0.0)
    0.0
    """
    upper = min(max(bisect_right(POINTS, (share, 1.0)), 1), len(POINTS) - 1)
    (x0, y0), (x1, y1) = POINTS[upper - 1], POINTS[upper]
    return y0 + (y1 - y0) * (min(share, x1) - x0) / (x1 - x0)
