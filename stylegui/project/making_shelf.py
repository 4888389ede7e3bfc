"""Where the makings-of of a document lie on the disk, one file for each version, within a budget. No Qt."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from pathlib import Path

from stylegui.project.making import MakingError, MakingOf

SUFFIX = ".making"
LEAST_WORTH = 16
"""With fewer stills than twice this, a making-of that has to become smaller goes altogether."""

log = logging.getLogger(__name__)


class MakingShelf:
    """A folder of makings-of by the id of their version. May be used from any thread; `put` is for background ones."""

    def __init__(self, folder: Path | None, budget_bytes: int) -> None:
        """The folder is made with the first making-of that is put in; without one they stay in memory."""
        self.folder = folder
        self.budget_bytes = budget_bytes
        self._lock = threading.Lock()
        self._held: dict[str, MakingOf] = {}

    def put(self, version_id: str, making: MakingOf) -> MakingOf:
        """Keep a making-of; what it gives back is read from the file from then on.

        Older ones become sparser, and then go, where all together take more than the budget. Raises OSError and
        MakingError.
        """
        with self._lock:
            if self.folder is None:
                self._held[version_id] = making
                return making
            path = self._path(version_id, self.folder)
            self.folder.mkdir(parents=True, exist_ok=True)
            making.write(path)
            self._keep_to_budget(path)
            return MakingOf.open(path)

    def has(self, version_id: str) -> bool:
        """Whether there is a making-of of this version. Cheap."""
        return version_id in self._held or (self.folder is not None and self._path(version_id, self.folder).is_file())

    def get(self, version_id: str) -> MakingOf | None:
        """The making-of of a version, or None; a damaged one is told in the log."""
        if self.folder is None or not self.has(version_id):
            return self._held.get(version_id)
        try:
            return MakingOf.open(self._path(version_id, self.folder))
        except MakingError as error:
            log.warning("the making of version %s: %s", version_id, error)
            return None

    def size_bytes(self) -> int:
        """What all makings-of take on the disk."""
        return sum(size for _, size, _ in self._files())

    @staticmethod
    def _path(version_id: str, folder: Path) -> Path:
        return folder / f"{version_id}{SUFFIX}"

    def _files(self) -> list[tuple[float, int, Path]]:
        """(time of writing, size in bytes, path) of all files, oldest first."""
        found = []
        for path in self.folder.glob(f"*{SUFFIX}") if self.folder is not None else ():
            with suppress(OSError):
                facts = path.stat()
                found.append((facts.st_mtime, facts.st_size, path))
        return sorted(found)

    def _keep_to_budget(self, newest: Path) -> None:
        while True:
            files = self._files()
            others = [path for _, _, path in files if path != newest]
            if not others or sum(size for _, size, _ in files) <= self.budget_bytes:
                return
            self._shrink(others[0])

    @staticmethod
    def _shrink(path: Path) -> None:
        """Keep every other still of a making-of, or nothing where little would be left."""
        try:
            making = MakingOf.open(path)
            if len(making) >= 2 * LEAST_WORTH:
                making.thinned(len(making) // 2).write(path)
                return
        except (MakingError, OSError) as error:
            log.info("a making-of goes: %s", error)
        path.unlink(missing_ok=True)
