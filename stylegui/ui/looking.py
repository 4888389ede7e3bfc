"""Looking at the picture: zoom, panels and full screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from stylegui.ui.main_window import MainWindow

MAIN_PANELS = ("styles_panel", "parameters_panel")
"""What comes back where nobody knows any more which panels were there."""
CANVAS_MENU = (
    "open",
    "paste",
    "",
    "copy",
    "export",
    "discard",
    "",
    "compare_next",
    "swap",
    "",
    "zoom_fit",
    "zoom_actual",
)


class Looking(QObject):
    """Joins the actions of the View menu with the canvas and the panels."""

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._canvas = window.canvas
        self._hidden_panels: list[str] = []
        actions, canvas = window.actions_by_id, window.canvas
        actions["zoom_in"].triggered.connect(canvas.zoom_in)
        actions["zoom_out"].triggered.connect(canvas.zoom_out)
        actions["zoom_fit"].triggered.connect(canvas.fit)
        actions["zoom_actual"].triggered.connect(canvas.zoom_100)
        actions["panels"].triggered.connect(self._toggle_panels)
        actions["full_screen"].triggered.connect(self._toggle_full_screen)
        window.dock_added.connect(self._watch_panel)
        for name in window.docks:
            self._watch_panel(name)
        canvas.zoom_changed.connect(self._on_zoom)
        canvas.context_menu_requested.connect(self._open_menu)
        self._on_zoom(canvas.zoom)

    @Slot(str)
    def _watch_panel(self, name: str) -> None:
        """Have its action show and hide a panel."""
        action, dock = self._window.actions_by_id[name], self._window.docks[name]
        action.setChecked(not dock.isHidden())
        action.triggered.connect(self._show_chosen_panels)
        dock.visibilityChanged.connect(self._on_panels_changed)

    @Slot(float)
    def _on_zoom(self, zoom: float) -> None:
        self._window.zoom_button.setText(f"{zoom * 100:.0f} %")

    @Slot()
    def _show_chosen_panels(self) -> None:
        # Read first: the first panel to move would put the other's switch back.
        docks = self._window.docks
        wanted = {name: self._window.actions_by_id[name].isChecked() for name in docks}
        for name, dock in docks.items():
            dock.setVisible(wanted[name])

    @Slot(bool)
    def _toggle_panels(self, hide: bool) -> None:
        """Give the canvas the whole window, and later bring back those panels that were there."""
        docks = self._window.docks
        if hide:
            self._hidden_panels = [name for name, dock in docks.items() if dock.isVisibleTo(self._window)]
        for name in self._hidden_panels or MAIN_PANELS:
            docks[name].setVisible(not hide)

    @Slot()
    def _on_panels_changed(self) -> None:
        docks = self._window.docks
        for name, dock in docks.items():
            self._window.actions_by_id[name].setChecked(not dock.isHidden())
        self._window.actions_by_id["panels"].setChecked(all(dock.isHidden() for dock in docks.values()))

    @Slot(bool)
    def _toggle_full_screen(self, full: bool) -> None:
        state = self._window.windowState()
        wanted = state | Qt.WindowState.WindowFullScreen if full else state & ~Qt.WindowState.WindowFullScreen
        self._window.setWindowState(wanted)

    @Slot(QPoint)
    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in CANVAS_MENU:
            if name:
                menu.addAction(self._window.actions_by_id[name])
            else:
                menu.addSeparator()
        menu.popup(where)
