import csv
import io
from dataclasses import replace

import pandas
import pytest

from storymap.formats import render
from storymap.model import COLUMNS, Document, Story
from tests.stories import LYON, PARIS, story


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_there_is_a_row_per_mention_in_text_order() -> None:
    told = story("Paris, Atlantis, Lyon.", ("Paris", PARIS), ("Atlantis", None), ("Lyon", LYON))
    written = rows(render(told, "csv"))
    assert [(r["text"], r["place_id"]) for r in written] == [
        ("Paris", PARIS.id),
        ("Atlantis", ""),
        ("Lyon", LYON.id),
    ]


def test_it_holds_what_the_frame_holds() -> None:
    told = story("Paris, Atlantis.", ("Paris", PARIS), ("Atlantis", None))
    read_back = pandas.read_csv(io.StringIO(render(told, "csv")), keep_default_na=True)
    assert tuple(read_back.columns) == COLUMNS
    assert read_back["lon"].tolist()[0] == told.to_frame()["lon"].tolist()[0]


def test_without_mentions_there_is_the_header() -> None:
    assert render(Story(Document("Nothing.")), "csv") == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_what_a_spreadsheet_would_run_is_kept_from_it(beginning: str) -> None:
    formula = f"{beginning}HYPERLINK(1)"
    told = story(f"See {formula}.", (formula, replace(LYON, name=formula, id=formula)))
    row = rows(render(told, "csv"))[0]
    assert row["text"] == row["name"] == row["place_id"] == f"'{formula}"


def test_numbers_below_zero_are_numbers() -> None:
    told = story("Paris.", ("Paris", replace(PARIS, lon=-95.5)))
    assert rows(render(told, "csv"))[0]["lon"] == "-95.5"


def test_quotes_commas_and_line_ends_in_a_name_stay_in_its_cell() -> None:
    name = 'Saint\n"Paul", the'
    assert rows(render(story(name, (name, PARIS)), "csv"))[0]["text"] == name


def test_a_byte_order_mark_is_there_on_request() -> None:
    told = story("Paris.", ("Paris", PARIS))
    assert render(told, "csv", bom=True) == "\ufeff" + render(told, "csv")
