"""The menu of presets: which look the engine is set to, and what can be done with looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from stylegui.ui.icons import icon

# Style sheets lose a button's padding on the left as soon as they draw its arrow.
INDENT = "\N{EN SPACE}"
APPLY, SAVE, REPLACE, RENAME, DELETE, LOAD, EXPORT = "apply", "save", "replace", "rename", "delete", "load", "export"


@dataclass(frozen=True)
class Look:
    """An entry of the menu: its key, its words, and whether the artist made it."""

    key: str
    title: str
    own: bool = False


class PresetBar(QWidget):
    """One line: the name of the look, which opens the menu. It only tells what was picked."""

    wanted = Signal(str, str)
    """One of the deeds of this module, and the key of the look that it is about ("" for none)."""
    about_to_show = Signal()
    """The menu opens: now is the time for `set_looks`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: tuple[Look, ...] = ()
        self._current = ""
        label = QLabel(self.tr("Preset"))
        self._button = QPushButton()
        self._button.setProperty("chooser", True)
        self._button.setAutoDefault(False)
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button.setAccessibleName(self.tr("Preset"))
        self._button.setToolTip(self.tr("Ready-made settings, and your own. Size, quality and seed stay as they are."))
        label.setBuddy(self._button)
        self._menu = QMenu(self._button)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._on_picked)
        self._button.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self._button, 1)

    @property
    def menu(self) -> QMenu:
        """The menu, filled whenever it opens."""
        return self._menu

    @property
    def text(self) -> str:
        """The name that is shown."""
        return self._button.text().removeprefix(INDENT).replace("&&", "&")

    def set_looks(self, looks: Sequence[Look], current: str, text: str) -> None:
        """What the menu offers, the key of the look that is set now ("" for none), and the name to show."""
        self._looks = tuple(looks)
        self._current = current
        self._button.setText(INDENT + _plain(text))
        self._button.setAccessibleDescription(text)

    @Slot()
    def _fill(self) -> None:
        self.about_to_show.emit()
        self._menu.clear()
        built_in = [look for look in self._looks if not look.own]
        own = [look for look in self._looks if look.own]
        for look in built_in:
            self._add(self._menu, look.title, APPLY, look.key).setChecked(look.key == self._current)
        if own:
            self._menu.addSeparator()
        for look in own:
            self._add(self._menu, look.title, APPLY, look.key).setChecked(look.key == self._current)
        self._menu.addSeparator()
        self._add(self._menu, self.tr("Save as preset…"), SAVE, picture="save")
        if own:
            self._add_changes(own)
        self._add(self._menu, self.tr("Load presets…"), LOAD, picture="open")
        if own:
            self._add(self._menu, self.tr("Save all to a file…"), EXPORT, picture="export")

    def _add_changes(self, own: Sequence[Look]) -> None:
        changes = self._menu.addMenu(self.tr("My presets"))
        for look in own:
            menu = changes.addMenu(_plain(look.title))
            self._add(menu, self.tr("Replace with the settings shown"), REPLACE, look.key)
            self._add(menu, self.tr("Rename…"), RENAME, look.key)
            self._add(menu, self.tr("Delete"), DELETE, look.key, picture="trash")

    def _add(self, menu: QMenu, words: str, deed: str, key: str = "", picture: str = "") -> QAction:
        action = menu.addAction(_plain(words))
        if picture:
            action.setIcon(icon(picture))
        action.setCheckable(deed == APPLY)
        action.setData((deed, key))
        return action

    @Slot(QAction)
    def _on_picked(self, action: QAction) -> None:
        deed, key = action.data()
        self.wanted.emit(deed, key)


def _plain(words: str) -> str:
    """A name as menus take it: an ampersand is one, and no shortcut."""
    return words.replace("&", "&&")
