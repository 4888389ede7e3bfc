"""Watched folders: begun, looked through in the background, and ended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stylegui.engine.control import RunControl
from stylegui.library import LibraryError, StyleLibrary
from stylegui.library.found import ScanReport
from stylegui.ui.gallery.background import GalleryWork, Progress
from stylegui.ui.gallery.edits import LibraryEdits
from stylegui.ui.gallery.watching import FolderWatch

FIRST_SCAN_MS = 800


class GalleryFolders(QObject):
    """Keeps the gallery in step with the watched folders.

    `scanned` tells what was found, and whether the artist had asked to look (then it is worth a sentence).
    """

    scanned = Signal(object, bool)
    message = Signal(str, str)

    def __init__(
        self, library: StyleLibrary, edits: LibraryEdits, work: GalleryWork, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._edits = edits
        self._work = work
        self._watch = FolderWatch(self)
        self._watch.scan_wanted.connect(self._scan_changed)
        self._first_scan = QTimer(self)
        self._first_scan.setSingleShot(True)
        self._first_scan.setInterval(FIRST_SCAN_MS)
        self._first_scan.timeout.connect(self._scan_all)

    def begin(self) -> None:
        """Look through all watched folders soon, once the window is there, and keep an eye on them."""
        if self._library.folders.watched():
            self._first_scan.start()

    def shut_down(self) -> None:
        """Look no more."""
        self._first_scan.stop()
        self._watch.shut_down()

    def add(self, folders: Sequence[Path]) -> None:
        """Watch these folders too."""
        for folder in folders:
            if folder.resolve() in self._library.folders.watched():
                self.message.emit(self.tr("“{}” is watched already.").format(folder.name), "info")
                self.scan([folder.resolve()], asked=True)
                continue
            self._edits.do(
                self.tr("Watch “{}”").format(folder.name),
                partial(self._start_watching, folder),
                partial(self._stop_watching, folder),
            )

    def remove(self, folder: Path) -> None:
        """Watch a folder no more: its pictures leave the gallery and stay where they are."""
        self._edits.do(
            self.tr("Stop watching “{}”").format(folder.name),
            partial(self._stop_watching, folder),
            partial(self._start_watching, folder),
        )

    def scan(self, folders: Sequence[Path], *, asked: bool = False) -> None:
        """Look through these folders in the background."""
        for folder in folders:
            text = self.tr("Looking through “{}”").format(folder.name)
            self._work.start(
                text, partial(_scan, self._library, folder), partial(self._take_report, asked), quiet=not asked
            )

    def _start_watching(self, folder: Path) -> None:
        self.scan([self._library.folders.watch(folder)], asked=True)
        self._watch_places()

    def _stop_watching(self, folder: Path) -> None:
        self._library.folders.unwatch(folder)
        self._watch_places()

    @Slot()
    def _scan_all(self) -> None:
        self.scan(self._library.folders.watched())
        self._watch_places()

    @Slot(object)
    def _scan_changed(self, folders: list[Path]) -> None:
        watched = self._library.folders.watched()
        self.scan([folder for folder in folders if folder in watched])

    def _take_report(self, asked: bool, report: ScanReport) -> None:
        self._watch_places()
        self.scanned.emit(report, asked)

    def _watch_places(self) -> None:
        folders = self._library.folders
        places: list[Path] = []
        for folder in folders.watched():
            try:
                places += folders.places(folder)
            except LibraryError as error:
                self.message.emit(str(error), "warning")
        self._watch.set_folders(folders.watched(), places)


def _scan(library: StyleLibrary, folder: Path, control: RunControl, progress: Progress) -> ScanReport:
    return library.folders.scan(folder, control, progress)
