"""Files that are no text, told by how they begin."""

from __future__ import annotations

_SAVE_AS_TEXT = "save it as text or as a web page and read that"
_NO_ARTICLE = "there is no article in it to read"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _SAVE_AS_TEXT),
    (b"{\\rtf", "a rich text document (RTF)", _SAVE_AS_TEXT),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an Office document, old or locked with a password",
        _SAVE_AS_TEXT,
    ),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _NO_ARTICLE),
    (b"\xff\xd8\xff", "a JPEG picture", _NO_ARTICLE),
    (b"GIF8", "a GIF picture", _NO_ARTICLE),
    (b"SQLite format 3\0", "an SQLite database", _NO_ARTICLE),
    (b"\x7fELF", "a program", _NO_ARTICLE),
    (b"\x1f\x8b", "a gzip archive", "unpack it and read what is in it"),
    (b"BZh", "a bzip2 archive", "unpack it and read what is in it"),
    (b"\xfd7zXZ\0", "an xz archive", "unpack it and read what is in it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive", "unpack it and read what is in it"),
)
_ZIP = b"PK\x03\x04"
_ZIP_MEMBERS = (
    ("word/", "a Word document (.docx)"),
    ("xl/", "an Excel workbook (.xlsx)"),
    ("ppt/", "a PowerPoint presentation (.pptx)"),
    ("META-INF/container.xml", "an e-book (.epub)"),
    ("content.xml", "an OpenDocument file"),
)


def foreign_kind(raw: bytes) -> tuple[str, str] | None:
    """Return what a file is that holds no plain text, and what to do; None if it may be text."""
    if raw.startswith(_ZIP):
        return _kind_of_zip(raw)
    for beginning, kind, remedy in _SIGNATURES:
        if raw.startswith(beginning):
            return kind, remedy
    return None


def _kind_of_zip(raw: bytes) -> tuple[str, str]:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.namelist()
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError):
        members = []
    for beginning, kind in _ZIP_MEMBERS:
        if any(member.startswith(beginning) for member in members):
            return kind, _SAVE_AS_TEXT
    return "a zip archive", "unpack it and read what is in it"
