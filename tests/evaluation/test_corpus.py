import json

import pytest

from storymap.errors import CorpusError
from storymap.evaluation import Toponym, read_corpus


def line(**fields):
    toponym = {"start": 3, "end": 6, "text": "Osh", "lat": 40.5, "lon": 72.8}
    return json.dumps({"text": "In Osh.", "toponyms": [toponym], **fields})


def test_a_line_is_a_document_with_its_toponyms(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(line(id="a", title="Rain", domain="example.org") + "\n\n")
    corpus = read_corpus(path)
    assert corpus.name == "news"
    assert corpus.documents[0].toponyms == (Toponym(3, 6, "Osh", 40.5, 72.8),)
    assert corpus.documents[0].document.title == "Rain"
    assert corpus.documents[0].document.source == "example.org"


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "a\u2028b", "toponyms": []}', encoding="utf-8")
    assert read_corpus(path).documents[0].document.text == "a\u2028b"


def test_all_problems_are_named_with_file_and_line(tmp_path):
    path = tmp_path / "news.jsonl"
    wrong = [{"start": 0, "end": 2, "text": "Osh"}]
    path.write_text("\n".join(["not json", line(), line(toponyms=wrong), line(text=7), "[]"]))
    with pytest.raises(CorpusError) as raised:
        read_corpus(path)
    message = str(raised.value)
    assert [n for n in range(1, 6) if f"news.jsonl, line {n}:" in message] == [1, 3, 4, 5]


@pytest.mark.parametrize(
    "toponym",
    [
        {"start": 3, "end": 9, "text": "Osh"},
        {"start": 3, "end": 6, "text": "Osh", "lat": 91, "lon": 0},
        {"start": 3, "end": 6, "text": "Osh", "lat": 40},
        {"start": "3", "end": 6, "text": "Osh"},
        "Osh",
    ],
)
def test_a_toponym_must_be_a_span_with_a_whole_point(tmp_path, toponym):
    path = tmp_path / "news.jsonl"
    path.write_text(line(toponyms=[toponym]))
    with pytest.raises(CorpusError, match="line 1"):
        read_corpus(path)


def test_a_missing_or_empty_corpus_is_an_error(tmp_path):
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(CorpusError, match="Cannot read"):
        read_corpus(tmp_path / "missing.jsonl")
    with pytest.raises(CorpusError, match="no document"):
        read_corpus(tmp_path / "empty.jsonl")
