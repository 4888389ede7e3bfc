"""Paint: style transfer by optimising the picture itself.

The algorithm of Gatys, Ecker and Bethge ("Image Style Transfer Using Convolutional Neural Networks", CVPR 2016) in the
form that works best today. In reading order: `run` loads what is needed and goes through the plan's scales;
`_Painting.paint_scale` is the loop; `_Painting.loss` is the paper's equation 7. Departures from the paper:

* style is compared by mean and covariance, each layer divided by the target's own energy (`losses`);
* coarse to fine, with the optimiser's state carried from scale to scale, and the average of late iterates as output
  (both after crowsonkb/style-transfer-pytorch);
* beside the content loss stands a structure loss that holds the picture at the structural similarity that the artist's
  Strength asks for (`structure`);
* pixels stay in the gamut, and colour noise is cleaned in OKLab at the end (`colour`).
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from stylegui.engine import colour, cost, devices
from stylegui.engine.control import Cancelled, RunControl, Steering
from stylegui.engine.encoders.encoder import Encoder, load_encoder
from stylegui.engine.engines import EngineError, Estimate, Frame, Progress, Result, Sink
from stylegui.engine.images import Picture, from_float
from stylegui.engine.losses import (
    STYLE_LOSSES,
    content_loss,
    moments,
    project_features,
    total_variation,
    wasserstein_loss,
)
from stylegui.engine.optimise import PaintedPicture, resize
from stylegui.engine.plan import Scale, fit, limit_plan, make_plan
from stylegui.engine.recipe import make_recipe
from stylegui.engine.request import PaintParams, TransferRequest
from stylegui.engine.structure import ContentHold, ssim, structure_loss, target_ssim
from stylegui.engine.targets import Sources, Targets, prepare_sources, style_moments, with_styles
from stylegui.paths import Paths

LEARNING_RATE = 0.03
# Over the last part of the last scale the rate falls to this share, so that the paint settles.
SETTLE_FROM, SETTLE_TO = 0.6, 0.25
# Total variation at smoothness 100 %: as much as one style layer that is a third of the way off, on a busy picture.
SMOOTHNESS_WEIGHT = 60.0
CHROMA_SMOOTHNESS = 6.0
# The paper's content loss keeps things recognisable in what they are made of; how much of the photo's fine structure
# stays is the structure loss's business. Its weight falls from the first of these to the second as Strength rises.
CONTENT_WEIGHTS = (0.4, 0.01)
STRUCTURE_WEIGHT = 20.0
JITTER_PX = 2
# Below this long side a picture has no structure that the network could hold on to.
SMALLEST_SIDE_PX = 16


def to_tensor(picture: Picture, long_px: int, device: torch.device) -> Tensor:
    """Pixels of a picture, at most `long_px` long, as (1, 3, H, W) float32 in [0, 1] on a device."""
    if max(picture.size) > long_px:
        picture = picture.resized(long_px)
    return torch.from_numpy(picture.to_float()).permute(2, 0, 1).unsqueeze(0).contiguous().to(device)


def to_frame(pixels: Tensor, step: int) -> Frame:
    data = pixels[0].clamp(0, 1).mul(255).add(0.5).to(torch.uint8).permute(1, 2, 0).contiguous()
    return Frame(data.cpu().numpy(), step)


class _Painting:
    """One run: sources, targets, the picture and the controls, from the first step to the last."""

    def __init__(
        self,
        request: TransferRequest,
        encoder: Encoder,
        control: RunControl,
        sink: Sink,
        plan: tuple[Scale, ...] | None = None,
    ) -> None:
        self.request, self.encoder, self.control, self.sink = request, encoder, control, sink
        self.params: PaintParams = request.params
        self.generator = torch.Generator().manual_seed(self.params.seed)
        self.style_weights = [style.weight for style in request.styles]
        self.plan = self._affordable(plan or make_plan(self.params.preset, self.params.size_px))
        self.sources = self._load_sources()
        self.hold = ContentHold()
        self.steering: list[Steering] = []
        self.step = 0
        self.started = time.monotonic()
        self.seconds_per_pixel = 0.0
        self.picture = PaintedPicture(self._first_pixels(), LEARNING_RATE)

    # -- before the first step ------------------------------------------------------------------------------------

    @property
    def long_px(self) -> int:
        return max(scale.long_px for scale in self.plan)

    @property
    def steps(self) -> int:
        return sum(scale.steps for scale in self.plan)

    def _affordable(self, plan: tuple[Scale, ...]) -> tuple[Scale, ...]:
        """The plan held to what the free memory allows, said before it starts."""
        aspect = min(self.request.photo.size) / max(self.request.photo.size)
        free = devices.free_memory(self.encoder.device)
        kind = self.encoder.kind
        fits = cost.fitting_px(plan, aspect, kind.id, kind.stride, free)
        if fits < self.params.size_px:
            self.sink.notice(f"{self.params.size_px} px need more memory than is free, so {fits} px are painted.")
        return limit_plan(plan, fits)

    def _load_sources(self) -> Sources:
        device, long_px = self.encoder.device, self.long_px
        photo = to_tensor(self.request.photo, long_px, device)
        styles = [to_tensor(style.picture, long_px * 2, device) for style in self.request.styles]
        return prepare_sources(photo, styles, self.style_weights, self.params.colour)

    def _canvas(self, scale: Scale) -> tuple[int, int]:
        """Height and width of a scale's canvas."""
        width, height = fit(*self.request.photo.size, scale.long_px)
        return max(height, SMALLEST_SIDE_PX), max(width, SMALLEST_SIDE_PX)

    def _first_pixels(self) -> Tensor:
        height, width = self._canvas(self.plan[0])
        start = self.params.start
        if start == "picture":
            if self.request.start_picture is None:
                raise EngineError("Start from a picture is chosen, but there is no picture to start from.", "input")
            first = to_tensor(self.request.start_picture, self.long_px, self.encoder.device)
            return resize(first, height, width).clamp(0, 1)
        content = resize(self.sources.content, height, width).clamp(0, 1)
        # Drawn on the CPU, so that every device starts from the same picture.
        noise = torch.randn(content.shape, generator=self.generator)
        noise = noise.to(content.device)
        if start == "noise":
            return (0.5 + 0.25 * noise).clamp(0, 1)
        if start == "style":
            mean, covariance = colour.mean_covariance(self.sources.styles[0])
            root = torch.linalg.cholesky(
                covariance + 1e-6 * torch.eye(3, dtype=covariance.dtype, device=covariance.device)
            )
            coloured = torch.einsum("oc,bchw->bohw", root.to(noise.dtype), noise) + mean.to(noise.dtype).view(
                1, 3, 1, 1
            )
            return coloured.clamp(0, 1)
        # A breath of noise: on a perfectly flat sky the network has no gradient to start from.
        return (content + 0.01 * noise).clamp(0, 1)

    # -- the loop ---------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        """Go through the plan; on out-of-memory go on with the largest size that fits."""
        index = 0
        while index < len(self.plan):
            picture = self.picture
            try:
                self.paint_scale(index)
                index += 1
                continue
            except (RuntimeError, MemoryError) as error:
                if not devices.is_out_of_memory(error):
                    raise
            # Outside the except block: while the error lives, its traceback holds the very tensors that are too many.
            self.picture = picture
            devices.release(self.encoder.device)
            self._shrink(index)

    def _shrink(self, index: int) -> None:
        """After out-of-memory at plan[index]: make what is left of the plan smaller, and say so."""
        failed = self.plan[index].long_px
        smaller = int(failed * 0.8)
        if smaller < 64:
            raise EngineError("There is not enough memory to paint even a small picture.", "memory")
        self.sink.notice(f"The memory is too small for {failed} px; the picture is finished at {smaller} px.")
        done = sum(scale.steps for scale in self.plan[:index])
        rest = limit_plan(tuple(replace(s, stride=None) for s in self.plan[index:]), smaller)
        # Steps of the failed scale that were already counted stay counted: the step number never runs back.
        self.plan = (*self.plan[:index], *rest)
        if self.step > done:
            first = self.plan[index]
            self.plan = (
                *self.plan[:index],
                replace(first, steps=first.steps + self.step - done),
                *self.plan[index + 1 :],
            )

    def paint_scale(self, index: int) -> None:
        """Every step of one scale of the plan."""
        scale, last = self.plan[index], index == len(self.plan) - 1
        height, width = self._canvas(scale)
        self.picture = self.picture.at_size(height, width)
        self._set_targets(scale)
        self.luma = colour.luma(resize(self.sources.photo, height, width).clamp(0, 1))
        begin = sum(s.steps for s in self.plan[:index])
        failures = 0
        while self.step < begin + scale.steps:
            self.control.checkpoint()
            self._steer(scale)
            done = (self.step - begin) / scale.steps
            settle = max(0.0, (done - SETTLE_FROM) / (1 - SETTLE_FROM)) if last else 0.0
            rate = self.picture.learning_rate
            self.picture.learning_rate = rate * (1 - (1 - SETTLE_TO) * settle)
            before = time.monotonic()
            lbfgs = self.params.optimiser == "lbfgs"
            value = (self.picture.step_lbfgs if lbfgs else self.picture.step_adam)(
                lambda pixels: self.loss(pixels, scale)
            )
            self.picture.learning_rate = rate
            if not abs(value) < float("inf"):
                failures += 1
                if failures > 3:
                    raise EngineError("The picture could not be painted: its numbers ran out of range.", "numeric")
                self.picture.recover()
                continue
            self.step += 1
            self._report(width, height, time.monotonic() - before)

    def loss(self, pixels: Tensor, scale: Scale) -> Tensor:
        """Content, style and smoothness (equation 7 of the paper, with a term for neighbouring pixels)."""
        targets = self.targets
        taps = tuple({**targets.style, **targets.content})
        # A line search compares values of one loss: for L-BFGS nothing may change from one evaluation to the next.
        still = self.params.optimiser == "lbfgs"
        seen = pixels if still else self._jittered(pixels)
        features = self.encoder.features(seen, taps, scale.stride, self.control.checkpoint)
        style_weights, content_weights = self._layer_weights()
        style = pixels.new_zeros(())
        for tap, target in targets.style.items():
            if self.params.style_loss == "wasserstein":
                rows = targets.projections.get(tap)
                feature = features[tap] if rows is None else project_features(features[tap], rows)
                distance = wasserstein_loss(moments(feature), target, targets.roots[tap])
            else:
                distance = STYLE_LOSSES[self.params.style_loss](moments(features[tap]), target)
            style = style + style_weights[tap] * distance.sum()
        content = pixels.new_zeros(())
        for tap, known in targets.content.items():
            content = content + content_weights[tap] * content_loss(features[tap], known).sum()
        smoothness = (
            SMOOTHNESS_WEIGHT * (self.params.smoothness / 100) * total_variation(pixels, CHROMA_SMOOTHNESS).sum()
        )
        similarity = ssim(colour.luma(pixels), self.luma)
        wanted = target_ssim(self.params.strength, self.long_px / scale.long_px)
        if not still:
            self.hold.observe(float(similarity.detach()), wanted)
        return (
            style / sum(style_weights.values())
            + self._content_weight() * content
            + STRUCTURE_WEIGHT * structure_loss(similarity, wanted).sum()
            + smoothness
        )

    def _content_weight(self) -> float:
        weak, strong = CONTENT_WEIGHTS
        return self.hold.factor * (strong + (weak - strong) * (1 - self.params.strength / 100) ** 2)

    def _jittered(self, pixels: Tensor) -> Tensor:
        """The picture moved by up to `JITTER_PX` pixels each way, mirrored at its border.

        A strided encoder looks at a picture through a grid. What falls between the grid's points is never seen, and
        noise gathers there; moving the grid about leaves it no place.
        """
        reach = JITTER_PX
        right, down = (int(v) for v in torch.randint(2 * reach + 1, (2,), generator=self.generator))
        height, width = pixels.shape[-2:]
        wide = F.pad(pixels, (reach, reach, reach, reach), mode="reflect")
        return wide[..., down : down + height, right : right + width]

    def _layer_weights(self) -> tuple[dict[str, float], dict[str, float]]:
        kind = self.encoder.kind
        return dict(self.params.style_weights or kind.style), dict(self.params.content_weights or kind.content)

    def _set_targets(self, scale: Scale) -> None:
        height, width = self._canvas(scale)
        style_weights, content_weights = self._layer_weights()
        taps = tuple(style_weights)
        self._style_parts = [
            style_moments(self.encoder, style, scale, self.params.brush_size, taps, self.control.checkpoint)
            for style in self.sources.styles
        ]
        content = resize(self.sources.content, height, width).clamp(0, 1)
        with torch.no_grad():
            known = self.encoder.features(content, tuple(content_weights), scale.stride, self.control.checkpoint)
        self.targets = Targets({tap: known[tap] for tap in content_weights}, {}, {}, {})
        self._blend()

    def _blend(self) -> None:
        wasserstein = self.params.style_loss == "wasserstein"
        self.targets = with_styles(self.targets, self._style_parts, self.style_weights, wasserstein)

    # -- steering, progress and the end -----------------------------------------------------------------------------

    def _steer(self, scale: Scale) -> None:
        """Take over what was changed since the last step; only parameters that can bend a running picture."""
        changes = self.control.take_changes()
        if not changes:
            return
        self.steering.append(Steering(self.step + 1, changes))
        blend = changes.get("blend")
        if blend is not None:
            self.style_weights = [float(weight) for weight in blend]
        named: dict[str, Any] = {name: value for name, value in changes.items() if name != "blend"}
        before = self.params
        self.params = PaintParams.model_validate(before.model_dump() | named)
        layers = (self.params.style_weights, self.params.content_weights) != (
            before.style_weights,
            before.content_weights,
        )
        if self.params.brush_size != before.brush_size or layers:
            self._set_targets(scale)
        elif blend is not None:
            self._blend()

    def _report(self, width: int, height: int, seconds: float) -> None:
        pace = seconds / (width * height)
        self.seconds_per_pixel = pace if not self.seconds_per_pixel else 0.8 * self.seconds_per_pixel + 0.2 * pace
        elapsed = time.monotonic() - self.started
        eta = self.seconds_per_pixel * self._pixels_left() if self.step > 3 else None
        label = self.encoder.device.type.upper()
        self.sink.progress(Progress(self.step, self.steps, width, height, elapsed, eta, label))
        if self.sink.wants_frame():
            self.sink.frame(to_frame(self.finished(cleaned=False), self.step))

    def _pixels_left(self) -> float:
        left, begin = 0.0, 0
        for scale in self.plan:
            height, width = self._canvas(scale)
            count = max(0, begin + scale.steps - max(self.step, begin))
            finer = scale.stride is not None and scale.stride < self.encoder.kind.stride
            left += count * height * width * (cost.STRIDE_ONE_FACTOR if finer else 1.0)
            begin += scale.steps
        return left

    def finished(self, cleaned: bool = True) -> Tensor:
        """The picture as it stands, (1, 3, H, W) in [0, 1], in the colours that were asked for."""
        with torch.no_grad():
            pixels = self.picture.average.clamp(0, 1)
            photo = resize(self.sources.photo, *pixels.shape[-2:]).clamp(0, 1)
            if self.params.colour == "luminance":
                pixels = colour.with_chroma_of(pixels, photo)
            elif cleaned:
                pixels = colour.clean_chroma(pixels, self.params.colour_finish / 100)
            return pixels


