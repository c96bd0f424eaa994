"""Invented files of GeoNames' shape, the same at every run: for measuring what no test can hold.

`python -m tests.benchmarks.geonames_shape 13000000 OUT.txt` writes one. Length of lines, mix of
feature classes, accents, alternate names and repeated names are chosen to be like those of the
real dump, not measured on it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

SYLLABLES = [onset + rest for onset in "bdfgklmnrstv" for rest in ("a", "en", "i", "or", "ul")]
ACCENTED = str.maketrans({"a": "ā", "o": "ö", "u": "ū", "i": "í", "e": "é", "s": "š", "n": "ñ"})
CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопкрстувшхыз")
KINDS = (
    ("P", "PPL", 40), ("H", "STM", 17), ("S", "SCH", 10), ("T", "MT", 9), ("S", "FRM", 7),
    ("L", "LCTY", 4), ("H", "LK", 4), ("T", "HLL", 4), ("V", "FRST", 1), ("R", "RD", 1),
    ("A", "ADM3", 3), ("A", "ADM2", 0.3), ("A", "ADM1", 0.03),
)  # fmt: skip
SUFFIXES = ("", "", "", "", " Creek", " River", " Hill", " School", "-e Bala", " Gol", " Lake")
ALTERNATES = (0,) * 11 + (1,) * 5 + (2, 2, 3, 4, 12)
"""How many other names a place has, drawn evenly: 1.4 on average."""


def rows(count: int, *, seed: int = 1) -> Iterator[str]:
    """Lines of GeoNames' main table, in the order of their identifiers."""
    draw = Random(seed)  # noqa: S311 (a benchmark, not a secret)
    codes, weights = [k[:2] for k in KINDS], [k[2] for k in KINDS]
    common = [_word(draw, 2 + n % 2) for n in range(max(count // 20, 100))]
    for number in range(1, count + 1):
        feature = draw.choices(codes, weights)[0]
        yield _row(draw, number, feature, common)


def _word(draw: Random, syllables: int) -> str:
    return "".join(draw.choices(SYLLABLES, k=syllables)).capitalize()


def _row(draw: Random, number: int, feature: tuple[str, str], common: list[str]) -> str:
    plain = _plain_name(draw, common)
    accented = draw.random() < 0.25
    name = plain.translate(ACCENTED) if accented else plain
    others = [_alternate(draw, plain) for _ in range(draw.choice(ALTERNATES))]
    lat, lon = draw.uniform(-60, 75), draw.uniform(-180, 180)
    population = int(draw.paretovariate(0.6) * 50) if draw.random() < 0.05 else 0
    country = _country(draw.randrange(250))
    return (
        f"{number}\t{name}\t{plain}\t{','.join(others)}\t{lat:.5f}\t{lon:.5f}\t{feature[0]}\t"
        f"{feature[1]}\t{country}\t\t{draw.randrange(30):02}\t{draw.randrange(400)}\t\t\t"
        f"{min(population, 30_000_000)}\t\t{draw.randrange(3000)}\tAsia/Bishkek\t2024-01-01\n"
    )


def _plain_name(draw: Random, common: list[str]) -> str:
    if draw.random() < 0.35:
        return common[int(len(common) * draw.random() ** 2)]
    return _word(draw, draw.randint(2, 4)) + draw.choice(SUFFIXES)


def _alternate(draw: Random, plain: str) -> str:
    style = draw.random()
    if style < 0.4:
        return plain.lower().translate(CYRILLIC).capitalize()
    return f"{plain}{_word(draw, 1).lower()}" if style < 0.7 else _word(draw, 3)


def _country(number: int) -> str:
    return chr(65 + number // 26) + chr(65 + number % 26)


def write(path: Path, count: int) -> None:
    """Write a main file with this many places."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(rows(count))


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
