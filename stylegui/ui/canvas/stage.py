"""The surface that shows photo and result through one camera: layers, zoom, comparison and their painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from stylegui.ui import theme
from stylegui.ui.canvas import look
from stylegui.ui.canvas.camera import Camera
from stylegui.ui.canvas.compare import CompareMode, Wipe, panes
from stylegui.ui.canvas.layers import Layer
from stylegui.ui.canvas.pixels import frame_image, picture_image

if TYPE_CHECKING:
    from stylegui.engine.images import Picture

NEAREST_ABOVE = 2.0


class Stage(QWidget):
    """Shows up to two pictures in one place: the photo, and the result or the frames that lead to it.

    100 % means one screen pixel for each pixel of the reference: the result where there is a finished one, else the
    photo. Frames of any size are stretched over the reference's place, so a climbing job never moves the picture.
    """

    zoom_changed = Signal(float)
    compare_mode_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._camera = Camera()
        self._photo: Layer | None = None
        self._result: Layer | None = None
        self._finished = False
        self._preview = ""
        self._mode = CompareMode.OFF
        self._wipe = Wipe()
        self._swapped = False
        self._peeking = False
        self._told_zoom = 1.0
        self._focus_shown = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    @property
    def has_photo(self) -> bool:
        return self._photo is not None

    @property
    def has_result(self) -> bool:
        """Whether a result or a frame of one is shown."""
        return self._result is not None

    @property
    def has_finished_result(self) -> bool:
        return self._result is not None and self._finished

    @property
    def has_preview(self) -> bool:
        """Whether the result that is shown is only a preview of one."""
        return self._result is not None and bool(self._preview)

    @property
    def has_frame(self) -> bool:
        """Whether a frame of a running job is shown."""
        return self._result is not None and not self._finished and not self._preview

    def set_photo(self, photo: Picture | None) -> None:
        """Show another photo, fitted. The old result goes: it was not made of this photo."""
        self._photo = None if photo is None else Layer(picture_image(photo))
        self._result, self._finished, self._preview = None, False, ""
        self._refer(keep=False)

    def set_result(self, result: Picture | None) -> None:
        """Show a finished result in the photo's place, or take it away."""
        empty = self._photo is None and self._result is None
        self._result = None if result is None else Layer(picture_image(result))
        self._finished, self._preview = result is not None, ""
        self._refer(keep=not empty)

    def set_result_frame(self, pixels: NDArray[np.uint8]) -> None:
        """Show a frame of a running job: (H, W, 3) uint8, sRGB, never written to again. The camera stays.

        Raises ValueError for any other array.
        """
        layer, empty = Layer(frame_image(pixels)), self._photo is None and self._result is None
        self._take_unfinished(layer, "", empty=empty)

    def set_preview(self, image: QImage, label: str) -> None:
        """Show what a result would look like, of any size, under a label that says so. The picture keeps its place."""
        empty = self._photo is None and self._result is None
        self._take_unfinished(Layer(image), label, empty=empty)

    def _take_unfinished(self, layer: Layer, preview: str, *, empty: bool) -> None:
        was_finished = self._finished
        self._result, self._finished, self._preview = layer, False, preview
        if empty or was_finished:
            self._refer(keep=not empty)
        else:
            self.content_changed()

    def clear(self) -> None:
        """Back to the empty canvas."""
        self.set_photo(None)

    def shown_image(self) -> QImage:
        """A copy of what the user looks at, at its full size: the result, else (or while peeking) the photo."""
        layer = self._photo if self._result is None or (self._peeking and self._photo is not None) else self._result
        return QImage() if layer is None else layer.image.copy()

    def result_image(self) -> QImage:
        """A copy of the finished result or the last frame, at its full size; a null image if there is none."""
        return QImage() if self._result is None else self._result.image.copy()

    # Camera

    @property
    def zoom(self) -> float:
        """Screen pixels per pixel of the reference picture; 1.0 is 100 %."""
        return self._camera.zoom

    @property
    def is_fitted(self) -> bool:
        return self._camera.fitted

    def fit(self) -> None:
        self._camera.fit()
        self.camera_moved()

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Set the zoom; the picture's point under `at` (a point of the canvas; the middle if None) stays there."""
        self._camera.zoom_to(zoom, None if at is None else self.in_pane(at))
        self.camera_moved()

    def zoom_100(self) -> None:
        self.zoom_to(1.0)

    def zoom_in(self) -> None:
        self._camera.zoom_in()
        self.camera_moved()

    def zoom_out(self) -> None:
        self._camera.zoom_out()
        self.camera_moved()

    def pan(self, delta: QPointF) -> None:
        """Move the picture by this many logical pixels."""
        self._camera.pan(delta)
        self.camera_moved()

    # Comparison

    @property
    def compare_mode(self) -> CompareMode:
        return self._mode

    def set_compare_mode(self, mode: CompareMode | str) -> None:
        """ "off", "wipe" or "side_by_side"; it shows as soon as there are both photo and result."""
        if mode == self._mode:
            return
        self._mode = CompareMode(mode)
        self._measure()
        self.compare_mode_changed.emit(self._mode.value)

    @property
    def is_peeking(self) -> bool:
        return self._peeking

    def set_peek(self, peek: bool) -> None:
        """Show the photo in the result's place as long as it is wanted."""
        if peek != self._peeking:
            self._peeking = peek
            self.update()

    @property
    def sides_swapped(self) -> bool:
        return self._swapped

    def set_sides_swapped(self, swapped: bool) -> None:
        """Photo on the right, result on the left."""
        self._swapped = swapped
        self.camera_moved()

    @property
    def wipe_position(self) -> float:
        """0..1 from the left to the right edge of the visible picture."""
        return self._wipe.position

    def set_wipe_position(self, position: float) -> None:
        self._wipe.position = min(max(position, 0.0), 1.0)
        self.update()

    # For subclasses

    def content_changed(self) -> None:
        """Something else is shown now. To extend."""
        self._measure()

    def camera_moved(self) -> None:
        """The camera may have moved: tell the zoom and paint again."""
        if abs(self._camera.zoom - self._told_zoom) > 1e-9:
            self._told_zoom = self._camera.zoom
            self.zoom_changed.emit(self._told_zoom)
        self.update()

    def in_pane(self, point: QPointF) -> QPointF:
        """A point of the canvas as the camera sees it: relative to the pane it lies in."""
        for pane in self._panes():
            if point.x() < pane.right() + 1:
                return point - QPointF(pane.topLeft())
        return point - QPointF(self._panes()[-1].topLeft())

    def picture_area(self, pane: QRect | None = None) -> QRectF:
        """The visible part of the picture in logical pixels of the canvas."""
        pane = self._panes()[0] if pane is None else pane
        place = self._camera.device_rect()
        ratio = self.devicePixelRatioF()
        area = QRectF(place.x() / ratio, place.y() / ratio, place.width() / ratio, place.height() / ratio)
        return area.translated(QPointF(pane.topLeft())) & QRectF(pane)

    def set_focus_shown(self, shown: bool) -> None:
        """Frame the canvas in the accent: the keyboard came to it."""
        if shown != self._focus_shown:
            self._focus_shown = shown
            self.update()

    def is_wiping(self) -> bool:
        return self._comparing() is CompareMode.WIPE

    # Painting

    def _comparing(self) -> CompareMode:
        """The mode as it can be shown now."""
        if self._photo is None or self._result is None:
            return CompareMode.OFF
        return CompareMode.OFF if self._peeking and self._mode is CompareMode.WIPE else self._mode

    def _panes(self) -> tuple[QRect, ...]:
        return panes(self._comparing(), self.size())

    def _measure(self) -> None:
        self._camera.set_pane(self._panes()[0].size(), self.devicePixelRatioF())
        self.camera_moved()

    def _refer(self, *, keep: bool) -> None:
        reference = self._result if self._finished or self._photo is None else self._photo
        self._camera.set_picture(QSize() if reference is None else reference.size, keep=keep)
        self.content_changed()

    def _sides(self) -> tuple[tuple[Layer, str], tuple[Layer, str]]:
        assert self._photo is not None
        assert self._result is not None
        sides = (self._photo, self.tr("Photo")), (self._result, self._preview or self.tr("Result"))
        return (sides[1], sides[0]) if self._swapped else sides

    def _paint_wipe(self, painter: QPainter) -> None:
        (left, left_label), (right, right_label) = self._sides()
        area = self.picture_area()
        line = self._wipe.line_x(area)
        whole = self._panes()[0]
        for layer, start, end in ((left, area.left(), line), (right, line, area.right())):
            painter.save()
            painter.setClipRect(QRectF(start, area.top(), end - start, area.height()))
            self._paint_layer(painter, layer, whole)
            painter.restore()
        self._wipe.draw(painter, area, QColor(theme.current().accent))
        self._paint_chip(painter, left_label, QRectF(area.left(), area.top(), line - area.left(), area.height()))
        right_area = QRectF(line, area.top(), area.right() - line, area.height())
        self._paint_chip(painter, right_label, right_area, right=True)

    def _paint_layer(self, painter: QPainter, layer: Layer, pane: QRect) -> None:
        ratio = self.devicePixelRatioF()
        corner = QPoint(round(pane.x() * ratio), round(pane.y() * ratio))
        clip = QRect(corner, QSize(round(pane.width() * ratio), round(pane.height() * ratio)))
        target = self._camera.device_rect().translated(corner)
        frame = layer is self._result and not self._finished
        nearest = layer.scale(target) > NEAREST_ABOVE and not self._camera.fitted and not frame
        layer.paint(painter, target, clip, ratio, nearest=nearest)

    def _paint_chip(self, painter: QPainter, label: str, area: QRectF, *, right: bool = False) -> None:
        """A label in the upper corner of a part of the picture, if there is room."""
        font = look.scaled_font(self.font(), 0.92, QFont.Weight.DemiBold)
        chip, inset = look.chip_rect(font, label), 1.5 * look.UNIT_PX
        if area.width() < chip.width() + 2 * inset or area.height() < chip.height() + 2 * inset:
            return
        x = area.right() - inset - chip.width() if right else area.left() + inset
        look.draw_chip(painter, QPointF(round(x), round(area.top() + inset)), label, font)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.current().canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mode = self._comparing()
        if mode is CompareMode.WIPE:
            self._paint_wipe(painter)
        elif mode is CompareMode.SIDE_BY_SIDE:
            for pane, (layer, label) in zip(self._panes(), self._sides(), strict=True):
                self._paint_layer(painter, layer, pane)
                self._paint_chip(painter, label, self.picture_area(pane))
        else:
            peeking = self._peeking and self._photo is not None
            shown = self._photo if peeking or self._result is None else self._result
            if shown is not None:
                self._paint_layer(painter, shown, self.rect())
            if peeking and self._result is not None:
                self._paint_chip(painter, self.tr("Photo"), self.picture_area())
            elif self._preview and self._result is not None:
                self._paint_chip(painter, self._preview, self.picture_area())
        if self._focus_shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._measure()
        return super().event(event)