def _validate(request: TransferRequest) -> None:
    if not request.styles:
        raise EngineError("Choose a style first.", "input")
    if min(request.photo.size) < 1:
        raise EngineError("The photo is empty.", "input")


def run(request: TransferRequest, control: RunControl, sink: Sink) -> Result:
    """Paint a photo in one or several styles.

    Returns the finished picture at the long side of `params.size_px` (or the largest that fits in memory, after a
    notice); a run that is cancelled returns the picture as it stands with `complete=False`. Raises EngineError, and
    Cancelled where there is no picture yet.
    """
    _validate(request)
    device, notice = devices.choose(request.device)
    if notice:
        sink.notice(notice)
    return run_with(load_encoder(request.params.encoder, device, Paths.of_user().models), request, control, sink)


def run_with(
    encoder: Encoder,
    request: TransferRequest,
    control: RunControl,
    sink: Sink,
    plan: tuple[Scale, ...] | None = None,
) -> Result:
    """`run` with an encoder that is already loaded; the request's own choice of encoder and device is not looked at.

    `plan` replaces the preset's stages.
    """
    _validate(request)
    _check_layers(request.params, encoder)
    with torch.enable_grad():
        painting = _Painting(request, encoder, control, sink, plan)
        complete = True
        try:
            painting.paint()
        except Cancelled:
            if painting.step == 0:
                raise
            complete = False
    pixels = painting.finished()
    height, width = pixels.shape[-2:]
    picture = from_float(pixels[0].permute(1, 2, 0).cpu().numpy(), bits=16, like=request.photo)
    recipe = make_recipe(request, encoder, painting.steering, (width, height), painting.step, complete)
    return Result(picture, recipe, complete)


