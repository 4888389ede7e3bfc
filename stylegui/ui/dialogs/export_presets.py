"""The list of export presets: which of them are written, which is shown, and those of the artist's own to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from stylegui.ui.dialogs.form import heading
from stylegui.ui.icons import icon

ROW_PX = 30
WIDTH_PX = 252
NAME, SIZE = 0, 1
_KEY, _OWN, _NAME = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class Entry:
    """A row: its key, its words, and whether the artist may rename and delete it."""

    key: str
    title: str
    own: bool = False


class PresetList(QWidget):
    """A click shows a preset and has it written alone; ticks have several written in one go."""

    shown = Signal(str)
    """The key of the row that was picked to be looked at."""
    ticks_changed = Signal()
    save_wanted = Signal()
    update_wanted = Signal(str)
    """The key of the own preset that is to take over the settings as they are."""
    renamed = Signal(str, str)
    """A key, and the new name."""
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._just_ticked = False
        self._tree = QTreeWidget()
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName(self.tr("Presets"))
        self._tree.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(0)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(SIZE, QHeaderView.ResizeMode.ResizeToContents)
        self._save = QPushButton(icon("save"), self.tr("Save as preset"))
        self._save.setAutoDefault(False)
        self._save.clicked.connect(self.save_wanted)
        self._update = QAction(self.tr("Replace with own settings"), self)
        self._rename = QAction(self.tr("Rename"), self)
        self._delete = QAction(icon("trash"), self.tr("Delete"), self)
        self._more = QToolButton()
        self._more.setIcon(icon("more"))
        self._more.setToolTip(self.tr("Change this preset"))
        self._more.setAccessibleName(self.tr("Change this preset"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._menu.addActions([self._update, self._rename, self._delete])
        self._more.setMenu(self._menu)
        self._lay_out()
        self._connect()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these rows; ticks and sizes of those that stay are kept."""
        ticked, sizes, current = self.ticked(), {key: item.text(SIZE) for key, item in self._items().items()}, self.key
        blocked = self._tree.blockSignals(True)
        self._tree.clear()
        for entry in entries:
            item = QTreeWidgetItem([entry.title, sizes.get(entry.key, "")])
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if entry.own else flags)
            item.setCheckState(NAME, Qt.CheckState.Checked if entry.key in ticked else Qt.CheckState.Unchecked)
            item.setData(NAME, _KEY, entry.key)
            item.setData(NAME, _OWN, entry.own)
            item.setData(NAME, _NAME, entry.title)
            item.setToolTip(NAME, entry.title)
            item.setSizeHint(NAME, QSize(0, ROW_PX))
            item.setTextAlignment(SIZE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._tree.addTopLevelItem(item)
        if current:
            self._set_current(current)
        self._tree.blockSignals(blocked)
        self._show_deeds()

    @property
    def key(self) -> str:
        """The row that is shown; "" before there is one."""
        item = self._tree.currentItem()
        return "" if item is None else str(item.data(NAME, _KEY))

    def show_key(self, key: str) -> None:
        """Mark a row as the one that is shown, without telling anyone."""
        blocked = self._tree.blockSignals(True)
        self._set_current(key)
        self._tree.blockSignals(blocked)
        self._show_deeds()

    def ticked(self) -> list[str]:
        """The keys of the rows that are to be written, in their order."""
        items = self._items().items()
        return [key for key, item in items if item.checkState(NAME) is Qt.CheckState.Checked]

    def set_ticked(self, keys: Sequence[str]) -> None:
        """Tick these rows and no others, without telling anyone."""
        blocked = self._tree.blockSignals(True)
        for key, item in self._items().items():
            item.setCheckState(NAME, Qt.CheckState.Checked if key in keys else Qt.CheckState.Unchecked)
        self._tree.blockSignals(blocked)
        self._tree.viewport().update()

    def set_size_text(self, key: str, text: str) -> None:
        """Say beside a row how large its file will be."""
        item = self._items().get(key)
        if item is not None:
            blocked = self._tree.blockSignals(True)
            item.setText(SIZE, text)
            self._tree.blockSignals(blocked)
            self._tree.resizeColumnToContents(SIZE)

    def edit_name(self, key: str) -> None:
        """Let the artist type a name for a row."""
        item = self._items().get(key)
        if item is not None:
            self._tree.editItem(item, NAME)

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        deeds.setSpacing(4)
        deeds.addWidget(self._save, 1)
        deeds.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(heading(self.tr("Presets")))
        layout.addWidget(self._tree, 1)
        layout.addLayout(deeds)
        self.setFixedWidth(WIDTH_PX)

    def _connect(self) -> None:
        self._tree.currentItemChanged.connect(self._on_current)
        self._tree.itemPressed.connect(self._on_pressed)
        self._tree.itemClicked.connect(self._on_clicked)
        self._tree.itemChanged.connect(self._on_item_changed)
        self._tree.customContextMenuRequested.connect(self._on_menu)
        self._update.triggered.connect(self._on_update)
        self._rename.triggered.connect(self._on_rename)
        self._delete.triggered.connect(self._on_delete)

    def _items(self) -> dict[str, QTreeWidgetItem]:
        rows = [self._tree.topLevelItem(row) for row in range(self._tree.topLevelItemCount())]
        return {str(item.data(NAME, _KEY)): item for item in rows if item is not None}

    def _set_current(self, key: str) -> None:
        item = self._items().get(key)
        if item is not None:
            self._tree.setCurrentItem(item)

    def _show_deeds(self) -> None:
        item = self._tree.currentItem()
        own = item is not None and bool(item.data(NAME, _OWN))
        self._more.setEnabled(own)

    @Slot()
    def _on_current(self) -> None:
        self._show_deeds()
        self.shown.emit(self.key)

    @Slot()
    def _on_pressed(self) -> None:
        self._just_ticked = False

    @Slot(QTreeWidgetItem, int)
    def _on_clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        """While one alone is written, a click on another one means that one."""
        ticked, key = self.ticked(), str(item.data(NAME, _KEY))
        if not self._just_ticked and len(ticked) <= 1 and ticked != [key]:
            self.set_ticked([key])
            self.ticks_changed.emit()

    @Slot(QTreeWidgetItem, int)
    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column != NAME:
            return
        before, now = str(item.data(NAME, _NAME)), item.text(NAME)
        if now != before:
            self.renamed.emit(str(item.data(NAME, _KEY)), now)
            return
        self._just_ticked = True
        self.ticks_changed.emit()

    @Slot(QPoint)
    def _on_menu(self, point: QPoint) -> None:
        if self._more.isEnabled():
            self._menu.popup(self._tree.viewport().mapToGlobal(point))

    @Slot()
    def _on_update(self) -> None:
        self.update_wanted.emit(self.key)

    @Slot()
    def _on_rename(self) -> None:
        self.edit_name(self.key)

    @Slot()
    def _on_delete(self) -> None:
        self.delete_wanted.emit(self.key)
