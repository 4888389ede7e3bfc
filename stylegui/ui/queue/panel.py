"""The queue panel: the list of jobs, or a sentence where there are none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from stylegui.ui.actions import key_words
from stylegui.ui.icons import pixmap
from stylegui.ui.queue.header import QueueHeader
from stylegui.ui.queue.model import QueueModel
from stylegui.ui.queue.view import QueueView
from stylegui.ui.theme import current

EMPTY_ICON_PX = 28
EDGE_PX = 16


class QueuePanel(QWidget):
    """It decides nothing: it shows, and its view and its header tell what is asked for."""

    def __init__(self, model: QueueModel, add: QAction, hold: QAction, parent: QWidget | None = None) -> None:
        """`add` is the action that puts a picture into the queue, `hold` the one that holds it."""
        super().__init__(parent)
        self._model = model
        self._add = add
        self.header = QueueHeader(hold, self)
        self.view = QueueView(model)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel()
        self._sentence.setProperty("role", "dim")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self._sentence)
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        # The gaps between panels are darker than they are.
        self._pages.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        model.rowsInserted.connect(self._refresh)
        model.rowsRemoved.connect(self._refresh)
        add.changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._pages.setCurrentIndex(0 if self._model.rowCount() else 1)
        keys = key_words(self._add.shortcut())
        if keys:
            text = self.tr("Pictures line up here. Start another one while one is painted, or press {}.").format(keys)
        else:
            text = self.tr("Pictures line up here. Start another one while one is painted.")
        self._sentence.setText(text)
        self._icon.setPixmap(pixmap("queue", EMPTY_ICON_PX, current().text_off, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(360, 158)