def _check_layers(params: PaintParams, encoder: Encoder) -> None:
    for name in (*params.style_weights, *params.content_weights):
        if name not in encoder.kind.layers:
            known = ", ".join(encoder.kind.layers)
            raise EngineError(f"{encoder.kind.title} has no layer “{name}”; it has {known}.", "input")


def estimate(request: TransferRequest) -> Estimate:
    """Seconds and bytes that a run will take on this machine, and the size that fits (see `cost`).

    The first estimate for an encoder on a device takes about a second, in which its speed is measured.
    """
    _validate(request)
    device, _ = devices.choose(request.device)
    params = request.params
    encoder = load_encoder(params.encoder, device, Paths.of_user().models)
    kind = encoder.kind
    plan = make_plan(params.preset, params.size_px)
    aspect = min(request.photo.size) / max(request.photo.size)
    step = cost.step_cost((kind.id, str(device)), lambda side: _trial_step(encoder, side))
    free = devices.free_memory(device)
    fits = cost.fitting_px(plan, aspect, kind.id, kind.stride, free)
    affordable = limit_plan(plan, fits)
    return Estimate(
        seconds=cost.plan_seconds(affordable, aspect, step, kind.stride),
        peak_bytes=int(cost.peak_bytes(affordable, aspect, kind.id, kind.stride)),
        free_bytes=free,
        fits_px=fits,
        device=device.type.upper(),
    )


def _trial_step(encoder: Encoder, side_px: int) -> None:
    """What a step does to a square canvas, for timing."""
    taps = tuple(encoder.kind.style)
    pixels = torch.rand((1, 3, side_px, side_px), generator=torch.Generator().manual_seed(0)).to(encoder.device)
    with torch.enable_grad():
        features = encoder.features(pixels.requires_grad_(True), taps)
        loss = torch.stack([moments(features[tap]).covariance.square().mean() for tap in taps]).sum()
        torch.autograd.grad(loss, pixels)
    cost.synchronise(encoder.device)
