"""Small pictures of what Instant would paint: computed in the preview lane's thread, from the photo made small once."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from stylegui.engine.control import RunControl
from stylegui.engine.engines import Engine, Frame, Progress
from stylegui.engine.images import Picture, load_picture
from stylegui.engine.request import InstantParams, StyleInput, TransferRequest
from stylegui.ui.canvas.pixels import picture_image

LARGEST_PX = 1024
SMALL_PX = 512
"""Long sides of a proof: at rest, and while the hand moves."""
KEPT_STYLES = 8


@dataclass(frozen=True, eq=False)
class Proof:
    """The picture, and how long it took."""

    image: QImage
    seconds: float


class Proofs:
    """Runs one engine on small copies of a photo. Every method is called in the lane's thread, one at a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._photo: Picture | None = None
        self._small: dict[int, Picture] = {}
        self._styles: OrderedDict[Path, Picture] = OrderedDict()

    def make(self, request: TransferRequest, control: RunControl) -> Proof:
        """The proof of a request for Instant, at its own size. Raises EngineError, and Cancelled."""
        photo = self.shrunk(request.photo, request.instant.size_px, control)
        began = time.perf_counter()
        result = self._engine.run(replace(request, photo=photo), control, _NoSink())
        control.checkpoint()
        return Proof(picture_image(result.picture), time.perf_counter() - began)

    def make_in_style(
        self, photo: Picture, path: Path, params: InstantParams, device: str, control: RunControl
    ) -> Proof:
        """The proof of a photo in the style of a file. Raises PictureError where that cannot be read."""
        style = self._styles.get(path)
        if style is None:
            style = self._styles[path] = load_picture(path)
            while len(self._styles) > KEPT_STYLES:
                self._styles.popitem(last=False)
        control.checkpoint()
        request = TransferRequest(photo, (StyleInput(style),), params, engine=self._engine.id, device=device)
        return self.make(request, control)

    def shrunk(self, photo: Picture, long_px: int, control: RunControl) -> Picture:
        """The photo with a long side of `long_px` at most; a large photo is made small once, not for every proof."""
        if photo is not self._photo:
            self._photo, self._small = photo, {}
        if LARGEST_PX not in self._small:
            self._small[LARGEST_PX] = photo.resized(LARGEST_PX, allow_up=False)
            control.checkpoint()
        if long_px not in self._small:
            # Only what the hand's moves need again and again is kept beside the largest.
            self._small = {size: self._small[size] for size in (LARGEST_PX, SMALL_PX) if size in self._small}
            self._small[long_px] = self._small[LARGEST_PX].resized(long_px, allow_up=False)
            control.checkpoint()
        return self._small[long_px]

    def warm_up(self, photo: Picture | None, params: InstantParams, device: str, control: RunControl) -> None:
        """Have network, kernels and small photo ready before the first style is chosen."""
        shades = np.linspace(0, 255, SMALL_PX * SMALL_PX * 3).reshape(SMALL_PX, SMALL_PX, 3).astype(np.uint8)
        sheet = Picture(shades)
        request = TransferRequest(photo or sheet, (StyleInput(sheet),), params, engine=self._engine.id, device=device)
        self.make(request, control)


class _NoSink:
    """Nobody watches a proof being made."""

    def wants_frame(self) -> bool:
        return False

    def frame(self, frame: Frame) -> None: ...

    def progress(self, progress: Progress) -> None: ...

    def notice(self, text: str) -> None: ...
