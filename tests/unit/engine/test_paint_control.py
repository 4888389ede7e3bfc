"""Stopping, pausing and steering Paint, at steps and inside them."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from stylegui.engine import objective, paint, targets
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.encoders.interrupt import Check
from stylegui.engine.engines import Progress, Result
from stylegui.engine.request import StyleInput
from tests.unit.engine.painting import SMALL_PLAN, KeepingSink, request, style

PATIENCE_S = 30


def steered_at(control: RunControl, step: int, **changes: Any) -> KeepingSink:
    """A sink that steers after a step."""

    def on_progress(progress: Progress) -> None:
        if progress.step == step:
            control.steer(**changes)

    return KeepingSink(on_progress=on_progress)


def steered_run(encoder: Encoder, step: int, changes: dict[str, Any], **params: Any) -> tuple[Result, KeepingSink]:
    control = RunControl()
    sink = steered_at(control, step, **changes)
    return paint.run_with(encoder, request(**params), control, sink, SMALL_PLAN), sink


def plain_run(encoder: Encoder, **params: Any) -> tuple[Result, KeepingSink]:
    sink = KeepingSink()
    return paint.run_with(encoder, request(**params), RunControl(), sink, SMALL_PLAN), sink


# -- stopping ---------------------------------------------------------------------------------------------------------


def test_a_cancelled_run_keeps_its_picture(encoder: Encoder) -> None:
    control = RunControl()
    sink = KeepingSink(on_progress=lambda progress: control.cancel() if progress.step == 3 else None)
    result = paint.run_with(encoder, request(colour_finish=0), control, sink, SMALL_PLAN)
    assert not result.complete
    assert len(sink.steps) == 3
    assert result.picture.size == (64, 48)
    assert result.recipe["steps"] == 3 and result.recipe["complete"] is False
    np.testing.assert_allclose(result.picture.to_uint8().astype(int), sink.frames[-1].pixels, atol=1)


def test_a_run_that_is_cancelled_before_its_first_step_has_no_picture(encoder: Encoder) -> None:
    control = RunControl()
    control.cancel()
    sink = KeepingSink()
    with pytest.raises(Cancelled):
        paint.run_with(encoder, request(), control, sink, SMALL_PLAN)
    assert sink.events == []


class WatchedNet:
    """A network that tells in which part of a step the run is."""

    def __init__(self, encoder: Encoder) -> None:
        self.net = encoder.net
        self.phase = "between"

    def __call__(
        self, x: Tensor, taps: tuple[str, ...], stride: int = 2, check: Check | None = None
    ) -> dict[str, Tensor]:
        self.phase = "forward" if x.requires_grad else "targets"
        features = self.net(x, taps, stride, check)
        self.phase = "backward" if x.requires_grad else "between"
        return features

    def scale_channels(self, scales: Any) -> None:
        raise NotImplementedError


class WatchedControl(RunControl):
    """Counts checkpoints by part of a step; cancels at the nth of a part."""

    def __init__(self, net: WatchedNet, part: str = "", number: int = 0) -> None:
        super().__init__()
        self.net, self.part, self.number = net, part, number
        self.calls: Counter[str] = Counter()

    def checkpoint(self) -> None:
        self.calls[self.net.phase] += 1
        if self.net.phase == self.part and self.calls[self.part] == self.number:
            self.cancel()
        super().checkpoint()


def watched(encoder: Encoder, part: str = "", number: int = 0) -> tuple[Encoder, WatchedControl, KeepingSink]:
    net = WatchedNet(encoder)
    sink = KeepingSink(on_progress=lambda _progress: setattr(net, "phase", "between"))
    return replace(encoder, net=net), WatchedControl(net, part, number), sink


def test_a_step_can_be_stopped_at_every_layer_on_the_way_there_and_back(encoder: Encoder) -> None:
    watching, control, sink = watched(encoder)
    paint.run_with(watching, request(), control, sink, SMALL_PLAN)
    layers = len(encoder.kind.layers)
    steps = len(sink.steps)
    assert control.calls["forward"] == steps * layers
    assert control.calls["backward"] == steps * layers
    assert control.calls["targets"] >= len(SMALL_PLAN) * layers
    assert control.calls["between"] >= steps


@pytest.mark.parametrize("optimiser", ["adam", "lbfgs"])
@pytest.mark.parametrize("part", ["forward", "backward"])
def test_a_cancel_inside_a_step_keeps_the_picture_of_the_step_before(
    encoder: Encoder, part: str, optimiser: str
) -> None:
    layers = len(encoder.kind.layers)
    watching, control, sink = watched(encoder, part, 3 * layers + 3)
    result = paint.run_with(watching, request(colour_finish=0, optimiser=optimiser), control, sink, SMALL_PLAN)
    assert not result.complete
    assert 0 < len(sink.steps) <= 3
    assert result.recipe["steps"] == len(sink.steps)
    np.testing.assert_allclose(result.picture.to_uint8().astype(int), sink.frames[-1].pixels, atol=1)


def test_a_cancel_while_targets_are_made_keeps_the_picture(encoder: Encoder) -> None:
    layers = len(encoder.kind.layers)
    watching, control, sink = watched(encoder, "targets", 2 * layers + 1)
    result = paint.run_with(watching, request(), control, sink, SMALL_PLAN)
    assert not result.complete and len(sink.steps) == SMALL_PLAN[0].steps


# -- pausing ----------------------------------------------------------------------------------------------------------


class PaintThread(threading.Thread):
    """Paints, and pauses itself after its second step."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.control = RunControl()
        self.paused = threading.Event()
        self.sink = KeepingSink(on_progress=self._pause)
        self.result: Result | None = None

    def _pause(self, progress: Progress) -> None:
        if progress.step == 2:
            self.control.pause()
            self.paused.set()

    def run(self) -> None:
        self.result = paint.run_with(self.encoder, request(), self.control, self.sink, SMALL_PLAN)


