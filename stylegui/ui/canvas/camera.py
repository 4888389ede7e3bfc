"""Where the picture stands in a pane: zoom, centre, limits and snaps. Plain geometry, no widget.

Three kinds of pixels: *picture* pixels of the reference picture, *logical* pixels of the pane (what the mouse reports),
and *device* pixels of the screen, `ratio` to a logical one. `zoom` is device pixels per picture pixel: 1.0 is 100 %.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QSize, QSizeF

SNAPS = (0.25, 0.5, 1.0, 2.0, 4.0)
STEP_PERCENTS = (1, 2, 3, 5, 6.25, 8.33, 12.5, 16.7, 25, 33.3, 50, 66.7)
STEP_PERCENTS_UP = (100, 150, 200, 300, 400, 600, 800, 1200, 1600, 2400, 3200)
STEPS = tuple(percent / 100 for percent in STEP_PERCENTS + STEP_PERCENTS_UP)
MAX_ZOOM = 32.0
MAX_FIT_ZOOM = 16.0
FIT_MARGIN_PX = 24
SNAP_PULL = 0.04
COARSE_STEP = 0.1


class Camera:
    """Looks at one reference picture through a pane. Fitting is a state: it holds while the pane changes its size."""

    def __init__(self) -> None:
        self._picture = QSizeF()
        self._pane = QSizeF()
        self._ratio = 1.0
        self._margin_px = FIT_MARGIN_PX
        self._zoom = 1.0
        self._wanted_zoom = 1.0
        self._center = QPointF()
        self._fitted = True

    @property
    def zoom(self) -> float:
        """Device pixels per picture pixel."""
        return self._zoom

    @property
    def center(self) -> QPointF:
        """The picture's point, in picture pixels, that is seen in the middle of the pane."""
        return QPointF(self._center)

    @property
    def fitted(self) -> bool:
        return self._fitted

    @property
    def scale(self) -> float:
        """Logical pixels per picture pixel."""
        return self._zoom / self._ratio

    @property
    def fit_zoom(self) -> float:
        if self._picture.isEmpty() or self._pane.isEmpty():
            return 1.0
        width = max(self._pane.width() - 2 * self._margin_px, 1) * self._ratio
        height = max(self._pane.height() - 2 * self._margin_px, 1) * self._ratio
        return min(width / self._picture.width(), height / self._picture.height(), MAX_FIT_ZOOM)

    @property
    def min_zoom(self) -> float:
        return min(self.fit_zoom / 2, SNAPS[0])

    def set_pane(self, size: QSize, ratio: float, margin_px: int | None = None) -> None:
        """The pane got another size (logical pixels) or moved to a screen with another pixel ratio.

        A fitted picture keeps `margin_px` logical pixels free around itself (None: `FIT_MARGIN_PX`).
        """
        self._pane, self._ratio = QSizeF(size), ratio
        self._margin_px = FIT_MARGIN_PX if margin_px is None else margin_px
        if self._fitted:
            self.fit()
        else:
            self._settle(self._zoom)

    def set_picture(self, size: QSize, *, keep: bool) -> None:
        """Take another reference picture. With `keep` it fills the place of the last one and nothing moves."""
        last, self._picture = self._picture, QSizeF(size)
        if self._fitted or not keep or last.isEmpty() or self._picture.isEmpty():
            self.fit()
            return
        self._center = QPointF(
            self._center.x() * self._picture.width() / last.width(),
            self._center.y() * self._picture.height() / last.height(),
        )
        self._zoom *= last.width() / self._picture.width()
        self._wanted_zoom = self._zoom

    def device_rect(self) -> QRect:
        """Where the whole picture lies, in device pixels from the pane's top left, on whole pixels."""
        width, height = self._picture.width() * self._zoom, self._picture.height() * self._zoom
        left = self._pane.width() * self._ratio / 2 - self._center.x() * self._zoom
        top = self._pane.height() * self._ratio / 2 - self._center.y() * self._zoom
        return QRect(round(left), round(top), max(round(width), 1), max(round(height), 1))

    def to_picture(self, point: QPointF) -> QPointF:
        """Logical pane point → picture pixels."""
        return self._center + (point - self._middle()) / self.scale

    def to_pane(self, point: QPointF) -> QPointF:
        """Picture pixels → logical pane point."""
        return (point - self._center) * self.scale + self._middle()

    def fit(self) -> None:
        self._center = QPointF(self._picture.width() / 2, self._picture.height() / 2)
        self._zoom = self._wanted_zoom = self.fit_zoom
        self._fitted = True

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Set the zoom; the picture's point under `at` (logical; the middle if None) stays where it is."""
        if self._picture.isEmpty():
            return
        anchor = self._middle() if at is None else at
        held = self.to_picture(anchor)
        self._zoom = min(max(zoom, self.min_zoom), max(MAX_ZOOM, self.fit_zoom))
        self._wanted_zoom = self._zoom
        self._center = held - (anchor - self._middle()) / self.scale
        self._settle(self._zoom)

    def zoom_by(self, factor: float, at: QPointF) -> None:
        """Zoom about a point, with gentle stops at 25, 50, 100, 200 and 400 %.

        A wheel's notch that would pass a stop ends on it; fine steps are drawn to a stop that is near.
        """
        wanted = self._wanted_zoom * factor
        shown = wanted
        if abs(math.log(factor)) > COARSE_STEP:
            passed = [snap for snap in SNAPS if min(self._zoom, wanted) * 1.001 < snap < max(self._zoom, wanted)]
            if passed:
                wanted = shown = passed[0] if factor > 1 else passed[-1]
        else:
            near = [snap for snap in SNAPS if abs(math.log(wanted / snap)) < SNAP_PULL]
            shown = near[0] if near else wanted
        self.zoom_to(shown, at)
        if shown == self._zoom:
            self._wanted_zoom = wanted

    def zoom_in(self) -> None:
        self.zoom_to(next((step for step in STEPS if step > self._zoom * 1.001), MAX_ZOOM))

    def zoom_out(self) -> None:
        self.zoom_to(next((step for step in reversed(STEPS) if step < self._zoom / 1.001), self.min_zoom))

    def pan(self, delta: QPointF) -> None:
        """Move the picture by `delta` logical pixels."""
        if self._picture.isEmpty():
            return
        self._center -= delta / self.scale
        self._settle(self._zoom)

    def follow(self, other: Camera) -> None:
        """Look at the same part of the picture as `other` does, as large as this pane allows."""
        if other.fitted or self._picture.isEmpty() or other._picture.isEmpty() or other._pane.isEmpty():
            self.fit()
            return
        across = self._picture.width() / other._picture.width()
        seen = QSizeF(other._pane.width() / other.scale * across, other._pane.height() / other.scale * across)
        scale = min(self._pane.width() / seen.width(), self._pane.height() / seen.height())
        self._center = QPointF(
            other._center.x() * across, other._center.y() * self._picture.height() / other._picture.height()
        )
        self._wanted_zoom = scale * self._ratio
        self._settle(self._wanted_zoom)

    def _middle(self) -> QPointF:
        return QPointF(self._pane.width() / 2, self._pane.height() / 2)

    def _settle(self, zoom: float) -> None:
        """Keep the middle of the pane on the picture, so that the picture cannot get lost."""
        self._zoom = zoom
        self._center = QPointF(
            min(max(self._center.x(), 0.0), self._picture.width()),
            min(max(self._center.y(), 0.0), self._picture.height()),
        )
        self._fitted = False
