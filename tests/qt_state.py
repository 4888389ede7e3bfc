"""What a test of the window must not leave behind: things that live on, and the looks of the application."""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

THREAD_PATIENCE_MS = 5000
THEME = "stylegui_theme"
"""The property of the application that names the theme; a theme that is named is not applied again."""


class QtLeaks:
    """Remembers what is there when it is made; `found` names what is there in addition."""

    def __init__(self) -> None:
        self._known = {shiboken6.getCppPointer(thing)[0] for thing in _living()}

    def found(self) -> list[str]:
        """Names of new top-level widgets, running QThreads and active timers, after all deletions have been done."""
        # Without a screen the clipboard outlives Python, and with it what was made here.
        _application().clipboard().clear()
        _settle()
        # Qt aborts the program when a running thread is collected, and the other tests with it.
        threads = self._stopped_threads()
        if self._new():
            # Widgets in reference cycles are gone only once these have been collected.
            gc.collect()
            _settle()
        return threads + [repr(thing) for thing in self._new()]

    def _stopped_threads(self) -> list[str]:
        threads = [thing for thing in self._new() if isinstance(thing, QThread)]
        for thread in threads:
            thread.requestInterruption()
            thread.quit()
            thread.wait(THREAD_PATIENCE_MS)
        return [repr(thread) for thread in threads]

    def _new(self) -> list[QObject]:
        return [thing for thing in _living() if shiboken6.getCppPointer(thing)[0] not in self._known]


class QtLooks:
    """Remembers how the application looks when it is made; `restore` undoes what themes have changed since."""

    def __init__(self) -> None:
        app = _application()
        self._style_sheet, self._font = app.styleSheet(), app.font()
        self._style, self._palette = app.style().objectName(), app.palette()
        self._theme = app.property(THEME)

    def restore(self) -> None:
        """Set only what is different: each of these polishes every widget anew."""
        app = _application()
        app.setProperty(THEME, self._theme)
        if app.styleSheet() != self._style_sheet:
            app.setStyleSheet(self._style_sheet)
        if app.style().objectName() != self._style:
            app.setStyle(self._style)
        if app.palette() != self._palette:
            app.setPalette(self._palette)
        if app.font() != self._font:
            app.setFont(self._font)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _living() -> list[QObject]:
    things: list[QObject] = [widget for widget in _top_level_widgets() if shiboken6.isValid(widget)]
    for thing in gc.get_objects():
        kind = type(thing)
        if issubclass(kind, QThread | QTimer) and shiboken6.isValid(thing) and _is_active(thing):
            things.append(thing)
    return things


def _top_level_widgets() -> list[QWidget]:
    return QApplication.topLevelWidgets() if isinstance(QCoreApplication.instance(), QApplication) else []


def _is_active(thing: QThread | QTimer) -> bool:
    return thing.isRunning() if isinstance(thing, QThread) else thing.isActive()


def _settle() -> None:
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
