"""The toolbar's button for comparing: a click compares or stops to, its arrow offers all ways."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class CompareButton(QToolButton):
    """Shows the way of comparing that is used, or was used last."""

    toggled_by_hand = Signal()

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setMenu(menu)
        self.setCheckable(True)
        self.setProperty("split", True)
        self.setAccessibleName(self.tr("Compare"))
        self.clicked.connect(self.toggled_by_hand)

    def show_mode(self, action: QAction, *, on: bool) -> None:
        """Take the picture of a way of comparing; `on` while it is used."""
        words = action.text().replace("&", "")
        self.setIcon(action.icon())
        self.setChecked(on)
        self.setToolTip(self.tr("Compare: {}").format(words))
        self.setAccessibleDescription(words if on else self.tr("Off"))
