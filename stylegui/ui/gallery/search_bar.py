"""The gallery's head: what to look for, in which collection, and in which order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from stylegui.library import ALL, Order
from stylegui.ui import icons
from stylegui.ui.gallery.collections import CollectionBox, Entry, OrderButton


class SearchBar(QWidget):
    """A search field, a choice of collections, and what can be done with the chosen one."""

    search_changed = Signal()
    search_confirmed = Signal()
    tiles_wanted = Signal()
    collection_changed = Signal(str)
    order_changed = Signal(object)
    photo_tiles_switched = Signal(bool)
    menu_wanted = Signal(object)
    """The menu of the collection is about to open: a QMenu, to be filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Search styles"))
        self._field.setAccessibleName(self.tr("Search styles"))
        self._field.setClearButtonEnabled(True)
        self._field.addAction(icons.icon("search", "text_dim"), QLineEdit.ActionPosition.LeadingPosition)
        self._field.textChanged.connect(self.search_changed)
        self._field.returnPressed.connect(self.search_confirmed)
        self._field.installEventFilter(self)
        self._collections = CollectionBox()
        self._collections.collection_changed.connect(self.search_changed)
        self._collections.collection_changed.connect(self.collection_changed)
        self._order = OrderButton()
        self._order.order_changed.connect(self.search_changed)
        self._order.order_changed.connect(self.order_changed)
        self._on_photo = QToolButton()
        self._on_photo.setIcon(icons.icon("photo-tiles"))
        self._on_photo.setCheckable(True)
        self._on_photo.setAccessibleName(self.tr("Styles on my photo"))
        self._on_photo.toggled.connect(self._explain_photo_tiles)
        self._on_photo.clicked.connect(self.photo_tiles_switched)
        self.show_photo_tiles(True, has_photo=False)
        self._more = QToolButton()
        self._more.setIcon(icons.icon("more"))
        self._more.setAccessibleName(self.tr("More about this collection"))
        self._more.setToolTip(self.tr("More about this collection"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.aboutToShow.connect(self._ask_for_menu)
        self._more.setMenu(menu)

        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._collections, 1)
        row.addSpacing(4)
        row.addWidget(self._on_photo)
        row.addWidget(self._order)
        row.addWidget(self._more)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(10, 10, 10, 6)
        self._rows.setSpacing(6)
        self._rows.addWidget(self._field, 1)
        self._rows.addLayout(row)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.text().strip()

    @property
    def collection(self) -> str:
        """In which collection, as `StyleLibrary.search` takes it."""
        return self._collections.collection

    @property
    def order(self) -> Order:
        """How what is found is sorted."""
        return self._order.order

    def show_order(self, order: Order) -> None:
        """Sort like this."""
        if order is not self.order:
            self._order.show_order(order)
            self.search_changed.emit()

    def show_photo_tiles(self, on: bool, *, has_photo: bool) -> None:
        """Whether tiles show the artist's photo, and whether there is one."""
        self._on_photo.setEnabled(has_photo)
        self._on_photo.setChecked(on and has_photo)
        self._explain_photo_tiles()

    @Slot()
    def _explain_photo_tiles(self) -> None:
        if not self._on_photo.isEnabled():
            text = self.tr("Open a photo to see each style on it.")
        elif self._on_photo.isChecked():
            text = self.tr("Each style is shown on your photo. Click to see the style pictures.")
        else:
            text = self.tr("Show each style on my photo")
        self._on_photo.setToolTip(text)

    def set_wide(self, wide: bool) -> None:
        """Stand in one row, without the box of collections, which are beside the tiles then."""
        self._collections.setVisible(not wide)
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def set_groups(self, groups: list[list[Entry]]) -> None:
        """Offer these collections; the chosen one stays if it can."""
        self._collections.set_groups(groups)

    @Slot(str)
    def show_collection(self, name: str) -> None:
        """Look into this collection."""
        self._collections.show_collection(name)

    @Slot(str)
    def set_text(self, text: str) -> None:
        """Look for this."""
        self._field.setText(text)

    @Slot()
    def show_everything(self) -> None:
        """Look for nothing, in all collections."""
        self._field.clear()
        self._collections.show_collection(ALL)

    @Slot()
    def _ask_for_menu(self) -> None:
        self._more.menu().clear()
        self.menu_wanted.emit(self._more.menu())

    @Slot()
    def take_focus(self) -> None:
        """Let the artist type."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.tiles_wanted.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self._field.text():
                self._field.clear()
                return True
        return super().eventFilter(field, event)
