"""A lock that ends with the program that holds it, however that ends. No Qt."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_TRIES = 5
_BYTE = 1 << 30
"""Windows keeps others from reading what is locked, so a byte far behind the content is."""
_CONTENT_BYTES = 4096


@dataclass(frozen=True)
class Holder:
    """Who holds a lock, as far as it is known: the computer, and the process on it."""

    host: str = ""
    pid: int = 0

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is another computer, of which this one cannot know if it still runs."""
        return self.host not in ("", socket.gethostname())


class FileLock:
    """A file that one process at a time has locked. The system takes the lock back when the process is gone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self.holder = Holder()
        """After a failed `acquire`: who has it."""

    @property
    def held(self) -> bool:
        return self._descriptor is not None

    def acquire(self, *, over: Holder | None = None) -> bool:
        """Take the lock; False where another process has it, or a process on another computer left its name in it.

        `over` is such a left name that is to be ignored. Raises OSError where the file cannot be made.
        """
        for _ in range(_TRIES):
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
            if not _lock(descriptor):
                self.holder = _read(descriptor)
                os.close(descriptor)
                return False
            if _is_at(self._path, descriptor):
                break
            os.close(descriptor)  # its holder removed it in this very moment
        else:
            return False
        self.holder = _read(descriptor)
        if self.holder.is_elsewhere and self.holder != over:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        text = json.dumps(
            {"host": socket.gethostname(), "pid": os.getpid(), "since": datetime.now(UTC).isoformat()}
        ).encode()
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, text)
        return True

    def release(self) -> None:
        """Give the lock back, and take its file away."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if sys.platform == "win32":
            os.close(descriptor)
            with suppress(OSError):
                self._path.unlink()
            return
        # In this order nobody can lock a file that is about to go.
        with suppress(OSError):
            self._path.unlink()
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """False where another process has it. A file system that knows no locks lets everybody in."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _BUSY
    return True


def _is_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _read(descriptor: int) -> Holder:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        content = json.loads(os.read(descriptor, _CONTENT_BYTES))
        return Holder(str(content["host"]), int(content["pid"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()
