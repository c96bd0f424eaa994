"""The bundled vector base map: Natural Earth, clipped to a story, and outlines of areas.

`clip` gives land, borders, lakes and rivers: the whole world coarsely, and more finely towards the
story. `outline` gives the shape of a country, a first-level division or a macro-region. Both are
read from `basemap.sqlite`, which `data/basemap/build.py` makes, and both are ready for JSON.

Inside this package a step is a thousandth of a degree, and points are (lon, lat) in steps.
Borders are those that are held; what is disputed is a layer of its own.
"""

from storymap.drawing.basemap.clipping import clip
from storymap.drawing.basemap.coding import AreaLayer, Basemap, LineLayer, Shape
from storymap.drawing.basemap.outlines import outline

__all__ = ["AreaLayer", "Basemap", "LineLayer", "Shape", "clip", "outline"]
