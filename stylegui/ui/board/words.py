"""What pins and deeds on the board are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from stylegui.project.board import Pin

LONGEST = 80
"""No more letters of a note are said."""


def name_of(pin: Pin) -> str:
    """A pin in words, for those who hear it and for the foot of the window."""
    text = " ".join(pin.text.split())
    text = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
    names = {
        "picture": _tr("Picture"),
        "style": _tr("Style"),
        "version": _tr("Version"),
        "palette": _tr("Palette"),
        "note": _tr("Note"),
    }
    return _tr("{} “{}”").format(names[pin.kind], text) if text else names[pin.kind]


def pinning(count: int) -> str:
    return _tr("Pin to the board") if count == 1 else _tr("Pin {} things to the board").format(count)


def moving(count: int) -> str:
    return _tr("Move pin") if count == 1 else _tr("Move {} pins").format(count)


def copying(count: int) -> str:
    return _tr("Duplicate pin") if count == 1 else _tr("Duplicate {} pins").format(count)


def resizing(count: int) -> str:
    return _tr("Resize pin") if count == 1 else _tr("Resize {} pins").format(count)


def deleting(count: int) -> str:
    return _tr("Take pin off the board") if count == 1 else _tr("Take {} pins off the board").format(count)


def writing(pin: Pin) -> str:
    return _tr("Write note") if pin.kind == "note" else _tr("Write caption")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Board", text)
