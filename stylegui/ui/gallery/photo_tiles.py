"""Tiles on the artist's own photo: which are wanted, which are there, and when to show them."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from stylegui.engine.control import RunControl
from stylegui.engine.images import Picture, PictureError
from stylegui.jobs.preview import PreviewLane
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from stylegui.ui.gallery.held import HeldPixmaps, PixmapKey
from stylegui.ui.gallery.trickle import Trickle

SIZES_PX = (160, 256, 384)
"""Sides at which tiles are painted, in device pixels. Larger ones are enlarged: strokes take that well."""

MEMORY_BYTES = 40 * 2**20

PaintTile: TypeAlias = Callable[[Picture, Path, int, RunControl], NDArray[np.uint8]]
"""Photo, style file, side in pixels, control: the tile as (side, side, 3). Called in the lane's thread only."""

_log = logging.getLogger(__name__)


class TileKey(NamedTuple):
    """A tile in the lane. `turn` tells the tiles of one photo from those of the one before."""

    style_id: str
    size_px: int
    turn: int


class PhotoTiles(QObject):
    """Has the tiles in sight painted on the photo, first things first, and holds those that are there.

    Without a photo or a lane, and where it is switched off, it has none: the styles' own pictures are shown then.
    """

    arrived = Signal(str, bool)
    """The tile of this style is there now; whether there was none before, of any size."""
    changed = Signal()
    """Every tile may look different: another photo, or switched on or off."""

    def __init__(self, library: StyleLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._held = HeldPixmaps(MEMORY_BYTES)
        self._photo: Picture | None = None
        self._lane: PreviewLane | None = None
        self._paint: PaintTile | None = None
        self._on = True
        self._size_px = SIZES_PX[0]
        self._turn = 0
        self._in_sight: tuple[str, ...] = ()
        self._upcoming: tuple[str, ...] = ()
        self._refused: set[str] = set()
        # Tiles that were painted before come all at once, and the first look at each takes a moment.
        self._coming = Trickle(self)
        self._coming.ready.connect(self._take)

    @property
    def on(self) -> bool:
        """Whether tiles are painted on the photo as soon as there is one."""
        return self._on

    @property
    def has_photo(self) -> bool:
        """Whether there is one."""
        return self._photo is not None

    @property
    def showing(self) -> bool:
        """Whether they are now."""
        return self._on and self._photo is not None and self._lane is not None

    def set_lane(self, lane: PreviewLane, paint: PaintTile) -> None:
        """Have tiles painted there."""
        self._lane, self._paint = lane, paint
        lane.tile_arrived.connect(self._await)
        lane.tile_failed.connect(self._note_failure)
        self._begin_anew()

    def set_photo(self, photo: Picture | None) -> None:
        """Paint on this photo from now on."""
        if photo is not self._photo:
            self._photo = photo
            self._begin_anew()

    @Slot(bool)
    def set_on(self, on: bool) -> None:
        """Paint on the photo, or show the styles' own pictures. What was painted is held for later."""
        if on != self._on:
            self._on = on
            self.changed.emit()
            self._ask()

    def set_size(self, size_px: int) -> None:
        """How large tiles are now, in device pixels."""
        size_px = next((size for size in SIZES_PX if size >= size_px), SIZES_PX[-1])
        if size_px != self._size_px:
            self._size_px = size_px
            self._ask()

    def look_at(self, in_sight: Sequence[str], upcoming: Sequence[str] = ()) -> None:
        """These are in sight, and those come next: paint them in this order, and no others."""
        self._in_sight, self._upcoming = tuple(in_sight), tuple(upcoming)
        self._held.retain(in_sight)
        self._ask()

    def pixmap(self, style_id: str) -> QPixmap | None:
        """The photo in this style where it is there, if need be at another size."""
        if not self.showing:
            return None
        pixmap = self._held.get(PixmapKey(style_id, self._size_px))
        return pixmap or self._held.any_size(style_id, SIZES_PX[::-1])

    @Slot(object)
    def forget(self, style_ids: Collection[str]) -> None:
        """Paint these anew: their pictures have changed."""
        self._held.forget(style_ids)
        self._refused.difference_update(style_ids)
        self._coming.clear()
        self._turn += 1
        self._ask()

    def shut_down(self) -> None:
        """Want nothing any more."""
        self.look_at(())
        self._coming.clear()
        self._lane = None

    def _begin_anew(self) -> None:
        self._held.clear()
        self._refused.clear()
        self._coming.clear()
        self._turn += 1
        self.changed.emit()
        self._ask()

    def _ask(self) -> None:
        """Tell the lane what is wanted now."""
        photo, lane, paint = self._photo, self._lane, self._paint
        if lane is None or paint is None:
            return
        if photo is None or not self._on:
            lane.set_tiles([])
            return
        size_px, turn = self._size_px, self._turn
        coming = {key.style_id for key, _ in self._coming.waiting if key.size_px == size_px}
        wanted = [*self._in_sight, *self._upcoming]
        ids = [style_id for style_id in wanted if style_id not in coming and self._lacks(style_id)]
        lane.set_tiles(
            [
                (TileKey(style.id, size_px, turn), functools.partial(_painted, paint, photo, style.path, size_px))
                for style in self._library.fetch(ids)
                if not style.missing
            ]
        )

    def _lacks(self, style_id: str) -> bool:
        return style_id not in self._refused and self._held.get(PixmapKey(style_id, self._size_px)) is None

    @Slot(object, object)
    def _await(self, key: TileKey, image: QImage) -> None:
        if isinstance(key, TileKey) and key.turn == self._turn:
            self._coming.put((key, image))

    @Slot(object)
    def _take(self, tile: tuple[TileKey, QImage]) -> None:
        key, image = tile
        if image.isNull():
            self._refused.add(key.style_id)
        else:
            is_first = self._held.any_size(key.style_id, SIZES_PX) is None
            self._held.hold(PixmapKey(key.style_id, key.size_px), QPixmap.fromImage(image))
            self.arrived.emit(key.style_id, is_first)

    @Slot(object, str)
    def _note_failure(self, key: TileKey, _sentence: str) -> None:
        # The lane has logged it. The style's own picture stays, which is no worse than it was.
        if isinstance(key, TileKey) and key.turn == self._turn:
            self._refused.add(key.style_id)


def usual_painter(device: str = "auto") -> PaintTile:
    """Instant, with the user's cache. It is made in the thread that paints first: the engine takes long to import."""
    made: list[PaintTile] = []

    def paint(photo: Picture, style: Path, size_px: int, control: RunControl) -> NDArray[np.uint8]:
        if not made:
            from stylegui.engine.instant.tile import TilePainter

            made.append(TilePainter(Paths.of_user().cache, device).paint)
        return made[0](photo, style, size_px, control)

    return paint


def _painted(paint: PaintTile, photo: Picture, style: Path, size_px: int, control: RunControl) -> QImage:
    """A tile, in the lane's thread; a null image where the style cannot be read, which its own thumbnail tells."""
    try:
        pixels = np.ascontiguousarray(paint(photo, style, size_px, control))
    except PictureError as error:
        _log.debug("No tile: %s", error)
        return QImage()
    height, width, _ = pixels.shape
    # Converted, so that it holds pixels of its own.
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)
