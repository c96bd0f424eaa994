import os
import signal
import subprocess
import sys
import textwrap
import tracemalloc

import pytest

from storymap.errors import GazetteerError, WritingError
from storymap.gazetteer.importing.filling import Watching, fill, preview
from storymap.gazetteer.importing.reading import Reading
from storymap.gazetteer.importing.report import Outcome
from storymap.gazetteer.store import Store
from tests.gazetteer.importing.sources import filled, geonames_line, written


def main_table(folder, *numbers, name="KG.txt", **cells):
    return written(folder, name, "".join(geonames_line(n, f"P{n}", **cells) for n in numbers))


def test_a_file_is_made_and_can_be_searched(tmp_path):
    store, report = filled(tmp_path / "kg.sqlite", main_table(tmp_path, 1, 2))
    assert [c.place.id for c in store.search("p2")] == ["gn:2"]
    assert report.counts == {Outcome.NEW: 2, Outcome.CHANGED: 0, Outcome.UNCHANGED: 0}


def test_a_second_import_tells_what_is_new_changed_and_the_same(tmp_path):
    target = tmp_path / "kg.sqlite"
    filled(target, main_table(tmp_path, 1, 2, 3))
    later = geonames_line(1, "P1") + geonames_line(2, "P2", lat="41") + geonames_line(9, "P9")
    store, report = filled(target, written(tmp_path, "KG.txt", later))
    assert report.counts == {Outcome.NEW: 1, Outcome.CHANGED: 1, Outcome.UNCHANGED: 1}
    assert report.kept == 1
    assert [e.changes for e in report.examples if e.outcome is Outcome.CHANGED] == [("lat",)]
    assert [store.get(f"gn:{n}") is not None for n in (1, 2, 3, 9)] == [True] * 4
    assert store.get("gn:2").lat == 41.0


def test_an_import_anew_drops_what_was_there(tmp_path):
    target = tmp_path / "kg.sqlite"
    filled(target, main_table(tmp_path, 1, 2))
    fill(Reading([main_table(tmp_path, 7)]), target, anew=True)
    assert [place.id for place, _ in Store(target).walk()] == ["gn:7"]


def test_a_preview_tells_the_same_and_writes_nothing(tmp_path):
    target = tmp_path / "kg.sqlite"
    filled(target, main_table(tmp_path, 1, 2))
    before = target.read_bytes()
    path = main_table(tmp_path, 2, 3)
    report = preview(Reading([path]), target)
    assert target.read_bytes() == before
    assert report == fill(Reading([path]), target)


def test_a_preview_of_a_new_file_makes_none(tmp_path):
    preview(Reading([main_table(tmp_path, 1)]), tmp_path / "kg.sqlite")
    assert [p.name for p in tmp_path.iterdir()] == ["KG.txt"]


def test_good_rows_are_imported_and_bad_ones_told(tmp_path):
    path = written(tmp_path, "KG.txt", geonames_line(1) + "bad\tline\n" + geonames_line(2))
    told = []
    report = fill(
        Reading([path]), tmp_path / "o.sqlite", watching=Watching(on_rejected=told.append)
    )
    assert (report.accepted, report.rejected) == (2, 1)
    assert [row.line for row in told] == [2]


def test_strictness_imports_nothing_if_a_row_is_bad(tmp_path):
    path = written(tmp_path, "KG.txt", geonames_line(1) + "bad\tline\n")
    with pytest.raises(GazetteerError, match="1 row is rejected"):
        fill(Reading([path]), tmp_path / "o.sqlite", strict=True)
    assert not (tmp_path / "o.sqlite").exists()


def test_nothing_to_import_leaves_what_was_there(tmp_path):
    target = tmp_path / "o.sqlite"
    filled(target, main_table(tmp_path, 1))
    before = target.read_bytes()
    with pytest.raises(GazetteerError, match="There is no place to import"):
        fill(Reading([written(tmp_path, "b.csv", "name,lat,lon\nX,,\n")]), target)
    assert target.read_bytes() == before


def test_damage_in_the_middle_leaves_what_was_there(tmp_path):
    target = tmp_path / "o.sqlite"
    filled(target, main_table(tmp_path, 1))
    before = target.read_bytes()
    with pytest.raises(GazetteerError, match="NUL"):
        fill(Reading([written(tmp_path, "KG.txt", geonames_line(5) + "\0")]), target)
    assert target.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["KG.txt", "o.sqlite"]


def test_a_file_that_is_no_gazetteer_is_not_written_over(tmp_path):
    article = written(tmp_path, "article.txt", "Snow fell in Osh.")
    with pytest.raises(GazetteerError, match="is not a gazetteer file"):
        fill(Reading([main_table(tmp_path, 1)]), article, anew=True)
    assert article.read_text() == "Snow fell in Osh."


def test_a_target_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(WritingError, match="cannot be written"):
        fill(Reading([main_table(tmp_path, 1)]), tmp_path / "none" / "o.sqlite")


def test_the_same_input_gives_the_same_bytes(tmp_path):
    path = main_table(tmp_path, 3, 1, 2)
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    filled(one, path)
    filled(two, path)
    assert one.read_bytes() == two.read_bytes()


def test_the_version_follows_what_was_imported(tmp_path):
    target = tmp_path / "o.sqlite"
    versions = {filled(target, main_table(tmp_path, n))[0].version for n in (1, 2, 3)}
    assert len(versions) == 3


def test_progress_counts_every_byte(tmp_path):
    path = main_table(tmp_path, *range(1, 10_000))
    told = []
    fill(Reading([path]), tmp_path / "o.sqlite", watching=Watching(progress=told.append))
    assert sum(told) == path.stat().st_size
    assert len(told) > 2


def test_memory_does_not_grow_with_the_file(tmp_path):
    def peak(rows):
        path = main_table(tmp_path, *range(1, rows), name=f"{rows}.txt")
        tracemalloc.start()
        preview(Reading([path]), tmp_path / "o.sqlite")
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(20_000) < 1.5 * peak(4_000)


def test_a_crash_leaves_what_was_there(tmp_path):
    target = tmp_path / "o.sqlite"
    filled(target, main_table(tmp_path, 1))
    before = target.read_bytes()
    path = main_table(tmp_path, *range(2, 5000), name="many.txt")
    code = f"""
        import os, signal
        from pathlib import Path
        from storymap.gazetteer.importing.filling import Watching, fill
        from storymap.gazetteer.importing.reading import Reading
        die = lambda read: os.kill(os.getpid(), signal.SIGKILL)
        fill(Reading([Path({str(path)!r})]), Path({str(target)!r}), watching=Watching(die))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], env=os.environ, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == before
    assert Store(target).get("gn:1") is not None
