"""Pictures on their way into a run: photo and styles made ready for the colour mode."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from stylegui.engine import colour
from stylegui.engine.images import Picture
from stylegui.engine.request import Colour, TransferRequest

Recolour = Callable[[Tensor], Tensor]
"""A change of colours, pixel by pixel: (B, 3, H, W) to the same."""
# Colours of a whole picture are known from a copy of this size.
COLOURS_PX = 1024


def to_tensor(picture: Picture, long_px: int, device: torch.device) -> Tensor:
    """Pixels of a picture, at most `long_px` long, as (1, 3, H, W) float32 in [0, 1] on a device."""
    if max(picture.size) > long_px:
        picture = picture.resized(long_px)
    return torch.from_numpy(picture.to_float()).permute(2, 0, 1).unsqueeze(0).contiguous().to(device)


def to_uint8(pixels: Tensor) -> NDArray[np.uint8]:
    """Pixels (1, 3, H, W) in [0, 1] as (H, W, 3) uint8, for looking at."""
    levels = pixels[0].clamp(0, 1).mul(255).add(0.5).to(torch.uint8)
    seen: NDArray[np.uint8] = levels.permute(1, 2, 0).contiguous().cpu().numpy()
    return seen


@dataclass(frozen=True, eq=False)
class Sources:
    """Photo and styles as they enter the loss, at full size on the device: (1, 3, H, W) each.

    `photo` is the artist's photo as it is; `content` is what the content loss holds on to, and `styles` are what style
    statistics are taken from: both prepared for the colour mode.
    """

    photo: Tensor
    content: Tensor
    styles: tuple[Tensor, ...]


def prepare_sources(photo: Tensor, styles: Sequence[Tensor], weights: Sequence[float], mode: Colour) -> Sources:
    """Colour handled before painting.

    `style`: the photo is recoloured to the styles first, so that the network only has to find strokes. `photo`: the
    styles are recoloured to the photo ("colour matching" of Gatys et al. 2017, section 5.1, with the
    Monge-Kantorovich map). `luminance`: everything is painted in grey (their section 5.2).
    """
    if mode == "luminance":
        return Sources(photo, colour.grey(photo), tuple(colour.grey(style) for style in styles))
    if mode == "photo":
        return Sources(photo, photo, tuple(colour.match_colours(style, photo) for style in styles))
    total = sum(weights)
    content = torch.zeros_like(photo)
    for style, weight in zip(styles, weights, strict=True):
        content += colour.match_colours(photo, style) * (weight / total)
    return Sources(photo, content, tuple(styles))


def load_sources(request: TransferRequest, weights: Sequence[float], long_px: int, device: torch.device) -> Sources:
    """The request's pictures for a canvas of at most `long_px`; styles twice as large, for large brushes."""
    photo = to_tensor(request.photo, long_px, device)
    styles = [to_tensor(style.picture, long_px * 2, device) for style in request.styles]
    return prepare_sources(photo, styles, weights, request.paint.colour)


@dataclass(frozen=True)
class Recolouring:
    """What `prepare_sources` does to pictures of any size, or to parts of them: to the photo as content, and to each
    style."""

    content: Recolour
    styles: tuple[Recolour, ...]


def recolouring(request: TransferRequest, weights: Sequence[float], device: torch.device) -> Recolouring:
    """The changes of colours of a request, found on small copies of its pictures."""
    mode = request.paint.colour
    if mode == "luminance":
        return Recolouring(colour.grey, (colour.grey,) * len(request.styles))
    photo = _statistics(request.photo, device)
    styles = [_statistics(style.picture, device) for style in request.styles]
    if mode == "photo":
        return Recolouring(_unchanged, tuple(colour.ColourMap.between(style, photo) for style in styles))
    maps = [colour.ColourMap.between(photo, style) for style in styles]
    total = sum(weights)

    def blended(part: Tensor) -> Tensor:
        content = torch.zeros_like(part)
        for change, weight in zip(maps, weights, strict=True):
            content += change(part) * (weight / total)
        return content

    return Recolouring(blended, (_unchanged,) * len(styles))


def _statistics(picture: Picture, device: torch.device) -> colour.ColourStatistics:
    return colour.ColourStatistics.of(to_tensor(picture, COLOURS_PX, device))


def _unchanged(picture: Tensor) -> Tensor:
    return picture
