"""Pictures on their way into a run: photo and styles made ready for the colour mode, and the first picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from stylegui.engine import colour
from stylegui.engine.engines import EngineError
from stylegui.engine.images import Picture
from stylegui.engine.optimise import resize
from stylegui.engine.request import Colour, TransferRequest


def to_tensor(picture: Picture, long_px: int, device: torch.device) -> Tensor:
    """Pixels of a picture, at most `long_px` long, as (1, 3, H, W) float32 in [0, 1] on a device."""
    if max(picture.size) > long_px:
        picture = picture.resized(long_px)
    return torch.from_numpy(picture.to_float()).permute(2, 0, 1).unsqueeze(0).contiguous().to(device)


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


def first_pixels(
    request: TransferRequest, sources: Sources, height: int, width: int, generator: torch.Generator
) -> Tensor:
    """The picture that painting starts from, (1, 3, height, width) in [0, 1].

    Raises EngineError where a start picture is asked for and there is none.
    """
    device = sources.photo.device
    start = request.paint.start
    if start == "picture":
        if request.start_picture is None:
            raise EngineError("Start from a picture is chosen, but there is no picture to start from.", "input")
        first = to_tensor(request.start_picture, max(height, width), device)
        return resize(first, height, width).clamp(0, 1)
    content = resize(sources.content, height, width).clamp(0, 1)
    # Drawn on the CPU, so that every device starts from the same picture.
    noise = torch.randn(content.shape, generator=generator).to(device)
    if start == "noise":
        return (0.5 + 0.25 * noise).clamp(0, 1)
    if start == "style":
        mean, covariance = colour.mean_covariance(sources.styles[0])
        root = torch.linalg.cholesky(covariance + 1e-6 * torch.eye(3).to(covariance))
        coloured = torch.einsum("oc,bchw->bohw", root.to(noise), noise) + mean.to(noise).view(1, 3, 1, 1)
        return coloured.clamp(0, 1)
    # A breath of noise: on a perfectly flat sky the network has no gradient to start from.
    return (content + 0.01 * noise).clamp(0, 1)
