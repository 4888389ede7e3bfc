"""The window: where everything stands. What it does is decided in `session`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QUndoStack
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from stylegui.library import StyleLibrary
from stylegui.ui import icons
from stylegui.ui.actions import Actions
from stylegui.ui.canvas import CanvasView
from stylegui.ui.compare_button import CompareButton
from stylegui.ui.gallery import GalleryPanel
from stylegui.ui.paint_panel import ActionButton, PaintPanel
from stylegui.ui.status import StatusBar

STYLES_WIDTH_PX = 300
PARAMETERS_WIDTH_PX = 320
ICON_PX = 18
STARTING = ("start", "pause", "stop", "queue_next", "queue", "queue_instead")


class MainWindow(QMainWindow):
    """Menu, toolbar, styles on the left, canvas in the middle, parameters on the right, status below.

    Further panels are added by those who make them, with `add_dock`.
    """

    dock_added = Signal(str)
    """The id of the action that shows and hides a new panel."""

    def __init__(self, library: StyleLibrary, undo_stack: QUndoStack) -> None:
        super().__init__()
        self.setWindowTitle("stylegui")
        self.setWindowIcon(icons.app_icon())
        self.may_close: Callable[[], bool] = bool
        """Asked before the window closes; the session puts its own question here."""
        self.canvas = CanvasView()
        self.gallery = GalleryPanel(library, undo_stack)
        self.paint_panel = PaintPanel()
        self.status = StatusBar()
        self.actions_by_id = Actions(self, self.canvas)
        self.recent_menu = QMenu(self.tr("Open &recent"), self)
        self.compare_menu = QMenu(self.tr("Compare wit&h"), self)
        self.setCentralWidget(self.canvas)
        self.setStatusBar(self.status)
        self.docks: dict[str, QDockWidget] = {}
        """The panels, by the id of the action that shows and hides each."""
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self.styles_dock = self.add_dock("styles_panel", "styles", self.tr("Styles"), self.gallery, left)
        self.parameters_dock = self.add_dock(
            "parameters_panel", "parameters", self.tr("Painting"), self.paint_panel, right
        )
        self.resizeDocks(
            [self.styles_dock, self.parameters_dock],
            [STYLES_WIDTH_PX, PARAMETERS_WIDTH_PX],
            Qt.Orientation.Horizontal,
        )
        self.actions_by_id.fill(self.menuBar(), {"recent": self.recent_menu, "compare_with": self.compare_menu})
        self.zoom_button = self._zoom_button()
        self.compare_button = self._compare_button()
        self.toolbar = self._toolbar()
        start, pause, stop, *others = (self.actions_by_id[name] for name in STARTING)
        self.paint_panel.set_actions(start, pause, stop, others)
        self.canvas.setFocus()

    def add_dock(self, action_id: str, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """Add a panel that this action of the View menu shows and hides. `name` is what its place is kept under.

        Panels of the sides stay at the sides, and those below or above the canvas there.
        """
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(content)
        sides = Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        others = Qt.DockWidgetArea.TopDockWidgetArea | Qt.DockWidgetArea.BottomDockWidgetArea
        dock.setAllowedAreas(sides if area & sides else others)
        self.addDockWidget(area, dock)
        self.docks[action_id] = dock
        self.dock_added.emit(action_id)
        return dock

    def _zoom_button(self) -> QToolButton:
        button = QToolButton()
        button.setToolTip(self.tr("Zoom"))
        button.setAccessibleName(self.tr("Zoom"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMinimumWidth(button.fontMetrics().horizontalAdvance("1600 %") + 20)
        menu = QMenu(button)
        for name in ("zoom_fit", "zoom_actual"):
            menu.addAction(self.actions_by_id[name])
        menu.addSeparator()
        for name in ("zoom_in", "zoom_out"):
            menu.addAction(self.actions_by_id[name])
        button.setMenu(menu)
        return button

    def _compare_button(self) -> CompareButton:
        ways = self.actions_by_id.group("compare").actions()
        return CompareButton(ways, self.compare_menu)

    def _toolbar(self) -> QToolBar:
        bar = QToolBar(self.tr("Tools"))
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(ICON_PX, ICON_PX))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        groups = (
            ("open", "paste"),
            ("start", "pause", "stop"),
        )
        for group in groups:
            for name in group:
                self._add_tool(bar, name)
            bar.addSeparator()
        bar.addWidget(self.compare_button)
        self._add_tool(bar, "swap")
        bar.addSeparator()
        for name in ("zoom_out", "", "zoom_in", "zoom_fit"):
            if name:
                self._add_tool(bar, name)
            else:
                bar.addWidget(self.zoom_button)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        self._add_tool(bar, "export")
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        return bar

    def _add_tool(self, bar: QToolBar, name: str) -> None:
        action = self.actions_by_id[name]
        if name == "start":
            button = ActionButton(action, primary=True, icon_colour="accent_text")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            bar.addWidget(button)
            return
        bar.addAction(action)
        tool = bar.widgetForAction(action)
        if isinstance(tool, QToolButton):
            if name in ("open", "export"):
                tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            tool.setAccessibleName(action.text().replace("&", "").rstrip("…"))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_by_id["full_screen"].setChecked(self.isFullScreen())
