"""What can be done with one style, as a menu."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from stylegui.library import Style
from stylegui.ui import icons


class StyleMenu(QMenu):
    """The context menu of a tile. It shows the keys and clicks that do the same; those belong to the view."""

    use_triggered = Signal(str)
    blend_triggered = Signal(str)
    favourite_triggered = Signal(str)
    rename_triggered = Signal(str)
    remove_triggered = Signal(str)

    def __init__(self, style: Style, *, favourite: bool, in_blend: bool, alone: bool, parent: QWidget) -> None:
        """`in_blend` says that the style is chosen, `alone` that no other one is."""
        super().__init__(parent)
        self._style = style
        blend = self.tr("Take out of blend") if in_blend and not alone else self.tr("Add to blend")
        star = self.tr("Remove from favourites") if favourite else self.tr("Add to favourites")
        self._use = self._entry("check", self.tr("Use this style"), self.tr("Enter"))
        self._blend = self._entry("style", blend, self.tr("Ctrl+Click"))
        self._blend.setEnabled(not (in_blend and alone))
        self.addSeparator()
        self._favourite = self._entry("star-filled" if favourite else "star", star, ".")
        self._rename = self._entry("brush", self.tr("Rename"), "F2")
        self._rename.setEnabled(not style.builtin)
        self.addSeparator()
        self._folder = self._entry("folder", self.tr("Show in folder"))
        self._copy = self._entry("copy", self.tr("Copy path"))
        self.addSeparator()
        self._remove = self._entry("trash", self.tr("Remove"), self.tr("Del"))
        self._remove.setEnabled(not style.builtin)
        self.triggered.connect(self._pass_on)

    def _entry(self, icon: str, text: str, keys: str = "") -> QAction:
        return self.addAction(icons.icon(icon), f"{text}\t{keys}" if keys else text)

    @Slot(QAction)
    def _pass_on(self, action: QAction) -> None:
        if action is self._use:
            self.use_triggered.emit(self._style.id)
        elif action is self._blend:
            self.blend_triggered.emit(self._style.id)
        elif action is self._favourite:
            self.favourite_triggered.emit(self._style.id)
        elif action is self._rename:
            self.rename_triggered.emit(self._style.id)
        elif action is self._remove:
            self.remove_triggered.emit(self._style.id)
        elif action is self._folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._style.path.parent)))
        elif action is self._copy:
            QGuiApplication.clipboard().setText(str(self._style.path))
