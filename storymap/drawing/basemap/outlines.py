"""Outlines of countries, first-level divisions and macro-regions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from storymap.drawing.basemap.coding import (
    Shape,
    Step,
    digits_for,
    encoded_polygons,
    size_bytes,
)
from storymap.drawing.basemap.source import StoredPath, opened
from storymap.model import Place

TOLERANCES = (0.0, 0.007, 0.01, 0.014, 0.02, 0.03, 0.04, 0.06, 0.09, 0.14, 0.25)
"""Degrees; tried in turn until the outline is small enough."""
REGION_CLASSES = ("A", "L")
"""GeoNames classes of what is made of countries; seas and ranges only touch theirs."""
BYTES_PER_VERTEX = 5
"""What a vertex takes at least: two small numbers and their commas."""


def outline(place: Place, *, budget_kb: int = 40) -> Shape | None:
    """The outline of a country, a first-level division, or the countries of a macro-region.

    None for every other place, and where the base map does not have it; small islands and detail
    are left out as far as the budget for the JSON asks. Raises `DrawingError` if the base map is
    missing.
    """
    keys = _keys(place)
    if not keys:
        return None
    with opened() as source:
        paths = [path for key in keys for path in source.outline(key)]
    return _fitting(paths, budget_kb * 1000) if paths else None


def _keys(place: Place) -> Sequence[str]:
    if place.countries and place.feature_class in REGION_CLASSES:
        return place.countries
    if place.feature_code == "ADM1" and place.admin1:
        return (f"{place.country}.{place.admin1}",)
    is_country = place.feature_code.startswith("PCL") and place.feature_code != "PCLH"
    return (place.country,) if is_country and place.country else ()


def _fitting(paths: Sequence[StoredPath], budget_bytes: int) -> Shape:
    largest = max(paths, key=lambda path: path.area)
    for tolerance in TOLERANCES:
        drawn = [p for p in paths if p is largest or p.matters(tolerance)]
        fewest_bytes = BYTES_PER_VERTEX * sum([path.count(tolerance) for path in drawn])
        if fewest_bytes <= budget_bytes or tolerance == TOLERANCES[-1]:
            shape = _shape(drawn, tolerance)
            if _size(shape) <= budget_bytes:
                break
    return shape


def _size(shape: Shape) -> int:
    return size_bytes(ring for polygon in shape.polygons for ring in polygon)


def _shape(paths: Sequence[StoredPath], tolerance: float) -> Shape:
    polygons: defaultdict[int, list[list[Step]]] = defaultdict(list)
    for path in paths:
        polygons[path.polygon].append(path.steps(tolerance))
    digits = digits_for(tolerance)
    return Shape(digits, encoded_polygons(polygons.values(), digits))
