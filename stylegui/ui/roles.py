"""What a screen reader is told that Qt does not know: the kinds of the window's own controls."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QKeySequenceEdit, QWidget

from stylegui.ui.actions import key_words

ROLES = {
    "BoardView": QAccessible.Role.Canvas,
    "CanvasView": QAccessible.Role.Canvas,
    "MixerField": QAccessible.Role.Slider,
    "QKeySequenceEdit": QAccessible.Role.HotkeyField,
}
"""By the name of the class, as Qt's factories are asked."""


@cache
def install() -> None:
    """Let Qt ask here first; to be called before the first window."""
    QAccessible.installFactory(_face_of)


class _Face(QAccessibleWidget):
    """A widget as a screen reader meets it: of a kind, and a field for keys with the keys in it."""

    def text(self, wanted: QAccessible.Text) -> str:
        widget = self.object()
        if wanted == QAccessible.Text.Value and isinstance(widget, QKeySequenceEdit):
            return key_words(widget.keySequence())
        return super().text(wanted)


def _face_of(kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = ROLES.get(kind)
    return _Face(thing, role) if role is not None and isinstance(thing, QWidget) else None
