"""How much two pictures differ, pixel by pixel, made visible."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from stylegui.ui.canvas import look
from stylegui.ui.canvas.compare import CompareMode
from stylegui.ui.canvas.modes.labels import INSET_PX, ROW_GAP_PX, Label, in_row
from stylegui.ui.canvas.modes.mode import Mode, State
from stylegui.ui.canvas.pixels import rgb32_image, rgb32_pixels
from stylegui.ui.canvas.surface import Shown, Surface

GAINS = (1, 2, 4, 8, 16)
USUAL_GAIN = 1
LEVELS = 255
RAMP = ((0.0, "#0a0b0e"), (0.2, "#12343f"), (0.45, "#2a7d74"), (0.7, "#b9b650"), (1.0, "#fff8e1"))
"""From equal to different. It grows ever lighter, so that it can be read without seeing its colours."""
BAND_BYTES = 4 << 20
"""So much of a picture is compared at a time; between, the window answers."""
LEGEND_BAR_PX = 12 * look.UNIT_PX
LEGEND_BAR_HEIGHT_PX = look.UNIT_PX


def difference(first: NDArray[np.uint8], second: NDArray[np.uint8], colours: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The colour of the largest difference of a pixel's channels.

    Both (H, W, 4) uint8 BGRx; `colours` (256,) gives an 0xffrrggbb for each difference. (H, W) uint32.
    """
    apart = np.maximum(first, second) - np.minimum(first, second)
    most = np.maximum(np.maximum(apart[..., 0], apart[..., 1]), apart[..., 2])
    shown: NDArray[np.uint32] = colours[most]
    return shown


def ramp(gain: int) -> NDArray[np.uint32]:
    """The colour (0xffrrggbb) of each difference 0..255 when differences count `gain` times; (256,) uint32."""
    share = np.minimum(np.arange(LEVELS + 1) * gain / LEVELS, 1.0)
    stops = [stop for stop, _ in RAMP]
    packed = np.full(LEVELS + 1, 0xFF, np.uint32)
    for channel in range(3):
        levels = [QColor(name).getRgb()[channel] for _, name in RAMP]  # type: ignore[index]
        packed = (packed << np.uint32(8)) | np.rint(np.interp(share, stops, levels)).astype(np.uint32)
    return packed


@dataclass(frozen=True)
class View:
    """What a difference was made of: two pictures, where they lie (device pixels), and the gain."""

    first: int
    second: int
    place: QRect
    visible: QRect
    gain: int


