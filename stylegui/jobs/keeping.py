"""Where the states of runs are kept on the disk while they are painted, so that no crash costs a run."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from stylegui.files import replacing

SUFFIX = ".snapshot"
REMAINS = "*.part"

log = logging.getLogger(__name__)


class SnapshotKeeper:
    """Writes the newest state of one run over the one before. Called in the thread of the run; it never raises.

    `tell` gets one sentence when the disk does not take it, once until it does again.
    """

    def __init__(self, path: Path, tell: Callable[[str], None]) -> None:
        self._path = path
        self._tell = tell
        self._failing = False

    def __call__(self, pieces: Iterable[memoryview]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._path) as file:
                for piece in pieces:
                    file.write(piece)
        except OSError as error:
            if not self._failing:
                log.warning("the state of a run cannot be kept: %s", error)
                reason = error.strerror or "the disk refuses"
                self._tell(
                    f"This painting goes on, but a crash would lose it: it cannot be kept on the disk ({reason})."
                )
            self._failing = True
        else:
            self._failing = False


class SnapshotShelf:
    """The snapshots of a window's jobs, one file for each key. Without a folder nothing is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def keeper(self, key: str, tell: Callable[[str], None]) -> SnapshotKeeper | None:
        """What keeps the states of the job of this key."""
        return SnapshotKeeper(self._path(self.folder, key), tell) if self.folder is not None else None

    def find(self, key: str) -> Path | None:
        """The snapshot of a job, where there is one."""
        if self.folder is None:
            return None
        path = self._path(self.folder, key)
        return path if path.is_file() else None

    def drop(self, key: str) -> None:
        """Forget the snapshot of a job."""
        if self.folder is not None:
            with suppress(OSError):
                self._path(self.folder, key).unlink(missing_ok=True)

    def hand_on(self, key: str) -> str:
        """A new key for the job of this one, which goes on from the same snapshot."""
        new, path = uuid4().hex, self.find(key)
        if path is not None and self.folder is not None:
            with suppress(OSError):
                path.replace(self._path(self.folder, new))
        return new

    def tidy(self, keys: Iterable[str]) -> None:
        """Remove what is of none of these jobs, and what a crash has left half written."""
        if self.folder is None:
            return
        wanted = {self._path(self.folder, key) for key in keys}
        with suppress(OSError):
            for path in [*self.folder.glob(f"*{SUFFIX}"), *self.folder.glob(f".stylegui-{REMAINS}")]:
                if path not in wanted:
                    path.unlink(missing_ok=True)

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / f"{key}{SUFFIX}"