@pytest.fixture
def paused(encoder: Encoder) -> PaintThread:
    thread = PaintThread(encoder)
    thread.start()
    assert thread.paused.wait(PATIENCE_S)
    thread.join(0.1)
    assert thread.is_alive() and len(thread.sink.steps) == 2
    return thread


def test_a_paused_run_goes_on_where_it_was_to_the_same_picture(paused: PaintThread, encoder: Encoder) -> None:
    paused.control.resume()
    paused.join(PATIENCE_S)
    assert paused.result is not None and paused.result.complete
    assert [progress.step for progress in paused.sink.steps] == list(range(1, 8))
    assert paused.result.picture.digest == plain_run(encoder)[0].picture.digest


def test_a_paused_run_ends_when_it_is_cancelled(paused: PaintThread) -> None:
    paused.control.cancel()
    paused.join(PATIENCE_S)
    assert paused.result is not None and not paused.result.complete
    assert len(paused.sink.steps) == 2


def test_a_paused_run_is_steered_when_it_goes_on(paused: PaintThread) -> None:
    paused.control.steer(strength=10)
    paused.control.steer(strength=90)
    paused.control.resume()
    paused.join(PATIENCE_S)
    assert paused.result is not None
    assert paused.result.recipe["steering"] == [{"step": 3, "changes": {"strength": 90}}]


# -- steering ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"strength": 5.0},
        {"smoothness": 100.0},
        {"brush_size": 200.0},
        {"style_weights": {"conv1": 1.0}},
        {"content_weights": {"fire3": 40.0}},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_change_bends_later_frames_and_is_recorded_with_its_step(encoder: Encoder, changes: dict[str, Any]) -> None:
    before, plain = plain_run(encoder)
    after, steered = steered_run(encoder, 2, changes)
    assert [progress.step for progress in steered.steps] == list(range(1, 8))
    assert {progress.steps for progress in steered.steps} == {7}
    for index in (0, 1):
        np.testing.assert_array_equal(plain.frames[index].pixels, steered.frames[index].pixels)
    assert not np.array_equal(plain.frames[-1].pixels, steered.frames[-1].pixels)
    assert after.recipe["steering"] == [{"step": 3, "changes": changes}]
    assert after.recipe["params"] == before.recipe["params"]


