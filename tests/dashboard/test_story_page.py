import pytest

from storymap.formats import render
from storymap.gazetteer.editor import open_editor
from storymap.geoparsing import geoparse

ARTICLE = "BISHKEK, Kyrgyzstan - A bus left Bishkek for Jalal-Abad on Monday."


def paste(app, text=ARTICLE):
    app.run()
    app.text_area(key="pasted").set_value(text)
    return app.button(key="make-pasted").click().run()


def frame(app, number):
    return app.dataframe[number].value


def test_before_an_article_the_page_asks_for_one(app):
    app.run()
    assert not app.exception
    assert app.title[0].value == "Read an article on the map"
    assert [tab.label for tab in app.tabs] == ["Paste a text", "Upload a file", "Try a sample"]


def test_a_pasted_article_becomes_a_story_with_its_places(app):
    paste(app)
    assert not app.exception
    assert [tab.label for tab in app.tabs] == ["Story", "Places", "Mentions"]
    assert set(frame(app, 0)["Place"]) == {"Kyrgyzstan", "Bishkek", "Jalal-Abad"}


def test_what_the_reader_edited_in_the_gazetteer_counts(app, tmp_path, monkeypatch):
    own = tmp_path / "own.sqlite"
    open_editor(own).block("Jalal-Abad")
    monkeypatch.setenv("STORYMAP_GAZETTEER", str(own))
    paste(app)
    assert set(frame(app, 0)["Place"]) == {"Kyrgyzstan", "Bishkek"}


def test_every_mention_has_a_row_with_its_status(app):
    paste(app)
    mentions = frame(app, 1)
    assert list(mentions["In the text"][:2]) == ["BISHKEK", "Kyrgyzstan"]
    assert set(mentions["Status"]) <= {"located", "doubtful", "not located"}
    assert mentions["Confidence"].max() <= 100


def test_an_empty_text_is_told_and_stays_where_it_is(app):
    paste(app, "   ")
    assert "no text" in app.error[0].value
    assert app.title[0].value == "Read an article on the map"


def test_an_unknown_country_is_told(app):
    app.run()
    app.text_input(key="new-country").set_value("QQ")
    paste(app)
    assert "QQ" in app.error[0].value


def test_what_an_error_quotes_is_not_read_as_markdown(app):
    app.run()
    app.text_input(key="new-near").set_value("![a](http://b/c.png)")
    paste(app)
    assert r"\!\[a\]\(http\://b/c\.png\)" in app.error[0].value


def test_a_text_without_places_is_a_story_that_says_so(app):
    paste(app, "Nothing here is anywhere at all.")
    assert not app.exception
    assert [info.value for info in app.info] == [
        "No place was located in this text.",
        "No place name was found in this text.",
    ]


def test_hostile_text_is_shown_as_text(app):
    hostile = "{{ 7*7 }} 50{% off ${alert(1)} </script><script>alert(1)</script> in Bishkek"
    paste(app, hostile)
    assert not app.exception
    assert app.session_state["open-story"].story.document.text == hostile


def test_demonyms_can_be_switched_off_afterwards(app):
    paste(app, "The Kyrgyz president spoke in Bishkek, the capital of Kyrgyzstan.")
    assert "demonym" in set(frame(app, 1)["Kind"])
    app.toggle(key="again-demonyms").set_value(False).run()
    app.button(key="apply").click().run()
    assert "demonym" not in set(frame(app, 1)["Kind"])


def test_a_sample_can_be_tried(app):
    app.run()
    app.radio(key="sample").set_value("Kyrgyz president")
    app.button(key="make-sample").click().run()
    assert "Kyrgyzstan" in set(frame(app, 0)["Place"])


def test_a_new_article_starts_again(app):
    paste(app)
    app.button(key="new-article").click().run()
    assert app.title[0].value == "Read an article on the map"


@pytest.mark.parametrize("name", ["article.txt", "article.md", "../../article.txt"])
def test_an_uploaded_article_is_named_after_its_file(app, name):
    app.run()
    app.file_uploader(key="uploaded").upload(name, ARTICLE.encode(), "text/plain").run()
    app.button(key="make-uploaded").click().run()
    assert app.session_state["open-story"].name == "article"


def test_a_binary_upload_is_told(app):
    app.run()
    app.file_uploader(key="uploaded").upload("article.txt", b"\x89PNG\r\n\x1a\n\0", "text/plain")
    app.run()
    app.button(key="make-uploaded").click().run()
    assert app.error


def test_an_uploaded_story_file_opens_as_it_was_saved(app):
    app.run()
    saved = geoparse(ARTICLE)
    app.file_uploader(key="uploaded").upload(
        "bus.story.json", render(saved, "story").encode(), "application/json"
    ).run()
    app.button(key="make-uploaded").click().run()
    assert app.session_state["open-story"].story == saved


def test_a_damaged_story_file_is_told(app):
    app.run()
    app.file_uploader(key="uploaded").upload("bus.story.json", b"{", "application/json").run()
    app.button(key="make-uploaded").click().run()
    assert r"bus\.story\.json" in app.error[0].value


def test_the_story_named_at_the_start_is_open(app, tmp_path, monkeypatch):
    article = tmp_path / "bus.txt"
    article.write_text(ARTICLE)
    monkeypatch.setenv("STORYMAP_DASHBOARD_STORY", str(article))
    app.run()
    assert "Bishkek" in set(frame(app, 0)["Place"])
    app.button(key="new-article").click().run()
    assert app.title[0].value == "Read an article on the map"
