import os
import threading
from pathlib import Path

import pytest

from storymap.errors import WritingError
from storymap.formats.files import write_atomically


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_atomically(tmp_path / "map.html", b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("map.html", b"new")]


def test_what_stood_there_is_replaced_and_its_mode_kept(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_bytes(b"old and longer")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_new_file_has_the_mode_that_new_files_have(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_atomically(tmp_path / "map.html", b"new")
    assert (tmp_path / "map.html").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "map.html")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "map.html").read_bytes() == b"new"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WritingError, match="nowhere does not exist, make it first"):
        write_atomically(tmp_path / "nowhere" / "map.html", b"new")


def test_a_folder_in_the_way_is_named_and_left(tmp_path: Path) -> None:
    (tmp_path / "map.html").mkdir()
    with pytest.raises(WritingError, match="is a folder"):
        write_atomically(tmp_path / "map.html", b"new")
    assert list(tmp_path.iterdir()) == [tmp_path / "map.html"]


@pytest.mark.parametrize("name", ["nul\0", "long" * 100])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WritingError, match="cannot be written"):
        write_atomically(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(WritingError, match="No space left on device"):
        write_atomically(path, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("map.html", b"old")]


def full_disk(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, b"new")
    reader.join(timeout=10)
    assert got == [b"new"]
    assert pipe.is_fifo()
