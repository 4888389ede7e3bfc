"""Sentences for the artist: the banner over the canvas, with what can be done about it, and the status bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from stylegui.ui.canvas import CanvasView
from stylegui.ui.language import in_words
from stylegui.ui.status import StatusBar

PASSING_MS = 8000


class Messages(QObject):
    """Errors and questions stand over the picture until they are dealt with; passing news goes to the status bar."""

    def __init__(self, canvas: CanvasView, status: StatusBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._status = status
        self._act: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PASSING_MS)
        self._timer.timeout.connect(self.clear)
        canvas.message_action_triggered.connect(self._on_action)
        canvas.message_closed.connect(self._on_closed)

    @property
    def standing(self) -> bool:
        """Whether something is said in the banner now."""
        return bool(self._canvas.message)

    @Slot(str)
    def news(self, text: str) -> None:
        """Say what has happened, where it does not get in the way."""
        self._status.say(in_words(text))

    @Slot(str)
    def error(self, text: str) -> None:
        """Say what went wrong."""
        self._show(text, "error")

    def offer(self, text: str, action: str, act: Callable[[], None], *, error: bool = False) -> None:
        """Say something, with a button that does something about it."""
        self._show(text, "error" if error else "info", action, act)

    def tell(self, text: str, action: str, act: Callable[[], None]) -> None:
        """Say what went well, with something to do about it. It goes by itself after a while."""
        self._show(text, "info", action, act)
        self._timer.start()

    @Slot(str)
    def say(self, text: str) -> None:
        """Say something that should not be missed."""
        self._show(text, "info")

    @Slot(str, str)
    def by_kind(self, text: str, kind: str) -> None:
        """Say it as its kind asks for: "info" or "warning" are news, "error" is one."""
        if kind == "error":
            self.error(text)
        else:
            self.news(text)

    @Slot()
    def clear(self) -> None:
        """Take the banner away: it has been dealt with."""
        self._timer.stop()
        self._act = None
        self._canvas.clear_message()

    def _show(self, text: str, kind: str, action: str | None = None, act: Callable[[], None] | None = None) -> None:
        self._timer.stop()
        self._act = act
        self._canvas.set_message(in_words(text), "error" if kind == "error" else "info", action)

    @Slot()
    def _on_action(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()

    @Slot()
    def _on_closed(self) -> None:
        self._act = None