def test_the_colour_finish_can_be_changed_before_the_end(encoder: Encoder) -> None:
    plain, _ = plain_run(encoder, colour_finish=100)
    steered, _ = steered_run(encoder, 6, {"colour_finish": 100}, colour_finish=0)
    assert steered.picture.digest == plain.picture.digest


def test_a_blend_changed_before_the_first_step_is_the_blend_of_the_whole_run(encoder: Encoder) -> None:
    first, second = style(1), style(2)
    control = RunControl()
    control.steer(blend=(0.0, 1.0))
    asked = request(styles=(StyleInput(first, 1.0), StyleInput(second, 3.0)), colour="photo", start="photo")
    wanted = request(styles=(StyleInput(first, 0.0), StyleInput(second, 1.0)), colour="photo", start="photo")
    steered = paint.run_with(encoder, asked, control, KeepingSink(), SMALL_PLAN)
    meant = paint.run_with(encoder, wanted, RunControl(), KeepingSink(), SMALL_PLAN)
    plain = paint.run_with(encoder, asked, RunControl(), KeepingSink(), SMALL_PLAN)
    assert steered.picture.digest == meant.picture.digest != plain.picture.digest
    assert steered.recipe["steering"] == [{"step": 1, "changes": {"blend": (0.0, 1.0)}}]


@pytest.mark.parametrize("style_loss", ["moments", "wasserstein"])
def test_a_blend_changed_on_the_way_holds_for_later_scales(encoder: Encoder, style_loss: str) -> None:
    styles = (StyleInput(style(1), 1.0), StyleInput(style(2), 1.0))
    _, plain = plain_run(encoder, styles=styles, style_loss=style_loss)
    _, steered = steered_run(encoder, 2, {"blend": [0.1, 0.9]}, styles=styles, style_loss=style_loss)
    np.testing.assert_array_equal(plain.frames[1].pixels, steered.frames[1].pixels)
    assert not np.array_equal(plain.frames[3].pixels, steered.frames[3].pixels)
    assert not np.array_equal(plain.frames[-1].pixels, steered.frames[-1].pixels)


def test_a_new_brush_size_makes_new_targets_at_once_and_for_later_scales(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    brushes: list[tuple[int, float]] = []
    statistics = targets.style_moments

    def watched_moments(*args: Any) -> Any:
        brushes.append((args[2].long_px, args[3]))
        return statistics(*args)

    monkeypatch.setattr(objective, "style_moments", watched_moments)
    steered_run(encoder, 2, {"brush_size": 150.0})
    assert brushes == [(64, 100.0), (64, 150.0), (96, 150.0)]
    brushes.clear()
    steered_run(encoder, 2, {"strength": 30.0})
    assert brushes == [(64, 100.0), (96, 100.0)]


def test_a_replay_with_the_recorded_changes_gives_the_same_picture(encoder: Encoder) -> None:
    changes = {"strength": 95.0, "brush_size": 170.0}
    first, _ = steered_run(encoder, 4, changes)
    event = first.recipe["steering"][0]
    again, _ = steered_run(encoder, event["step"] - 1, event["changes"])
    assert again.picture.digest == first.picture.digest
    assert torch.is_grad_enabled()


@pytest.mark.parametrize(
    "changes",
    [
        {"strength": 500},
        {"strength": "much"},
        {"no_such": 1},
        {"size_px": 64},
        {"optimiser": "lbfgs"},
        {"style_weights": {"relu9": 1.0}},
        {"style_weights": {"conv1": 0.0}},
        {"blend": [1.0, 2.0, 3.0]},
        {"blend": [0.0]},
    ],
    ids=str,
)
def test_a_change_that_cannot_be_made_is_told_and_leaves_the_run_alone(
    encoder: Encoder, changes: dict[str, Any]
) -> None:
    result, sink = steered_run(encoder, 2, changes)
    assert result.complete and len(sink.steps) == 7
    assert len(sink.notices) == 1
    assert result.recipe["steering"] == []
