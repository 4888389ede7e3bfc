"""Paint: style transfer by optimising the picture itself.

The algorithm of Gatys, Ecker and Bethge ("Image Style Transfer Using Convolutional Neural Networks", CVPR 2016) in the
form that works best today. In reading order: `run` loads what is needed and goes through the plan's scales;
`_Painting.paint_scale` is the loop; `objective` holds the loss, the paper's equation 7. Departures from the paper:

* style is compared by mean and covariance, as the Wasserstein distance of two Gaussians or plainly, each layer divided
  by the target's own energy (`losses`);
* coarse to fine, with the optimiser's state carried from scale to scale, and the average of late iterates as output
  (both after crowsonkb/style-transfer-pytorch);
* beside the content loss stands a structure loss that holds the picture at the structural similarity that the artist's
  Strength asks for (`structure`);
* pixels stay in the gamut, and colour noise is cleaned in OKLab at the end (`colour`);
* a canvas that is too large for the memory is painted with the same gradient, found in tiles (`tiled_loss`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import torch
from torch import Tensor

from stylegui.engine import colour, devices, snapshot
from stylegui.engine.beginning import Beginning, begin
from stylegui.engine.control import Cancelled, RunControl, Steering
from stylegui.engine.encoders.encoder import ENCODERS, Encoder, load_encoder
from stylegui.engine.engines import EngineError, Frame, Progress, Result, Sink
from stylegui.engine.fitting import in_tiles, smaller_tiles
from stylegui.engine.forecast import affordable, shape
from stylegui.engine.images import Picture, from_float
from stylegui.engine.large import finished_picture
from stylegui.engine.objective import Objective
from stylegui.engine.optimise import PaintedPicture, resize
from stylegui.engine.pace import Pace
from stylegui.engine.plan import Scale, fit, limit_plan, make_plan
from stylegui.engine.recipe import environment, make_recipe
from stylegui.engine.request import PaintParams, TransferRequest
from stylegui.engine.snapshot import Snapshot, Standing
from stylegui.engine.sources import load_sources, to_uint8
from stylegui.engine.steering import check_request, steer
from stylegui.paths import Paths

LEARNING_RATE = 0.03
# Over the last part of the last scale the rate falls to this share, so that the paint settles.
SETTLE_FROM, SETTLE_TO = 0.6, 0.25
# A canvas narrower than this has no structure that the network could hold on to, and one shorter none worth painting.
SMALLEST_SIDE_PX, SMALLEST_PX = 16, 64
# A picture in tiles is shown on its way no larger than this.
FRAME_PX = 2048


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
        self.generator = torch.Generator().manual_seed(request.paint.seed)
        self.objective = Objective(request, encoder, self.generator, control.checkpoint)
        asked = plan or make_plan(self.params.preset, self.params.size_px)
        self.plan = affordable(request, asked, encoder.kind.id, encoder.device)
        wanted = max(scale.long_px for scale in asked)
        if self.long_px < wanted:
            sink.notice(f"{wanted} px need more memory than there is for it, so {self.long_px} px are painted.")
        self.steering: list[Steering] = []
        self.step = 0
        self.pace = Pace(control, self._canvas, encoder.kind.stride)
        self.earlier: tuple[dict[str, Any], ...] = ()
        self.torn_at: int | None = None
        self.run_key = snapshot.run_key(request, encoder)
        if (kept := snapshot.kept(control, sink, request, encoder, asked, self._canvas)) is not None:
            self._go_on_from(kept)
        else:
            self._recovering(self._prepare)

    @property
    def params(self) -> PaintParams:
        return self.objective.params

    @property
    def long_px(self) -> int:
        return max(scale.long_px for scale in self.plan)

    @property
    def steps(self) -> int:
        return sum(scale.steps for scale in self.plan)

    def _canvas(self, scale: Scale) -> tuple[int, int]:
        """Height and width of a scale's canvas."""
        width, height = fit(*self.request.photo.size, scale.long_px)
        return max(height, SMALLEST_SIDE_PX), max(width, SMALLEST_SIDE_PX)

    def _read_sources(self, long_px: int) -> None:
        self.sources_px = long_px
        self.sources = load_sources(self.request, self.objective.steered.weights, long_px, self.encoder.device)

    def _prepare(self) -> None:
        """Load the pictures and make the first one."""
        whole = (scale.long_px for scale in self.plan if not scale.tile_px)
        # Scales in tiles have sources of their own.
        self._read_sources(max(whole, default=min(self.plan[0].long_px, FRAME_PX)))
        size = self._canvas(self.plan[0])
        self.beginning = begin(self.request, self.sources, size, self.generator, self.control, self.sink)
        self.picture = PaintedPicture(self.beginning.pixels, LEARNING_RATE)

    # -- keeping it, and going on where it was torn off -------------------------------------------------------------

    def _offer(self, index: int) -> None:
        """Let the run be kept as it stands now, before a step of a scale, until that step is done."""
        if self.control.keeps:
            self.control.offer(partial(snapshot.pack, self._snapshot(index), self.run_key))

    def _snapshot(self, index: int) -> Snapshot:
        network = self.beginning.network
        standing = Standing(
            step=self.step,
            index=index,
            plan=self.plan,
            sources_px=self.sources_px,
            hold=self.objective.hold.factor,
            steering=tuple(self.steering),
            elapsed_s=self.pace.elapsed_s,
            seconds_per_pixel=self.pace.seconds_per_pixel,
            network=None if network is None else dict(network),
            environment=environment(self.encoder),
            earlier=self.earlier,
        )
        return Snapshot(standing, self.objective.steered, self.picture.state(), self.generator.get_state())

    def _go_on_from(self, kept: Snapshot) -> None:
        """Take over a snapshot: the next step is the one that it stands before."""
        standing = kept.standing
        self._read_sources(standing.sources_px)
        self.plan, self.step, self.torn_at = standing.plan, standing.step, standing.index
        self.objective.steered = kept.steered
        self.steering = list(standing.steering)
        self.objective.hold.factor = standing.hold
        self.pace.go_on(standing.elapsed_s, standing.seconds_per_pixel)
        self.generator.set_state(kept.generator)
        self.picture = PaintedPicture.of_state(kept.picture)
        self.beginning = Beginning(self.picture.pixels, standing.network)
        self.earlier = standing.earlier
        if standing.environment != environment(self.encoder):
            self.earlier = (*self.earlier, {"steps": standing.step, **standing.environment})

    # -- the loop ---------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        """Go through the plan."""
        index = self.torn_at or 0
        while index < len(self.plan):
            self._recovering(partial(self.paint_scale, index), index)
            index += 1

    def _recovering(self, work: Callable[[], None], index: int | None = None) -> None:
        """Do the work of one stage, or (None) of preparing all; while memory runs out, go on with a smaller plan."""
        while index is None or index < len(self.plan):
            try:
                work()
                return
            except (RuntimeError, MemoryError) as error:
                if not devices.is_out_of_memory(error):
                    raise
            # Outside the except block: while the error lives, its traceback holds the very tensors that are too many.
            devices.release(self.encoder.device)
            self._shrink(index)

    def _shrink(self, index: int | None) -> None:
        """After out-of-memory in a stage, or before all: go on in smaller tiles, or make what is left of the plan
        smaller, and say so.

        The picture stays what it has become and steps stay counted, so the step number never runs back.
        """
        self.objective.leave()
        if index is not None and self._in_smaller_tiles(index):
            return
        kept, rest = self.plan[: index or 0], self.plan[index or 0 :]
        if kept and rest[0].stride is not None:
            self.sink.notice("The memory is too small for the finest pass, so it is left out.")
            self.plan = kept
            return
        failed_px = self.long_px if index is None else rest[0].long_px
        smaller = int(failed_px * 0.8)
        if smaller < SMALLEST_PX:
            raise EngineError("There is not enough memory to paint even a small picture.", "memory")
        self.sink.notice(f"The memory is too small for {failed_px} px; the picture is finished at {smaller} px.")
        everyday = tuple(scale for scale in rest if scale.stride is None) or (replace(rest[0], stride=None),)
        self.plan = (*kept, *limit_plan(everyday, smaller))

    def _in_smaller_tiles(self, index: int) -> bool:
        """Let the scale that ran out of memory, and those after it, go on in smaller tiles; whether that can help."""
        scale, form = self.plan[index], shape(self.request, self.encoder.kind)
        tile_px = smaller_tiles(scale, form) if self.params.optimiser == "adam" else 0
        if not tile_px:
            return False
        if not scale.tile_px:
            self.sink.notice(f"The memory is too small for {scale.long_px} px at once, so they are painted in tiles.")
        self.plan = (*self.plan[:index], *in_tiles(self.plan[index:], form, tile_px))
        if tuple(self.picture.pixels.shape[2:]) == self._canvas(scale):
            self.torn_at = index
        return True

    def paint_scale(self, index: int) -> None:
        """Every step of one scale of the plan."""
        scale, last = self.plan[index], index == len(self.plan) - 1
        if self.torn_at is None:
            self.objective.leave()
            self.picture = self.picture.at_size(*self._canvas(scale))
        self.torn_at = None
        self._offer(index)
        self.objective.enter(scale, self._canvas(scale), self.sources, self.long_px / scale.long_px)
        begin = sum(s.steps for s in self.plan[:index])
        failures = 0
        while self.step < begin + scale.steps:
            self._offer(index)
            self.control.checkpoint()
            if self._steer():
                self._offer(index)
            if self.request.replay.ends_at(self.step):
                raise Cancelled
            done = (self.step - begin) / scale.steps
            settle = max(0.0, (done - SETTLE_FROM) / (1 - SETTLE_FROM)) if last else 0.0
            before = self.pace.clock()
            value = self._take_step(settle)
            self.control.offer(None)
            if not abs(value) < float("inf"):
                failures += 1
                if failures > 3:
                    raise EngineError("The picture could not be painted: its numbers ran out of range.", "numeric")
                self.picture.recover()
                continue
            self.step += 1
            self._report(scale, self.pace.clock() - before)

    def _take_step(self, settle: float) -> float:
        """One step of the optimiser, at a rate that falls as `settle` goes from 0 to 1; the loss before it."""
        picture, objective = self.picture, self.objective
        rate = picture.learning_rate
        picture.learning_rate = rate * (1 - (1 - SETTLE_TO) * settle)
        try:
            if objective.tiled is not None:
                return picture.step_given(*objective.tiled_gradient(picture.pixels))
            step = picture.step_lbfgs if self.params.optimiser == "lbfgs" else picture.step_adam
            return step(objective.loss)
        finally:
            picture.learning_rate = rate

    # -- steering, progress and the end -----------------------------------------------------------------------------

    def _steer(self) -> bool:
        """Take over what was changed since the last step, if anything was; only what can bend a running picture."""
        changes = self.request.replay.due(self.step + 1, self.steering) | self.control.take_changes()
        if not changes:
            return False
        try:
            after = steer(self.params, self.objective.steered.weights, changes, self.encoder.kind)
        except ValueError as error:
            self.sink.notice(str(error))
            return False
        if after == self.objective.steered:
            return False
        self.steering.append(Steering(self.step + 1, changes))
        self.objective.steer(after)
        return True

    def _report(self, scale: Scale, seconds: float) -> None:
        self.pace.took(scale, seconds)
        height, width = self._canvas(scale)
        label = self.encoder.device.type.upper()
        eta_s = self.pace.eta_s(self.plan, self.step)
        self.sink.progress(Progress(self.step, self.steps, width, height, self.pace.elapsed_s, eta_s, label))
        if self.sink.wants_frame():
            self.sink.frame(Frame(to_uint8(self.finished(cleaned=False)), self.step))

    def finished(self, cleaned: bool = True) -> Tensor:
        """The picture as it stands, (1, 3, H, W) in [0, 1], in the colours that were asked for; where it is in tiles
        and not to be cleaned, a copy of at most `FRAME_PX`."""
        with torch.no_grad():
            copied = self.objective.tiled is not None and not cleaned
            pixels = (self.picture.reduced(FRAME_PX) if copied else self.picture.average).clamp(0, 1)
            if self.params.colour == "luminance":
                photo = resize(self.sources.photo, *pixels.shape[-2:]).clamp(0, 1)
                return colour.with_chroma_of(pixels, photo)
            return colour.clean_chroma(pixels, self.params.colour_finish / 100) if cleaned else pixels

    def result(self) -> Picture:
        """The finished picture in 16 bits. A canvas is never narrower than the network can see; the picture is as
        narrow as its photo."""
        height, width = self.picture.pixels.shape[-2:]
        wide, high = fit(*self.request.photo.size, max(height, width))
        if self.objective.tiled is not None and (high, wide) == (height, width):
            self.objective.leave()
            photo = self.objective.large().photo(height, width)
            return finished_picture(self.picture, photo, self.request, self.params.colour_finish)
        pixels = resize(self.finished(), high, wide).clamp(0, 1)
        return from_float(pixels[0].permute(1, 2, 0).cpu().numpy(), bits=16, like=self.request.photo)


