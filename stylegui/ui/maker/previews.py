"""Pictures of designs: asked for again and again while the artist chooses, painted once, soonest what is looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from stylegui.jobs.easel import Easel
from stylegui.jobs.painter_process import Painted, PaintOrder, Unpainted
from stylegui.painters.design import Design
from stylegui.ui.canvas.pixels import frame_image

THUMBNAIL_PX = 144
SKETCH_PX = 224
PREVIEW_PX = 512
CACHE_BYTES = 96 * 2**20


def order_of(design: Design, long_px: int) -> PaintOrder:
    """The order to paint a design at this size."""
    return PaintOrder(design.painter, design.seed, design.size(long_px), design.colours, design.placed)


class Previews(QObject):
    """Paints a main design, first as a sketch, and small ones; remembers what it has painted."""

    main_changed = Signal()
    """There is a better picture of the main design than before."""
    main_passed = Signal(object)
    """A sketch, as a QImage, of what the main design was a moment ago: there is none yet of what it is now."""
    thumbnail_painted = Signal(object)
    """The `PaintOrder` of a small picture that is there now."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._easel = Easel(self)
        self._easel.painted.connect(self._take)
        self._easel.failed.connect(self._tell)
        self._main: Design | None = None
        self._small: list[Design] = []
        self._images: OrderedDict[PaintOrder, QImage] = OrderedDict()
        self._held_bytes = 0
        self._seconds: dict[tuple[str, int], float] = {}

    @property
    def easel(self) -> Easel:
        return self._easel

    @property
    def main(self) -> tuple[QImage | None, bool]:
        """The best picture of the main design so far, and whether a finer one is to come."""
        if self._main is None:
            return None, False
        if (fine := self.image(self._main, PREVIEW_PX)) is not None:
            return fine, False
        return self.image(self._main, SKETCH_PX) or self.image(self._main, THUMBNAIL_PX), True

    def image(self, design: Design, long_px: int) -> QImage | None:
        """The picture of a design at this size where it is there already."""
        image = self._images.get(order_of(design, long_px))
        if image is not None:
            self._images.move_to_end(order_of(design, long_px))
        return image

    def small_image(self, design: Design) -> QImage | None:
        """Any picture of a design, the smallest first."""
        sizes = (THUMBNAIL_PX, SKETCH_PX, PREVIEW_PX)
        return next((image for px in sizes if (image := self.image(design, px)) is not None), None)

    def seconds(self, painter: str, long_px: int) -> float:
        """About how long a painter takes at this size, by what it took before; a guess where it has not painted."""
        known = [(abs(size - long_px), size, took) for (name, size), took in self._seconds.items() if name == painter]
        if not known:
            return 8.0 * (long_px / 1024) ** 2
        _, size, took = min(known)
        return max(0.05, took * (long_px / size) ** 2)

    def show(self, main: Design | None, small: Sequence[Design]) -> None:
        """Paint these from now on: `main` first, then `small` in their order."""
        self._main, self._small = main, list(small)
        self._ask()

    def rest(self) -> None:
        """Nobody looks: paint nothing and let the helper process go. `show` begins again."""
        self._main, self._small = None, []
        self._easel.rest()

    def close(self, timeout_ms: int) -> bool:
        return self._easel.close(timeout_ms)

    def _ask(self) -> None:
        wanted = [] if self._main is None else [order_of(self._main, px) for px in (SKETCH_PX, PREVIEW_PX)]
        if wanted and wanted[1] in self._images:
            wanted = []
        wanted += [order_of(design, THUMBNAIL_PX) for design in self._small if self.small_image(design) is None]
        self._easel.want([order for order in wanted if order not in self._images])

    @Slot(object)
    def _take(self, painted: Painted) -> None:
        order = painted.order
        self._seconds[order.painter, max(order.size)] = painted.seconds
        image = frame_image(painted.pixels)
        self._images[order] = image
        self._held_bytes += image.sizeInBytes()
        while self._held_bytes > CACHE_BYTES and len(self._images) > 1:
            _, oldest = self._images.popitem(last=False)
            self._held_bytes -= oldest.sizeInBytes()
        if max(order.size) == THUMBNAIL_PX:
            self.thumbnail_painted.emit(order)
        elif self._main is not None and order in (order_of(self._main, SKETCH_PX), order_of(self._main, PREVIEW_PX)):
            self.main_changed.emit()
        elif self._main is not None and self.main[0] is None:
            current = order_of(self._main, SKETCH_PX)
            if (order.painter, order.size) == (current.painter, current.size):
                self.main_passed.emit(image)

    @Slot(object)
    def _tell(self, outcome: Unpainted) -> None:
        self.failed.emit(outcome.text)
