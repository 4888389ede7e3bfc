"""One batch at a time in a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stylegui.batch.errors import BatchError

NAME = ".stylegui-batch.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for this process. The system lets go of it however the process ends.

    Raises BatchError where another process holds it, and OSError where no file can be made.
    """
    path = folder / NAME
    descriptor = _open(path)
    try:
        _hold(descriptor, folder)
        while not _is_open_at(path, descriptor):  # the one that held it has just removed it
            os.close(descriptor)
            descriptor = _open(path)
            _hold(descriptor, folder)
        try:
            yield
        finally:
            with suppress(OSError):  # Windows removes no file that is open
                path.unlink()
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)


def _is_open_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _hold(descriptor: int, folder: Path) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise BatchError(f"Another batch is at work in {folder}.") from error
