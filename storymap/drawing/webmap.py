"""Draws a story as a `folium.Map`.

Nothing of the story ever enters one of folium's own elements, because folium compiles what they
hold a second time as a template. The story goes into one block of JSON, and one fixed script,
which reads it, draws the pins.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import folium
from branca.element import CssLink, Element, Figure, JavascriptLink
from folium.template import Template

from storymap.drawing import assets, bundle
from storymap.drawing.payloads import Json, as_script_text

_NEED_MORE_SCRIPTS = (folium.Popup, folium.Icon)
"""Elements that a reader may add and that do not work without jQuery or an icon font."""


class Finished(Element):
    """Text that is written out as it is, and never read as a template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **kwargs: Any) -> str:
        """Give the text."""
        return self._text


@dataclass(frozen=True, slots=True)
class MapParts:
    """What a page needs of a rendered map."""

    html: str
    script: str


class StoryMap(folium.Map):
    """A map of a story; folium layers can be added to it as to any `folium.Map`."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own declaration
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    _template = Template(
        """
        {% macro html(this, kwargs) %}
        <div class="folium-map storymap-map{{ this.scope }}" id="{{ this.get_name() }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {{ this.options|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, described: Json, *, alone: bool = True) -> None:
        super().__init__(tiles=None)
        self._id = "story"
        self.options = dict(described["map"])
        self.scope = " storymap" if alone else ""
        self._described = described

    def render(self, **kwargs: Any) -> str:
        """Put what the map needs into the head of its figure, then render as folium does."""
        for name, element in self._head():
            self._figure.header.add_child(element, name=name)
        return self._rendered(**kwargs)

    def parts(self) -> MapParts:
        """Render the map for a page that brings its own head."""
        self._rendered()
        html, script = self._figure.html.render(), self._figure.script.render()
        return MapParts(html.strip(), script.strip())

    @property
    def _figure(self) -> Figure:
        return cast("Figure", self.get_root())

    def _rendered(self, **kwargs: Any) -> str:
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        return ""

    def _head(self) -> Iterator[tuple[str, Element]]:
        styles = f"{assets.leaflet_styles()}\n{assets.page_styles()}"
        yield "storymap_styles", Finished(f"<style>{styles}</style>")
        yield "storymap_leaflet", Finished(f"<script>{assets.leaflet_script()}</script>")
        yield "storymap_icons", Finished(f"<script>{_default_pins()}</script>")
        yield from self._scripts_of_guests()
        block = as_script_text(self._described)
        yield (
            "storymap_data",
            Finished(f'<script type="application/json" id="storymap-data">{block}</script>'),
        )
        script = bundle.script("alone.js")
        yield "storymap_script", Finished(f'<script type="module">{script}</script>')

    def _scripts_of_guests(self) -> Iterator[tuple[str, Element]]:
        if not any(isinstance(e, _NEED_MORE_SCRIPTS) for e in _descendants(self)):
            return
        for name, url in folium.Map.default_js:
            if name != "leaflet":
                yield name, JavascriptLink(url)
        for name, url in folium.Map.default_css:
            if name != "leaflet_css":
                yield name, CssLink(url)


def _descendants(element: Element) -> Iterator[Element]:
    for child in element._children.values():
        yield child
        yield from _descendants(child)


def _default_pins() -> str:
    images = {
        "iconUrl": assets.image("vendor/leaflet/images/marker-icon.png"),
        "iconRetinaUrl": assets.image("vendor/leaflet/images/marker-icon-2x.png"),
        "shadowUrl": assets.image("vendor/leaflet/images/marker-shadow.png"),
    }
    return f'L.Icon.Default.imagePath = "";\nL.Icon.Default.mergeOptions({json.dumps(images)});'
