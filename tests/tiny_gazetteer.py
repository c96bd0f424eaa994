"""One tiny real gazetteer for all tests, written by the code that writes the bundled one."""

from __future__ import annotations

from pathlib import Path

from storymap.gazetteer.store import Store
from storymap.gazetteer.writing import GazetteerWriter, Source
from storymap.model import Attribution, Extent, NameKind, Place, PlaceName, Precision

GEONAMES = Source(
    Attribution("geonames", "GeoNames", "CC BY 4.0", "https://www.geonames.org/"), "tests"
)
OWN = Source(Attribution("storymap", "The storymap authors", "Apache-2.0"), "tests")

PLACES = (
    Place("gn:1527747", "Kyrgyzstan", 41.5, 75.0, "A", "PCLI", "KG", "00", population=6_315_800,
          extent=Extent(39.17, 69.25, 43.24, 80.28), precision=Precision.AREA, source="geonames"),
    Place("gn:1528248", "Jalal-Abad Region", 41.5, 72.5, "A", "ADM1", "KG", "03",
          population=1_214_000, precision=Precision.AREA, source="geonames"),
    Place("gn:1528675", "Bishkek", 42.87, 74.59, "P", "PPLC", "KG", "01", population=900_000,
          source="geonames"),
    Place("gn:1527534", "Osh", 40.52828, 72.7985, "P", "PPLA", "KG", "08", population=322_164,
          source="geonames"),
    Place("gn:1528249", "Jalal-Abad", 40.94498, 72.99313, "P", "PPLA", "KG", "03",
          population=123_239, source="geonames"),
    Place("sm:teyyit", "Teyyit", 40.90, 72.97, "P", "PPL", "KG", "03",
          precision=Precision.APPROXIMATE, radius_km=10.0, source="storymap"),
    Place("gn:1149361", "Afghanistan", 33.0, 66.0, "A", "PCLI", "AF", "00",
          population=37_172_386, extent=Extent(29.4, 60.5, 38.5, 74.9),
          precision=Precision.AREA, source="geonames"),
    Place("gn:1139715", "Jalālābād", 34.42647, 70.45153, "P", "PPLA", "AF", "18",
          population=271_900, source="geonames"),
    Place("gn:3017382", "France", 46.0, 2.0, "A", "PCLI", "FR", "00", population=66_987_244,
          extent=Extent(41.3, -5.1, 51.1, 9.6), precision=Precision.AREA, source="geonames"),
    Place("gn:2988507", "Paris", 48.85341, 2.3488, "P", "PPLC", "FR", "11",
          population=2_138_551, source="geonames"),
    Place("gn:6252001", "United States", 39.76, -98.5, "A", "PCLI", "US", "00",
          population=327_167_434, extent=Extent(18.9, 172.4, 71.4, -66.9),
          precision=Precision.AREA, source="geonames"),
    Place("gn:4736286", "Texas", 31.25044, -99.25061, "A", "ADM1", "US", "TX",
          population=22_875_689, extent=Extent(25.84, -106.65, 36.5, -93.51),
          precision=Precision.AREA, source="geonames"),
    Place("gn:4717560", "Paris", 33.66094, -95.55551, "P", "PPLA2", "US", "TX",
          population=24_782, source="geonames"),
    Place("gn:7729892", "Central Asia", 42.0, 66.0, "L", "RGN",
          extent=Extent(35.1, 46.5, 55.5, 87.4), precision=Precision.AREA,
          countries=("KZ", "KG", "TJ", "TM", "UZ"), source="geonames"),
    Place("gn:1527298", "Naryn", 40.9, 71.76, "H", "STM", extent=Extent(40.9, 71.7, 41.9, 78.2),
          countries=("KG", "UZ"), source="geonames"),
)  # fmt: skip

_OFFICIAL, _SHORT, _ALTERNATE = NameKind.OFFICIAL, NameKind.SHORT, NameKind.ALTERNATE
_DEMONYM, _CODE = NameKind.DEMONYM, NameKind.CODE

NAMES: dict[str, tuple[PlaceName, ...]] = {
    "gn:1527747": (
        PlaceName("Kyrgyz Republic", "en", _OFFICIAL),
        PlaceName("Кыргызстан", "ky", _OFFICIAL),
        PlaceName("Kirgisistan", "de"),
        PlaceName("Kyrgyz", "en", _DEMONYM),
    ),
    "gn:1528248": (PlaceName("Jalal-Abad", "en", _SHORT),),
    "gn:1528675": (PlaceName("Бишкек", "ky"), PlaceName("Frunze", "en", NameKind.HISTORIC)),
    "gn:1527534": (PlaceName("Ош", "ky"),),
    "gn:1528249": (PlaceName("Jalalabad", "en"), PlaceName("Жалал-Абад", "ky"), PlaceName("Manas")),
    "sm:teyyit": (PlaceName("Teyit", "en"), PlaceName("Тейит", "ky")),
    "gn:1149361": (PlaceName("Afghan", "en", _DEMONYM), PlaceName("Afghans", "en", _DEMONYM)),
    "gn:1139715": (PlaceName("Jalalabad", "en"),),
    "gn:3017382": (PlaceName("French", "en", _DEMONYM),),
    "gn:2988507": (PlaceName("Parisian", "en", _DEMONYM), PlaceName("Paryż", "pl")),
    "gn:6252001": (
        PlaceName("United States of America", "en", _OFFICIAL),
        PlaceName("America", "en", _SHORT),
        PlaceName("US", "en", _CODE),
        PlaceName("U.S.", "en", _SHORT),
        PlaceName("American", "en", _DEMONYM),
        PlaceName("Americans", "en", _DEMONYM),
    ),
    "gn:4736286": (PlaceName("TX", "en", _CODE), PlaceName("Texan", "en", _DEMONYM)),
    "gn:7729892": (PlaceName("Middle Asia", "en"), PlaceName("Zentralasien", "de")),
    "gn:1527298": (PlaceName("Naryn River", "en"),),
}
"""Names beside the main one, by place id."""


def tiny_gazetteer(path: Path) -> Store:
    """Write the tiny gazetteer to `path` and open it."""
    with GazetteerWriter(path, version="tiny") as writer:
        writer.add_source(GEONAMES)
        writer.add_source(OWN)
        for place in PLACES:
            writer.add(place, NAMES.get(place.id, ()))
    return Store(path)
