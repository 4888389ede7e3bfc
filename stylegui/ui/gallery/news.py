"""What the background work of the gallery has brought: told in a sentence, made undoable, and shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from stylegui.library.found import ScanReport
from stylegui.library.pack import ExportReport, PackReport
from stylegui.library.styles import Located
from stylegui.ui.gallery.edits import LibraryEdits
from stylegui.ui.gallery.folders import GalleryFolders
from stylegui.ui.gallery.importer import ImportReport, StyleImporter
from stylegui.ui.gallery.sentences import about_export, about_import, about_pack, about_scan
from stylegui.ui.gallery.thumbnails import ThumbnailLoader


class GalleryNews(QObject):
    """`worth_seeing` is the id of a style that came in, `styles_added` the list of all ids that did."""

    library_changed = Signal()
    worth_seeing = Signal(str)
    styles_added = Signal(object)
    message = Signal(str, str)

    def __init__(
        self,
        edits: LibraryEdits,
        importer: StyleImporter,
        folders: GalleryFolders,
        thumbnails: ThumbnailLoader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._edits = edits
        self._thumbnails = thumbnails
        importer.styles_added.connect(self._take_pictures)
        importer.pack_imported.connect(self._take_pack)
        importer.pack_exported.connect(self._take_export)
        importer.located.connect(self._take_located)
        folders.scanned.connect(self._take_scan)
        edits.pictures_changed.connect(thumbnails.forget)

    @Slot(object)
    def _take_pictures(self, report: ImportReport) -> None:
        if report.added:
            self._edits.record_added(report.added)
        if seen := report.added or report.known:
            self.worth_seeing.emit(seen[0].id)
        self.message.emit(*about_import(report))
        if report.added:
            self.styles_added.emit([style.id for style in report.added])

    @Slot(object)
    def _take_pack(self, report: PackReport) -> None:
        if report.added:
            self._edits.record_added(report.added)
        if seen := report.added or report.known:
            self.worth_seeing.emit(seen[0].id)
        self.message.emit(*about_pack(report))
        if report.added:
            self.styles_added.emit([style.id for style in report.added])

    @Slot(object, object)
    def _take_export(self, report: ExportReport, path: Path) -> None:
        self.message.emit(*about_export(report, path))

    @Slot(object, object)
    def _take_located(self, located: Located, path: Path) -> None:
        self._edits.record_located(located, path)
        self.message.emit(self.tr("“{}” has its picture again.").format(located.style.title), "info")

    @Slot(object, bool)
    def _take_scan(self, report: ScanReport, asked: bool) -> None:
        self._thumbnails.forget(report.changed)
        if report.is_news:
            self.library_changed.emit()
        if asked or report.added or report.missing:
            self.message.emit(*about_scan(report))
