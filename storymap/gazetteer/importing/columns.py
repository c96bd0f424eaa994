"""Which column of a table holds what: told by the user, else guessed by its heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from storymap.errors import GazetteerError
from storymap.gazetteer.importing.drafts import FIELDS
from storymap.gazetteer.names import fold

_HEADINGS = {
    "name": "name title placename place toponym label mainname town city village ort ortsname nom "
    "nombre nome название имя",
    "lat": "lat latitude y ycoord ycoordinate latdd decimallatitude reprlat breite breitengrad "
    "широта latitud latitudine",
    "lon": "lon lng long longitude x xcoord xcoordinate londd longdd decimallongitude reprlong "
    "lange langengrad долгота longitud longitudine",
    "coordinates": "coordinates coordinate coords coord latlon latlng latlong gps point geom wkt "
    "reprlatlong koordinaten координаты",
    "id": "id placeid identifier key uri url geonameid pid",
    "country": "country countrycode cc ccode iso iso2 iso3166 isocode land pays pais страна",
    "type": "type featuretype placetype kind category fcode typ тип",
    "feature_class": "featureclass fclass",
    "feature_code": "featurecode",
    "admin1": "admin1 admin1code",
    "admin2": "admin2 admin2code",
    "population": "population pop inhabitants einwohner habitants poblacion население",
    "aliases": "aliases alias alternatenames alternatename altnames othernames variants "
    "variantnames names namevariants akas aka alsocalled alsoknownas synonyms варианты",
    "language": "language lang namelanguage",
    "precision": "precision locationprecision",
    "radius_km": "radiuskm radius accuracykm",
    "south": "south minlat",
    "west": "west minlon minlng",
    "north": "north maxlat",
    "east": "east maxlon maxlng",
    "countries": "countries ccodes",
    "parents": "parents parent parentid within",
    "note": "note notes comment comments description remarks",
    "links": "links link website",
    "since": "since start from startdate mindate",
    "until": "until end enddate maxdate",
    "source": "source",
    "attribution": "attribution",
    "licence": "licence license",
    "attribution_url": "attributionurl",
}
_GUESSES = {
    heading: (name, rank)
    for name, headings in _HEADINGS.items()
    for rank, heading in enumerate(headings.split())
}
"""For every heading the field that it means, and how many other headings mean it more surely."""


def guesses(headings: Sequence[str]) -> dict[str, int]:
    """The number of the column that most likely holds a field, for every field that has one."""
    ranked = sorted(
        (rank, at, name)
        for at, heading in enumerate(headings)
        for name, rank in (_GUESSES.get(fold(heading), ("", 0)),)
        if name
    )
    found: dict[str, int] = {}
    for _, at, name in ranked:
        found.setdefault(name, at)
    return found


def columns_of(
    headings: Sequence[str], mapping: Mapping[str, str], *, where: str
) -> Mapping[str, int]:
    """The number of the column for every field that has one.

    `mapping` gives headings by field. Raises GazetteerError for a field or heading that is not
    there, and if no column can be the name or the position.
    """
    _refuse_unknown(headings, mapping, where)
    found = {name: headings.index(heading) for name, heading in mapping.items()}
    free = ["" if at in found.values() else heading for at, heading in enumerate(headings)]
    found = guesses(free) | found
    _refuse_incomplete(headings, found, where)
    return found


def unused(headings: Sequence[str], columns: Mapping[str, int]) -> tuple[str, ...]:
    """The headings of the columns that no field has."""
    used = set(columns.values())
    return tuple(h for at, h in enumerate(headings) if at not in used and h)


def _refuse_unknown(headings: Sequence[str], mapping: Mapping[str, str], where: str) -> None:
    for name, heading in mapping.items():
        if name not in FIELDS:
            raise GazetteerError(
                f'--map {name}={heading}: there is no field "{name}"; the fields are '
                f"{', '.join(FIELDS)}."
            )
        if heading not in headings:
            raise GazetteerError(
                f'{where} has no column "{heading}"; it has {", ".join(headings)}.'
            )


def _refuse_incomplete(headings: Sequence[str], found: Mapping[str, int], where: str) -> None:
    missing = [] if "name" in found else ["name"]
    if "coordinates" not in found:
        missing += [name for name in ("lat", "lon") if name not in found]
    if missing:
        raise GazetteerError(
            f"{where}: no column can be told to hold {' and '.join(missing)}. Say which, such as "
            f"--map {missing[0]}={headings[0] or 'Column'}; the columns are {', '.join(headings)}."
        )
