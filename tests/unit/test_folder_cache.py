"""A folder that keeps what was used last, within so many bytes."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from stylegui.folder_cache import FolderCache, mark_used


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def fill(folder: Path, count: int, size: int = 100) -> None:
    """Files 0.bin to (count - 1).bin, of which the first was used longest ago."""
    cache = FolderCache(folder, ".bin", limit_bytes=10**9)
    for number in range(count):
        path = cache.path(str(number))
        cache.put(path, bytes(size))
        os.utime(path, (number, number))


def test_the_folder_is_made_with_the_first_file(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path / "a" / "b", ".bin", limit_bytes=10)
    assert not cache.folder.exists()
    cache.put(cache.path("x"), b"content")
    assert (tmp_path / "a" / "b" / "x.bin").read_bytes() == b"content"


def test_the_least_used_leave_until_a_fifth_is_free(tmp_path: Path) -> None:
    fill(tmp_path, 10)
    mark_used(tmp_path / "0.bin")
    cache = FolderCache(tmp_path, ".bin", limit_bytes=1000)
    cache.put(cache.path("new"), bytes(100))
    assert names(tmp_path) == {"0.bin", "new.bin", *(f"{number}.bin" for number in range(4, 10))}


def test_up_to_the_limit_all_stay(tmp_path: Path) -> None:
    fill(tmp_path, 9)
    cache = FolderCache(tmp_path, ".bin", limit_bytes=1000)
    cache.put(cache.path("new"), bytes(100))
    assert len(names(tmp_path)) == 10


def test_the_newest_stays_even_if_it_alone_is_too_large(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    cache = FolderCache(tmp_path, ".bin", limit_bytes=50)
    cache.put(cache.path("new"), bytes(100))
    assert names(tmp_path) == {"new.bin"}


def test_files_of_others_are_neither_counted_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(bytes(5000))
    cache = FolderCache(tmp_path, ".bin", limit_bytes=1000)
    for name in ("a", "b"):
        cache.put(cache.path(name), bytes(100))
    assert names(tmp_path) == {"notes.txt", "a.bin", "b.bin"}


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = FolderCache(tmp_path / "file", ".bin", limit_bytes=1000)
    with pytest.raises(OSError, match="file"):
        cache.put(cache.path("x"), b"content")


def test_threads_may_share_it(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path, ".bin", limit_bytes=1000)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: cache.put(cache.path(str(number)), bytes(100)), range(60)))
    assert 1 <= len(names(tmp_path)) <= 10
