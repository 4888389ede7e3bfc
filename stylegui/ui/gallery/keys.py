"""What the keys do while the tiles have the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from stylegui.library import Style
from stylegui.ui.gallery.model import StyleModel, StyleRole

if TYPE_CHECKING:
    from stylegui.ui.gallery.view import StyleView

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_Standard = QKeySequence.StandardKey

_MOVES = {
    _Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    _Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
    _Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    _Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    _Key.Key_Home: QAbstractItemView.CursorAction.MoveHome,
    _Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
    _Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    _Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
}
_RATINGS = (_Key.Key_0, _Key.Key_1, _Key.Key_2, _Key.Key_3, _Key.Key_4, _Key.Key_5)


class TileKeys:
    """Keys move the focus, choose, blend, select, rate, and find a title by its first letters."""

    def __init__(self, view: StyleView, model: StyleModel) -> None:
        self._view = view
        self._model = model
        self._typed = ""
        self._since_typed = QElapsedTimer()

    def claims(self, event: QKeyEvent) -> bool:
        """Whether these keys, which mean something else to the window, are for the tiles."""
        if event.key() == _Key.Key_Escape:
            return self._view.selecting.count > 0
        return any(event.matches(keys) for keys in (_Standard.Copy, _Standard.Paste, _Standard.SelectAll))

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for. False if it is none of these."""
        modifiers = event.modifiers() & ~_Modifier.KeypadModifier
        if (move := _MOVES.get(_Key(event.key()))) is not None and not modifiers & _Modifier.AltModifier:
            return self._move(move, extending=bool(modifiers & _Modifier.ShiftModifier))
        if modifiers == _Modifier.NoModifier and self._is_typing() and event.text().isprintable() and event.text():
            self.type_ahead(event.text())
            return True
        if modifiers == _Modifier.ControlModifier:
            return self._press_with_ctrl(event)
        return modifiers == _Modifier.NoModifier and self._press_plain(event)

    def type_ahead(self, text: str) -> None:
        """Give the focus to the next style whose title begins with what is being typed."""
        if not self._is_typing():
            self._typed = ""
        self._typed += text
        self._since_typed.start()
        row = max(0, self._view.currentIndex().row())
        # A first letter, typed again, goes on to the next one; more letters may fit where one is already.
        found = self._model.find_title(self._typed, row + 1 if len(self._typed) == 1 else row)
        if found >= 0:
            self._view.move_focus(self._model.index(found, 0))
            self._view.scrollTo(self._view.currentIndex())

    def _is_typing(self) -> bool:
        interval_ms = max(1, QGuiApplication.styleHints().keyboardInputInterval())
        return bool(self._typed) and self._since_typed.isValid() and not self._since_typed.hasExpired(interval_ms)

    def _move(self, move: QAbstractItemView.CursorAction, *, extending: bool) -> bool:
        # By hand: whether Qt moves the focus without selecting depends on the platform's style.
        self._typed = ""
        view = self._view
        target = view.moveCursor(move, _Modifier.NoModifier)
        if target.isValid():
            if extending and not view.selecting.count and view.currentIndex().isValid():
                view.selecting.set_anchor(view.currentIndex())
            view.move_focus(target, extending=extending)
        return True

    def _press_with_ctrl(self, event: QKeyEvent) -> bool:
        view = self._view
        if event.key() == _Key.Key_Space and view.currentIndex().isValid():
            view.selecting.toggle(view.currentIndex())
        elif event.matches(_Standard.SelectAll):
            view.selecting.select_all()
        elif event.matches(_Standard.Copy) and (ids := view.acted_on()):
            view.copy_requested.emit(ids)
        elif event.matches(_Standard.Paste):
            view.paste_requested.emit()
        else:
            return False
        return True

    def _press_plain(self, event: QKeyEvent) -> bool:
        view, key = self._view, _Key(event.key())
        if key == _Key.Key_Escape and view.selecting.count:
            view.selecting.clear()
            return True
        style_id = view.current_id()
        if not style_id:
            return False
        if key in (_Key.Key_Return, _Key.Key_Enter):
            view.style_chosen.emit(style_id)
        elif key == _Key.Key_Space:
            view.blend_toggled.emit(style_id)
        elif key == _Key.Key_Period:
            view.favourite_toggled.emit(view.acted_on())
        elif key in _RATINGS:
            view.rated.emit(view.acted_on(), _RATINGS.index(key))
        elif key == _Key.Key_Delete:
            view.removal_requested.emit(view.acted_on())
        elif key == _Key.Key_F2:
            self._rename(view.currentIndex())
        else:
            return False
        return True

    def _rename(self, index: QModelIndex) -> None:
        style = index.data(StyleRole.STYLE)
        if isinstance(style, Style) and style.builtin:
            self._view.details_requested.emit(style.id)
        else:
            self._view.edit(index)
