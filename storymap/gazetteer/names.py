"""Folding a name to the key it is looked up by.

Names that differ only in case, accents, vowel points, hyphens, apostrophes or spaces share a key,
so that JALALABAD, Jalal’abad and Jalal-Abad meet.
"""

from __future__ import annotations

import re
import unicodedata

_ASCII_NOISE = re.compile(r"[\W_]+", re.ASCII)

# A mark is dropped where it only shades a letter (Latin, Greek, Cyrillic, Hebrew, Arabic) and
# kept where it is a vowel or a consonant of its own (Thaana, Indic, Thai, Khmer … and kana).
_TELLING_MARKS = "\u0780-\u1aaf\u3099\u309a"
# Modifier letters stand for apostrophes in transliterations; the tatweel only stretches a word.
_NOISE = re.compile(rf"[^\w{_TELLING_MARKS}]+|[_\u02b0-\u02ff\u0640]+")

_PLAIN_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "þ": "th",
        "æ": "ae", "œ": "oe", "ə": "a",
        "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه",
    }
)  # fmt: skip
"""Letters that no normal form takes apart, though their readers often write them plainly."""

_HAS_PLAIN_LETTERS = re.compile(f"[{''.join(map(chr, _PLAIN_LETTERS))}]").search


def fold(name: str) -> str:
    """The key of a name: letters and digits alone, in one case, without accents.

    Empty if the name has no letter or digit. Folding a key gives the key again.

    >>> fold("Jalal’abad"), fold("São Paulo"), fold("Джалал-Абад")
    ('jalalabad', 'saopaulo', 'джалалабад')
    """
    if name.isascii():
        return _ASCII_NOISE.sub("", name).lower()
    plain = unicodedata.normalize("NFKD", name).casefold()
    if _HAS_PLAIN_LETTERS(plain):  # spares most names a slow translation
        plain = plain.translate(_PLAIN_LETTERS)
    bare = _NOISE.sub("", unicodedata.normalize("NFKD", plain))
    return bare if bare.isascii() else unicodedata.normalize("NFC", bare)
