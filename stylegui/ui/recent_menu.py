"""The menu of photos and projects that were opened lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from stylegui.project.recent import RecentFiles


class RecentMenu(QObject):
    """Fills the menu each time it is shown, and opens what is chosen there."""

    def __init__(self, menu: QMenu, recent: RecentFiles, open_file: Callable[[Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._menu = menu
        self._recent = recent
        self._open_file = open_file
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._on_chosen)

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for number, path in enumerate(self._recent.paths, start=1):
            name = path.name.replace("&", "&&")
            self._menu.addAction(f"&{number % 10}  {name}").setData(path)
        if self._menu.isEmpty():
            self._menu.addAction(self.tr("Nothing yet")).setEnabled(False)
            return
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Clear list"))

    @Slot(QAction)
    def _on_chosen(self, entry: QAction) -> None:
        path = entry.data()
        if isinstance(path, Path):
            self._open_file(path)
        else:
            self._recent.clear()
