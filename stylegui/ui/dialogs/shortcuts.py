"""The sheet of all shortcuts, read from the actions themselves so that it is never out of date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stylegui.ui.actions import key_words
from stylegui.ui.dialogs.form import dim, fitted, heading
from stylegui.ui.icons import icon

Entry = QAction | tuple[str, str]
"""An action, or a gesture as (what it does, how it is done)."""

COLUMNS = 2


class ShortcutSheet(QDialog):
    """Groups of shortcuts with a search. Actions without keys are left out."""

    change_asked = Signal()
    """The artist wants other keys."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[Entry]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._groups: list[tuple[QWidget, list[_Row]]] = []
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search shortcuts"))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(icon("search", "text_dim"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(self._filter)
        self._nothing = dim(self.tr("No shortcut is called that."))
        self._nothing.hide()
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(36)
        stacks = [QVBoxLayout() for _ in range(COLUMNS)]
        heights = [0] * COLUMNS
        for name, entries in groups:
            rows = [row for row in map(_row_of, entries) if row is not None]
            if not rows:
                continue
            shortest = heights.index(min(heights))
            heights[shortest] += len(rows) + 2
            stacks[shortest].addWidget(self._make_group(name, rows))
        for stack in stacks:
            stack.setSpacing(18)
            stack.addStretch(1)
            columns.addLayout(stack, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 14, 18)
        layout.setSpacing(16)
        layout.addWidget(self._search)
        layout.addWidget(self._nothing)
        layout.addWidget(scroll, 1)
        change = QPushButton(self.tr("Change shortcuts…"))
        change.setAutoDefault(False)
        change.clicked.connect(self.change_asked)
        layout.addWidget(change, 0, Qt.AlignmentFlag.AlignLeading)
        # Some languages have long words and long keys.
        wide = content.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width() + 36
        self.resize(fitted(max(820, wide), 800))

    def shown(self) -> list[str]:
        """The names of the shortcuts that the search leaves, in the order of the sheet."""
        return [row.words for _, rows in self._groups for row in rows if not row.isHidden()]

    def _make_group(self, name: str, rows: list[_Row]) -> QWidget:
        group = QWidget()
        layout = QVBoxLayout(group)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(heading(name))
        for row in rows:
            layout.addWidget(row)
        self._groups.append((group, rows))
        return group

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for group, rows in self._groups:
            for row in rows:
                row.setVisible(all(word in row.haystack for word in wanted))
            group.setVisible(any(not row.isHidden() for row in rows))
        self._nothing.setVisible(not self.shown())


class _Row(QWidget):
    def __init__(self, words: str, keys: Sequence[str]) -> None:
        super().__init__()
        self.words = words
        self.haystack = f"{words} {' '.join(keys)}".casefold()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(QLabel(words), 1)
        for number, text in enumerate(keys):
            if number:
                layout.addWidget(dim(self.tr("or"), wrap=False))
            layout.addWidget(_KeyCap(text))
        self.setAccessibleName(f"{words}: {', '.join(keys)}")


class _KeyCap(QFrame):
    """One key combination, drawn like a key."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("role", "keys")
        label = QLabel(text)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(7, 2, 7, 2)
        layout.addWidget(label)


def _row_of(entry: Entry) -> _Row | None:
    if isinstance(entry, tuple):
        return _Row(entry[0], [entry[1]])
    keys: list[str] = []
    for sequence in entry.shortcuts():
        text = key_words(sequence)
        if text and text not in keys:
            keys.append(text)
    return _Row(entry.text().replace("&", "").rstrip("…"), keys) if keys else None
