"""The offer of what a crash has left: what it is, how much, and from when."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QIcon, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from stylegui.ui import icons
from stylegui.ui.dialogs.form import dim, heading

PICTURE_PX = 72
MARGIN_PX = 10
CORNER_PX = 5
ROW_PX = 88
SHOWN_ROWS = 4


class Wish(enum.Enum):
    """What is to be done with one of them."""

    RESTORE = "restore"
    DELETE = "delete"


@dataclass(frozen=True)
class LostItem:
    """A document that was not closed in peace: its name, what is in it and from when, and a picture of it."""

    name: str
    facts: str
    image: QImage | None = None


class RecoveryDialog(QDialog):
    """Lists what there is. Closing it leaves everything for another time."""

    wished = Signal(int, object)
    """The number of an item in the list, and a `Wish`."""

    def __init__(self, items: Sequence[LostItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unsaved work"))
        several = len(items) > 1
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Unsaved work"))
        self._list.setIconSize(QSize(PICTURE_PX + 2 * MARGIN_PX, PICTURE_PX))
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for item in items:
            entry = QListWidgetItem(self._icon(item.image), f"{item.name}\n{item.facts}")
            entry.setSizeHint(QSize(0, ROW_PX))
            self._list.addItem(entry)
        self._list.setCurrentRow(0)
        self._list.setFixedHeight(min(len(items), SHOWN_ROWS) * ROW_PX + 2 * self._list.frameWidth() + 2)
        self._list.itemDoubleClicked.connect(self._restore)
        self._delete_button = self._button(self.tr("Delete"), self._delete)
        later = self._button(self.tr("Not now"), self.reject)
        self._restore_button = self._button(self.tr("Restore"), self._restore)
        self._restore_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self._delete_button)
        foot.addStretch(1)
        foot.addWidget(later)
        foot.addWidget(self._restore_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("Your work was not lost")))
        told = self.tr("stylegui was not closed in the usual way. This is what it kept:")
        layout.addWidget(dim(told))
        layout.addSpacing(2)
        layout.addWidget(self._list)
        hint = dim(self.tr("What you do not restore now is offered again at the next start."))
        hint.setVisible(several)
        layout.addWidget(hint)
        layout.addSpacing(6)
        layout.addLayout(foot)
        self.setMinimumWidth(500)
        self._restore_button.setFocus()

    @property
    def chosen(self) -> int:
        """The number of the item that is chosen."""
        return self._list.currentRow()

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    @staticmethod
    def _icon(image: QImage | None) -> QIcon:
        if image is None:
            return icons.icon("photo")
        # Centred in a place of one size, so that the words of all items begin in one column.
        scale = max(image.width(), image.height()) / PICTURE_PX
        place = QPixmap(round((PICTURE_PX + 2 * MARGIN_PX) * scale), round(PICTURE_PX * scale))
        place.fill(Qt.GlobalColor.transparent)
        corner = QPointF((place.width() - image.width()) / 2, (place.height() - image.height()) / 2)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(corner, QSizeF(image.size())), CORNER_PX * scale, CORNER_PX * scale)
        painter = QPainter(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrushOrigin(corner)
        painter.fillPath(outline, QBrush(image))
        painter.end()
        icon = QIcon(place)
        icon.addPixmap(place, QIcon.Mode.Selected)  # as it is: its colours are what it is known by
        return icon

    @Slot()
    def _restore(self) -> None:
        self.wished.emit(self.chosen, Wish.RESTORE)

    @Slot()
    def _delete(self) -> None:
        self.wished.emit(self.chosen, Wish.DELETE)
