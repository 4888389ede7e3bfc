"""Where the window stood and how its panels lay: kept between runs, as bytes and nothing else."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

log = logging.getLogger(__name__)

VERSION = 1
DEFAULT_SIZE = QSize(1440, 900)
GRIP_PX = 80
"""So much of the title bar has to be on a screen for the window to be taken hold of."""


def save_window(window: QMainWindow, store: Path) -> None:
    """Remember geometry and layout. What cannot be written is forgotten; the next start is then as the first."""
    save_place(window, store)
    settings = QSettings(str(store), QSettings.Format.IniFormat)
    settings.setValue("layout", window.saveState(VERSION))
    settings.sync()


def restore_window(window: QMainWindow, store: Path) -> None:
    """Take up geometry and layout again; a place off all screens is ignored."""
    window.resize(_fitting(DEFAULT_SIZE))
    restore_place(window, store)
    layout = QSettings(str(store), QSettings.Format.IniFormat).value("layout") if store.is_file() else None
    if isinstance(layout, QByteArray):
        window.restoreState(layout, VERSION)


def save_place(window: QWidget, store: Path, name: str = "") -> None:
    """Remember where a window stands; further windows have names of their own."""
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        log.warning("Where the windows stand cannot be remembered: %s", error)
        return
    settings = QSettings(str(store), QSettings.Format.IniFormat)
    settings.beginGroup(name)
    settings.setValue("geometry", window.saveGeometry())
    # Qt moves a restored window down until a title bar has room above it, even where windows have none.
    bare = not window.isMaximized() and not window.isFullScreen() and window.frameGeometry() == window.geometry()
    settings.setValue("bare", window.geometry() if bare else QRect())
    settings.endGroup()
    settings.sync()


def restore_place(window: QWidget, store: Path, name: str = "") -> None:
    """Put a window where it stood; a place off all screens is ignored."""
    if not store.is_file():
        return
    settings = QSettings(str(store), QSettings.Format.IniFormat)
    settings.beginGroup(name)
    geometry, bare = settings.value("geometry"), settings.value("bare")
    if isinstance(geometry, QByteArray):
        before = window.geometry()
        if window.restoreGeometry(geometry) and not _reachable(window.frameGeometry()):
            window.setGeometry(before)
        elif isinstance(bare, QRect) and bare.isValid() and _reachable(bare):
            window.setGeometry(bare)


def _fitting(size: QSize) -> QSize:
    screen = QGuiApplication.primaryScreen()
    return size if screen is None else size.boundedTo(screen.availableSize())


def _reachable(frame: QRect) -> bool:
    """Whether a piece of the title bar that can be grabbed lies on a screen."""
    title_bar = QRect(frame.left(), frame.top(), frame.width(), 24)
    overlaps = [screen.availableGeometry() & title_bar for screen in QGuiApplication.screens()]
    return any(part.width() >= min(GRIP_PX, frame.width()) and part.height() > 0 for part in overlaps)
