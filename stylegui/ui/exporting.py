"""Saving paintings in the background: with the dialog, again without it, and as a file for a drag."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from stylegui.engine.images import PictureError, SaveOptions, save_picture
from stylegui.jobs.task import TaskPool
from stylegui.project.document import Document, Version
from stylegui.project.naming import painting_name, unique_path
from stylegui.resources import resources_root
from stylegui.ui.dialogs.export import ExportDialog
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.painting import Painting, PaintState
from stylegui.ui.preferences import Preferences
from stylegui.ui.previewing import Previewing

FINISH_MS = 120_000
DRAG_OPTIONS = SaveOptions(compression=1)


@dataclass(frozen=True)
class Order:
    """A painting to be written: where, how, and whether its recipe goes into the file."""

    version: Version
    path: Path
    options: SaveOptions
    with_recipe: bool


@dataclass(eq=False)
class _Memory:
    """The latest export, to be repeated."""

    folder: Path
    options: SaveOptions
    with_recipe: bool
    paths: dict[Version, Path] = field(default_factory=dict)


class Exporter(QObject):
    """Exports the document's current painting."""

    saved = Signal(object)
    """The `Path` that was written."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        painting: Painting,
        previewing: Previewing,
        tasks: TaskPool,
        preferences: Preferences,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._painting = painting
        self._previewing = previewing
        self._tasks = tasks
        self._preferences = preferences
        self._messages = messages
        self._writers = TaskPool(expected=(PictureError,), parent=self)
        self._latest: _Memory | None = None
        self._dialog: ExportDialog | None = None
        self._asked_for: Version | None = None
        self._drag_folder: tempfile.TemporaryDirectory[str] | None = None
        self._failures = 0
        self._after_rendering: Callable[[], None] | None = None
        painting.finished.connect(self._on_rendered)
        painting.state_changed.connect(self._on_painting)
        window.actions_by_id["export"].triggered.connect(self.export)
        window.actions_by_id["export_again"].triggered.connect(self.export_again)
        window.canvas.set_file_source(self.file_for_drag)
        window.canvas.export_requested.connect(self.export)

    @property
    def writing(self) -> bool:
        """Whether files are being written."""
        return self._writers.busy

    def has_exported(self, version: Version) -> bool:
        """Whether a result was written in this session."""
        return self._latest is not None and version in self._latest.paths

    @property
    def dialog(self) -> ExportDialog | None:
        """The dialog that is open now."""
        return self._dialog

    @Slot()
    def export(self) -> None:
        """Ask how and where to save the painting that is seen."""
        version = self._document.current
        if self._dialog is not None:
            return
        if version is None:
            self._render_first(self.export)
            return
        # Styles are pictures of the artist's as well: neither they nor the photo are written over.
        inputs = [version.photo, *(style.picture for style in self._document.styles)]
        dialog = ExportDialog(
            version.result.picture,
            self._folder(version),
            painting_name(version.photo.name, version.title),
            self._tasks,
            remembered=self._preferences.current.export_options,
            recipe=version.result.recipe,
            sources=[Path(picture.source) for picture in inputs if picture.source],
            parent=self._window,
        )
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog, self._asked_for = dialog, version
        dialog.open()

    @Slot()
    def export_again(self) -> None:
        """Save as last time: over the file of this painting, or beside those of others."""
        version = self._document.current
        if version is None:
            self._render_first(self.export_again)
            return
        if self._latest is None:
            self.export()
            return
        path = self._latest.paths.get(version)
        if path is None:
            suffix = next(iter(self._latest.paths.values())).suffix
            name = painting_name(version.photo.name, version.title)
            path = unique_path(self._latest.folder / f"{name}{suffix}")
        self._write(Order(version, path, self._latest.options, self._latest.with_recipe))

    def file_for_drag(self) -> Path | None:
        """The painting as a file that can be dropped elsewhere; None where it cannot be written."""
        version = self._document.current
        if version is None:
            self._render_first(self._say_ready)
            return None
        if self._drag_folder is None:
            self._drag_folder = tempfile.TemporaryDirectory(prefix="stylegui-", ignore_cleanup_errors=True)
        name = f"{painting_name(version.photo.name, version.title)} {version.number}.png"
        path = Path(self._drag_folder.name) / name
        try:
            if not path.exists():
                save_picture(version.result.picture, path, DRAG_OPTIONS, version.result.recipe)
        except PictureError as error:
            self._messages.error(str(error))
            return None
        return path

    def _render_first(self, then: Callable[[], None]) -> None:
        """Paint at full size what the preview shows, and go on with the result."""
        if self._previewing.seen is None or self._painting.busy:
            return
        self._painting.start_preview()
        self._after_rendering = then
        self._messages.news(self.tr("Painting at full size first…"))

    def _say_ready(self) -> None:
        self._messages.news(self.tr("Painted at full size: now it can be dragged out."))

    @Slot(object)
    def _on_rendered(self, version: Version) -> None:
        then, self._after_rendering = self._after_rendering, None
        if then is not None and version.result.complete:
            if version.photo is self._document.photo:
                self._document.select_version(version)
            then()

    @Slot(object)
    def _on_painting(self, state: PaintState) -> None:
        """A run that is stopped or fails leads to no export."""
        if state is PaintState.STOPPING:
            self._after_rendering = None

    def finish(self) -> bool:
        """Wait for the files that are being written; False where one could not be, which the window then shows."""
        failures = self._failures
        if self.writing:
            self._writers.finish(FINISH_MS)
            QCoreApplication.sendPostedEvents(self._writers)
        return self._failures == failures

    def close(self) -> None:
        """Remove what was only made to be dragged out."""
        self._writers.close(FINISH_MS)
        if self._drag_folder is not None:
            self._drag_folder.cleanup()
            self._drag_folder = None

    def _folder(self, version: Version) -> Path:
        """Where exports went last, else beside the photo, else where pictures are kept."""
        source = Path(version.photo.source).absolute()
        if not version.photo.source or source.is_relative_to(resources_root()):
            source = Path()
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        last = self._preferences.current.last_folders.get("export", "")
        beside = str(source.parent) if source.name else ""
        for folder in (last, beside, pictures):
            if folder and Path(folder).is_dir():
                return Path(folder)
        return Path.home()

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, version = self._dialog, self._asked_for
        self._dialog = self._asked_for = None
        if dialog is None or version is None:
            return
        if result == QDialog.DialogCode.Accepted:
            order = Order(version, dialog.path, dialog.options, dialog.with_recipe)
            folders = {**self._preferences.current.last_folders, "export": str(order.path.parent)}
            self._preferences.remember(export_options=dialog.remembered(), last_folders=folders)
            self._write(order)
        dialog.deleteLater()

    def _write(self, order: Order) -> None:
        self._messages.news(self.tr("Saving “{}”…").format(order.path.name))
        recipe: Any = order.version.result.recipe if order.with_recipe else None
        self._writers.run(
            functools.partial(save_picture, order.version.result.picture, order.path, order.options, recipe),
            functools.partial(self._on_saved, order),
            self._on_failed,
        )

    def _on_saved(self, order: Order, _nothing: None) -> None:
        known = self._latest.paths if self._latest is not None else {}
        paths = {**known, order.version: order.path}
        self._latest = _Memory(order.path.parent, order.options, order.with_recipe, paths)
        self._messages.news("")
        self._messages.tell(
            self.tr("Saved “{}”.").format(order.path.name),
            self.tr("Show in folder"),
            functools.partial(_open_folder, order.path),
        )
        self.saved.emit(order.path)

    def _on_failed(self, text: str) -> None:
        self._failures += 1
        self._messages.news("")
        self._messages.error(text)


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
