"""Gallery tiles: the artist's own photo, small, in any style; painted once and kept on the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import stylegui
from stylegui.engine import devices
from stylegui.engine.control import RunControl
from stylegui.engine.engines import Frame, Progress
from stylegui.engine.images import Picture, PictureError, load_picture, load_reduced
from stylegui.engine.instant.model import InstantModel, weights_file
from stylegui.engine.instant.run import loaded, run_with, working_size
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.instant.tile_cache import TileCache
from stylegui.engine.instant.tuning import PLAIN, sharing, tuning_for
from stylegui.engine.request import InstantId, InstantParams, StyleInput, TransferRequest

# A tile is to look like the big result reduced, whose strokes are finer than the network paints them at the size of a
# tile. So it is painted with the smallest brush, larger than it is shown by as much as there is time for, and reduced.
BRUSH_SIZE = 50.0
LARGER: Mapping[InstantId, float] = {"fast": 2.0, "fine": 1.4}
LARGE_ENOUGH_PX = 360
# A large style is decoded at no less than this, which is what is read of it at that brush.
DECODED_PX = 362
TALL_TOP_SHARE = 0.35
"""Of what a tall photo loses, this share is lost at its top: heads are rather there than at the middle."""


class TilePainter:
    """Paints tiles, and recalls those that were painted before. For one thread.

    It computes as was found to be quickest on this machine. No tile is painted anew when that changes: nobody sees it.

    It uses the network `fast`, or `fine` where the weights of `fast` are not there.
    """

    def __init__(self, cache: Path | None, device: str = "auto", model: InstantModel | None = None) -> None:
        """`cache` is the program's cache folder (None keeps nothing); `model` takes the place of the device's own."""
        self._device = device
        self._model = model
        self._cache = cache
        self._codes = StyleShelf(None if cache is None else cache / "instant")
        self._kept = TileCache(None if cache is None else cache / "tiles")
        self._digests: dict[tuple[Path, int, int], str] = {}
        self._reduced: tuple[str, int, Picture] | None = None

    def paint(self, photo: Picture, style: Path, size_px: int, control: RunControl) -> NDArray[np.uint8]:
        """The middle square of `photo` in the style of the picture file `style`: (size_px, size_px, 3), sRGB.

        Raises PictureError where the style cannot be read, EngineError where the network is broken, and Cancelled.
        """
        model = self._model = self._model or _chosen_model(self._device)
        control.checkpoint()
        name = self._name(model, photo, style, size_px)
        known = self._kept.get(name)
        if known is not None and known.shape[0] == size_px:
            return known
        params = InstantParams(model=model.id, size_px=painted_size(size_px, model.id), brush_size=BRUSH_SIZE)
        square = self._square(photo, working_size((1, 1), params)[0])
        control.checkpoint()
        request = TransferRequest(square, (StyleInput(load_reduced(style, DECODED_PX)[0]),), params, engine="instant")
        tuning = PLAIN if self._cache is None else tuning_for(model, self._cache)
        with sharing(tuning):
            result = run_with(model, self._codes, request, control, _Silence(), tuning)
        pixels = result.picture.resized(size_px).to_uint8()
        self._kept.put(name, pixels)
        return pixels

    def _name(self, model: InstantModel, photo: Picture, style: Path, size_px: int) -> str:
        how = f"{stylegui.__version__} {painted_size(size_px, model.id)} {size_px}"
        parts = (photo.digest, self._digest(style), model.digest, how)
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:40]

    def _digest(self, style: Path) -> str:
        """sha256 of a file, read once while the file stays as it is."""
        try:
            stat = style.stat()
            key = (style, stat.st_mtime_ns, stat.st_size)
            if key not in self._digests:
                with style.open("rb") as file:
                    self._digests[key] = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            load_picture(style)  # says in one sentence what is wrong
            raise PictureError(f"“{style.name}” cannot be read.") from error
        return self._digests[key]

    def _square(self, photo: Picture, side_px: int) -> Picture:
        """The photo as tiles are painted from it: reduced once, as all of them show the same one."""
        if self._reduced is None or self._reduced[:2] != (photo.digest, side_px):
            self._reduced = photo.digest, side_px, middle_square(photo).resized(side_px)
        return self._reduced[2]


def painted_size(size_px: int, model_id: InstantId) -> int:
    """The size at which a tile of `size_px` is painted before it is reduced."""
    return max(size_px, min(round(size_px * LARGER[model_id]), LARGE_ENOUGH_PX))


def middle_square(photo: Picture) -> Picture:
    """The largest square in a photo, on white where the photo is transparent. Of a tall one, from above its middle."""
    side = min(photo.size)
    left, top = (photo.width - side) // 2, round((photo.height - side) * TALL_TOP_SHARE)
    part = slice(top, top + side), slice(left, left + side)
    pixels = photo.pixels[part]
    if photo.alpha is not None:
        white = np.iinfo(pixels.dtype).max
        share = photo.alpha[part][..., None] / np.float32(white)
        pixels = (pixels * share + white * (1 - share) + 0.5).astype(pixels.dtype)
    return Picture(pixels)


def _chosen_model(device: str) -> InstantModel:
    chosen: InstantId = "fast"
    try:
        weights_file(chosen)
    except FileNotFoundError:
        chosen = "fine"
    return loaded(chosen, str(devices.choose(device)[0]))


class _Silence:
    """A tile is there or it is not: it tells nothing on the way."""

    def wants_frame(self) -> bool:
        return False

    def frame(self, frame: Frame) -> None: ...

    def progress(self, progress: Progress) -> None: ...

    def notice(self, text: str) -> None: ...
