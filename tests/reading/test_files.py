import io
import os
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storymap.errors import ReadingError
from storymap.reading import MAX_BYTES, from_text, read
from storymap.reading.cleaning import clean

ARTICLE = "Flood in the valley\n\nThe water came to Lyon at night.\n"


def saved(folder: Path, content: str | bytes, name: str = "flood.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_first_heading_is_the_title(tmp_path: Path) -> None:
    assert read(saved(tmp_path, ARTICLE)).title == "Flood in the valley"


def test_without_a_heading_the_file_name_is_the_title(tmp_path: Path) -> None:
    document = read(saved(tmp_path, "The water came to Lyon at night."))
    assert (document.title, document.source) == ("flood", "")


def test_source_and_date_are_taken_from_lines_that_state_them(tmp_path: Path) -> None:
    lines = "\n\nPublished: Wednesday, 13 April 2011 10:00\n\nIt rained.\n\nSource: The Courier, AP"
    document = read(saved(tmp_path, ARTICLE + lines))
    assert (document.source, document.date) == ("The Courier, AP", "2011-04-13")


def test_a_date_within_the_prose_is_not_the_date_of_the_document(tmp_path: Path) -> None:
    assert read(saved(tmp_path, ARTICLE + "It fell on 14 April 2011.")).date == ""


def test_what_the_caller_gives_goes_before_what_the_article_says(tmp_path: Path) -> None:
    path = saved(tmp_path, ARTICLE + "\n\n2011-04-13\n\nSource: The Courier")
    document = read(path, title="Water", date="14 April 2011", source_name="Archive")
    assert (document.title, document.date, document.source) == ("Water", "2011-04-14", "Archive")


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ReadingError, match="2010-04-13"):
        from_text(ARTICLE, date="last spring")


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    document = read("-")
    assert (document.title, document.source) == ("Flood in the valley", "")


def test_a_web_page_is_known_by_its_beginning_where_no_suffix_tells(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><title>Flood</title><p>The water came to Lyon at night."
    assert "<p>" not in read(saved(tmp_path, page, name="page")).text


def test_line_ends_and_accents_have_one_form() -> None:
    document = from_text("Me\u0301rida\r\nand\rLyon")
    assert document.text == "Mérida\nand\nLyon"


def test_control_characters_go_and_marks_of_direction_stay() -> None:
    assert from_text("a\x00\x1b\x7f\u202bb\u200fc").text == "a\u202bb\u200fc"


@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


def test_markup_in_plain_text_stays_text(tmp_path: Path) -> None:
    odd = "{{ 7*7 }} 50{% off </script><script>alert(1)</script> ${alert(1)} in Lyon."
    assert read(saved(tmp_path, odd)).text == odd


def test_a_text_of_emoji_alone_is_a_document(tmp_path: Path) -> None:
    document = read(saved(tmp_path, "🌍🇰🇬 👩‍🚀"))
    assert [(p.start, p.end) for p in document.passages] == [(0, 7)]


@pytest.mark.parametrize("blank", ["", " \n\t\n", "\ufeff", "\u200b\u00a0\n", "\x00\x01"])
def test_a_blank_file_is_refused(tmp_path: Path, blank: str) -> None:
    with pytest.raises(ReadingError, match=r"flood\.txt is empty"):
        read(saved(tmp_path, blank))


def test_a_web_page_that_shows_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="empty"):
        read(saved(tmp_path, "<html><script>alert(1)</script></html>", name="page.html"))


def zipped(member: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, "…")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG picture"),
        (zipped("word/document.xml"), "Word document"),
        (zipped("letters.txt"), "zip archive"),
        (b"PK\x03\x04 cut off", "zip archive"),
        (b"SQLite format 3\0", "SQLite"),
        (b"{\\rtf1 Lyon}", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked with a password"),
        (bytes(range(256)) * 20, "no text that can be read"),
        (b"\0" * 5000, "no text that can be read"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, content: bytes, kind: str) -> None:
    with pytest.raises(ReadingError, match=kind):
        read(saved(tmp_path, content))


def test_a_story_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is a story, not an article"):
        read(saved(tmp_path, "{}", name="flood.story.json"))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ReadingError, match=r"nowhere\.txt does not exist"):
        read("nowhere.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is a folder"):
        read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, ARTICLE)
    path.chmod(0)
    with pytest.raises(ReadingError, match="may not be read"):
        read(path)


def test_a_text_over_the_limit_is_refused_in_one_line(tmp_path: Path) -> None:
    path = saved(tmp_path, b"")
    os.truncate(path, MAX_BYTES * 5 // 2)
    with pytest.raises(ReadingError, match=r"flood\.txt is larger than 20 MB") as refusal:
        read(path)
    assert str(refusal.value).count("flood.txt") == 1


@pytest.mark.parametrize("name", ["two\nlines", "nul\0", "long" * 5000, "https://example.org/a"])
def test_a_name_that_names_no_file_is_refused_in_one_short_line(name: str) -> None:
    with pytest.raises(ReadingError) as refusal:
        read(name)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 200
