"""The bar above the board: what can be pinned, how it is arranged, how near it is seen, and the way out as a sheet."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from stylegui.ui.board.menu import BoardMenu
from stylegui.ui.icons import icon

SCALES = (1, 2, 4)
ZOOM_WIDTH_PX = 64


class BoardBar(QWidget):
    """Buttons for what the menus hold as well, so that it is found."""

    sheet_asked = Signal(int)
    """At how many pixels of the sheet per pixel of the board."""
    zoom_in_asked = Signal()
    zoom_out_asked = Signal()
    zoom_reset_asked = Signal()
    pin_asked = Signal(str)
    """One of "photo", "styles", "version", "palette": what the main window works with."""

    def __init__(self, menu: BoardMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = menu
        self._sizes = dict.fromkeys(SCALES, (0, 0))
        self._may: dict[str, bool] = {}
        add = self._button(self.tr("Pin"), "add", self.tr("Pin pictures, styles, versions or a palette"))
        add.clicked.connect(functools.partial(self._pop, add, self._add_menu))
        note = self._button(self.tr("Note"), "note", self._with_keys(self.tr("Write a note"), menu.note))
        note.clicked.connect(menu.note.trigger)
        tidy = self._button(
            self.tr("Tidy up"),
            "grid",
            self._with_keys(self.tr("Put what is chosen, or all, in neat columns"), menu.tidy),
        )
        tidy.clicked.connect(menu.tidy.trigger)
        arrange = self._button(self.tr("Arrange"), "align", self.tr("Bring what is chosen in line"))
        arrange.clicked.connect(functools.partial(self._pop, arrange, self._arranging))
        smaller = self._button("", "zoom-out", self.tr("Zoom out (Ctrl+-)"))
        smaller.clicked.connect(self.zoom_out_asked)
        self._zoom = QToolButton(self)
        self._zoom.setFixedWidth(ZOOM_WIDTH_PX)
        self._zoom.setToolTip(self.tr("Actual size (Ctrl+1)"))
        self._zoom.clicked.connect(self.zoom_reset_asked)
        larger = self._button("", "zoom-in", self.tr("Zoom in (Ctrl++)"))
        larger.clicked.connect(self.zoom_in_asked)
        fit = self._button("", "fit", self._with_keys(self.tr("See everything"), menu.fit))
        fit.clicked.connect(menu.fit.trigger)
        self.export_button = QPushButton(icon("export"), self.tr("Export the sheet…"), self)
        self.export_button.setAutoDefault(False)
        self.export_button.clicked.connect(functools.partial(self._pop, self.export_button, self._export_menu))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(2)
        for widget in (add, note, self._line(), tidy, arrange):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (smaller, self._zoom, larger, fit):
            layout.addWidget(widget)
        layout.addSpacing(10)
        layout.addWidget(self.export_button)
        self.show_zoom(1.0)

    def _button(self, text: str, icon_name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setToolTip(tip)
        if text:
            button.setText(text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(text or tip.split(" (", maxsplit=1)[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @staticmethod
    def _with_keys(tip: str, action: QAction) -> str:
        return f"{tip} ({action.shortcut().toString()})"

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("role", "line-upright")
        line.setFixedHeight(20)
        return line

    def show_zoom(self, zoom: float) -> None:
        """How near the board is seen: 1 is actual size."""
        text = self.tr("{} %").format(round(zoom * 100))
        self._zoom.setText(text)
        self._zoom.setAccessibleName(self.tr("Zoom {}").format(text))

    def show_sizes(self, sizes: dict[int, tuple[int, int]]) -> None:
        """How large the sheet is at each scale, in pixels; (0, 0) where there is none."""
        self._sizes = sizes
        self.export_button.setEnabled(any(width for width, _ in sizes.values()))

    def show_possible(self, may: dict[str, bool]) -> None:
        """Which of the things of the main window there are to pin."""
        self._may = may

    @Slot()
    def _pop(self, button: QWidget, make: object) -> None:
        assert callable(make)
        menu = make()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _arranging(self) -> QMenu:
        return self._menu.arranging(self)

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self._menu.pictures)
        menu.addAction(self._menu.paste)
        menu.addSeparator()
        for name, words, icon_name in (
            ("photo", self.tr("The photo"), "photo"),
            ("styles", self.tr("The chosen styles"), "style"),
            ("version", self.tr("The version you see"), "history"),
            ("palette", self.tr("The palette of the photo"), "palette"),
        ):
            entry = menu.addAction(icon(icon_name), words, functools.partial(self.pin_asked.emit, name))
            entry.setEnabled(self._may.get(name, False))
        return menu

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for scale, (width, height) in self._sizes.items():
            words = self.tr("{} ×  –  {} × {} px").format(scale, width, height)
            menu.addAction(words, functools.partial(self.sheet_asked.emit, scale))
        return menu
