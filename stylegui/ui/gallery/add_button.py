"""The button that brings styles in, with a menu of the ways to do it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from stylegui.ui import icons


class AddButton(QPushButton):
    """Opens a menu; other parts of the program can put entries of their own at its end with `add_entry`."""

    pictures_wanted = Signal()
    folder_wanted = Signal()
    pack_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icons.icon("add"))
        self.setText(self.tr("Add"))
        self.setAccessibleName(self.tr("Add styles"))
        self.setToolTip(self.tr("Add styles of your own. You can also drop pictures, folders and style packs here."))
        menu = QMenu(self)
        menu.addAction(icons.icon("photo"), self.tr("Pictures…")).triggered.connect(self.pictures_wanted)
        menu.addAction(icons.icon("folder"), self.tr("Folder to watch…")).triggered.connect(self.folder_wanted)
        menu.addAction(icons.icon("pack"), self.tr("Style pack…")).triggered.connect(self.pack_wanted)
        self.setMenu(menu)

    def add_entry(self, action: QAction) -> None:
        """Put an entry at the end of the menu, apart from those that bring files in."""
        if not any(entry.isSeparator() for entry in self.menu().actions()):
            self.menu().addSeparator()
        self.menu().addAction(action)