class Difference(Mode):
    """Compares what is visible, at the screen's resolution, in the breaks between events. Painting only shows it.

    While a new one is made the last one stands in for it, moved and stretched to where it belongs now.
    """

    id = CompareMode.DIFFERENCE

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._gain = USUAL_GAIN
        self._image = QImage()
        self._view: View | None = None
        self._wanted: View | None = None
        self._pair = (QImage(), QImage())
        self._done: NDArray[np.uint32] = np.empty((0, 0), np.uint32)
        self._row = 0
        self._colours = ramp(self.gain)
        self._active = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def gain(self) -> int:
        """By how much differences are multiplied."""
        return GAINS[self._gain]

    @property
    def is_ready(self) -> bool:
        """Whether what is seen is what there is to see."""
        return self._view is not None and self._view == self._wanted

    def begin(self) -> None:
        self._active = True
        self.picture_changed()

    def end(self) -> None:
        """Give the memory back."""
        self._active = False
        self._timer.stop()
        self._image, self._pair = QImage(), (QImage(), QImage())
        self._view = self._wanted = None
        self._row = 0

    def picture_changed(self) -> None:
        if self._active and self.is_possible():
            self._timer.start()

    # Making it

    @Slot()
    def _work(self) -> None:
        if not self._active or not self.is_possible():
            self._timer.stop()
            return
        # What is under way is brought to its end before frames that came meanwhile: else there would never be one.
        if not self._row and not self._start():
            self._timer.stop()
            return
        first, second = (rgb32_pixels(image) for image in self._pair)
        rows = max(BAND_BYTES // max(first.shape[1] * 4, 1), 1)
        band = slice(self._row, self._row + rows)
        self._done[band] = difference(first[band], second[band], self._colours)
        self._row = band.stop
        if self._row >= len(self._done):
            self._finish()

    def _start(self) -> bool:
        """Take the next pair; False where nothing is to be done."""
        surface, sides = self.surface, self.sides()
        pane = surface.rect()
        targets = [surface.target_of(side, pane) for side in sides]
        visible = targets[0] & targets[1] & surface.clip_of(pane)
        keys = [side.layer.image.cacheKey() for side in sides]
        view = View(keys[0], keys[1], targets[0], visible, self.gain)
        if view == self._view or visible.isEmpty():
            return False
        self._wanted = view
        self._pair = (self._seen(sides[0], targets[0], visible), self._seen(sides[1], targets[1], visible))
        self._done = np.empty((visible.height(), visible.width()), np.uint32)
        return True

    def _seen(self, side: Shown, target: QRect, visible: QRect) -> QImage:
        nearest = self.surface.is_nearest(side, target)
        return side.layer.seen(target, visible, nearest=nearest)

    def _finish(self) -> None:
        self._image = rgb32_image(self._done)
        self._view, self._row = self._wanted, 0
        self._pair = (QImage(), QImage())
        self.surface.refresh()

    # Showing it

    def paint(self, painter: QPainter) -> None:
        surface = self.surface
        if self._view is None:
            surface.draw(painter, self.sides()[1], surface.rect())
            return
        then, now = self._view.place, surface.target_of(self.sides()[0], surface.rect())
        across, down = now.width() / then.width(), now.height() / then.height()
        ratio = surface.devicePixelRatioF()
        place = QRectF(
            (now.x() + (self._view.visible.x() - then.x()) * across) / ratio,
            (now.y() + (self._view.visible.y() - then.y()) * down) / ratio,
            self._view.visible.width() * across / ratio,
            self._view.visible.height() * down / ratio,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, now.size() != then.size())
        painter.drawImage(place, self._image, QRectF(self._image.rect()))
        self._paint_legend(painter)

    def labels(self) -> list[Label]:
        first, second = self.side_labels()
        return in_row([first, Label(second.text, choice=second.choice, icon="difference")], self._row_area(), self.font)

    def _row_area(self) -> QRectF:
        """The part of the picture that the legend leaves to the labels."""
        area, legend = self.surface.picture_area(), self._legend_rect()
        return (
            area
            if legend.isEmpty() or legend.top() > area.top() + 2 * INSET_PX
            else area.adjusted(0, 0, -legend.width() - INSET_PX, 0)
        )

    def legend_words(self) -> tuple[str, str]:
        """What its dark and its light end mean."""
        return self.tr("same"), self.tr("{} levels or more").format(round(LEVELS / self.gain))

    def _legend_rect(self) -> QRectF:
        area, font = self.surface.picture_area(), self.font
        low, high = (look.chip_rect(font, words) for words in self.legend_words())
        width = low.width() + LEGEND_BAR_PX + high.width()
        if area.width() < width + 2 * INSET_PX or area.height() < 4 * low.height():
            return QRectF()
        label_width = sum(label.size(font).width() + ROW_GAP_PX for label in self.side_labels()) + look.CHIP_ICON_PX
        beside = area.width() > width + label_width + 4 * INSET_PX
        top = area.top() + INSET_PX if beside else area.top() + 2 * INSET_PX + low.height()
        return QRectF(round(area.right() - INSET_PX - width), round(top), width, low.height())

    def _paint_legend(self, painter: QPainter) -> None:
        rect = self._legend_rect()
        if rect.isEmpty():
            return
        look.draw_panel(painter, rect, look.UNIT_PX * 0.75)
        painter.setFont(self.font)
        painter.setPen(look.PANEL_TEXT)
        words = rect.adjusted(look.UNIT_PX, 0, -look.UNIT_PX, 0)
        low, high = self.legend_words()
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, high)
        left = rect.left() + look.chip_rect(self.font, low).width()
        bar = QRectF(left, rect.center().y() - LEGEND_BAR_HEIGHT_PX / 2, LEGEND_BAR_PX, LEGEND_BAR_HEIGHT_PX)
        colours = QLinearGradient(bar.topLeft(), QPointF(bar.right(), bar.top()))
        for stop, name in RAMP:
            colours.setColorAt(stop, QColor(name))
        painter.setPen(look.PANEL_EDGE)
        painter.setBrush(colours)
        painter.drawRoundedRect(bar, LEGEND_BAR_HEIGHT_PX / 2, LEGEND_BAR_HEIGHT_PX / 2)

    def about(self) -> str:
        first, second = self.sides()
        words = self.tr("How much {} and {} differ: dark where they are the same, light where they differ most.")
        return words.format(first.label, second.label)

    def adjust(self, steps: int, *, fine: bool = False) -> bool:
        """Stronger or weaker."""
        self._gain = min(max(self._gain + steps, 0), len(GAINS) - 1)
        self._colours = ramp(self.gain)
        self.picture_changed()
        return True

    def state(self) -> dict[str, float]:
        return {"gain": self.gain}

    def restore(self, state: State) -> None:
        wanted = state.get("gain", self.gain)
        self._gain = min(range(len(GAINS)), key=lambda index: abs(GAINS[index] - wanted))
        self._colours = ramp(self.gain)
        self.picture_changed()
