from pathlib import Path

import pytest

from stylegui.project.recent import LIMIT, RecentFiles
from tests.conftest import ExpectLog


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "state" / "recent.json"


def make_files(folder: Path, count: int) -> list[Path]:
    files = [folder / f"{number}.png" for number in range(count)]
    for file in files:
        file.touch()
    return files


def test_the_newest_comes_first_and_once_and_is_remembered(store: Path, tmp_path: Path) -> None:
    first, second = make_files(tmp_path, 2)
    recent = RecentFiles(store)
    for file in (first, second, first):
        recent.add(file)
    assert RecentFiles(store).paths == (first, second)


def test_files_that_are_gone_are_left_out(store: Path, tmp_path: Path) -> None:
    first, second = make_files(tmp_path, 2)
    recent = RecentFiles(store)
    recent.add(first)
    recent.add(second)
    second.unlink()
    assert recent.paths == (first,)


def test_only_so_many_are_kept(store: Path, tmp_path: Path) -> None:
    recent = RecentFiles(store)
    files = make_files(tmp_path, LIMIT + 3)
    for file in files:
        recent.add(file)
    assert recent.paths == tuple(reversed(files[-LIMIT:]))


@pytest.mark.parametrize("content", [b"", b"{", b'{"a": 1}', b"[1, 2]", b"\xff"])
def test_a_damaged_memory_is_an_empty_one(store: Path, content: bytes) -> None:
    store.parent.mkdir()
    store.write_bytes(content)
    assert RecentFiles(store).paths == ()


def test_clearing_is_remembered(store: Path, tmp_path: Path) -> None:
    recent = RecentFiles(store)
    recent.add(make_files(tmp_path, 1)[0])
    recent.clear()
    assert RecentFiles(store).paths == ()


def test_a_folder_that_cannot_be_made_is_only_logged(tmp_path: Path, expect_log: ExpectLog) -> None:
    expect_log("recent photos could not be saved")
    (tmp_path / "state").touch()
    recent = RecentFiles(tmp_path / "state" / "recent.json")
    file = make_files(tmp_path, 1)[0]
    recent.add(file)
    assert recent.paths == (file,)
