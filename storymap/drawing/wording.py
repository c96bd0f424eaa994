"""What a place is called beside its name: the kind of thing it is, and what it lies in."""

from storymap.model import Place

_BY_CODE = {
    "PPLC": "capital",
    "PPLX": "part of a town",
    "PPLH": "former settlement",
    "PPLQ": "abandoned settlement",
    "PCLH": "former country",
    "ADM1": "region",
    "ADM2": "district",
    "ADM3": "municipality",
    "ADM4": "municipality",
    "ADM5": "municipality",
    "CONT": "continent",
    "PRK": "park",
    "RGN": "region",
    "OCN": "ocean",
    "SEA": "sea",
    "BAY": "bay",
    "GULF": "gulf",
    "STRT": "strait",
    "CHN": "channel",
    "CNL": "canal",
    "LK": "lake",
    "LKS": "lakes",
    "RSV": "reservoir",
    "STM": "river",
    "STMS": "rivers",
    "FLLS": "waterfall",
    "GLCR": "glacier",
    "ISL": "island",
    "ISLS": "islands",
    "ATOL": "atoll",
    "MT": "mountain",
    "MTS": "mountains",
    "PK": "mountain",
    "PASS": "pass",
    "VLC": "volcano",
    "VAL": "valley",
    "DSRT": "desert",
    "PEN": "peninsula",
    "CAPE": "cape",
    "PLAT": "plateau",
    "PLN": "plain",
    "DLTA": "delta",
    "AIRP": "airport",
    "AIRB": "air base",
    "PRT": "port",
    "DAM": "dam",
    "BDG": "bridge",
    "UNIV": "university",
}
"""GeoNames feature codes in words, http://www.geonames.org/export/codes.html."""

_BY_CLASS = {
    "A": "administrative area",
    "H": "water",
    "L": "area",
    "R": "road",
    "S": "site",
    "T": "landform",
    "U": "undersea feature",
    "V": "vegetation",
}

_CITY_FROM = 100_000
_TOWN_FROM = 5_000


def feature_word(place: Place) -> str:
    """Say in a word or two what sort of place it is: "city", "country", "river"."""
    code = place.feature_code
    if code in _BY_CODE:
        return _BY_CODE[code]
    if code.startswith("PCL"):
        return "country"
    if place.feature_class == "P":
        return _settlement(place.population)
    return _BY_CLASS.get(place.feature_class, "place")


def _settlement(population: int) -> str:
    if population >= _CITY_FROM:
        return "city"
    if population >= _TOWN_FROM:
        return "town"
    return "village" if population else "settlement"


def containers(place: Place, label: str) -> str:
    """Name what the place lies in, innermost first, without what merely repeats its own name.

    >>> place = Place("x:1", "Osh", 40.5, 72.8, "P", "PPLA", within=("Osh Region", "Kyrgyzstan"))
    >>> containers(place, "Osh")
    'Kyrgyzstan'
    """
    own = {label.casefold(), place.name.casefold()}
    return ", ".join(w for w in place.within if not _repeats(w.casefold(), own))


def _repeats(container: str, own: set[str]) -> bool:
    return any(container == name or container.startswith(name + " ") for name in own)
