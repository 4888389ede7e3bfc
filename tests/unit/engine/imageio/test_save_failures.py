from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stylegui.engine.imageio import save
from stylegui.engine.images import Picture, PictureError, SaveOptions, load_picture, save_picture
from tests.unit.engine.imageio.samples import (
    chart,
)

ROOT = Path(__file__).parents[4]


def refused(path: Path, options: SaveOptions | None = None) -> str:
    with pytest.raises(PictureError) as caught:
        save_picture(Picture(chart()), path, options or SaveOptions())
    text = str(caught.value)
    assert text.endswith(".") and "\n" not in text
    return text


def test_a_missing_folder(tmp_path: Path) -> None:
    text = refused(tmp_path / "no such" / "x.png")
    assert text == "“x.png” cannot be saved: the folder “no such” does not exist."


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "x.png").mkdir()
    assert refused(tmp_path / "x.png") == "“x.png” cannot be saved: there is a folder of that name."
    assert list((tmp_path / "x.png").iterdir()) == []


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "x.png"
    path.write_bytes(b"the old file")
    return path


def assert_untouched(old: Path) -> None:
    assert old.read_bytes() == b"the old file"
    assert [entry.name for entry in old.parent.iterdir()] == [old.name]


def test_an_old_file_is_replaced_and_keeps_its_mode(old: Path) -> None:
    old.chmod(0o640)
    save_picture(Picture(chart()), old, SaveOptions())
    np.testing.assert_array_equal(load_picture(old).pixels, chart())
    assert old.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in old.parent.iterdir()] == [old.name]


def test_a_link_is_written_through(old: Path) -> None:
    link = old.with_name("link.png")
    link.symlink_to(old)
    save_picture(Picture(chart()), link, SaveOptions())
    assert link.is_symlink()
    np.testing.assert_array_equal(load_picture(old).pixels, chart())


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "“x.png” cannot be saved: there is not enough space on the disk."),
        (errno.EROFS, "“x.png” cannot be saved: the folder “{folder}” may not be written to."),
        (errno.EIO, "“x.png” cannot be saved: Input/output error."),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_at_the_last_moment(
    call: str, number: int, sentence: str, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    assert refused(old) == sentence.format(folder=old.parent.name)
    monkeypatch.undo()
    assert_untouched(old)


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_an_interruption_leaves_the_old_file(
    error: type[BaseException], old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(descriptor: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(error):
        save_picture(Picture(chart()), old, SaveOptions())
    monkeypatch.undo()
    assert_untouched(old)


def test_too_little_memory_is_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*arguments: object, **more: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(save, "encode_picture", exhausted)
    assert refused(old) == "There is not enough memory to save “x.png”."
    assert_untouched(old)


SAVING = """
import resource, signal, sys
import numpy as np
from stylegui.engine.images import Picture, PictureError, SaveOptions, save_picture
limit = int(sys.argv[2])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
pixels = np.random.default_rng(0).integers(0, 256, (300, 300, 3), np.uint8)
try:
    save_picture(Picture(pixels), sys.argv[1], SaveOptions())
except PictureError as error:
    print(error)
"""


def save_elsewhere(path: Path, file_size_limit: int = 0, **options: Any) -> str:
    """What a process of its own says when it saves a picture of 270 kB that cannot be compressed."""
    command = [sys.executable, "-W", "error", "-c", SAVING, str(path), str(file_size_limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, **options)
    assert done.stderr == ""
    return str(done.stdout).strip()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_file_that_breaks_off_in_the_middle(old: Path) -> None:
    assert save_elsewhere(old, 100_000) == "“x.png” cannot be saved: there is not enough space on the disk."
    assert_untouched(old)
    assert save_elsewhere(old) == ""
    assert load_picture(old).size == (300, 300)


def test_a_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("this user may not mount a small disk")
    try:
        old = disk / "x.png"
        old.write_bytes(b"the old file")
        assert save_elsewhere(old) == "“x.png” cannot be saved: there is not enough space on the disk."
        assert_untouched(old)
        remount = subprocess.run(["mount", "-o", "remount,ro", str(disk)], capture_output=True, check=False)
        if remount.returncode == 0:
            assert refused(old).startswith("“x.png” cannot be saved: ")
            assert refused(disk / "y.png") == "“y.png” cannot be saved: the folder “disk” may not be written to."
            assert_untouched(old)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_read_only_folder_and_file(old: Path) -> None:
    old.chmod(0o444)
    if os.access(old, os.W_OK):
        pytest.skip("this user may write everywhere")
    assert refused(old) == "“x.png” cannot be saved: there is a file of that name that may not be changed."
    old.parent.chmod(0o555)
    try:
        text = refused(old.parent / "y.png")
        assert text == f"“y.png” cannot be saved: the folder “{old.parent.name}” may not be written to."
    finally:
        old.parent.chmod(0o755)
    assert_untouched(old)


def test_a_path_that_no_system_takes(tmp_path: Path) -> None:
    assert "cannot be saved" in refused(tmp_path / ("x" * 300))
    assert "cannot be saved" in refused(tmp_path / "x\0.png")


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c").symlink_to("no such/folder")
    assert "cannot be saved" in refused(tmp_path / "a")
    assert "cannot be saved" in refused(tmp_path / "c")
    assert len(list(tmp_path.iterdir())) == 3
