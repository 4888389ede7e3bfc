"""How pins look, on the board and on the exported sheet. It needs no window and may run in any thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QTextDocument,
    QTextOption,
)

from stylegui.project.board import CAPTION_PX, HEADING_PX, Paper, Pin
from stylegui.ui.theme import Theme

RADIUS_PX = 4.0
NOTE_MARGIN_PX = 14.0
CAPTION_FONT_PX = 13
CODE_FONT_PX = 9
CODE_ROOM_PX = 37.0
SHADOW_PX = 7.0
PAPERS: dict[Paper, str] = {
    "sun": "#fbe7a1",
    "rose": "#f8d0cd",
    "mint": "#cfe9d2",
    "sky": "#cfe2f6",
    "plain": "#fcfbf7",
}
INK = "#26241f"
_DIMMED = 106
"""On a dark board papers are this much darker (in percent): they are not to outshine the pictures."""


@dataclass(frozen=True)
class Look:
    """The colours and the font that pins are drawn in. `light` says whether the board itself is light."""

    ground: str
    dots: str
    caption: str
    empty: str
    edge: QColor
    light: bool
    font: QFont


def look_of(theme: Theme, font: QFont) -> Look:
    """The board in the colours of a theme. Dots and edges stay quiet: what is pinned is to be seen."""
    light = theme.name == "light"
    edge = QColor(0, 0, 0, 30) if light else QColor(255, 255, 255, 34)
    if theme.name == "contrast":
        edge = QColor(theme.outline)
    return Look(
        ground=theme.window if light else theme.canvas,
        dots=theme.line if light else theme.raised,
        caption=theme.text_dim,
        empty=theme.hover,
        edge=edge,
        light=light,
        font=QFont(font),
    )


def for_sheet(look: Look) -> Look:
    """The same look for a sheet that leaves the program: on white paper where the board is light."""
    return replace(look, ground="#fafaf8") if look.light else look


def draw_pin(painter: QPainter, pin: Pin, image: QPixmap | QImage | None, look: Look, *, text: bool = True) -> None:
    """Draw a pin with its top left corner at the origin; a note without its words where `text` says so."""
    rect = QRectF(0, 0, pin.width, pin.height)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    _draw_shadow(painter, rect, look)
    shape = QPainterPath()
    shape.addRoundedRect(rect, RADIUS_PX, RADIUS_PX)
    if pin.kind == "note":
        painter.fillPath(shape, paper_of(pin, look))
        if text:
            _draw_words(painter, pin, look)
    elif pin.kind == "palette":
        _draw_palette(painter, pin, shape, look)
    elif image is None or image.isNull():
        painter.fillPath(shape, QColor(look.empty))
    else:
        painter.save()
        painter.setClipPath(shape)
        if isinstance(image, QPixmap):
            painter.drawPixmap(rect, image, QRectF(image.rect()))
        else:
            painter.drawImage(rect, image)
        painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.edge, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
    if pin.foot_px:
        _draw_caption(painter, pin, look)


def paper_of(pin: Pin, look: Look) -> QColor:
    """The colour of a note."""
    paper = QColor(PAPERS[pin.paper])
    return paper if look.light else paper.darker(_DIMMED)


def note_font(pin: Pin, font: QFont) -> QFont:
    """What a note is written in; large words stand in a heavier hand."""
    result = QFont(font)
    result.setPixelSize(pin.text_px)
    result.setWeight(QFont.Weight.DemiBold if pin.text_px >= HEADING_PX else QFont.Weight.Normal)
    return result


def note_document(pin: Pin, font: QFont) -> QTextDocument:
    """The words of a note as they are broken into lines on its paper."""
    document = QTextDocument()
    prepare_note(document, pin, font)
    document.setPlainText(pin.text)
    return document


def prepare_note(document: QTextDocument, pin: Pin, font: QFont) -> None:
    """Set a document up as the words of a note stand in it."""
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultFont(note_font(pin, font))
    document.setTextWidth(max(1.0, pin.width - 2 * NOTE_MARGIN_PX))


def note_height(pin: Pin, font: QFont) -> float:
    """How high a note must be for its words."""
    return float(note_document(pin, font).size().height()) + 2 * NOTE_MARGIN_PX


def _draw_words(painter: QPainter, pin: Pin, look: Look) -> None:
    document = note_document(pin, look.font)
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    context.palette = palette
    painter.save()
    painter.setClipRect(QRectF(0, 0, pin.width, pin.height), Qt.ClipOperation.IntersectClip)
    painter.translate(NOTE_MARGIN_PX, NOTE_MARGIN_PX)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_shadow(painter: QPainter, rect: QRectF, look: Look) -> None:
    """A soft one, of a few layers: a blur effect would be drawn again at every zoom."""
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 9 if look.light else 22
    for layer in range(4):
        spread = SHADOW_PX * (layer + 1) / 4 - 1.5
        painter.setBrush(QColor(0, 0, 0, strength))
        around = rect.adjusted(-spread, -spread, spread, spread).translated(0, 2.0)
        painter.drawRoundedRect(around, RADIUS_PX + spread, RADIUS_PX + spread)


def _draw_palette(painter: QPainter, pin: Pin, shape: QPainterPath, look: Look) -> None:
    painter.save()
    painter.setClipPath(shape)
    across = pin.width >= pin.height
    step = (pin.width if across else pin.height) / len(pin.colours)
    font = QFont(look.font)
    font.setPixelSize(CODE_FONT_PX)
    font.setWeight(QFont.Weight.Medium)
    painter.setFont(font)
    for place, colour in enumerate(pin.colours):
        swatch = QRectF(place * step, 0, step + 0.6, pin.height)
        if not across:
            swatch = QRectF(0, place * step, pin.width, step + 0.6)
        painter.fillRect(swatch, QColor(colour))
        if swatch.width() >= CODE_ROOM_PX and swatch.height() >= CODE_FONT_PX * 2:
            painter.setPen(_ink_on(QColor(colour)))
            words = swatch.adjusted(0, 0, 0, -6)
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, colour[1:].upper())
    painter.restore()


def _ink_on(colour: QColor) -> QColor:
    """Black or white, whichever can be read better."""
    grey = 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF()
    return QColor(0, 0, 0, 190) if grey > 0.5 else QColor(255, 255, 255, 215)


def _draw_caption(painter: QPainter, pin: Pin, look: Look) -> None:
    font = QFont(look.font)
    font.setPixelSize(CAPTION_FONT_PX)
    metrics = QFontMetricsF(font)
    line = " ".join(pin.text.split())
    words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, pin.width - 2)
    painter.setFont(font)
    painter.setPen(QColor(look.caption))
    top = pin.height + (CAPTION_PX - metrics.height()) / 2 + 1
    painter.drawText(QPointF(1, top + metrics.ascent()), words)
