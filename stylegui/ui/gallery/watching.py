"""Keeps an eye on the watched folders: looks through them at the start, and again when something changes in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

SETTLE_MS = 1500
SUBFOLDERS_WATCHED = 256


class FolderWatch(QObject):
    """Says which watched folders want to be looked through. Many changes at once, as of a copy, count as one."""

    scan_wanted = Signal(object)
    """A list of Path."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: list[Path] = []
        self._changed: set[Path] = set()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._note)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._tell)

    def set_folders(self, folders: Iterable[Path], places: Iterable[Path] = ()) -> None:
        """Watch exactly these folders; `places` are those below them that hold pictures."""
        self._folders = list(folders)
        wanted = [*self._folders, *list(places)[:SUBFOLDERS_WATCHED]]
        paths = {str(each) for each in wanted if each.is_dir()}
        known = set(self._watcher.directories())
        if gone := known - paths:
            self._watcher.removePaths(sorted(gone))
        if fresh := paths - known:
            self._watcher.addPaths(sorted(fresh))

    def shut_down(self) -> None:
        """Watch nothing any more."""
        self._settled.stop()
        if directories := self._watcher.directories():
            self._watcher.removePaths(directories)

    @Slot(str)
    def _note(self, path: str) -> None:
        place = Path(path)
        self._changed |= {folder for folder in self._folders if place == folder or place.is_relative_to(folder)}
        self._settled.start()

    @Slot()
    def _tell(self) -> None:
        changed, self._changed = sorted(self._changed), set()
        if changed:
            self.scan_wanted.emit(changed)
