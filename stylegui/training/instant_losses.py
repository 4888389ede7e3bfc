"""The parts of Instant's training loss: distances (B,) between painted pictures (B, 3, H, W), photos and styles."""

from __future__ import annotations

from collections.abc import Mapping

import torch
import torch.nn.functional as F
from torch import Tensor

from stylegui.engine.colour import luma
from stylegui.engine.instant.network import FLAT, STYLE_TAPS, Colours, channel_statistics
from stylegui.engine.losses import Moments

SHAPE_PX = 16
"""The large shapes of a crop are what is left in squares of this side."""
BANDS = 5
GRID_PX = 8
"""The decoder's largest step between pixels that it makes alike."""


def louder(statistics: Moments, loudness: Tensor) -> Moments:
    """The moments of features whose channels are multiplied by `loudness` (C,)."""
    return Moments(statistics.mean * loudness, statistics.second * (loudness[:, None] * loudness[None, :]))


def normalised(features: Tensor) -> Tensor:
    """Features (B, C, H, W) with each channel's mean and deviation taken out."""
    mean, deviation = channel_statistics(features)
    return (features - mean[:, :, None, None]) / deviation[:, :, None, None]


def shape_distance(painted: Tensor, photos: Tensor) -> Tensor:
    """How far light and dark of the large shapes are from the photo's, (B,): 1 is a picture without any.

    It holds at every strength: strokes may go anywhere, the composition stays. Without it, networks that normalise
    their channels leave bright blots (Karras et al., "Analyzing and Improving the Image Quality of StyleGAN", 2020).
    """
    seen, wanted = (F.avg_pool2d(luma(each), SHAPE_PX) for each in (painted, photos))
    spread = (wanted - wanted.mean((2, 3), keepdim=True)).square().mean((1, 2, 3))
    return (seen - wanted).square().mean((1, 2, 3)) / (spread + 0.01)


def band_distance(painted: Tensor, styles: Tensor) -> Tensor:
    """How far the colours' covariances in each of the finest bands of a pyramid are from the style's, (B,).

    How much contrast lies in fine grain, in strokes and in patches, and along which way: the first thing that texture
    synthesis matched (Heeger and Bergen, "Pyramid-based texture analysis/synthesis", 1995), and what a teacher that
    looks for objects tells only roughly. Relative to the style's own, floored at a hardly visible contrast.
    """
    terms = []
    for _ in range(BANDS):
        for ours, theirs in zip(ways(painted), ways(styles), strict=True):
            difference = (ours - theirs).square().sum((1, 2))
            # By its logarithm: a style without any grain would divide by next to nothing.
            terms.append(torch.log1p(difference / (theirs.square().sum((1, 2)) + 1e-7)))
        painted, styles = F.avg_pool2d(painted, 2), F.avg_pool2d(styles, 2)
    return torch.stack(terms).mean(0)


def ways(picture: Tensor) -> list[Tensor]:
    """Covariances (B, 3, 3) of the finest contrast across, down and crosswise: Haar's wavelets, at every position.

    Without telling the ways apart, networks learn one habit for all styles.
    """
    smooth, sharp = picture[..., 1:] + picture[..., :-1], picture[..., 1:] - picture[..., :-1]
    across = sharp[..., 1:, :] + sharp[..., :-1, :]
    down = smooth[..., 1:, :] - smooth[..., :-1, :]
    crosswise = sharp[..., 1:, :] - sharp[..., :-1, :]
    return [Colours.of(band / 4).covariance for band in (across, down, crosswise)]


def grid_strength(painted: Tensor) -> Tensor:
    """How far a grid of 2, 4 or 8 pixels shows through, (B,): 1 is what chance gives. Sides are multiples of 8.

    Pixels are averaged by their place in the squares of 8 × 8 that the decoder is built of. In a picture those averages
    are alike; what remains is the network's own (Odena et al., "Deconvolution and Checkerboard Artifacts", 2016).
    """
    light = luma(painted)
    count, _, height, width = light.shape
    rows, columns = height // GRID_PX, width // GRID_PX
    places = light.view(count, rows, GRID_PX, columns, GRID_PX).mean((1, 3))
    variance = light.var((1, 2, 3)) + 1e-4
    return places.var((1, 2)) * (rows * columns) / variance


def spread_distance(seen: Mapping[str, Tensor], wanted: Mapping[str, Moments]) -> Tensor:
    """Distance of the channels' means and deviations, (B,): the style loss of AdaIN, by the style's own energy.

    Where a network cannot hit a covariance it does best by doing little. This part asks for strokes that are loud
    enough even where they are not yet the right ones.
    """
    terms = []
    for tap in STYLE_TAPS:
        mean, deviation = channel_statistics(seen[tap])
        theirs = wanted[tap]
        variance = theirs.second.diagonal(dim1=1, dim2=2) - theirs.mean.square()
        spread = (variance.clamp_min(0) + FLAT**2).sqrt()
        energy = theirs.mean.square().sum(1) + spread.square().sum(1)
        terms.append(((mean - theirs.mean).square().sum(1) + (deviation - spread).square().sum(1)) / energy)
    return torch.stack(terms).mean(0)
