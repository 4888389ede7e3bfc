"""The gallery's head: what to look for, and in which collection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from stylegui.library.style import OWN_COLLECTION
from stylegui.library.styles import ALL, FAVOURITES, RECENT
from stylegui.ui import icons


class SearchBar(QWidget):
    """A search field and a choice of collections."""

    search_changed = Signal()
    search_confirmed = Signal()
    tiles_wanted = Signal()

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
        self._collections = QComboBox()
        self._collections.setAccessibleName(self.tr("Collection"))
        self._collections.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._collections.setMinimumContentsLength(8)
        self._collections.currentIndexChanged.connect(self.search_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 6)
        layout.setSpacing(6)
        layout.addWidget(self._field)
        layout.addWidget(self._collections)
        self.set_collections([])

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.text().strip()

    @property
    def collection(self) -> str:
        """In which collection, as `StyleLibrary.search` takes it."""
        return str(self._collections.currentData())

    def set_collections(self, names: list[str]) -> None:
        """Offer these beside the collections that are always there; the chosen one stays if it can."""
        entries = [
            (self.tr("All styles"), ALL),
            (self.tr("Favourites"), FAVOURITES),
            (self.tr("Recently used"), RECENT),
            (self.tr("My styles"), OWN_COLLECTION),
        ]
        always = len(entries)
        entries += [(name, name) for name in names if name != OWN_COLLECTION]
        box = self._collections
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        for text, key in entries:
            box.addItem(text, key)
        if len(entries) > always:
            box.insertSeparator(always)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)

    @Slot(str)
    def show_collection(self, name: str) -> None:
        """Look into this collection."""
        self._collections.setCurrentIndex(max(0, self._collections.findData(name)))

    @Slot(str)
    def set_text(self, text: str) -> None:
        """Look for this."""
        self._field.setText(text)

    @Slot()
    def show_everything(self) -> None:
        """Look for nothing, in all collections."""
        self._field.clear()
        self._collections.setCurrentIndex(0)

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
