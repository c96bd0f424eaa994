import codecs

import pytest

from storymap.reading.decoding import decode

RUSSIAN = "Президент находится в селе Тейит близ Джалал-Абада и отказался уйти."
FRENCH = "Le maire de Besançon a déclaré que la crue était passée et que l’eau baissait."


@pytest.mark.parametrize(
    "raw",
    [
        RUSSIAN.encode("utf-8"),
        codecs.BOM_UTF8 + RUSSIAN.encode("utf-8"),
        codecs.BOM_UTF16_LE + RUSSIAN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + RUSSIAN.encode("utf-32-le"),
        RUSSIAN.encode("utf-16-le"),
        RUSSIAN.encode("utf-16-be"),
        RUSSIAN.encode("cp1251"),
        RUSSIAN.encode("koi8_r"),
    ],
)
def test_a_text_is_the_same_in_any_encoding(raw: bytes) -> None:
    assert decode(raw, "article") == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        ("Jalal’abad", "cp1252"),
        ("The mayor’s house in Málaga — “a ruin” — is for sale.", "cp1252"),
        ("Die Bürgermeisterin fährt mit dem Zug über Köln nach Düsseldorf.", "cp1252"),
        ("Rzeka płynie przez Wrocław i Łódź, a potem do morza.", "cp1250"),
        ("Nehir İstanbul’dan ve Şırnak’tan geçer, bir göl olur, sonra da biter.", "cp1254"),
        ("Бишкек и Ош", "cp1251"),
        ("Photo by John Smith for the Valley Courier: река в Тейите вышла из берегов", "cp1251"),
    ],
)
def test_an_unmarked_encoding_is_told_from_the_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "article") == text


def test_a_page_says_its_encoding_itself() -> None:
    page = "<meta charset=windows-1255><p>ירושלים ותל אביב"
    assert decode(page.encode("cp1255"), "page") == page


def test_latin_1_means_windows_1252_as_it_does_on_the_web() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">the “river”'
    assert decode(page.encode("cp1252"), "page") == page


@pytest.mark.parametrize("declared", ["windows-1251", "no-such-encoding", "rot13", "hex"])
def test_a_page_in_utf8_that_says_otherwise_is_read_as_utf8(declared: str) -> None:
    page = f"<meta charset={declared}>{FRENCH}"
    assert decode(page.encode("utf-8"), "page") == page


def test_a_false_declaration_is_passed_over() -> None:
    page = f"<meta charset=hex>{FRENCH}"
    assert decode(page.encode("cp1252"), "page") == page


def test_utf8_that_was_cut_in_a_character_loses_that_character_alone() -> None:
    assert decode(RUSSIAN.encode()[:-2], "article") == RUSSIAN[:-2] + "\ufffd"
