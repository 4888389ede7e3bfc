"""The head of the queue: its name, how much there is to do, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from stylegui.ui import theme
from stylegui.ui.history.header import HEIGHT_PX
from stylegui.ui.icons import icon

ICON_PX, CLOSE_ICON_PX = 16, 12


class QueueHeader(QWidget):
    """Stands in the place of the dock's title bar, as that of the history does beside it."""

    pause_toggled = Signal()
    stop_wanted = Signal()
    stop_waiting_wanted = Signal()
    stop_all_wanted = Signal()
    clear_wanted = Signal()
    close_requested = Signal()

    def __init__(self, hold: QAction, parent: QWidget | None = None) -> None:
        """`hold` is the action that holds the queue after the running picture."""
        super().__init__(parent)
        self.setFixedHeight(HEIGHT_PX)
        title = QLabel(self.tr("Queue"))
        title.setProperty("role", "heading")
        self._summary = QLabel()
        self._summary.setProperty("role", "dim")
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.pause = self._button("pause", self.tr("Pause the picture that is painted"))
        self.pause.clicked.connect(self.pause_toggled)
        self.stop = self._button("stop", self.tr("Stop"))
        self.stop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.stop)
        self.stop_current = menu.addAction(icon("stop"), self.tr("&Stop this picture"))
        self.stop_waiting = menu.addAction(self.tr("&Remove all that wait"))
        self.stop_all = menu.addAction(self.tr("Stop &everything"))
        self.stop_current.triggered.connect(self.stop_wanted)
        self.stop_waiting.triggered.connect(self.stop_waiting_wanted)
        self.stop_all.triggered.connect(self.stop_all_wanted)
        self.stop.setMenu(menu)
        self.hold = self._button("", "")
        self.hold.setDefaultAction(hold)
        self.hold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.clear = self._button("trash", self.tr("Clear what is done"))
        self.clear.clicked.connect(self.clear_wanted)
        self.close_button = self._button("close", self.tr("Close the queue"))
        self.close_button.setIconSize(QSize(CLOSE_ICON_PX, CLOSE_ICON_PX))
        self.close_button.clicked.connect(self.close_requested)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 5, 5)
        row.setSpacing(4)
        row.addWidget(title)
        row.addSpacing(6)
        row.addWidget(self._summary, 1)
        for button in (self.pause, self.stop, self.hold, self.clear):
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self.close_button)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("small", True)
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        if name:
            button.setIcon(icon(name))
            button.setToolTip(words)
            button.setAccessibleName(words)
        return button

    def show_summary(self, text: str) -> None:
        self._summary.setText(text)
        self._summary.setToolTip(text)

    def show_state(self, *, running: bool, paused: bool, waiting: bool, ended: bool) -> None:
        """What can be done now."""
        words = self.tr("Go on painting") if paused else self.tr("Pause the picture that is painted")
        self.pause.setIcon(icon("play" if paused else "pause"))
        self.pause.setToolTip(words)
        self.pause.setAccessibleName(words)
        self.pause.setEnabled(running)
        self.stop.setEnabled(running or waiting)
        self.stop_current.setEnabled(running)
        self.stop_waiting.setEnabled(waiting)
        self.stop_all.setEnabled(running and waiting)
        self.clear.setEnabled(ended)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a panel: what stands in the place of a title bar has none of its own."""
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(look.window))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.line))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), HEIGHT_PX)
