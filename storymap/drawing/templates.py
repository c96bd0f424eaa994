"""Fills the page's templates; everything put into them is escaped unless it is `Markup`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from storymap.drawing.assets import words

if TYPE_CHECKING:
    import jinja2


def filled(name: str, **values: object) -> str:
    """Fill `page/templates/NAME.html.j2`."""
    return _environment().get_template(f"{name}.html.j2").render(values)


@cache
def _environment() -> jinja2.Environment:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("storymap.drawing", "page/templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = words()
    environment.filters["fragment"] = _fragment
    return environment


def _fragment(place_id: str) -> str:
    """Write a place's identifier as it stands after the # of an address.

    >>> _fragment("gn:1528675")
    'gn:1528675'
    """
    return quote(place_id, safe=":/@!$&'()*+,;=?")
