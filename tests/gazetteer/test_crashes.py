"""Several processes, and processes that are killed, at work on one file of edits."""

import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storymap.gazetteer.history import as_of, history
from storymap.gazetteer.own import OwnLayer
from tests.gazetteer.editing_desk import OSH, editor_in, everything_said

ROOT = Path(__file__).parents[2]

OPENING = """
import sys
from pathlib import Path
from storymap.gazetteer.editor import Editor
from storymap.gazetteer.own import OwnLayer
from storymap.gazetteer.store import Store
from tests.gazetteer.editing_desk import OSH, village

folder = Path(sys.argv[1])
layer = OwnLayer.create(folder / "own.sqlite")
editor = Editor(layer, Store(folder / "tiny.sqlite"), author="a process")
"""

KILLED_AT_A_STATEMENT = """
import os, signal

left = int(sys.argv[2])

def count(statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

editor.revision(OSH)
layer.file.connection().set_trace_callback(count)
editor.merge("sm:teyyit", OSH)
"""

BATCH_WITHOUT_END = """
with editor.batch() as batch:
    for number in range(800):
        batch.add(village(f"own:{number}", name=f"Village {number}", note="n" * 4000))
    print("written", flush=True)
    sys.stdin.read()
"""

EDITS_WITHOUT_END = """
for number in range(1_000_000):
    editor.edit(OSH, population=number + 1, note=f"note {number + 1}")
    print(number, flush=True)
"""

TWENTY_EDITS = """
for number in range(20):
    editor.add(village(f"own:{sys.argv[2]}-{number}", name=f"Village {number}"))
"""


def start(code: str, folder: Path, argument: object = "") -> subprocess.Popen:
    command = [sys.executable, "-c", OPENING + code, str(folder), str(argument)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)


def kill(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def assert_sound(layer: OwnLayer) -> None:
    """The file is whole, and what it says is what its history says."""
    assert layer.file.rows("PRAGMA integrity_check") == [("ok",)]
    replayed = as_of(layer, datetime.max.replace(tzinfo=UTC))
    assert everything_said(replayed) == everything_said(layer)
    query = "SELECT * FROM name_key ORDER BY 1, 2"
    assert replayed.file.rows(query) == layer.file.rows(query)


@pytest.mark.parametrize("statement", [*range(6, 33, 2), 99])
def test_a_process_killed_within_a_merge_leaves_all_of_it_or_nothing(tmp_path, statement):
    editor = editor_in(tmp_path)
    start(KILLED_AT_A_STATEMENT, tmp_path, statement).communicate()
    layer = OwnLayer.open(tmp_path / "own.sqlite")
    assert len(tuple(layer.entries())) == 2 * len(history(layer))
    assert_sound(layer)
    assert editor.hide("gn:1528675").change.number == len(history(layer))


def test_a_process_killed_within_a_large_batch_leaves_nothing_of_it(tmp_path):
    editor = editor_in(tmp_path)
    editor.hide(OSH)
    process = start(BATCH_WITHOUT_END, tmp_path)
    assert process.stdout.readline() == "written\n"
    assert Path(f"{tmp_path / 'own.sqlite'}-journal").stat().st_size > 0
    kill(process)
    layer = OwnLayer.open(tmp_path / "own.sqlite")
    assert [place_id for place_id, _ in layer.entries()] == [OSH]
    assert_sound(layer)


@pytest.mark.parametrize("edits", [1, 4, 9])
def test_a_process_killed_among_edits_leaves_the_last_whole_one(tmp_path, edits):
    editor_in(tmp_path)
    process = start(EDITS_WITHOUT_END, tmp_path)
    done = [int(process.stdout.readline()) for _ in range(edits)]
    kill(process)
    layer = OwnLayer.open(tmp_path / "own.sqlite")
    record = layer.entry(OSH).record
    assert record.place.population > done[-1]
    assert record.note == f"note {record.place.population}"
    assert_sound(layer)


def test_processes_that_edit_at_once_all_succeed(tmp_path):
    editor_in(tmp_path)
    processes = [start(TWENTY_EDITS, tmp_path, name) for name in ("a", "b", "c")]
    assert [p.communicate() and p.returncode for p in processes] == [0, 0, 0]
    layer = OwnLayer.open(tmp_path / "own.sqlite")
    assert [change.number for change in history(layer)] == [*range(60, 0, -1)]
    assert_sound(layer)


def test_processes_that_make_the_file_at_once_agree_on_it(tmp_path):
    editor_in(tmp_path)
    (tmp_path / "own.sqlite").unlink()
    processes = [start(TWENTY_EDITS, tmp_path, name) for name in ("a", "b", "c")]
    assert [p.communicate() and p.returncode for p in processes] == [0, 0, 0]
    assert len(tuple(OwnLayer.open(tmp_path / "own.sqlite").entries())) == 60
