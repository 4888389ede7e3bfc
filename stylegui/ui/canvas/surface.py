"""The surface below everything on the canvas: pictures that lie in one place, one camera, and drawing through it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from stylegui.ui.canvas.camera import Camera
from stylegui.ui.canvas.layers import Layer
from stylegui.ui.canvas.pixels import frame_image, picture_image

if TYPE_CHECKING:
    from stylegui.engine.images import Picture

NEAREST_ABOVE = 2.0
SAME_SHAPE = 0.03
"""Frames of a few pixels are a little off the shape of the picture; what differs by more has a shape of its own."""


@dataclass(frozen=True, eq=False)
class Shown:
    """A picture that can be seen, and what is written on it.

    A `guest` keeps its own shape within the picture's place; all others are stretched over it. What is `rough` never
    shows its pixels as squares.
    """

    layer: Layer
    label: str
    guest: bool = False
    rough: bool = False


class Surface(QWidget):
    """Holds the photo, the result or the frames that lead to it, and what the result is compared with.

    100 % means one screen pixel for each pixel of the reference: the result where there is a finished one, else the
    photo. Frames of any size are stretched over the reference's place, so a climbing job never moves the picture.
    """

    zoom_changed = Signal(float)
    camera_changed = Signal()
    view_changed = Signal()
    """Something is drawn elsewhere or otherwise now."""
    content_shown = Signal()
    """Another picture is on the canvas, or one less."""
    comparable_changed = Signal(bool)
    """Whether there is a result and something to compare it with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._camera = Camera()
        self._photo: Layer | None = None
        self._result: Layer | None = None
        self._reference: Shown | None = None
        self._glimpse: Shown | None = None
        self._finished = False
        self._preview = ""
        self._result_name = ""
        self._swapped = False
        self._told_zoom = 1.0
        self._told_comparable = False
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

    @property
    def is_comparable(self) -> bool:
        """Whether there is a result and something to compare it with."""
        return self._result is not None and (self._photo is not None or self._reference is not None)

    def set_photo(self, photo: Picture | None) -> None:
        """Show another photo, fitted. The old result goes, and what it was compared with: neither belongs to it."""
        self._photo = None if photo is None else Layer(picture_image(photo))
        self._result, self._finished, self._preview = None, False, ""
        self._reference = self._glimpse = None
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
        was_finished, other_kind = self._finished, self._result is None or preview != self._preview
        self._result, self._finished, self._preview = layer, False, preview
        if empty or was_finished:
            self._refer(keep=not empty)
        elif other_kind:
            self.content_changed()
        else:
            self.picture_changed()

    def set_reference(self, image: QImage | None, label: str = "") -> None:
        """What the result is compared with, under its name; None for the photo. A shape of its own is kept."""
        self._reference = None if image is None or image.isNull() else Shown(Layer(image), label, guest=True)
        self.content_changed()

    def set_glimpse(self, image: QImage | None, label: str = "") -> None:
        """Show a picture in the place of everything else as long as it is looked at; None ends it."""
        self._glimpse = None if image is None or image.isNull() else Shown(Layer(image), label, guest=True)
        self.content_changed()

    def name_result(self, name: str) -> None:
        """What a finished result is called; "" for just that."""
        if name != self._result_name:
            self._result_name = name
            self.content_changed()

    @property
    def reference_label(self) -> str:
        """The name of what the result is compared with."""
        return self.tr("Photo") if self._reference is None else self._reference.label

    def clear(self) -> None:
        """Back to the empty canvas."""
        self.set_photo(None)

    def result_image(self) -> QImage:
        """A copy of the finished result or the last frame, at its full size; a null image if there is none."""
        return QImage() if self._result is None else self._result.image.copy()

    def mirror(self, other: Surface) -> None:
        """Show what another surface shows, with a camera of its own."""
        other_photo = not _same(self._photo, other._photo)
        self._photo, self._result = _twin(self._photo, other._photo), _twin(self._result, other._result)
        self._reference = _twin_of(self._reference, other._reference)
        self._glimpse = _twin_of(self._glimpse, other._glimpse)
        self._finished, self._preview = other._finished, other._preview
        self._result_name = other._result_name
        self._camera.set_picture(self.picture_size(), keep=not other_photo)
        self.content_changed()

    def look_like(self, other: Surface) -> None:
        """Look at the part of the picture that another surface looks at."""
        self._camera.follow(other._camera)
        self.camera_moved()

    # What modes draw

    @property
    def original(self) -> Shown | None:
        """What the result is compared with: the reference that was chosen, else the photo."""
        if self._reference is not None:
            return self._reference
        return None if self._photo is None else Shown(self._photo, self.tr("Photo"))

    @property
    def outcome(self) -> Shown | None:
        """The result, its latest frame or its preview."""
        if self._result is None:
            return None
        name = self._result_name if self._finished else self._preview
        return Shown(self._result, name or self.tr("Result"), rough=not self._finished)

    @property
    def glimpse(self) -> Shown | None:
        return self._glimpse

    @property
    def sides_swapped(self) -> bool:
        return self._swapped

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

    # For subclasses

    def panes(self) -> tuple[QRect, ...]:
        """The panes of the canvas in logical pixels, all of one size and looked at by one camera. To extend."""
        return (self.rect(),)

    def content_changed(self) -> None:
        """Pictures of another kind are shown now. To extend."""
        self.measure()
        if self.is_comparable != self._told_comparable:
            self._told_comparable = self.is_comparable
            self.comparable_changed.emit(self._told_comparable)
        self.picture_changed()

    def picture_changed(self) -> None:
        """A picture was replaced by another of its kind, such as by the next frame. To extend."""
        self.refresh()
        self.content_shown.emit()

    def camera_moved(self) -> None:
        """The camera may have moved: tell the zoom and paint again. To extend."""
        if abs(self._camera.zoom - self._told_zoom) > 1e-9:
            self._told_zoom = self._camera.zoom
            self.zoom_changed.emit(self._told_zoom)
        self.camera_changed.emit()
        self.refresh()

    def refresh(self) -> None:
        """Something is drawn elsewhere or otherwise now. To extend."""
        self.update()
        self.view_changed.emit()

    def pane_margin_px(self) -> int | None:
        """What a fitted picture keeps free around itself in its pane; None for the usual. To extend."""
        return None

    # Geometry

    def measure(self) -> None:
        """Panes may have another size now: fit the camera to them."""
        self._camera.set_pane(self.panes()[0].size(), self.devicePixelRatioF(), self.pane_margin_px())
        self.camera_moved()

    def picture_size(self) -> QSize:
        """The size of the picture that is the measure of 100 %; empty where there is none."""
        reference = self._result if self._finished or self._photo is None else self._photo
        return QSize() if reference is None else reference.size

    def in_pane(self, point: QPointF) -> QPointF:
        """A point of the canvas as the camera sees it: relative to the pane it lies in, or nearest to."""
        return point - QPointF(self.pane_at(point).topLeft())

    def pane_at(self, point: QPointF) -> QRect:
        """The pane in which a point of the canvas lies, or the nearest one."""

        def distance(pane: QRect) -> float:
            x = max(pane.left() - point.x(), point.x() - pane.right() - 1, 0)
            y = max(pane.top() - point.y(), point.y() - pane.bottom() - 1, 0)
            return x * x + y * y

        return min(self.panes(), key=distance)

    def picture_area(self, pane: QRect | None = None) -> QRectF:
        """The visible part of the picture in logical pixels of the canvas."""
        pane = self.panes()[0] if pane is None else pane
        place = self._camera.device_rect()
        ratio = self.devicePixelRatioF()
        area = QRectF(place.x() / ratio, place.y() / ratio, place.width() / ratio, place.height() / ratio)
        return area.translated(QPointF(pane.topLeft())) & QRectF(pane)

    def clip_of(self, pane: QRect) -> QRect:
        """A pane in device pixels."""
        ratio = self.devicePixelRatioF()
        corner = QPoint(round(pane.x() * ratio), round(pane.y() * ratio))
        return QRect(corner, QSize(round(pane.width() * ratio), round(pane.height() * ratio)))

    def target_of(self, shown: Shown, pane: QRect) -> QRect:
        """Where a whole picture lies when it is seen in a pane, in device pixels of the canvas."""
        place = self._camera.device_rect().translated(self.clip_of(pane).topLeft())
        own, shape = shown.layer.size, place.width() / place.height()
        if not shown.guest or abs(own.width() / own.height() / shape - 1) <= SAME_SHAPE:
            return place
        fitted = own.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        return QRect(
            place.x() + (place.width() - fitted.width()) // 2,
            place.y() + (place.height() - fitted.height()) // 2,
            fitted.width(),
            fitted.height(),
        )

    def is_nearest(self, shown: Shown, target: QRect) -> bool:
        """Whether pixels are drawn as squares."""
        return shown.layer.scale(target) > NEAREST_ABOVE and not self._camera.fitted and not shown.rough

    def draw(self, painter: QPainter, shown: Shown, pane: QRect) -> None:
        """Draw a picture as the camera sees it through a pane."""
        target = self.target_of(shown, pane)
        shown.layer.paint(
            painter, target, self.clip_of(pane), self.devicePixelRatioF(), nearest=self.is_nearest(shown, target)
        )

    def _refer(self, *, keep: bool) -> None:
        self._camera.set_picture(self.picture_size(), keep=keep)
        self.content_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.measure()
        return super().event(event)


def _same(mine: Layer | None, theirs: Layer | None) -> bool:
    return mine is theirs if mine is None or theirs is None else mine.is_twin(theirs)


def _twin(mine: Layer | None, theirs: Layer | None) -> Layer | None:
    """What shows their image here: mine, as long as it does."""
    if theirs is None:
        return None
    return mine if mine is not None and mine.is_twin(theirs) else theirs.twin()


def _twin_of(mine: Shown | None, theirs: Shown | None) -> Shown | None:
    if theirs is None:
        return None
    layer = _twin(None if mine is None else mine.layer, theirs.layer)
    return None if layer is None else replace(theirs, layer=layer)
