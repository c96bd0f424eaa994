import zipfile

import pytest

from storymap.errors import GazetteerError
from storymap.gazetteer.importing.reading import How, Reading
from tests.gazetteer.importing.sources import geonames_line, record, records, written, zipped


def test_a_file_that_is_missing_is_told(tmp_path):
    with pytest.raises(GazetteerError, match="does not exist"):
        Reading([tmp_path / "none.csv"])


def test_an_empty_file_is_told(tmp_path):
    with pytest.raises(GazetteerError, match="is empty"):
        Reading([written(tmp_path, "a.csv", " \n")])


def test_a_form_that_cannot_be_told_is_asked_for(tmp_path):
    with pytest.raises(GazetteerError, match="--form"):
        Reading([written(tmp_path, "a.csv", "hello\n")])


def test_bytes_that_are_no_utf_8_are_told_by_line(tmp_path):
    text = "name,lat,lon\nOsh,40.5,72.8\nKöln,50.9,6.9\n"
    path = written(tmp_path, "a.csv", text, encoding="cp1252")
    with pytest.raises(GazetteerError, match=r"a\.csv, line 3: not in the encoding UTF-8"):
        records(path)


def test_an_encoding_can_be_named(tmp_path):
    path = written(tmp_path, "a.csv", "name,lat,lon\nKöln,50.9,6.9\n", encoding="cp1252")
    assert record(path, how=How(encoding="cp1252")).place.name == "Köln"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path, encoding):
    path = written(tmp_path, "a.csv", "name,lat,lon\nKöln,50.9,6.9\n", encoding=encoding)
    assert record(path).place.name == "Köln"


def test_an_unknown_encoding_is_told(tmp_path):
    path = written(tmp_path, "a.csv", "name,lat,lon\n")
    with pytest.raises(GazetteerError, match="no encoding klingon"):
        Reading([path], How(encoding="klingon"))


def test_a_nul_byte_is_told_by_line(tmp_path):
    path = written(tmp_path, "KG.txt", geonames_line() + geonames_line(2, "O\0sh"))
    with pytest.raises(GazetteerError, match="line 2: has a NUL byte"):
        records(path)


def test_an_archive_with_several_files_is_not_guessed_at(tmp_path):
    path = zipped(tmp_path, "a.zip", a_csv="name,lat,lon\n", b_csv="name,lat,lon\n")
    with pytest.raises(GazetteerError, match=r"has 2 \(a\.csv, b\.csv\)"):
        Reading([path])


def test_a_member_with_a_path_that_leads_out_is_read_and_not_unpacked(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../escaped.csv", "name,lat,lon\nOsh,40.5,72.8\n")
    assert record(path).place.name == "Osh"
    assert sorted(p.name for p in tmp_path.parent.glob("**/escaped.csv")) == []


def test_an_archive_that_would_inflate_beyond_measure_is_refused(tmp_path):
    path = zipped(tmp_path, "bomb.zip", bomb_txt="0" * 100_000_000)
    with pytest.raises(GazetteerError, match="would inflate to 100,000,000 bytes"):
        Reading([path])


def test_an_archive_that_is_cut_off_is_damaged(tmp_path):
    whole = zipped(tmp_path, "a.zip", a_txt="".join(map(geonames_line, range(5000))))
    raw = bytearray(whole.read_bytes())
    raw[2000:2100] = bytes(100)
    whole.write_bytes(raw)
    with pytest.raises(GazetteerError, match="is damaged"):
        records(whole)


def test_a_line_without_end_is_not_read_into_memory(tmp_path):
    path = written(tmp_path, "a.txt", geonames_line() + "x" * (17 * 1024 * 1024))
    with pytest.raises(GazetteerError, match="line 2: longer than"):
        records(path)
