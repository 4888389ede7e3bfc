"""A second window that shows the result, or what the canvas shows, such as full screen on another monitor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QMenu

from stylegui.ui import icons
from stylegui.ui.canvas import CanvasView, CompareMode, look
from stylegui.ui.canvas.modes import Label
from stylegui.ui.canvas.navigation import Navigable
from stylegui.ui.main_window import MainWindow
from stylegui.ui.preferences import Preferences
from stylegui.ui.window_state import restore_place, save_place

PLACE = "second_window"
SHARE_OF_SCREEN = 0.6
HINT_MS = 4000
POINTER_MS = 2500
"""In full screen the pointer goes after it has rested for so long."""


class SecondWindow(Navigable):
    """Shows the pictures of a canvas, through its camera as long as the hand does not move this window's own."""

    closed = Signal()

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__()
        self._canvas = canvas
        self._as_canvas = False
        self._follows = True
        self._hinted = True
        self.be_led()
        self.setWindowTitle(self.tr("Result – stylegui"))
        self.setWindowIcon(icons.app_icon())
        self.setAccessibleName(self.tr("Second window"))
        self._hint_timer = self._single_shot(HINT_MS, self._end_hint)
        self._pointer_timer = self._single_shot(POINTER_MS, self._hide_pointer)
        canvas.content_shown.connect(self._take_pictures)
        canvas.camera_changed.connect(self._take_camera)
        canvas.view_changed.connect(self._take_comparison)
        self._take_pictures()
        self._take_comparison()
        self._hint_timer.start()

    def _single_shot(self, interval_ms: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    @property
    def shows_comparison(self) -> bool:
        """Whether it compares as the canvas does; else it shows the result only."""
        return self._as_canvas

    @Slot(bool)
    def set_shows_comparison(self, as_canvas: bool) -> None:
        """Compare as the canvas does, or show the result only."""
        self._as_canvas = as_canvas
        self._take_comparison()

    @property
    def follows(self) -> bool:
        """Whether it looks where the canvas looks."""
        return self._follows

    @Slot(bool)
    def set_follows(self, follows: bool) -> None:
        """Look where the canvas looks, or by itself."""
        self._follows = follows
        self._take_camera()

    @Slot()
    def toggle_full_screen(self) -> None:
        """From full screen to a window and back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def go_to(self, screen: QScreen) -> None:
        """Fill another screen."""
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setGeometry(screen.availableGeometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)

    @Slot()
    def _take_pictures(self) -> None:
        self.mirror(self._canvas)
        self._take_camera()

    @Slot()
    def _take_camera(self) -> None:
        if self._follows:
            self.look_like(self._canvas)

    @Slot()
    def _take_comparison(self) -> None:
        if not self._as_canvas:
            self.set_compare_mode(CompareMode.OFF)
            self.set_peek(False)
            return
        canvas = self._canvas
        if self.contacts != canvas.contacts:
            self.set_contact(canvas.contacts)
        self.set_compare_mode(canvas.compare_mode)
        self.restore_comparison(canvas.comparison_state())
        if self.sides_swapped != canvas.sides_swapped:
            self.set_sides_swapped(canvas.sides_swapped)
        self.set_peek(canvas.is_peeking)

    def camera_taken(self) -> None:
        self._follows = False

    def labels(self) -> list[Label]:
        return [replace(label, choice=False) for label in super().labels()]

    @Slot()
    def _end_hint(self) -> None:
        self._hinted = False
        self.update()

    @Slot()
    def _hide_pointer(self) -> None:
        if self.isFullScreen():
            self.setCursor(Qt.CursorShape.BlankCursor)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for words, as_canvas in ((self.tr("&Result only"), False), (self.tr("&As on the canvas"), True)):
            entry = self._entry(menu, words, checked=self._as_canvas is as_canvas)
            group.addAction(entry)
            if as_canvas:
                entry.toggled.connect(self.set_shows_comparison)
        menu.addSeparator()
        self._entry(menu, self.tr("F&ollow the canvas"), checked=self._follows).toggled.connect(self.set_follows)
        menu.addAction(icons.icon("fit"), self.tr("&Fit")).triggered.connect(self._fit_by_hand)
        menu.addSeparator()
        full = menu.addAction(icons.icon("full-screen"), self.tr("Full &screen"))
        full.setShortcut("F11")
        full.triggered.connect(self.toggle_full_screen)
        close = menu.addAction(icons.icon("close"), self.tr("&Close"))
        close.setShortcut("Esc")
        close.triggered.connect(self.close)
        return menu

    @staticmethod
    def _entry(menu: QMenu, words: str, *, checked: bool) -> QAction:
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(checked)
        return entry

    @Slot()
    def _fit_by_hand(self) -> None:
        self.camera_taken()
        self.fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer_timer.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self._menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_F11, Qt.Key.Key_F):
            self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._hinted:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.chip_font(self.font())
        words = self.tr("Esc closes · F11 full screen · right-click for more")
        size = look.chip_rect(font, words)
        if size.width() < self.width():
            corner = QPointF(round((self.width() - size.width()) / 2), self.height() - size.height() - 3 * look.UNIT_PX)
            look.draw_chip(painter, corner, words, font)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and not self.isFullScreen():
            self.unsetCursor()

    def sizeHint(self) -> QSize:
        return QSize(100 * look.UNIT_PX, 75 * look.UNIT_PX)


class SecondScreen(QObject):
    """Opens and closes the second window, and remembers where it stood and what it showed."""

    def __init__(
        self, window: MainWindow, preferences: Preferences, store: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._main = window
        self._preferences = preferences
        self._store = store
        self._action = window.actions_by_id["second_window"]
        self._action.triggered.connect(self._on_action)
        self.window: SecondWindow | None = None
        """The second window, while it is open."""

    @Slot(bool)
    def _on_action(self, wanted: bool) -> None:
        if wanted:
            self.open()
        else:
            self.close()

    def open(self) -> None:
        """Show it where it was last; the first time full screen on another screen, if there is one."""
        if self.window is not None:
            self.window.raise_()
            return
        window = SecondWindow(self._main.canvas)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.closed.connect(self._on_closed)
        kept = self._preferences.current.second_window
        window.set_shows_comparison(bool(kept.get("as_canvas", False)))
        window.set_follows(bool(kept.get("follows", True)))
        window.set_reduced_motion(self._preferences.current.reduced_motion)
        self._place(window, known=bool(kept))
        self.window = window
        self._action.setChecked(True)
        window.show()

    def _place(self, window: SecondWindow, *, known: bool) -> None:
        own = self._main.screen()
        window.resize(own.availableSize() * SHARE_OF_SCREEN)
        others = [screen for screen in QGuiApplication.screens() if screen is not own]
        if known:
            restore_place(window, self._store, PLACE)
        elif others:
            window.go_to(others[0])

    @Slot()
    def close(self) -> None:
        """Close it, if it is open."""
        if self.window is not None:
            self.window.close()

    @Slot()
    def _on_closed(self) -> None:
        window, self.window = self.window, None
        self._action.setChecked(False)
        if window is not None:
            save_place(window, self._store, PLACE)
            state = {"as_canvas": window.shows_comparison, "follows": window.follows}
            self._preferences.remember(second_window=state)
