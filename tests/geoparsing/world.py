"""A small world: rivers, islands, namesakes, towns called as ordinary words, scripts."""

from __future__ import annotations

from storymap.model import Place

PLACES = (
    Place("t:nile", "Nile", 26.0, 32.0, "H", "STM", countries=("EG", "SD")),
    Place("t:rhine", "Rhine", 51.0, 7.0, "H", "STM", countries=("DE", "CH")),
    Place("t:adriatic", "Adriatic Sea", 43.0, 15.0, "H", "SEA"),
    Place("t:red-river", "Red River of the South", 33.9, -97.0, "H", "STM", "US"),
    Place("t:red-river-county", "Red River County", 33.6, -95.0, "A", "ADM2", "US", "TX", "387",
          population=12_000),
    Place("t:texas", "Texas", 31.3, -99.3, "A", "ADM1", "US", "TX", population=22_000_000),
    Place("t:pemba-town", "Pemba", -12.97, 40.52, "P", "PPLA", "MZ", "01", population=232_000),
    Place("t:pemba", "Pemba Island", -5.17, 39.78, "T", "ISL", "TZ"),
    Place("t:zanzibar", "Zanzibar", -6.16, 39.2, "P", "PPLA", "TZ", "25", population=710_000),
    Place("t:dar", "Dar es Salaam", -6.82, 39.27, "P", "PPLA", "TZ", "23", population=4_000_000),
    Place("t:urbana", "Urbana", 40.1, -83.75, "P", "PPLA2", "US", "OH", population=11_500),
    Place("t:yellow-springs", "Yellow Springs", 39.8, -83.9, "P", "PPL", "US", "OH",
          population=3_800),
    Place("t:mobile", "Mobile", 30.7, -88.0, "P", "PPLA2", "US", "AL", population=183_000),
    Place("t:georgia", "Georgia", 42.0, 43.5, "A", "PCLI", "GE", "00", population=3_700_000),
    Place("t:ga", "Georgia", 32.75, -83.5, "A", "ADM1", "US", "GA", population=8_900_000),
    Place("t:tbilisi", "Tbilisi", 41.69, 44.83, "P", "PPLC", "GE", "51", population=1_050_000),
    Place("t:atlanta", "Atlanta", 33.75, -84.39, "P", "PPLA", "US", "GA", population=460_000),
    Place("t:north-korea", "North Korea", 40.0, 127.0, "A", "PCLI", "KP", "00",
          population=25_000_000),
    Place("t:south-korea", "South Korea", 36.5, 127.7, "A", "PCLI", "KR", "00",
          population=51_000_000),
    Place("t:kyrgyzstan", "Kyrgyzstan", 41.5, 75.0, "A", "PCLI", "KG", "00",
          population=6_300_000),
    Place("t:aswan", "Aswan", 24.09, 32.9, "P", "PPLA", "EG", "16", population=380_000),
    Place("t:cairo", "Cairo", 30.06, 31.25, "P", "PPLC", "EG", "11", population=9_600_000),
    Place("t:haifa", "Haifa", 32.82, 34.99, "P", "PPLA", "IL", "04", population=280_000),
    Place("t:osh", "Osh", 40.53, 72.8, "P", "PPLA", "KG", "08", population=322_000),
    Place("t:bishkek", "Bishkek", 42.87, 74.59, "P", "PPLC", "KG", "01", population=900_000),
    Place("t:moscow", "Moscow", 55.75, 37.62, "P", "PPLC", "RU", "48", population=10_300_000),
    Place("t:kazan", "Kazan", 55.79, 49.12, "P", "PPLA", "RU", "73", population=1_100_000),
)  # fmt: skip

NAMES = {
    "t:adriatic": ("Adriatic",),
    "t:red-river": ("Red River",),
    "t:red-river-county": ("Red River",),
    "t:pemba": ("Pemba",),
    "t:aswan": ("أسوان",),
    "t:cairo": ("القاهرة",),
    "t:haifa": ("חיפה",),
    "t:osh": ("Ош",),
    "t:bishkek": ("Бишкек",),
    "t:moscow": ("Москва",),
    "t:kazan": ("Казань",),
}
"""Further names, by place id."""
