"""What somebody meets who does without a mouse, hears the window or needs strong contrast: widgets, names, texts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QStackedWidget,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from stylegui.ui.dialogs.command_palette import CommandPalette
from stylegui.ui.parameters.mixer_corner import MixerCorner
from stylegui.ui.theme import contrast

OPERATED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
"""Kinds of widgets that somebody does something with."""
AA = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text with what is behind it."""


def served_elsewhere(widget: QWidget) -> bool:
    """Without a stop of its own: a click on a corner of the mixer is an entry of the menu of its field, and the list
    of the command palette is walked with the arrow keys from the line above it.
    """
    return isinstance(widget, MixerCorner) or isinstance(widget.parentWidget(), CommandPalette)


def operated(root: QWidget) -> Iterator[QWidget]:
    """Everything below `root` that can be operated; what Qt puts together itself (scroll bars, editors) is left out."""
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), OPERATED)
        own = isinstance(widget, OPERATED) and not isinstance(widget, QScrollBar | QSizeGrip)
        if own and not inner and in_use(widget, root):
            yield widget


def in_use(widget: QWidget, root: QWidget) -> bool:
    """Not put away for now, nor on a page that is not open, nor in a list that drops down."""
    if widget.window() is not root.window() or widget.isHidden():
        return False
    child, parent = widget, widget.parentWidget()
    while parent is not None and child is not root:
        if parent.isHidden() and parent is not root:
            return False
        if isinstance(parent, QStackedWidget) and parent.currentWidget() is not child:
            return False
        child, parent = parent, parent.parentWidget()
    return True


def described(widget: QWidget) -> str:
    """A widget for a message: its kind, and where it stands."""
    parts = [type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None and len(parts) < 4:
        parts.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return " in ".join(parts)


def nameless(root: QWidget) -> list[str]:
    """What a screen reader would have no word for."""
    found = [each for each in operated(root) if not isinstance(each, QTabBar)]
    return [described(each) for each in found if not _name(each)]


def without_role(root: QWidget) -> list[str]:
    """What a screen reader could not say the kind of."""
    nothing = (QAccessible.Role.NoRole, QAccessible.Role.Client)
    stops = [each for each in root.findChildren(QWidget) if _is_stop(each) and in_use(each, root)]
    found = [(each, _face(each)) for each in dict.fromkeys([*operated(root), *stops])]
    return [described(each) for each, face in found if face is None or face.role() in nothing]


def unreached(root: QWidget, in_menus: set[QAction]) -> list[str]:
    """What the Tab key does not come to and no menu holds."""
    stops, widget = set(), root.nextInFocusChain()
    while widget is not None and widget not in stops:
        stops.add(widget)
        widget = widget.nextInFocusChain()
    found = []
    for each in operated(root):
        by_tab = each in stops and bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        by_menu = isinstance(each, QToolButton) and (each.defaultAction() in in_menus or each.menu() is not None)
        can_be_used = each.isEnabled() and each.isVisible() and not served_elsewhere(each)
        if can_be_used and not by_tab and not by_menu and each.focusProxy() is None:
            found.append(described(each))
    return found


def faint(root: QWidget) -> list[str]:
    """Texts of `root`, as they are painted now, that stand out too little from what is behind them."""
    seen, found = root.grab().toImage(), []
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and _is_read(widget):
            part = QRect(widget.mapTo(root, QPoint()), widget.size())
            ground, best = _contrast_in(seen.copy(part))
            if best < AA:
                found.append(f"{widget.text()!r} ({described(widget)}): {best:.1f} : 1 on {ground}")
    return found


def _is_read(widget: QLabel | QAbstractButton) -> bool:
    whole = widget.visibleRegion().boundingRect() == widget.rect()
    return bool(widget.text()) and widget.isEnabled() and widget.isVisible() and whole and widget.height() > 4


def _is_stop(widget: QWidget) -> bool:
    if isinstance(widget, QScrollArea):  # it is scrolled with the keys, and Qt's own word for it is none
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _face(widget: QWidget) -> QAccessibleInterface | None:
    """What a screen reader meets: the part that gets the focus, where that is another."""
    return QAccessible.queryAccessibleInterface(widget.focusProxy() or widget)


def _name(widget: QWidget) -> str:
    found = _face(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def _contrast_in(image: QImage) -> tuple[str, float]:
    """The commonest colour of a picture, which is what is behind the text, and the most that stands out from it."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(-1) & 0xFFFFFF
    colours, counts = np.unique(pixels, return_counts=True)
    ground = f"#{colours[counts.argmax()]:06x}"
    return ground, max(contrast(f"#{colour:06x}", ground) for colour in colours)
