"""The toolbar's button for comparing: a click compares or stops to, its arrow offers all ways with their pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from stylegui.ui.actions import key_words


class CompareButton(QToolButton):
    """Shows the way of comparing that is used, or was used last."""

    toggled_by_hand = Signal()

    def __init__(self, ways: Sequence[QAction], others: QMenu, parent: QWidget | None = None) -> None:
        """`ways` are the actions of which one is chosen; `others` is the menu of what can be compared with."""
        super().__init__(parent)
        self._ways = ways
        menu = QMenu(self)
        menu.setProperty("ways", True)
        self._entries = [self._entry(menu, way) for way in ways]
        menu.addSeparator()
        menu.addMenu(others)
        menu.aboutToShow.connect(self._follow)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setMenu(menu)
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Compare"))
        self.clicked.connect(self.toggled_by_hand)

    def show_mode(self, action: QAction, *, on: bool) -> None:
        """Take the picture of a way of comparing; `on` while it is used."""
        words = action.text().replace("&", "")
        self.setIcon(action.icon())
        self.setChecked(on)
        self.setToolTip(self.tr("Compare: {}").format(words))
        self.setAccessibleDescription(words if on else self.tr("Off"))

    @staticmethod
    def _entry(menu: QMenu, way: QAction) -> QAction:
        """The same with its picture: menus of the menu bar show a tick in its place."""
        entry = menu.addAction(way.icon(), way.text())
        entry.setCheckable(True)
        entry.setIconVisibleInMenu(True)
        entry.triggered.connect(way.trigger)
        return entry

    @Slot()
    def _follow(self) -> None:
        for entry, way in zip(self._entries, self._ways, strict=True):
            # Only told: a second action with these keys would make them ambiguous.
            entry.setText(f"{way.text()}\t{key_words(way.shortcut())}")
            entry.setEnabled(way.isEnabled())
            entry.setChecked(way.isChecked())
