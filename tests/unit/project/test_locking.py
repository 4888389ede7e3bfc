"""A lock ends with the program that holds it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from stylegui.project.locking import FileLock, Holder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def test_one_at_a_time(path: Path) -> None:
    first, second = FileLock(path), FileLock(path)
    assert first.acquire()
    assert not second.acquire()
    assert second.holder.pid > 0
    assert not second.holder.is_elsewhere
    first.release()
    assert not path.exists()
    assert second.acquire()
    second.release()
    second.release()


def test_the_lock_of_a_program_that_was_killed_is_free(path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from stylegui.project.locking import FileLock\n"
        "lock = FileLock(Path(sys.argv[1])); assert lock.acquire(); print('locked', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "locked\n"
        lock = FileLock(path)
        assert not lock.acquire()
        assert lock.holder.pid == holder.pid
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert path.exists()
    assert lock.acquire()
    lock.release()


def test_a_name_from_another_computer_is_respected_until_told_otherwise(path: Path) -> None:
    path.write_text(json.dumps({"host": "studio-two", "pid": 7, "since": ""}))
    lock = FileLock(path)
    assert not lock.acquire()
    assert lock.holder == Holder("studio-two", 7)
    assert lock.acquire(over=lock.holder)
    lock.release()


def test_rubbish_in_the_file_does_not_matter(path: Path) -> None:
    path.write_bytes(b"\xff\x00")
    lock = FileLock(path)
    assert lock.acquire()
    lock.release()
