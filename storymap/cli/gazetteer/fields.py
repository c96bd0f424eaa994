"""The options that describe a place, and what they make of a record."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from storymap.gazetteer.records import Fields
    from storymap.model import Extent, PlaceName

R = TypeVar("R")


def _numbers(form: str) -> Callable[[str], tuple[float, ...]]:
    """Reads as many numbers with commas as `form` has; an empty text is none at all."""

    def read(text: str) -> tuple[float, ...]:
        try:
            numbers = tuple(float(number) for number in text.split(",")) if text else ()
        except ValueError:
            numbers = (0.0,)
        if text and len(numbers) != len(form.split(",")):
            raise click.BadParameter(f"{text!r} is not {form} in degrees.")
        return numbers

    return read


def _name(text: str) -> PlaceName:
    """Reads a name with its language and kind."""
    from storymap.model import NameKind, PlaceName

    kinds = "|".join(NameKind)
    match = re.fullmatch(rf"([^=]+?)(?:@([A-Za-z0-9-]*))?(?:=({kinds}))?", text)
    if match is None:
        raise click.BadParameter(
            f"{text!r} is not NAME@LANG=KIND, with KIND one of {kinds.replace('|', ', ')}."
        )
    return PlaceName(match[1], match[2] or "", NameKind(match[3] or NameKind.ALTERNATE))


def _type(text: str) -> tuple[str, str]:
    """Reads a feature class and code."""
    feature_class, _, code = text.upper().partition(".")
    return feature_class, code


_OPTIONS = (
    click.option(
        "--at",
        type=_numbers("LAT,LON"),
        metavar="LAT,LON",
        help="Where it is, in degrees.",
    ),
    click.option(
        "--type",
        "type_",
        type=_type,
        metavar="CLASS.CODE",
        help="What it is, in GeoNames' classes and codes: P.PPL is a settlement, H.LK a lake.",
    ),
    click.option("--country", metavar="CC", help="Its country, as an ISO code."),
    click.option("--admin1", metavar="CODE", help="Its first-level division, by GeoNames' code."),
    click.option("--admin2", metavar="CODE", help="Its second-level division."),
    click.option(
        "--parent",
        "parents",
        multiple=True,
        metavar="ID",
        help="A place that contains it, the smallest first; may be given several times.",
    ),
    click.option("--population", type=int, metavar="N", help="How many people live there."),
    click.option(
        "--extent",
        type=_numbers("S,W,N,E"),
        metavar="S,W,N,E",
        help='The edges of the box around it, in degrees; "" for none.',
    ),
    click.option(
        "--precision",
        type=click.Choice(["exact", "approximate", "area"]),
        help="What its position means: the place itself, a guess, or the middle of an area.",
    ),
    click.option(
        "--radius",
        type=float,
        metavar="KM",
        help="How far off an approximate position may be; makes it approximate.",
    ),
    click.option(
        "--also",
        type=_name,
        multiple=True,
        metavar="NAME[@LANG][=KIND]",
        help='Another name, as in "Frunze@en=historic"; may be given several times.',
    ),
    click.option("--source", metavar="TEXT", help="Where this is known from."),
    click.option("--note", metavar="TEXT", help="Anything worth knowing about it."),
    click.option(
        "--link",
        "links",
        multiple=True,
        metavar="URL",
        help="A page about it; may be given several times.",
    ),
    click.option("--since", metavar="DATE", help="Since when it is there: 1876 or 1991-08-31."),
    click.option("--until", metavar="DATE", help="Until when it was there."),
)


def of_a_place(command: Callable[..., R]) -> Callable[..., R]:
    """The options that describe a place.

    The command is given the values of fields as `fields` and further names as `also`.
    """

    @wraps(command)
    def run(*arguments: object, **given: Any) -> R:
        described = {name: given.pop(name) for name in _NAMES}
        return command(*arguments, fields=_fields(described), **given)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


_NAMES = (
    *("at", "type_", "country", "admin1", "admin2", "parents", "population", "extent"),
    *("precision", "radius", "source", "note", "links", "since", "until"),
)
"""The parameters that become fields."""

_AS_THEY_ARE = (
    "country",
    "admin1",
    "admin2",
    "parents",
    "population",
    "source",
    "note",
    "links",
    "since",
    "until",
)


def _fields(given: dict[str, Any]) -> Fields:
    """The fields that options gave values to; lists that were not given are left out.

    One empty value empties a list.
    """
    from storymap.model import Precision

    fields = {key: _value(given[key]) for key in _AS_THEY_ARE if given[key] not in (None, ())}
    if given["at"]:
        fields["lat"], fields["lon"] = given["at"]
    if given["type_"]:
        fields["feature_class"], fields["feature_code"] = given["type_"]
    if given["extent"] is not None:
        fields["extent"] = _extent(given["extent"])
    if given["radius"] is not None:
        fields["radius_km"] = given["radius"]
        fields["precision"] = Precision.APPROXIMATE if given["radius"] else Precision.EXACT
    if given["precision"]:
        fields["precision"] = Precision(given["precision"])
    return fields  # type: ignore[return-value]


def _value(value: Any) -> Any:
    return tuple(filter(None, value)) if isinstance(value, tuple) else value


def _extent(edges: tuple[float, ...]) -> Extent | None:
    from storymap.model import Extent

    return Extent(*edges) if edges else None
