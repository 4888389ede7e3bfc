"""The loss of a large picture and its exact gradient, one tile after another, in the memory of one tile.

All that a style loss knows of a picture are sums over its positions, so the whole picture is never needed at once (the
idea is that of SPST; derived anew here, for any loss of means and covariances):

1. every tile is looked at without a gradient, and the moments of its features are summed up;
2. the loss of the moments is differentiated by the moments: small matrices, whatever the size of the picture;
3. every tile is looked at again. The chain rule gives the gradient at a feature f directly,
   dL/df = ((G + Gᵀ)(f − μ) + g) / N, with G and g the derivatives by covariance and mean and N the positions, and from
   there it goes back through the encoder to the pixels. A tile's own features are driven, those around it are not; what
   they send to pixels of other tiles is added there. So the tiles' gradients add up to that of the whole picture, and
   a margin of what one feature sees is enough.

Content, structure and smoothness compare pixels or features one by one, or in small windows: they are taken along in
the second pass, or go over the picture in strips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from stylegui.engine import colour, devices
from stylegui.engine.encoders.interrupt import Check
from stylegui.engine.losses import Moments, StyleLoss, project_features, variation_of_rows
from stylegui.engine.structure import WINDOW_PX, Reference, structure_loss
from stylegui.engine.targets import Targets, distance_of
from stylegui.engine.tiling import Gathered, Grid, Part, gather, moved

STRIP_PIXELS = 1 << 18
"""About so many pixels of a strip: what is computed on it needs little memory and keeps all cores busy."""


@dataclass(frozen=True)
class StepWeights:
    """What the terms of the loss weigh in one step. Those of style layers come in any scale, as their mean is taken.

    `content` is asked for with the picture's similarity to the photo, `wanted` is what that is to be.
    """

    style_loss: StyleLoss
    style_layers: Mapping[str, float]
    content_layers: Mapping[str, float]
    content: Callable[[float], float]
    structure: float
    wanted: float
    smoothness: float
    chroma_smoothness: float


@dataclass(frozen=True)
class _Drive:
    """The gradient of a style loss at one layer, ready for its features f (n, C): f · `gain` + `offset`."""

    gain: Tensor
    offset: Tensor
    rows: Tensor | None

    def __call__(self, features: Tensor) -> Tensor:
        """(1, C, h, w) for features (1, C, h, w)."""
        seen = features if self.rows is None else project_features(features, self.rows)
        flat = seen.permute(0, 2, 3, 1)
        pull = flat @ self.gain + self.offset
        if self.rows is not None:
            pull = pull @ self.rows
        return pull.permute(0, 3, 1, 2)


class TiledLoss:
    """The loss of pictures of one size. `photo` and `content` give parts of the photo as it is and as content, both at
    that size, and `every` says how many rows and columns the windows of the structural similarity are apart."""

    def __init__(self, grid: Grid, photo: Part, content: Part, check: Check, every: int = 3) -> None:
        self.grid, self.photo, self.content, self.check, self.every = grid, photo, content, check, every
        self.window = min(WINDOW_PX, grid.height, grid.width)
        self.spreads: dict[str, float] = {}
        self.values: dict[str, int] = {}
        self._gradient: Tensor | None = None

    def hold_on_to(self, taps: tuple[str, ...]) -> None:
        """Take notice of the content at these layers: how much it varies, as `losses.content_spread`."""
        self.spreads, self.values = {}, {}
        for tap, found in gather(self.grid, self.content, taps, self.check).items():
            energy = found.moments.second.diagonal(dim1=1, dim2=2).double()
            variance = float((energy - found.moments.mean.double().square()).mean())
            self.spreads[tap] = max(variance, 0.01 * max(float(energy.mean()), 1e-4))
            self.values[tap] = found.positions * energy.shape[1]

    def gradient(
        self, pixels: Tensor, targets: Targets, weights: StepWeights, shift: tuple[int, int], most_px: int
    ) -> tuple[float, Tensor]:
        """The loss of a picture (1, 3, H, W), and its gradient (1, 3, H, W), which the next call writes over.

        The encoder sees the picture moved by `shift` (down, right), of at most `most_px` each, mirrored at its border.
        `content` of the weights is called once.
        """
        if self._gradient is None:
            self._gradient = torch.empty_like(pixels)
        into = self._gradient.zero_()
        taps = tuple(targets.style)

        def seen(rows: slice, columns: slice) -> Tensor:
            where = moved((rows, columns), (self.grid.height, self.grid.width), shift, most_px)
            return where.of(pixels[:, :, *where.source])

        found = gather(self.grid, seen, taps, self.check, targets.projections)
        value, drives = self._drives(found, targets, weights)
        # What each pass has freed is of no size for the next one, and the pixels alone may fill the memory.
        devices.release(pixels.device)
        similarity = torch.tensor(self._similarity(pixels), device=pixels.device, requires_grad=True)
        content_weight = weights.content(float(similarity.detach()))
        with torch.enable_grad():
            structure = weights.structure * structure_loss(similarity, weights.wanted)
            (pull,) = torch.autograd.grad(structure, similarity)
        value += float(structure.detach())
        value += self._local(pixels, float(pull), weights, into)
        devices.release(pixels.device)
        layers = {tap: content_weight * weight for tap, weight in weights.content_layers.items()}
        value += self._features(pixels, drives, layers, shift, most_px, into)
        devices.release(pixels.device)
        return value, into

    # -- style ------------------------------------------------------------------------------------------------------

    def _drives(
        self, gathered: Mapping[str, Gathered], targets: Targets, weights: StepWeights
    ) -> tuple[float, dict[str, _Drive]]:
        """The style loss of moments, and what it does to the features of each layer."""
        value, drives = 0.0, {}
        total = sum(weights.style_layers.values())
        for tap, found in gathered.items():
            mean = found.moments.mean.clone().requires_grad_(True)
            covariance = found.moments.covariance.requires_grad_(True)
            with torch.enable_grad():
                second = covariance + mean.unsqueeze(2) * mean.unsqueeze(1)
                distance = distance_of(targets, tap, Moments(mean, second), weights.style_loss).sum()
                loss = distance * (weights.style_layers[tap] / total)
                by_mean, by_covariance = torch.autograd.grad(loss, (mean, covariance))
            value += float(loss.detach())
            gain = (by_covariance[0] + by_covariance[0].T) / found.positions
            offset = by_mean[0] / found.positions - mean.detach()[0] @ gain
            drives[tap] = _Drive(gain, offset, targets.projections.get(tap))
        return value, drives

    def _features(
        self,
        pixels: Tensor,
        drives: Mapping[str, _Drive],
        layers: Mapping[str, float],
        shift: tuple[int, int],
        most_px: int,
        into: Tensor,
    ) -> float:
        """Add the gradient of style and content to `into`; the content loss."""
        grid, value = self.grid, 0.0
        size = grid.height, grid.width
        taps = tuple({**drives, **layers})
        for tile in grid.tiles(taps):
            known = self._content_features(tile.inner, tuple(layers))
            where = moved(tile.outer, size, shift, most_px)
            leaf = pixels[:, :, *where.source].detach().requires_grad_(True)
            with torch.enable_grad():
                features = grid.features(where.of(leaf), taps, self.check)
            pulls = {tap: torch.zeros_like(each) for tap, each in features.items()}
            for tap, feature in features.items():
                own = tile.features(feature, grid.step(tap))
                inner = feature.detach()[own]
                if tap in drives:
                    pulls[tap][own] += drives[tap](inner)
                if tap in layers:
                    weight = layers[tap] / (self.values[tap] * self.spreads[tap])
                    error = inner - known[tap]
                    value += weight * float(error.square().sum())
                    pulls[tap][own] += error.mul_(2 * weight)
            (gradient,) = torch.autograd.grad(list(features.values()), leaf, [pulls[tap] for tap in features])
            into[:, :, *where.source] += gradient
        return value

    def _content_features(self, inner: tuple[slice, slice], taps: tuple[str, ...]) -> dict[str, Tensor]:
        """The photo's features in a tile. They are computed anew each time: kept for the whole picture they would take
        as much memory as its pixels."""
        tile = self.grid.tile(inner, taps)
        with torch.no_grad():
            features = self.grid.features(self.content(*tile.outer), taps, self.check)
        return {tap: each[tile.features(each, self.grid.step(tap))] for tap, each in features.items()}

    # -- structure and smoothness -----------------------------------------------------------------------------------

    def _strips(self) -> Iterator[_Strip]:
        height, width, every = self.grid.height, self.grid.width, self.every
        size = max(1, STRIP_PIXELS // (width * every)) * every
        windows = (height - self.window) // every + 1
        for top in range(0, height, size):
            bottom = min(height, top + size)
            first, last = top // every, min(windows, -(-bottom // every))
            yield _Strip(
                rows=slice(top, min(height, bottom + 1)),
                at_end=bottom == height,
                windows=slice(first * every, (last - 1) * every + self.window) if first < last else None,
                share=max(0, last - first) / windows,
            )

    def _compared(self, rows: Tensor, windows: slice) -> Tensor:
        """SSIM of some rows of a picture with the same rows of the photo."""
        photo = self.photo(windows, slice(0, self.grid.width))
        return Reference(colour.luma(photo), self.every).similarity(colour.luma(rows)).sum()

    @torch.no_grad()
    def _similarity(self, pixels: Tensor) -> float:
        """SSIM of a picture with the photo."""
        total = 0.0
        for strip in self._strips():
            self.check()
            if strip.windows is not None:
                total += strip.share * float(self._compared(pixels[:, :, strip.windows], strip.windows))
        return total

    def _local(self, pixels: Tensor, pull: float, weights: StepWeights, into: Tensor) -> float:
        """Add the gradient of smoothness, and that of similarity times `pull`, to `into`; the loss of smoothness."""
        value, size = 0.0, (self.grid.height, self.grid.width)
        for strip in self._strips():
            self.check()
            with torch.enable_grad():
                leaf = pixels[:, :, strip.rows].detach().requires_grad_(True)
                rough = variation_of_rows(leaf, size, strip.at_end, weights.chroma_smoothness).sum()
                (gradient,) = torch.autograd.grad(weights.smoothness * rough, leaf)
                value += weights.smoothness * float(rough.detach())
                into[:, :, strip.rows] += gradient
                if strip.windows is not None:
                    leaf = pixels[:, :, strip.windows].detach().requires_grad_(True)
                    (gradient,) = torch.autograd.grad(self._compared(leaf, strip.windows), leaf)
                    into[:, :, strip.windows] += gradient.mul_(pull * strip.share)
        return value


@dataclass(frozen=True)
class _Strip:
    """Rows of a picture with the one below them (none `at_end`), and those of the windows of the structural similarity
    that begin in them: None where there are none, or this `share` of all."""

    rows: slice
    at_end: bool
    windows: slice | None
    share: float
