"""The foot of the gallery while tiles are selected: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from stylegui.ui import icons

BUTTON_PX = 28
MARGIN_PX = 12


class SelectionBar(QWidget):
    """Buttons for the selection. `menu_wanted` comes with the menu that is about to open, to be filled."""

    favourite_clicked = Signal()
    remove_clicked = Signal()
    cleared = Signal()
    collection_menu_wanted = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._label = QLabel()
        self._label.setProperty("role", "heading")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        star = self._button("star", self.tr("Mark as favourites, or take the mark away"))
        star.clicked.connect(self.favourite_clicked)
        collection = self._button("collection", self.tr("Put in a collection"))
        self._collection_menu = self._menu(collection)
        self._collection_menu.aboutToShow.connect(self._ask_for_collections)
        remove = self._button("trash", self.tr("Remove from the gallery"))
        remove.clicked.connect(self.remove_clicked)
        more = self._button("more", self.tr("More for the selection"))
        self._more_menu = self._menu(more)
        self._more_menu.aboutToShow.connect(self._ask_for_more)
        close = self._button("close", self.tr("Select nothing (Esc)"))
        close.clicked.connect(self.cleared)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 6, 6, 10)
        layout.setSpacing(0)
        layout.addWidget(self._label, 1)
        for button in (star, collection, remove, more, close):
            layout.addWidget(button)

    @Slot(int)
    def show_count(self, count: int) -> None:
        """Say how many are selected."""
        self._count = count
        self._fit_label()

    def _fit_label(self) -> None:
        """The number with a word, or alone where the dock is narrow."""
        number = QLocale().toString(self._count)
        words = self.tr("{} selected").format(number)
        self._label.setAccessibleName(words)
        self._label.setToolTip(words)
        room = self.width() - 2 * MARGIN_PX - 5 * BUTTON_PX
        self._label.setText(words if self._label.fontMetrics().horizontalAdvance(words) <= room else number)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(BUTTON_PX, BUTTON_PX)
        return button

    @staticmethod
    def _menu(button: QToolButton) -> QMenu:
        menu = QMenu(button)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return menu

    @Slot()
    def _ask_for_collections(self) -> None:
        self._collection_menu.clear()
        self.collection_menu_wanted.emit(self._collection_menu)

    @Slot()
    def _ask_for_more(self) -> None:
        self._more_menu.clear()
        self.menu_wanted.emit(self._more_menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_label()
