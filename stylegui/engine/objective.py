"""What a painted picture is to come close to: the loss of one scale, for canvases that are looked at whole or in tiles.

This is equation 7 of Gatys et al. ("Image Style Transfer Using Convolutional Neural Networks", CVPR 2016), content and
style, with two more terms: neighbouring pixels are held together, and the picture is held at the structural similarity
with the photo that the artist's Strength asks for.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from stylegui.engine import colour, devices
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.encoders.interrupt import Check
from stylegui.engine.large import LargeSources
from stylegui.engine.losses import content_loss, content_spread, total_variation
from stylegui.engine.optimise import resize
from stylegui.engine.plan import Scale
from stylegui.engine.request import PaintParams, TransferRequest
from stylegui.engine.sources import Sources
from stylegui.engine.steering import Steered
from stylegui.engine.structure import ContentHold, Reference, structure_loss, target_ssim
from stylegui.engine.targets import Targets, style_distance, style_moments, with_styles
from stylegui.engine.tiled_loss import StepWeights, TiledLoss
from stylegui.engine.tiling import Grid

# Total variation at smoothness 100 %: as much as one style layer that is a third of the way off, on a busy picture.
SMOOTHNESS_WEIGHT = 60.0
CHROMA_SMOOTHNESS = 6.0
# The paper's content loss keeps things recognisable in what they are made of; how much of the photo's fine structure
# stays is the structure loss's business. Its weight falls from the first of these to the second as Strength rises.
CONTENT_WEIGHTS = (0.4, 0.01)
STRUCTURE_WEIGHT = 20.0
# Rows and columns between the windows in which structural similarity is looked at.
WINDOWS_APART = 3
JITTER_PX = 2


class Objective:
    """The loss of the pictures of a run, scale by scale: `enter` makes one ready. `generator` is what the run draws its
    chances from."""

    def __init__(self, request: TransferRequest, encoder: Encoder, generator: torch.Generator, check: Check) -> None:
        self.request, self.encoder, self.generator, self.check = request, encoder, generator, check
        self.steered = Steered(request.paint, tuple(style.weight for style in request.styles))
        self.hold = ContentHold()
        self.tiled: TiledLoss | None = None
        self._large: LargeSources | None = None

    @property
    def params(self) -> PaintParams:
        """The parameters as they were steered so far."""
        return self.steered.params

    def large(self) -> LargeSources:
        """The sources of canvases in tiles."""
        self._large = self._large or LargeSources(self.request, self.encoder)
        return self._large

    def enter(self, scale: Scale, size: tuple[int, int], sources: Sources, reduction: float) -> None:
        """Make ready what pictures of a scale, of a (height, width), are compared with. `sources` are for those that
        are looked at whole. `reduction` is how many times smaller the scale is than the last one."""
        self.scale, self.size, self.sources, self.reduction = scale, size, sources, reduction
        self.leave()
        if scale.tile_px:
            devices.release(self.encoder.device)
            grid = Grid(self.encoder, *size, scale.tile_px, scale.stride)
            photo = self.large().photo(*size)
            self.tiled = TiledLoss(grid, photo, self.large().content(photo), self.check, WINDOWS_APART)
        else:
            self.reference = Reference(colour.luma(resize(sources.photo, *size).clamp(0, 1)), WINDOWS_APART)
        self._set_targets()

    def leave(self) -> None:
        """Give back the memory of tiles: the next canvas needs it in one piece."""
        if self.tiled is not None:
            self.tiled = None
            devices.release(self.encoder.device)

    def steer(self, after: Steered) -> None:
        """Compare with what is asked for now."""
        before, self.steered = self.steered, after
        seen = ("brush_size", "style_weights", "content_weights")
        if any(getattr(before.params, name) != getattr(after.params, name) for name in seen):
            self._set_targets()
        elif before.weights != after.weights:
            self._blend()

    # -- the loss ---------------------------------------------------------------------------------------------------

    def loss(self, pixels: Tensor) -> Tensor:
        """Content, style, structure and smoothness of a picture (1, 3, H, W), looked at whole."""
        params, targets = self.params, self.targets
        taps = tuple({**targets.style, **targets.content})
        # A line search compares values of one loss: for L-BFGS nothing may change from one evaluation to the next.
        still = params.optimiser == "lbfgs"
        seen = pixels if still else self._jittered(pixels)
        features = self.encoder.features(seen, taps, self.scale.stride, self.check)
        style_weights, content_weights = self._layer_weights()
        style = pixels.new_zeros(())
        for tap in targets.style:
            distance = style_distance(targets, tap, features[tap], params.style_loss)
            style = style + style_weights[tap] * distance.sum()
        content = pixels.new_zeros(())
        for tap, known in targets.content.items():
            content = content + content_weights[tap] * content_loss(features[tap], known, targets.spreads[tap]).sum()
        smoothness = self._smoothness() * total_variation(pixels, CHROMA_SMOOTHNESS).sum()
        similarity = self.reference.similarity(colour.luma(pixels))
        wanted = self._wanted()
        if not still:
            self.hold.observe(float(similarity.detach()), wanted)
        return (
            style / sum(style_weights.values())
            + self._content_weight() * content
            + STRUCTURE_WEIGHT * structure_loss(similarity, wanted).sum()
            + smoothness
        )

    def tiled_gradient(self, pixels: Tensor) -> tuple[float, Tensor]:
        """The same loss of a picture that is looked at in tiles, and its gradient, which the next call writes over."""
        assert self.tiled is not None
        wanted = self._wanted()

        def content(similarity: float) -> float:
            self.hold.observe(similarity, wanted)
            return self._content_weight()

        style_weights, content_weights = self._layer_weights()
        weights = StepWeights(
            style_loss=self.params.style_loss,
            style_layers=style_weights,
            content_layers=content_weights,
            content=content,
            structure=STRUCTURE_WEIGHT,
            wanted=wanted,
            smoothness=self._smoothness(),
            chroma_smoothness=CHROMA_SMOOTHNESS,
        )
        return self.tiled.gradient(pixels, self.targets, weights, self._shift(), JITTER_PX)

    def _wanted(self) -> float:
        return target_ssim(self.params.strength, self.reduction)

    def _smoothness(self) -> float:
        return SMOOTHNESS_WEIGHT * (self.params.smoothness / 100)

    def _content_weight(self) -> float:
        weak, strong = CONTENT_WEIGHTS
        return self.hold.factor * (strong + (weak - strong) * (1 - self.params.strength / 100) ** 2)

    def _layer_weights(self) -> tuple[dict[str, float], dict[str, float]]:
        kind = self.encoder.kind
        return dict(self.params.style_weights or kind.style), dict(self.params.content_weights or kind.content)

    def _shift(self) -> tuple[int, int]:
        """How far the picture is moved in this step, down and right: up to `JITTER_PX` each way.

        A strided encoder looks at a picture through a grid. What falls between the grid's points is never seen, and
        noise gathers there; moving the grid about leaves it no place.
        """
        right, down = (int(v) for v in torch.randint(2 * JITTER_PX + 1, (2,), generator=self.generator))
        return down - JITTER_PX, right - JITTER_PX

    def _jittered(self, pixels: Tensor) -> Tensor:
        """The picture moved by a `_shift`, mirrored at its border."""
        reach = JITTER_PX
        down, right = (by + reach for by in self._shift())
        height, width = pixels.shape[-2:]
        wide = F.pad(pixels, (reach, reach, reach, reach), mode="reflect")
        return wide[..., down : down + height, right : right + width]

    # -- the targets ------------------------------------------------------------------------------------------------

    def _set_targets(self) -> None:
        style_weights, content_weights = self._layer_weights()
        taps, held = tuple(style_weights), tuple(content_weights)
        if self.tiled is not None:
            self._style_parts = self.large().style_moments(self.scale, self.params.brush_size, taps, self.check)
            self.tiled.hold_on_to(held)
            self.targets = Targets({}, {})
        else:
            self._style_parts = [
                style_moments(self.encoder, style, self.scale, self.params.brush_size, taps, self.check)
                for style in self.sources.styles
            ]
            content = resize(self.sources.content, *self.size).clamp(0, 1)
            with torch.no_grad():
                known = self.encoder.features(content, held, self.scale.stride, self.check)
            spreads = {tap: content_spread(known[tap]) for tap in held}
            self.targets = Targets({tap: known[tap] for tap in held}, spreads)
        self._blend()

    def _blend(self) -> None:
        wasserstein = self.params.style_loss == "wasserstein"
        self.targets = with_styles(self.targets, self._style_parts, self.steered.weights, wasserstein)
