"""Looking at the picture: zoom, comparison, panels and full screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from stylegui.ui.canvas import CompareMode
from stylegui.ui.main_window import MainWindow

COMPARE_ACTIONS = {
    "compare_off": CompareMode.OFF,
    "compare_wipe": CompareMode.WIPE,
    "compare_side": CompareMode.SIDE_BY_SIDE,
}
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
        actions["swap"].triggered.connect(self._swap_sides)
        actions["original"].triggered.connect(canvas.set_peek)
        actions["compare_next"].triggered.connect(self._compare_next)
        actions.group("compare").triggered.connect(self._on_compare_chosen)
        actions["panels"].triggered.connect(self._toggle_panels)
        actions["full_screen"].triggered.connect(self._toggle_full_screen)
        window.dock_added.connect(self._watch_panel)
        for name in window.docks:
            self._watch_panel(name)
        canvas.compare_mode_changed.connect(self._on_compare_mode)
        canvas.zoom_changed.connect(self._on_zoom)
        canvas.context_menu_requested.connect(self._open_menu)
        window.menuBar().hovered.connect(self._on_menu)
        self._on_compare_mode(canvas.compare_mode.value)
        self._on_zoom(canvas.zoom)

    @Slot(str)
    def _watch_panel(self, name: str) -> None:
        """Have its action show and hide a panel."""
        action, dock = self._window.actions_by_id[name], self._window.docks[name]
        action.setChecked(not dock.isHidden())
        action.triggered.connect(self._show_chosen_panels)
        dock.visibilityChanged.connect(self._on_panels_changed)

    @Slot(QAction)
    def _on_compare_chosen(self, action: QAction) -> None:
        self._canvas.set_compare_mode(COMPARE_ACTIONS[action.objectName()])

    @Slot()
    def _compare_next(self) -> None:
        modes = list(CompareMode)
        self._canvas.set_compare_mode(modes[(modes.index(self._canvas.compare_mode) + 1) % len(modes)])

    @Slot()
    def _swap_sides(self) -> None:
        self._canvas.set_sides_swapped(not self._canvas.sides_swapped)

    @Slot(str)
    def _on_compare_mode(self, mode: str) -> None:
        for name, own_mode in COMPARE_ACTIONS.items():
            self._window.actions_by_id[name].setChecked(own_mode == mode)

    @Slot(float)
    def _on_zoom(self, zoom: float) -> None:
        self._window.zoom_button.setText(f"{zoom * 100:.0f} %")

    @Slot()
    def _on_menu(self) -> None:
        """The key that is held to see the photo is no switch: the menu shows how it stands now."""
        self._window.actions_by_id["original"].setChecked(self._canvas.is_peeking)

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
