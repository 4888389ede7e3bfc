"""The Help menu: keys and gestures, what this program is, where its log lies."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QObject, Qt, QUrl, Slot, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

from stylegui import __version__
from stylegui.jobs.task import TaskPool
from stylegui.paths import Paths
from stylegui.ui.actions import MENUS, Command, command_name, key_words, menu_title
from stylegui.ui.dialogs.about import AboutDialog
from stylegui.ui.dialogs.diagnosis import DiagnosisDialog
from stylegui.ui.dialogs.keys import Bindable, KeysDialog
from stylegui.ui.dialogs.licences import LicencesDialog
from stylegui.ui.dialogs.shortcuts import Entry, ShortcutSheet
from stylegui.ui.main_window import MainWindow
from stylegui.ui.manual import ManualWindow
from stylegui.ui.preferences import Preferences

PAGES_OF_PANELS = {"styles": "gallery", "parameters": "look", "history": "history", "queue": "queue"}
"""Pages of the manual by the names of the panels they are about."""


class Help(QObject):
    """Opens the dialogs of the Help menu."""

    def __init__(
        self,
        window: MainWindow,
        paths: Paths,
        preferences: Preferences,
        tasks: TaskPool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._preferences = preferences
        self._tasks = tasks
        self._sheet: ShortcutSheet | None = None
        self._paths = paths
        self.manual: ManualWindow | None = None
        actions = window.actions_by_id
        actions["manual"].triggered.connect(self.show_manual)
        actions["shortcuts"].triggered.connect(self.show_shortcuts)
        actions["about"].triggered.connect(self.show_about)
        actions["licences"].triggered.connect(self.show_licences)
        actions["diagnosis"].triggered.connect(self.show_diagnosis)
        actions["log_folder"].triggered.connect(self.open_log_folder)

    @Slot()
    def show_manual(self) -> None:
        """Open the manual, at the page about what has the focus."""
        if self.manual is None:
            self.manual = ManualWindow(self._window)
        page = self._page_of_focus()
        if page:
            self.manual.open_page(page)
        self.manual.show()
        self.manual.raise_()
        self.manual.activateWindow()

    def _page_of_focus(self) -> str:
        """The page about the panel that has the focus; "" where there is none."""
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, QDockWidget):
            widget = widget.parentWidget()
        return PAGES_OF_PANELS.get(widget.objectName(), "") if widget is not None else ""

    @Slot()
    def show_shortcuts(self) -> None:
        """The sheet of all keys and gestures."""
        groups: list[tuple[str, list[Entry]]] = []
        for title, entries in MENUS:
            # The key that shows the photo is held: it stands below, with the gestures.
            commands = [entry for entry in entries if isinstance(entry, Command) and entry.id != "original"]
            groups.append((menu_title(title), [self._window.actions_by_id.for_sheet(each) for each in commands]))
        groups.append((self.tr("Canvas"), list(self._gestures())))
        self._sheet = ShortcutSheet(groups, self._window)
        self._sheet.change_asked.connect(self.change_shortcuts)
        self._open(self._sheet)

    @Slot()
    def change_shortcuts(self) -> None:
        """Let the artist give commands other keys; they count at once and are kept in the settings."""
        if self._sheet is not None:
            self._sheet.close()  # it would show keys of yesterday
            self._sheet = None
        groups = [
            (
                menu_title(title),
                [Bindable(each.id, command_name(each), each.keys) for each in entries if isinstance(each, Command)],
            )
            for title, entries in MENUS
        ]
        dialog = KeysDialog(groups, self._preferences.current.shortcuts, self._window)
        dialog.keys_changed.connect(self._on_keys_changed)
        self._open(dialog)

    @Slot(object)
    def _on_keys_changed(self, own_keys: dict[str, str]) -> None:
        self._preferences.remember(shortcuts=own_keys)

    def _gestures(self) -> tuple[tuple[str, str], ...]:
        held = [key_words(keys) for keys in self._window.actions_by_id.keys("original")]
        return (
            *((self.tr("Show the photo"), self.tr("Hold {}").format(keys)) for keys in held[:1]),
            (self.tr("Zoom at the pointer"), self.tr("Wheel")),
            (self.tr("Move the picture"), self.tr("Drag, or Space and drag")),
            (self.tr("Fit, and back to 100 %"), self.tr("Double-click")),
            (self.tr("Turn the wipe"), self.tr("Drag its end, or Shift and drag")),
            (self.tr("Size of the lens, pace, strength"), self.tr("Alt and wheel")),
            (self.tr("Blend styles"), self.tr("Ctrl and click in the gallery")),
            (self.tr("Drag the painting out"), self.tr("Ctrl and drag")),
        )

    @Slot()
    def show_about(self) -> None:
        """What this program is, with the facts that help when something does not work."""
        facts = [
            (self.tr("Python"), sys.version.split()[0]),
            (self.tr("Qt"), qVersion()),
            (self.tr("torch"), _installed("torch")),
            (self.tr("System"), platform.platform()),
            (self.tr("Log"), str(self._paths.log_file)),
        ]
        self._open(AboutDialog(__version__, facts, self._window))

    @Slot()
    def show_licences(self) -> None:
        """Whose work the program stands on."""
        self._open(LicencesDialog(self._window))

    @Slot()
    def show_diagnosis(self) -> None:
        """Facts for somebody who helps."""
        self._open(DiagnosisDialog(self._paths, self._tasks, self._window))

    @Slot()
    def open_log_folder(self) -> None:
        """Show the folder of the log in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.log_file.parent)))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"
