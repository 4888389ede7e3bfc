"""Changing shortcuts: every command with a field that takes the keys as they are pressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QKeySequenceEdit,
    QLabel,
    QToolButton,
    QWidget,
)

from stylegui.ui.actions import key_words, sequences_of
from stylegui.ui.dialogs.form import dim, fitted, heading
from stylegui.ui.dialogs.long import LongDialog
from stylegui.ui.icons import icon
from stylegui.ui.parameters.row import say

FIELD_WIDTH_PX = 210
CANVAS_KEYS = (
    Qt.Key.Key_Space,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)
"""Plain keys with a meaning of their own that cannot be given away."""


@dataclass(frozen=True)
class Bindable:
    """A command as this dialog needs it: its plain name, and its usual keys as `Command.keys` writes them."""

    id: str
    name: str
    usual: str


class KeysDialog(LongDialog):
    """Every change is told at once by `keys_changed`: all own keys by command, those at their usual keys left out."""

    keys_changed = Signal(object)

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[Bindable]]],
        own_keys: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(8, parent)
        self.setWindowTitle(self.tr("Change shortcuts"))
        self._own_keys = dict(own_keys)
        self._rows: dict[str, _KeyRow] = {}
        hint = self.tr("Click a field and press the new keys. Single keys act on the canvas only.")
        self.column.addWidget(dim(hint))
        for name, commands in groups:
            self.column.addSpacing(8)
            self.column.addWidget(heading(name))
            for command in commands:
                row = _KeyRow(command)
                row.recorded.connect(self._on_recorded)
                row.reset_asked.connect(self._on_reset)
                self._rows[command.id] = row
                self.column.addWidget(row)
        self.usual_button.clicked.connect(self._reset_all)
        self.resize(fitted(560, 640))
        self._show_keys()
        self.close_button.setFocus()  # a field would take the first key for a shortcut, Esc as well

    def _keys(self, command: Bindable) -> list[QKeySequence]:
        return sequences_of(self._own_keys.get(command.id, command.usual))

    def _show_keys(self) -> None:
        for name, row in self._rows.items():
            row.show_keys(self._keys(row.command), changed=name in self._own_keys)

    def _objection(self, command_id: str, keys: QKeySequence) -> str:
        """Why a command cannot have these keys, in one sentence; "" where it can."""
        if any(keys == QKeySequence(key) for key in CANVAS_KEYS):
            return self.tr("“{}” moves the picture or the focus and cannot be used.").format(key_words(keys))
        for row in self._rows.values():
            if row.command.id != command_id and keys in self._keys(row.command):
                return self.tr("“{}” already belongs to “{}”.").format(key_words(keys), row.command.name)
        return ""

    @Slot(str, QKeySequence)
    def _on_recorded(self, command_id: str, keys: QKeySequence) -> None:
        row = self._rows[command_id]
        objection = "" if keys.isEmpty() else self._objection(command_id, keys)
        row.show_objection(objection)
        if objection:
            row.show_keys(self._keys(row.command), changed=command_id in self._own_keys)
            return
        self._own_keys[command_id] = keys.toString(QKeySequence.SequenceFormat.PortableText)
        self._tell()

    @Slot(str)
    def _on_reset(self, command_id: str) -> None:
        row = self._rows[command_id]
        taken = [self._objection(command_id, keys) for keys in sequences_of(row.command.usual)]
        objection = next((words for words in taken if words), "")
        row.show_objection(objection)
        if not objection:
            self._own_keys.pop(command_id, None)
            self._tell()

    @Slot()
    def _reset_all(self) -> None:
        self._own_keys.clear()
        for row in self._rows.values():
            row.show_objection("")
        self._tell()

    def _tell(self) -> None:
        self._show_keys()
        self.keys_changed.emit(dict(self._own_keys))


class _KeyRow(QWidget):
    """A command's name, its keys, and the way back to the usual ones."""

    recorded = Signal(str, QKeySequence)
    reset_asked = Signal(str)

    def __init__(self, command: Bindable) -> None:
        super().__init__()
        self.command = command
        self._keys = QKeySequence()
        self._field = QKeySequenceEdit()
        self._field.setMaximumSequenceLength(1)
        self._field.setClearButtonEnabled(True)
        self._field.setFixedWidth(FIELD_WIDTH_PX)
        self._field.setAccessibleName(self.tr("Keys of “{}”").format(command.name))
        self._field.editingFinished.connect(self._on_finished)
        self._reset = QToolButton()
        self._reset.setIcon(icon("reset", "text_dim"))
        self._reset.setProperty("small", True)
        self._reset.clicked.connect(self._on_reset)
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        usual = " / ".join(dict.fromkeys(key_words(keys) for keys in sequences_of(command.usual)))
        words = self.tr("{}: back to {}").format(command.name, usual or self.tr("no keys"))
        self._reset.setToolTip(words)
        self._reset.setAccessibleName(words)
        self._error = QLabel()
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(QLabel(command.name), 0, 0)
        grid.addWidget(self._field, 0, 1)
        grid.addWidget(self._reset, 0, 2)
        grid.addWidget(self._error, 1, 0, 1, 3)

    def show_keys(self, keys: Sequence[QKeySequence], *, changed: bool) -> None:
        """Show the first of the command's keys; others are told by the tool tip."""
        self._keys = keys[0] if keys else QKeySequence()
        self._field.setKeySequence(self._keys)
        self._field.setToolTip(self.tr(" or ").join(dict.fromkeys(key_words(each) for each in keys)))
        self._reset.setVisible(changed)

    def show_objection(self, text: str) -> None:
        """Say why the keys were not taken, right below; "" takes it back."""
        say(self._error, text)

    @Slot()
    def _on_finished(self) -> None:
        if self._field.keySequence() != self._keys:
            self.recorded.emit(self.command.id, self._field.keySequence())

    @Slot()
    def _on_reset(self) -> None:
        self.reset_asked.emit(self.command.id)
