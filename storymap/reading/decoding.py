"""From bytes to text, in whatever encoding an article was saved."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from storymap.errors import ReadingError
from storymap.reading.language import guess_language
from storymap.reading.signatures import foreign_kind

# UTF-32 goes first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.02  # of the bytes of a text; every tenth byte of compressed data is one
_MOST_CONTROLS_IN_UTF8 = 0.3  # valid UTF-8 is hardly ever anything but text
_MOST_BROKEN = 0.1  # of the characters beyond ASCII, in UTF-8 that was cut or patched

_DECLARATION = re.compile(
    rb"<(?:meta[^>]{0,200}charset\s*=|\?xml[^>]{0,100}encoding\s*=)"
    rb"\s*[\"']?(?P<encoding>[A-Za-z0-9_:.-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes; browsers look at 1024

# What the names stand for on the web: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

_GUESSED_FROM = 100_000  # bytes
_ENCODING_OF_LANGUAGE = {
    **dict.fromkeys(("cs", "hr", "hu", "pl", "ro"), "cp1250"),
    **dict.fromkeys(("de", "en", "es", "fr", "id", "it", "nl", "pt", "sv"), "cp1252"),
    "tr": "cp1254",
}
_WESTERN = re.compile("[\x00-\x7fÀ-ÏÑ-ÖØ-ÜßŒœŸÿà-ïñ-öø-üŠšŽž€‘’‚“”„–—…•™£§©®°·«»¡¿ªº¼½¾´\xa0\xad]*")
_LATIN = ["cp1250", "cp1252", "cp1254", "cp1257"]
_OTHER_SCRIPTS = ["cp1251", "koi8_r", "cp866", "cp1253", "cp1255", "cp1256", "cp874"]
_OTHER_SCRIPTS += ["cp932", "euc_jp", "gb18030", "big5", "cp949"]


def decode(raw: bytes, name: str) -> str:
    """Return the text that the bytes of a file are; `name` is for the message.

    A byte order mark decides; else it is UTF-8 if it can be, then what an HTML or XML head
    declares, then the likeliest encoding. Raises `ReadingError` for what is no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    if foreign := foreign_kind(raw):
        raise ReadingError(f"{name} is {foreign[0]}: {foreign[1]}")
    for attempt in (_utf8, _unmarked_utf16, _declared, _likeliest):
        if (text := attempt(raw)) is not None:
            return text
    raise ReadingError(f"{name} is no text that can be read: save it as text in UTF-8")


def _utf8(raw: bytes) -> str | None:
    """Return the text if it is UTF-8, bar a few broken characters."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken:
        return text if _share_of_controls(raw) < _MOST_CONTROLS_IN_UTF8 else None
    beyond_ascii = sum(not c.isascii() for c in text)
    is_utf8 = broken < _MOST_BROKEN * beyond_ascii and _share_of_controls(raw) < _MOST_CONTROLS
    return text if is_utf8 else None


def _unmarked_utf16(raw: bytes) -> str | None:
    """Return the text if its zero bytes all stand where UTF-16 has them."""
    for encoding, zeros, others in (
        ("utf-16-le", raw[1::2], raw[::2]),
        ("utf-16-be", raw[::2], raw[1::2]),
    ):
        if zeros.count(0) * 10 > len(zeros) and not others.count(0) and len(raw) % 2 == 0:
            return raw.decode(encoding, "replace")
    return None


def _declared(raw: bytes) -> str | None:
    match = _DECLARATION.search(raw[:_DECLARED_WITHIN])
    if match is None or _share_of_controls(raw) > _MOST_CONTROLS:
        return None
    try:
        encoding = codecs.lookup(match["encoding"].decode("ascii")).name
        return raw.decode(_MEANT.get(encoding, encoding))
    except (LookupError, ValueError):
        return None


def _likeliest(raw: bytes) -> str | None:
    if _share_of_controls(raw) > _MOST_CONTROLS:
        return None
    sample = b"".join(_telling_lines(raw))
    encoding = _latin_encoding(sample) if _is_latin(sample) else _measured(sample, _OTHER_SCRIPTS)
    return raw.decode(encoding, "replace") if encoding else None


def _is_latin(sample: bytes) -> bool:
    """Whether bytes beyond ASCII stand singly among others, as accents and quotation marks do."""
    in_runs = sum(map(len, re.findall(rb"[\x80-\xff]{3,}", sample)))
    return in_runs * 2 < len(re.findall(rb"[\x80-\xff]", sample))


def _telling_lines(raw: bytes) -> Iterator[bytes]:
    """Yield lines with bytes beyond ASCII, up to a sample's worth."""
    taken = 0
    for line in raw.splitlines(keepends=True):
        if not line.isascii():
            yield line
            taken += len(line)
        if taken > _GUESSED_FROM:
            return


def _latin_encoding(sample: bytes) -> str | None:
    """Return the encoding by the language, whose commonest words are mostly ASCII.

    Statistics of letters, which serve for other scripts, often err on a text with few accents.
    """
    western = sample.decode("cp1252", "replace")
    if encoding := _ENCODING_OF_LANGUAGE.get(guess_language(western)):
        return encoding
    return "cp1252" if _WESTERN.fullmatch(western) else _measured(sample, _LATIN)


def _measured(sample: bytes, encodings: list[str]) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=encodings, enable_fallback=False).best()
    return best.encoding if best else None


def _share_of_controls(raw: bytes) -> float:
    return (len(raw) - len(raw.translate(None, _CONTROLS))) / max(1, len(raw))
