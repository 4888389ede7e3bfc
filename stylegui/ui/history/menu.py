"""The menu of one or several versions in the strip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from stylegui.project.document import Document, Version
from stylegui.ui.actions import Actions
from stylegui.ui.icons import icon

RATINGS = ("rate_5", "rate_4", "rate_3", "rate_2", "rate_1", "rate_0")
MOST_COMPARED = 9


class VersionMenu(QObject):
    """Opens the menu. What the menu bar has as well keeps its keys and its words."""

    adopted = Signal(object)
    compare_wanted = Signal(object)
    """Two or more versions to compare with each other, the one to look at last."""
    export_wanted = Signal(object)
    """The versions to export in one go."""

    def __init__(self, document: Document, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._actions = actions
        self._window = window

    @Slot(object, QPoint)
    def open(self, versions: Sequence[Version], where: QPoint) -> None:
        """Open the menu of these versions at a point of the screen."""
        if versions:
            self.made(versions).popup(where)

    def made(self, versions: Sequence[Version]) -> QMenu:
        """The menu of these versions."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self._document.current
        if len(versions) == 1:
            version = versions[0]
            go = menu.addAction(icon("eye"), self.tr("Go to this version"), lambda: self.adopted.emit(version))
            go.setEnabled(version is not current)
            pair, words = [version, current], self.tr("Compare with current")
            other = menu.addAction(icon("compare"), words, lambda: self.compare_wanted.emit(pair))
            other.setEnabled(current is not None and version is not current)
            menu.addSeparator()
            self._take(menu, "branch", "copy_settings", "paste_settings")
        else:
            text = self.tr("Compare these {}").format(len(versions))
            several = menu.addAction(icon("compare"), text, lambda: self.compare_wanted.emit(versions))
            several.setEnabled(len(versions) <= MOST_COMPARED)
        menu.addSeparator()
        stars = menu.addMenu(icon("star"), self.tr("Rating"))
        self._take(stars, *RATINGS)
        self._take(menu, "reject", "favourite")
        menu.addSeparator()
        if len(versions) == 1:
            self._take(menu, "rename_version")
        menu.addAction(icon("export"), self.tr("Export…"), lambda: self.export_wanted.emit(list(versions)))
        if len(versions) == 1 and self._actions["export_making"].isEnabled():
            self._take(menu, "play_making", "export_making")
        menu.addSeparator()
        self._take(menu, "discard")
        return menu

    def _take(self, menu: QMenu, *action_ids: str) -> None:
        for action_id in action_ids:
            menu.addAction(self._actions[action_id])