def run(request: TransferRequest, control: RunControl, sink: Sink) -> Result:
    """Paint a photo in one or several styles.

    Returns the finished picture at the long side of `params.size_px` (or the largest that fits in memory, after a
    notice); a run that is cancelled returns the picture as it stands with `complete=False`. Raises EngineError, and
    Cancelled where there is no picture yet.
    """
    check_request(request, ENCODERS[request.paint.encoder])
    device, notice = devices.choose(request.device)
    if notice:
        sink.notice(notice)
    return run_with(load_encoder(request.paint.encoder, device, Paths.of_user().models), request, control, sink)


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
    check_request(request, encoder.kind)
    with torch.enable_grad():
        painting = _Painting(request, encoder, control, sink, plan)
        complete = True
        try:
            painting.paint()
        except Cancelled:
            if painting.step == 0:
                raise
            complete = False
        finally:
            control.offer(None)
    picture = painting.result()
    recipe = make_recipe(request, encoder, painting.steering, picture.size, painting.step, complete)
    if painting.beginning.network is not None:
        recipe["start_network"] = dict(painting.beginning.network)
    if any(scale.tile_px for scale in painting.plan):
        recipe["tiles_px"] = {str(scale.long_px): scale.tile_px for scale in painting.plan if scale.tile_px}
    if painting.earlier:
        recipe["earlier"] = [dict(part) for part in painting.earlier]
    return Result(picture, recipe, complete)
