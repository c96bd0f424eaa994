from pathlib import Path

import pytest


def test_a_map_is_written_and_its_path_is_told(run, article):
    result = run("build", "article.txt")
    assert result.exit_code == 0
    assert "3 places in 3 mentions" in result.stdout
    assert result.stdout.rstrip().endswith("article.html")
    assert 'id="storymap-data"' in Path("article.html").read_text(encoding="utf-8")


def test_names_that_are_not_located_are_told(run, tmp_path):
    (tmp_path / "a.txt").write_text("She left the village of Xyzzyabad for Bishkek.")
    assert "1 name not located: Xyzzyabad" in run("build", "a.txt").stdout


def test_an_article_in_html_is_not_written_over_by_its_map(run, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>The road to Osh is closed today, they said.</p></body></html>")
    before = page.read_bytes()
    assert run("build", "page.html").exit_code == 0
    assert (tmp_path / "page.map.html").exists()
    assert page.read_bytes() == before


def test_writing_over_the_article_is_refused(run, article):
    before = article.read_bytes()
    result = run("build", "article.txt", "-o", "article.txt")
    assert result.exit_code == 2
    assert "is the article itself" in result.stderr
    assert article.read_bytes() == before


def test_several_articles_give_a_map_each(run, article, tmp_path):
    (tmp_path / "second.txt").write_text("Snow fell in Naryn.")
    (tmp_path / "maps").mkdir()
    assert run("build", "article.txt", "second.txt", "-o", "maps").exit_code == 0
    assert {p.name for p in (tmp_path / "maps").iterdir()} == {"article.html", "second.html"}


def test_two_articles_of_one_name_do_not_share_a_map(run, article, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "article.txt").write_text("Snow fell in Naryn.")
    result = run("build", "article.txt", "sub/article.txt")
    assert result.exit_code == 2
    assert "Several articles would be written to article.html" in result.stderr


def test_standard_input_becomes_a_map_on_standard_output(run):
    result = run("build", "-", "-o", "-", input="Snow fell in Bishkek.")
    assert result.exit_code == 0
    assert result.stdout.startswith("<!DOCTYPE html>")


def test_the_story_file_is_written_beside_the_map(run, article, tmp_path):
    assert run("build", "article.txt", "--story", "article.story.json").exit_code == 0
    assert run("export", "article.story.json", "-o", "again.html").exit_code == 0
    assert (tmp_path / "again.html").read_bytes() == (tmp_path / "article.html").read_bytes()


def test_an_article_without_places_is_still_a_page(run, tmp_path):
    (tmp_path / "a.txt").write_text("Nothing happened anywhere, and nobody minded.")
    result = run("build", "a.txt")
    assert result.exit_code == 0
    assert "0 places" in result.stdout
    assert "nobody minded" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "content",
    [b"", b"  \n\n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"%PDF-1.7\n\x00", b"PK\x03\x04\x00"],
)
def test_what_is_no_text_is_one_clear_line_and_exit_1(run, tmp_path, content):
    (tmp_path / "bad.txt").write_bytes(content)
    result = run("build", "bad.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "bad.txt" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "bad.html").exists()


def test_a_missing_article_is_one_clear_line_and_exit_1(run):
    result = run("build", "nowhere.txt")
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr


def test_an_output_that_cannot_be_written_leaves_what_was_there(run, article, tmp_path):
    (tmp_path / "out.html").mkdir()
    (tmp_path / "out.html" / "kept.txt").write_text("kept")
    result = run("build", "article.txt", "-o", "missing/out.html")
    assert result.exit_code == 1
    assert "missing" in result.stderr
    assert (tmp_path / "out.html" / "kept.txt").read_text() == "kept"


def test_no_article_is_a_usage_error(run):
    assert run("build").exit_code == 2
