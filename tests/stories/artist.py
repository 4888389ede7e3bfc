"""Somebody at the window: a story is a generator that acts with mouse and keys and yields what it waits for."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSpinBox, QWidget

from stylegui.__main__ import main
from stylegui.paths import Paths
from stylegui.settings import SettingsStore
from stylegui.ui.dialogs.export import ExportDialog
from stylegui.ui.main_window import MainWindow

Story = Generator[Callable[[], bool], None, None]
W = TypeVar("W", bound=QWidget)

LOOK_EVERY_MS = 10
PATIENCE_S = 60.0


class Artist(QObject):
    """Carries a story through while the program runs, and closes the window at its end, also after a failure."""

    def __init__(self, tell: Callable[[Artist], Story]) -> None:
        super().__init__()
        self._story = tell(self)
        self._awaited: Callable[[], bool] = self._window_is_open
        self._deadline = time.monotonic() + PATIENCE_S
        self.failure: BaseException | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def window(self) -> MainWindow:
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())

    def button(self, text: str, inside: QWidget | None = None) -> QPushButton:
        """The visible button with these words."""
        buttons = (inside or self.window.paint_panel).findChildren(QPushButton)
        return next(button for button in buttons if button.text() == text and button.isVisible())

    def named(self, kind: type[W], name: str) -> W:
        """The visible control of this accessible name in the panel of parameters."""
        controls = self.window.paint_panel.findChildren(kind)
        return next(w for w in controls if w.accessibleName() == name and w.isVisible())

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the canvas."""
        QTest.keyClick(self.window.canvas, key, modifiers)

    def is_back(self) -> bool:
        """Whether the window is the active one, as a window manager makes it after a dialog; else make it that."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
        return self.window.isActiveWindow()

    def drop(self, *paths: Path, on: QWidget | None = None) -> None:
        """Let go of files in the middle of a widget, usually the canvas."""
        target = on or self.window.canvas
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        middle = QPointF(target.width() / 2, target.height() / 2)
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(target, QDragEnterEvent(middle.toPoint(), copy, mime, left, none))
        QApplication.sendEvent(target, QDropEvent(middle, copy, mime, left, none))

    def type_size(self, size_px: int) -> None:
        """Set the long side of what is painted."""
        box = self.named(QSpinBox, "Size")
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(size_px))
        QTest.keyClick(box, Qt.Key.Key_Return)

    def export_dialog(self) -> ExportDialog | None:
        return next((w for w in self.window.findChildren(ExportDialog) if w.isVisible()), None)

    @property
    def _line(self) -> int:
        return getattr(getattr(self._story, "gi_frame", None), "f_lineno", 0)

    @Slot()
    def _look(self) -> None:
        try:
            if not self._awaited():
                if time.monotonic() > self._deadline:
                    told = self.window.canvas.message or self.window.status.sentence
                    raise TimeoutError(f"line {self._line} of the story waits in vain; the window says “{told}”")
                return
            self._awaited = next(self._story)
            self._deadline = time.monotonic() + PATIENCE_S
        except BaseException as error:  # noqa: BLE001 - raised again when the program has ended
            self._timer.stop()
            if not isinstance(error, StopIteration):
                self.failure = error
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            app.closeAllWindows()

    def _window_is_open(self) -> bool:
        return any(isinstance(w, MainWindow) and w.isVisible() for w in QApplication.topLevelWidgets())


def live_through(tell: Callable[[Artist], Story], *words: str | Path) -> int:
    """Run the real program with these words on its command line while the story is lived; the exit code.

    Questions before closing are switched off: a story that fails could not answer them.
    """
    SettingsStore(Paths.of_user().settings_file).change(confirm_on_close_while_busy=False)
    artist = Artist(tell)
    code = main([str(word) for word in words])
    if artist.failure is not None:
        raise artist.failure
    return code
