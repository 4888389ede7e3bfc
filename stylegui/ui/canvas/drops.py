"""What happens while something is dragged over the canvas: typed zones light up, and say what a drop would do."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from stylegui.project.archive import is_project
from stylegui.ui import theme
from stylegui.ui.canvas import look
from stylegui.ui.language import in_words
from stylegui.ui.mime import STYLE_MIME, may_hold_pictures, read_pictures, style_ids

FADE_MS = 120
ICON_PX = 5 * look.UNIT_PX
PHOTO_NAME = re.compile(r"(?i)^(img|dsc|dscn|dscf|pxl|mvimg|p\d{7}|\d{8}_)|photo|foto|portrait|selfie|content")
STYLE_NAME = re.compile(r"(?i)style|paint|artwork|drawing|sketch|brush|canvas|texture|watercolou?r")


class Zone(StrEnum):
    PHOTO = "photo"
    STYLE = "style"
    BOTH = "both"
    PROJECT = "project"
    REFUSED = "refused"


def guess_photo_and_style(first: Path, second: Path) -> tuple[Path, Path]:
    """Which of two files is the photo and which the style: told by their names, else the larger file is the photo."""

    def photo_likeness(path: Path) -> tuple[int, int]:
        name = bool(PHOTO_NAME.search(path.stem)) - bool(STYLE_NAME.search(path.stem))
        try:
            return name, path.stat().st_size
        except OSError:
            return name, 0

    return (second, first) if photo_likeness(second) > photo_likeness(first) else (first, second)


class DropZones(QWidget):
    """Covers the canvas while something is dragged over it. The canvas hands its drag events on.

    Pictures come as a list of `Path` (files) and `bytes` (the content of an image file), gallery styles as a list of
    style ids (`str`).
    """

    photo_dropped = Signal(object)
    styles_dropped = Signal(object)
    both_dropped = Signal(object, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._canvas = parent
        self.reduced_motion = False
        self._zones: tuple[Zone, ...] = ()
        self._hovered: Zone | None = None
        self._refusal = ""
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._repaint)
        self.hide()

    @property
    def zones(self) -> tuple[Zone, ...]:
        return self._zones

    @property
    def hovered(self) -> Zone | None:
        return self._hovered

    def begin(self, mime: QMimeData, point: QPointF) -> bool:
        """A drag came in. False if it has nothing to do with pictures."""
        if not mime.hasFormat(STYLE_MIME) and not may_hold_pictures(mime):
            return False
        self._zones, self._refusal = self._offered(mime)
        self._hovered = self.zone_at(point)
        self.setGeometry(self._canvas.rect())
        self.raise_()
        self.show()
        if not self.reduced_motion:
            self._fade.start()
        return True

    def move_over(self, point: QPointF) -> None:
        zone = self.zone_at(point)
        if zone is not self._hovered:
            self._hovered = zone
            self.update()

    def end(self) -> None:
        self._fade.stop()
        self._zones, self._hovered = (), None
        self.hide()

    def drop(self, mime: QMimeData, point: QPointF) -> None:
        """Tell what was dropped where, or why it cannot be taken."""
        self._zones, self._refusal = self._offered(mime)
        zone = self.zone_at(point)
        self.end()
        if ids := style_ids(mime):
            self.styles_dropped.emit(ids)
            return
        dropped = read_pictures(mime)
        if zone is Zone.REFUSED or dropped.refusal:
            self.refused.emit(dropped.refusal or self._refusal)
        elif zone is Zone.BOTH:
            first, second = dropped.sources
            if isinstance(first, Path) and isinstance(second, Path):
                first, second = guess_photo_and_style(first, second)
            self.both_dropped.emit(first, second)
        elif zone is Zone.STYLE:
            self.styles_dropped.emit(dropped.sources)
        else:
            self.photo_dropped.emit(dropped.sources)

    def zone_at(self, point: QPointF) -> Zone:
        """The zone under a point; between zones and at the rim it is the nearest one."""
        rects = {zone: self.zone_rect(zone) for zone in self._zones}
        if Zone.BOTH in rects and rects[Zone.BOTH].contains(point):
            return Zone.BOTH
        return min(
            (zone for zone in self._zones if zone is not Zone.BOTH),
            key=lambda zone: (rects[zone].center() - point).manhattanLength(),
        )

    def zone_rect(self, zone: Zone) -> QRectF:
        """Where a zone lies. Photo and Style share the canvas along its longer side, Both lies over their border."""
        margin, gap = 3 * look.UNIT_PX, 2 * look.UNIT_PX
        whole = QRectF(self._canvas.rect()).adjusted(margin, margin, -margin, -margin)
        if zone is Zone.BOTH:
            share = 0.32 if whole.width() >= whole.height() else 0.6
            rect = QRectF(0, 0, min(whole.width() * share, 240), min(whole.height() * 0.68 * (1 - share), 176))
            rect.moveCenter(whole.center())
            return rect
        if len(self._zones) == 1:
            return whole
        if whole.width() >= whole.height():
            half = QRectF(whole.left(), whole.top(), (whole.width() - gap) / 2, whole.height())
            step = QPointF(half.width() + gap, 0)
        else:
            half = QRectF(whole.left(), whole.top(), whole.width(), (whole.height() - gap) / 2)
            step = QPointF(0, half.height() + gap)
        return half if zone is Zone.PHOTO else half.translated(step)

    def _free_part(self, zone: Zone) -> QRectF:
        """The part of a zone that Both does not lie over, for its words."""
        rect = self.zone_rect(zone)
        if Zone.BOTH in self._zones and zone is not Zone.BOTH:
            both = self.zone_rect(Zone.BOTH)
            beside = rect.top() < both.top() and rect.bottom() > both.bottom()
            if zone is Zone.PHOTO:
                rect.setBottomRight(
                    QPointF(both.left(), rect.bottom()) if beside else QPointF(rect.right(), both.top())
                )
            else:
                rect.setTopLeft(QPointF(both.right(), rect.top()) if beside else QPointF(rect.left(), both.bottom()))
        return rect

    def _offered(self, mime: QMimeData) -> tuple[tuple[Zone, ...], str]:
        """The zones for this drag, and why not where it is refused. Image data is not unpacked before the drop."""
        if mime.hasFormat(STYLE_MIME):
            return (Zone.STYLE,), ""
        if mime.hasImage() and not any(url.isLocalFile() for url in mime.urls()):
            return (Zone.PHOTO, Zone.STYLE), ""
        pictures = read_pictures(mime)
        if pictures.refusal:
            return (Zone.REFUSED,), pictures.refusal
        if is_project(pictures.sources[0]):
            return (Zone.PROJECT,), ""
        if len(pictures.sources) == 2:
            return (Zone.PHOTO, Zone.STYLE, Zone.BOTH), ""
        return (Zone.PHOTO, Zone.STYLE), ""

    @Slot()
    def _repaint(self) -> None:
        self.update()

    def _words(self, zone: Zone) -> tuple[str, str, str]:
        """Icon, title and explanation."""
        if zone is Zone.PHOTO:
            return "photo", self.tr("Photo"), self.tr("The picture to be painted")
        if zone is Zone.STYLE:
            return "style", self.tr("Style"), self.tr("The painting to learn from")
        if zone is Zone.PROJECT:
            return "open", self.tr("Project"), self.tr("Open it with all its versions")
        if zone is Zone.BOTH:
            return "swap", self.tr("Both at once"), self.tr("One as photo, one as style")
        return "error", self.tr("This cannot be used here"), in_words(self._refusal)

    def _paint_zone(self, painter: QPainter, zone: Zone) -> None:
        colours, hovered = theme.current(), zone is self._hovered
        refused = zone is Zone.REFUSED
        mark = colours.error if refused else colours.accent
        rect = self.zone_rect(zone).adjusted(1, 1, -1, -1)
        ground = look.mixed(colours.window, mark, 0.16 if hovered else 0.0)
        pen = QPen(QColor(mark if hovered else colours.outline), 2 if hovered else 1.5)
        if not hovered:
            pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(look.faded(ground, 0.98 if zone is Zone.BOTH else 0.95))
        painter.drawRoundedRect(rect, 2 * look.UNIT_PX, 2 * look.UNIT_PX)
        icon, title, detail = self._words(zone)
        size = 0.75 if zone is Zone.BOTH else 1.0
        title_font = look.scaled_font(self.font(), 1.2 + 0.5 * (size == 1.0), QFont.Weight.DemiBold)
        icon_px = ICON_PX * size
        free = self._free_part(zone)
        middle = free.center()
        square = QRectF(middle.x() - icon_px / 2, middle.y() - icon_px - look.UNIT_PX, icon_px, icon_px).toAlignedRect()
        look.draw_icon(painter, icon, QRectF(square), mark if hovered else colours.text)
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        words = free.adjusted(look.UNIT_PX, 0, -look.UNIT_PX, 0)
        words.setTop(middle.y() + look.UNIT_PX)
        painter.setPen(QColor(colours.text))
        painter.setFont(title_font)
        painter.drawText(words, top, title)
        words.setTop(words.top() + painter.fontMetrics().height() + look.UNIT_PX / 2)
        painter.setPen(QColor(colours.text_dim))
        painter.setFont(self.font())
        painter.drawText(words, top, detail)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._fade.state() is QVariantAnimation.State.Running:
            painter.setOpacity(self._fade.currentValue())
        painter.fillRect(self.rect(), look.faded(theme.current().canvas, 0.94))
        for zone in self._zones:
            self._paint_zone(painter, zone)
