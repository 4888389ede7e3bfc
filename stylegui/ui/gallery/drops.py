"""What may be dropped on the gallery, and what becomes of it: pictures, packs, and folders, which offer a choice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from stylegui.library.pack import PACK_SUFFIX
from stylegui.ui.gallery.pages import DropOverlay, DropZone
from stylegui.ui.mime import may_hold_pictures, read_pictures

LOOKED_AT = 16
_ADD, _WATCH = "add", "watch"


class GalleryDrops(QObject):
    """Takes the drags over a widget. Its signals are those of the panel; `folders_dropped` holds a list of Path."""

    styles_dropped = Signal(object)
    folders_dropped = Signal(object)
    message = Signal(str, str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._overlay = DropOverlay(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def _zones(self, mime: QMimeData) -> list[DropZone]:
        urls = mime.urls()
        paths = [Path(url.toLocalFile()) for url in urls[:LOOKED_AT] if url.isLocalFile()]
        if folders := [path for path in paths if path.is_dir()]:
            return self._folder_zones(folders, len(urls))
        if paths and len(paths) == len(urls) and all(path.suffix.lower() == PACK_SUFFIX for path in paths):
            return [DropZone(_ADD, "pack", self.tr("Open the style pack"))]
        several = self.tr("Add {} pictures to your styles").format(len(urls))
        return [DropZone(_ADD, "add", several if len(urls) > 1 else self.tr("Add to your styles"))]

    def _folder_zones(self, folders: list[Path], dropped: int) -> list[DropZone]:
        if dropped == 1:
            watch, copy = self.tr("Watch this folder"), self.tr("Copy its pictures")
        else:
            watch, copy = self.tr("Watch these folders"), self.tr("Copy their pictures")
        hint = self.tr("Its pictures stay there; new ones appear here by themselves.")
        return [
            DropZone(_WATCH, "eye", watch, hint),
            DropZone(_ADD, "copy", copy, self.tr("They become styles of your own, whatever happens to the folder.")),
        ]

    def _enter(self, event: QDragEnterEvent) -> bool:
        mime = event.mimeData()
        if not may_hold_pictures(mime):
            return False
        self._overlay.light_up(self._zones(mime))
        self._move(event)
        return True

    def _move(self, event: QDragMoveEvent) -> None:
        self._overlay.point_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _drop(self, event: QDropEvent) -> None:
        key = self._overlay.zone_at(event.position().toPoint())
        self._overlay.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        mime = event.mimeData()
        if key == _WATCH:
            paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
            self.folders_dropped.emit([path for path in paths if path.is_dir()])
            if files := [path for path in paths if path.is_file()]:
                self.styles_dropped.emit(files)
            return
        pictures = read_pictures(mime)
        if pictures.sources:
            self.styles_dropped.emit(pictures.sources)
        else:
            self.message.emit(pictures.refusal, "warning")

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                return self._enter(event)
            case QEvent.Type.DragMove if isinstance(event, QDragMoveEvent):
                self._move(event)
                return True
            case QEvent.Type.DragLeave:
                self._overlay.hide()
                return True
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self._drop(event)
                return True
            case QEvent.Type.Resize:
                self._overlay.cover()
        return False
