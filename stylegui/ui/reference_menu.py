"""The menu of what a result can be compared with: its photo, its styles, other versions."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from stylegui.engine.request import StyleInput
from stylegui.project.document import Document, Version
from stylegui.ui.icons import icon

OFFERED_VERSIONS = 12

Other = Version | StyleInput


class ReferenceMenu(QObject):
    """Fills its menu when it opens, newest versions first."""

    chosen = Signal(object)
    """A version or a style; None for the photo."""

    def __init__(self, menu: QMenu, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = menu
        self._document = document
        self._group: QActionGroup | None = None
        self.other: Other | None = None
        """What is ticked."""
        menu.aboutToShow.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        """Offer what there is now."""
        self._menu.clear()
        if self._group is not None:
            self._group.deleteLater()
        self._group = QActionGroup(self)
        self._offer(self.tr("Photo"), None, "photo")
        styles, current = self._document.styles, self._document.current
        if styles:
            self._menu.addSeparator()
        for style in styles:
            self._offer(style.name or self.tr("Style"), style, "style")
        versions = [each for each in self._document.versions if each is not current][-OFFERED_VERSIONS:]
        if versions:
            self._menu.addSeparator()
        for version in reversed(versions):
            name = self.tr("Version {}").format(version.number)
            self._offer(f"{name} · {version.title}" if version.title else name, version, "history")

    def _offer(self, words: str, other: Other | None, picture: str) -> None:
        assert self._group is not None
        entry = self._menu.addAction(icon(picture), words.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setIconVisibleInMenu(False)
        entry.setChecked(other is self.other)
        self._group.addAction(entry)
        entry.triggered.connect(_Choice(self, other, entry).take)


class _Choice(QObject):
    """What stands behind an entry; it lives as long as that."""

    def __init__(self, menu: ReferenceMenu, other: Other | None, parent: QObject) -> None:
        super().__init__(parent)
        self._menu = menu
        self._other = other

    @Slot()
    def take(self) -> None:
        self._menu.chosen.emit(self._other)
