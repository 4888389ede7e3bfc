"""What a large picture needs that is painted in tiles: its photo and styles part by part, and its result in strips.

Nothing here is ever as large as the picture in float32: photo and styles stay 8-bit pixels until a tile asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from stylegui.engine import colour
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.encoders.interrupt import Check
from stylegui.engine.imageio.resample import resize
from stylegui.engine.images import Picture, with_data_of
from stylegui.engine.losses import Moments
from stylegui.engine.optimise import PaintedPicture
from stylegui.engine.plan import Scale
from stylegui.engine.request import TransferRequest
from stylegui.engine.sources import Recolour, recolouring
from stylegui.engine.targets import shown_size
from stylegui.engine.tiling import Grid, gather

# The clean-up of colours looks at this many pixels around each one: rounds of a 3 × 3 filter.
FINISH_REACH_PX = 5
STRIP_PIXELS = 1 << 18


@dataclass(frozen=True, eq=False)
class Parts:
    """A picture at one size, of which parts are asked for: 8-bit pixels (H, W, 3), recoloured on the way."""

    pixels: NDArray[np.uint8]
    recolour: Recolour
    device: torch.device

    @classmethod
    def of(cls, picture: Picture, height: int, width: int, recolour: Recolour, device: torch.device) -> Parts:
        """A picture brought to a size."""
        return cls(resize(picture.to_uint8(), (width, height)), recolour, device)

    def __call__(self, rows: slice, columns: slice) -> Tensor:
        """Some rows and columns as (1, 3, h, w) in [0, 1]."""
        part = torch.from_numpy(self.pixels[rows, columns].astype(np.float32)).mul_(1 / 255)
        return self.recolour(part.permute(2, 0, 1).unsqueeze(0).contiguous().to(self.device))

    def recoloured(self, recolour: Recolour) -> Parts:
        """The same picture in other colours."""
        return Parts(self.pixels, recolour, self.device)


class LargeSources:
    """Photo and styles of a request for canvases that are painted in tiles.

    The changes of colours are those between small copies, so they are the same at every size.
    """

    def __init__(self, request: TransferRequest, encoder: Encoder) -> None:
        self._request, self._encoder = request, encoder
        weights = [style.weight for style in request.styles]
        self._colours = recolouring(request, weights, encoder.device)

    def photo(self, height: int, width: int) -> Parts:
        """The photo as it is."""
        return Parts.of(self._request.photo, height, width, _as_it_is, self._encoder.device)

    def content(self, photo: Parts) -> Parts:
        """What the content loss holds on to, of what `photo` gave."""
        return photo.recoloured(self._colours.content)

    def style_moments(
        self, scale: Scale, brush_size: float, taps: tuple[str, ...], check: Check
    ) -> list[dict[str, Moments]]:
        """Statistics of each style, as `targets.style_moments`."""
        found = []
        for style, recolour in zip(self._request.styles, self._colours.styles, strict=True):
            height, width = shown_size(style.picture.height, style.picture.width, scale, brush_size)
            parts = Parts.of(style.picture, height, width, recolour, self._encoder.device)
            grid = Grid(self._encoder, height, width, scale.tile_px, scale.stride)
            gathered = gather(grid, parts, taps, check)
            found.append({tap: each.moments for tap, each in gathered.items()})
        return found


def _as_it_is(picture: Tensor) -> Tensor:
    return picture


@torch.no_grad()
def finished_picture(painted: PaintedPicture, photo: Parts, request: TransferRequest, clean_percent: float) -> Picture:
    """What was painted, in 16 bits, its colours cleaned or taken from the photo as the request's colour mode says."""
    height, width = painted.pixels.shape[2:]
    result = np.empty((height, width, 3), np.uint16)
    rows = max(1, STRIP_PIXELS // width)
    for top in range(0, height, rows):
        bottom = min(height, top + rows)
        outer = slice(max(0, top - FINISH_REACH_PX), min(height, bottom + FINISH_REACH_PX))
        pixels = painted.average_rows(outer).clamp(0, 1)
        if request.paint.colour == "luminance":
            pixels = colour.with_chroma_of(pixels, photo(outer, slice(0, width)))
        else:
            pixels = colour.clean_chroma(pixels, clean_percent / 100)
        inner = pixels[0, :, top - outer.start : bottom - outer.start]
        samples = inner.clamp(0, 1).mul(65535).add_(0.5).permute(1, 2, 0).cpu().numpy()
        result[top:bottom] = samples.astype(np.uint16)
    return with_data_of(Picture(result), request.photo)
