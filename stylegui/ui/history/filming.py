"""Makes films of makings in the background."""

from __future__ import annotations

import functools
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.images import PictureError
from stylegui.jobs.task import TaskPool
from stylegui.project.document import Version
from stylegui.project.film import FilmError, FilmOptions, Tell, write_film
from stylegui.project.making import MakingOf
from stylegui.project.naming import painting_name, unique_path
from stylegui.ui.history.film_dialog import FilmDialog
from stylegui.ui.history.film_progress import FilmProgress
from stylegui.ui.messages import Messages
from stylegui.ui.preferences import Preferences

FINISH_MS = 60_000
PURPOSE = "film"
"""What the folder of films is remembered under."""


@dataclass(frozen=True, eq=False)
class _Order:
    making: MakingOf
    version: Version
    path: Path
    options: FilmOptions
    control: RunControl


class Filming(QObject):
    """One film at a time."""

    saved = Signal(object)
    """The `Path` of a film."""
    _told = Signal(float)

    def __init__(
        self,
        window: QWidget,
        progress: FilmProgress,
        preferences: Preferences,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._progress = progress
        self._preferences = preferences
        self._messages = messages
        self._tasks = TaskPool(expected=(FilmError, PictureError), parent=self)
        self._dialog: FilmDialog | None = None
        self._wanted: tuple[Version, MakingOf] | None = None
        self._order: _Order | None = None
        self._told.connect(progress.show_share, Qt.ConnectionType.QueuedConnection)
        progress.cancelled.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether a film is being made."""
        return self._order is not None

    @property
    def dialog(self) -> FilmDialog | None:
        """The dialog that is open now."""
        return self._dialog

    def ask(self, version: Version, making: MakingOf) -> None:
        """Ask how the film is to be made and where it goes, and make it."""
        if self._dialog is not None:
            return
        if self.busy:
            self._messages.news(self.tr("One film at a time: please wait until the other is done."))
            return
        dialog = FilmDialog(version.size, self._preferences.current.film_options, self._window)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog, self._wanted = dialog, (version, making)
        dialog.open()

    @Slot()
    def cancel(self) -> None:
        """Give up the film that is being made; nothing is left of it."""
        if self._order is not None:
            self._order.control.cancel()

    def close(self) -> bool:
        """End what is being made; False where that took too long."""
        self.cancel()
        return self._tasks.close(FINISH_MS)

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, wanted, self._dialog, self._wanted = self._dialog, self._wanted, None, None
        if dialog is None or wanted is None:
            return
        options = dialog.options
        dialog.deleteLater()
        if result != QDialog.DialogCode.Accepted:
            return
        self._preferences.remember(film_options=asdict(options))
        path = self._ask_for_path(wanted[0], options)
        if path is not None:
            self.make(wanted[0], wanted[1], path, options)

    def _ask_for_path(self, version: Version, options: FilmOptions) -> Path | None:
        suffix = f".{options.format}"
        last = self._preferences.current.last_folders.get(PURPOSE, "")
        folder = Path(last) if last and Path(last).is_dir() else Path.home()
        name = painting_name(version.held_photo.name, version.title)
        wanted = unique_path(folder / f"{name}{suffix}")
        pattern = self.tr("Films") + f" (*{suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export making-of"), str(wanted), pattern)
        if not chosen:
            return None
        path = Path(chosen)
        self._preferences.remember_folder(PURPOSE, str(path.parent))
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def make(self, version: Version, making: MakingOf, path: Path, options: FilmOptions) -> None:
        """Make a film in the background."""
        self._order = order = _Order(making, version, path, options, RunControl())
        self._progress.show_share(0.0)
        self._tasks.run(
            functools.partial(_made, order, self._told.emit), functools.partial(self._on_made, order), self._on_failed
        )

    def _on_made(self, order: _Order, whole: bool) -> None:
        self._end()
        if not whole:
            self._messages.news(self.tr("The film was given up."))
            return
        self._messages.tell(
            self.tr("Saved “{}”.").format(order.path.name),
            self.tr("Show in folder"),
            functools.partial(_open_folder, order.path),
        )
        self.saved.emit(order.path)

    def _on_failed(self, text: str) -> None:
        self._end()
        self._messages.error(text)

    def _end(self) -> None:
        self._order = None
        self._progress.hide()


def _made(order: _Order, tell: Tell) -> bool:
    """Whether the film was made to its end, and not given up."""
    result = order.version.result.picture if order.options.with_result else None
    try:
        write_film(order.making, result, order.path, order.options, order.control, tell)
    except Cancelled:
        return False
    return True


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
