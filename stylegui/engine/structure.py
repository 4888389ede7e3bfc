"""Structural similarity, and the loss that makes one Strength mean the same for every style.

A fixed content weight keeps much of the photo under a calm style and nothing of it under a violent one, which is why
people tune weights anew for each style. Here Strength is a *target*: how much of the photo's structure, as SSIM, the
finished picture keeps, whatever the style.
"""

from __future__ import annotations

import itertools
import math

import torch
import torch.nn.functional as F
from torch import Tensor

WINDOW_PX = 7
PUSH = 0.15
LARGE_SHAPES = 0.8
_C1, _C2 = 0.01**2, 0.03**2

# Strength to SSIM, linear in between. The ends are the photo itself and the free run of most styles.
_CURVE: tuple[tuple[float, float], ...] = ((0, 1.0), (25, 0.75), (50, 0.57), (75, 0.42), (100, 0.28))


class Reference:
    """A luma picture (B, 1, H, W) in [0, 1] that others are compared with; its own window statistics are kept.

    With `every` above 1 only every so many rows and columns of windows are looked at: the same mean over fewer of
    the overlapping windows.
    """

    def __init__(self, picture: Tensor, every: int = 1) -> None:
        self.picture, self.every = picture, every
        self.window = min(WINDOW_PX, *picture.shape[-2:])
        self.mean, square = self._means(torch.cat([picture, picture * picture], dim=1)).split(1, dim=1)
        self.variance = square - self.mean**2

    def _means(self, pictures: Tensor) -> Tensor:
        # The square window as a row and a column: 14 values a pixel instead of 49.
        rows = F.avg_pool2d(pictures, (1, self.window), stride=(1, self.every))
        return F.avg_pool2d(rows, (self.window, 1), stride=(self.every, 1))

    def similarity(self, picture: Tensor) -> Tensor:
        """SSIM of a picture of the same size: (B,), differentiable."""
        # As channels of one picture the three means are taken side by side on the cores.
        together = torch.cat([picture, picture * picture, picture * self.picture], dim=1)
        mean, square, product = self._means(together).split(1, dim=1)
        both = mean * self.mean
        energy = mean**2 + self.mean**2
        luminance = (2 * both + _C1) / (energy + _C1)
        contrast = (2 * (product - both) + _C2) / (square - mean**2 + self.variance + _C2)
        similarity: Tensor = (luminance * contrast).mean((1, 2, 3))
        return similarity


def ssim(first: Tensor, second: Tensor) -> Tensor:
    """Mean structural similarity of two luma pictures (B, 1, H, W) in [0, 1]: (B,), differentiable in the first.

    Wang et al. (2004) with a uniform 7 × 7 window (smaller where the picture is).
    """
    return Reference(second).similarity(first)


def target_ssim(strength: float, reduction: float = 1.0) -> float:
    """The SSIM with the photo that a strength in [0, 100] stands for.

    `reduction` is how many times smaller than the finished picture the canvas is. Small canvases hold the large shapes,
    and those are to stay longer than fine detail does: what may be lost, 1 − SSIM, shrinks with the canvas, the more so
    the lower the strength is.
    """
    for (low, ssim_low), (high, ssim_high) in itertools.pairwise(_CURVE):
        if strength <= high:
            final = ssim_low + (ssim_high - ssim_low) * (strength - low) / (high - low)
            break
    else:
        final = _CURVE[-1][1]
    share = math.pow(max(1.0, reduction), -LARGE_SHAPES * (1 - strength / 100))
    return 1 - (1 - final) * share


def structure_loss(similarity: Tensor, target: float) -> Tensor:
    """Squared distance of an SSIM (B,) from its target (`target_ssim`): (B,).

    A well, not a slope, and a lopsided one: it pulls back firmly what has lost more of the photo than it may, and only
    leans on what has kept more. The cheapest way to lose similarity is pixel noise, which no painter would use; letting
    go of the content (`ContentHold`) is the better one and comes first.
    """
    error = similarity - target
    return error.clamp_max(0).square() + PUSH * error.clamp_min(0).square()


class ContentHold:
    """How firmly the content loss holds on to the photo: a factor in [0.001, 1], let go while too much of it shows."""

    def __init__(self) -> None:
        self.factor = 1.0

    def observe(self, similarity: float, target: float) -> None:
        """Take notice of a step's SSIM; a tenth off the target lets go, or takes hold, by a sixth."""
        error = (target - similarity) / 0.1
        self.factor = min(1.0, max(1e-3, self.factor * math.exp(0.15 * max(-1.0, min(1.0, error)))))
