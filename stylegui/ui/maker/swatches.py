"""Swatches: a palette as a strip, and as a row of colours that can be changed by a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from stylegui.ui import theme
from stylegui.ui.maker.colour_popover import ColourPopover

COLUMNS = 7
SWATCH_PX = 30


def paint_strip(painter: QPainter, rect: QRectF, colours: Sequence[str], radius_px: float = 5.0) -> None:
    """A palette's colours side by side, with round corners at both ends."""
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius_px, radius_px)
    painter.save()
    painter.setClipPath(shape)
    width = rect.width() / max(1, len(colours))
    for place, colour in enumerate(colours):
        painter.fillRect(QRectF(rect.left() + place * width, rect.top(), width + 0.6, rect.height()), QColor(colour))
    painter.restore()
    painter.setPen(QPen(_hair_line(), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


class SwatchRow(QWidget):
    """The colours in use. A click on one opens a colour chooser; the picture follows while the artist looks around."""

    colours_edited = Signal(object)
    """All colours, as a tuple of "#rrggbb", one of them changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: tuple[str, ...] = ()
        self._swatches: list[_Swatch] = []
        self._edited = 0
        self._before: tuple[str, ...] = ()
        self._popover: ColourPopover | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def colours(self) -> tuple[str, ...]:
        return self._colours

    @property
    def swatches(self) -> list[QAbstractButton]:
        """The buttons, one a colour."""
        return [*self._swatches[: len(self._colours)]]

    @property
    def popover(self) -> ColourPopover | None:
        """Where a colour is being chosen."""
        return self._popover

    def set_colours(self, colours: Sequence[str]) -> None:
        """Show these, without a signal."""
        self._colours = tuple(colours)
        while len(self._swatches) < len(self._colours):
            place = len(self._swatches)
            swatch = _Swatch(place)
            swatch.picked.connect(self.edit)
            self._grid.addWidget(swatch, place // COLUMNS, place % COLUMNS)
            self._swatches.append(swatch)
        for place, swatch in enumerate(self._swatches):
            swatch.setVisible(place < len(self._colours))
            if place < len(self._colours):
                swatch.set_colour(self._colours[place])

    @Slot(int)
    def edit(self, place: int) -> None:
        """Let the artist choose another colour for this place."""
        self.stop_editing()
        self._edited, self._before = place, self._colours
        popover = ColourPopover(QColor(self._colours[place]), self)
        popover.colour_changed.connect(self._try)
        popover.cancelled.connect(self._revert)
        popover.destroyed.connect(self._forget)
        self._popover = popover
        popover.adjustSize()
        popover.move(self._beside(self._swatches[place], popover.size()))
        popover.show()

    def stop_editing(self) -> None:
        """Close the colour chooser; what it shows stays."""
        if self._popover is not None:
            self._popover.close()
            self._popover = None

    def _beside(self, swatch: QWidget, size: QSize) -> QPoint:
        """Below a swatch, within the screen."""
        screen = self.screen().availableGeometry()
        corner = swatch.mapToGlobal(QPoint(0, swatch.height() + 4))
        left = min(corner.x(), screen.right() - size.width() - 8)
        return QPoint(max(left, screen.left()), min(corner.y(), screen.bottom() - size.height()))

    @Slot(QColor)
    def _try(self, colour: QColor) -> None:
        colours = list(self._colours)
        colours[self._edited] = colour.name()
        self._change(tuple(colours))

    @Slot()
    def _revert(self) -> None:
        self._change(self._before)

    @Slot()
    def _forget(self) -> None:
        if self._popover is not None and not isValid(self._popover):
            self._popover = None

    def _change(self, colours: tuple[str, ...]) -> None:
        if colours != self._colours:
            self.set_colours(colours)
            self.colours_edited.emit(colours)


class _Swatch(QAbstractButton):
    """One colour."""

    picked = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self._colour = QColor()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def set_colour(self, colour: str) -> None:
        self._colour = QColor(colour)
        self.setToolTip(self.tr("{}: click to change it").format(colour))
        self.setAccessibleName(self.tr("Colour {}: {}").format(self._place + 1, colour))
        self.update()

    @Slot()
    def _tell(self) -> None:
        self.picked.emit(self._place)

    def sizeHint(self) -> QSize:
        return QSize(SWATCH_PX, SWATCH_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lifted = self.underMouse() or self.hasFocus()
        inset = 1.0 if lifted else 2.0
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(theme.current().accent), 2) if self.hasFocus() else QPen(_hair_line(), 1))
        painter.setBrush(self._colour)
        painter.drawRoundedRect(rect, 7, 7)
        if self.underMouse():
            # A pencil's point: this can be changed.
            dark = self._colour.lightnessF() > 0.55
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 150) if dark else QColor(255, 255, 255, 190))
            painter.drawEllipse(QPointF(rect.center()), 3, 3)
        painter.end()


def _hair_line() -> QColor:
    line = QColor(theme.current().text)
    line.setAlphaF(0.16)
    return line
