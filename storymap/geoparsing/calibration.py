"""From the share that a choice has among its candidates to how often such a choice is right."""

from bisect import bisect_right

POINTS = (
    (0.0, 0.1),
    (0.15, 0.4),
    (0.35, 0.53),
    (0.55, 0.69),
    (0.75, 0.8),
    (0.86, 0.89),
    (0.93, 0.94),
    (0.99, 0.97),
    (1.0, 0.99),
)
"""(share, probability), rising; straight lines between them. Measured on annotated news: the share
of choices within 161 km of the annotated place, by tenths of the share, smoothed by hand."""


def confidence(share: float) -> float:
    """The measured probability that a choice with this share is right.

    >>> confidence(0.15)
    0.4
    """
    upper = min(max(bisect_right(POINTS, (share, 1.0)), 1), len(POINTS) - 1)
    (x0, y0), (x1, y1) = POINTS[upper - 1], POINTS[upper]
    return y0 + (y1 - y0) * (min(share, x1) - x0) / (x1 - x0)
