"""The command palette: everything the menus hold, and every style, found by a few letters."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject, Slot

from stylegui.library import StyleLibrary
from stylegui.ui.actions import MENUS, Command, command_name, key_words, menu_title
from stylegui.ui.dialogs.command_palette import CommandPalette, Deed
from stylegui.ui.icons import icon
from stylegui.ui.main_window import MainWindow
from stylegui.ui.styling import Styling

LATEST_KEPT = 6
NOT_LISTED = ("commands", "original")
"""Itself, and the key that is held."""


class Commanding(QObject):
    """Opens the palette and does what was chosen. What was chosen last comes first next time."""

    def __init__(
        self, window: MainWindow, library: StyleLibrary, styling: Styling, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._styling = styling
        self._latest: list[str] = []
        self.palette: CommandPalette | None = None
        window.actions_by_id["commands"].triggered.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show the palette, with everything that can be done now."""
        if self.palette is not None:
            return
        self.palette = CommandPalette([*self._commands(), *self._styles()], self._latest, self._window)
        self.palette.finished.connect(self._on_closed)
        self.palette.open()

    def _commands(self) -> list[Deed]:
        return [
            self._deed(command, menu_title(title))
            for title, entries in MENUS
            for command in entries
            if isinstance(command, Command) and command.id not in NOT_LISTED
        ]

    def _deed(self, command: Command, group: str) -> Deed:
        action = self._window.actions_by_id[command.id]
        keys = self._window.actions_by_id.keys(command.id)
        picture = action.icon()
        return Deed(
            words=action.text().replace("&", "").rstrip("…") or command_name(command),
            do=action.trigger,
            group=group,
            keys=key_words(keys[0]) if keys else "",
            picture=None if picture.isNull() else picture,
            ready=action.isEnabled(),
            more=f"{group} {action.toolTip()}",
        )

    def _styles(self) -> list[Deed]:
        group, picture = self.tr("Style"), icon("style")
        return [
            Deed(
                words=style.title,
                do=functools.partial(self._styling.choose, [style.id]),
                group=style.collection or group,
                picture=picture,
                more=f"{group} {style.collection}",
            )
            for style in self._library.styles()
        ]

    @Slot(int)
    def _on_closed(self, _result: int) -> None:
        palette, self.palette = self.palette, None
        if palette is None:
            return
        deed = palette.chosen
        palette.deleteLater()
        if deed is not None:
            self._latest = [deed.words, *(words for words in self._latest if words != deed.words)][:LATEST_KEPT]
            deed.do()
