"""Paint where memory runs out or numbers leave their range."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import Tensor

from stylegui.engine import cost, devices, forecast, paint, sources
from stylegui.engine.control import RunControl
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.encoders.interrupt import Check
from stylegui.engine.engines import EngineError, Result
from stylegui.engine.optimise import PaintedPicture
from stylegui.engine.plan import Scale
from tests.unit.engine.painting import SMALL_PLAN, KeepingSink, request

CPU_TEXT = "[enforce fail at alloc_cpu.cpp:116] . DefaultCPUAllocator: can't allocate memory: you tried to allocate"


class FaultyNet:
    """A network in which something happens to the nth pass with a gradient, or to a pass that is wider than a limit."""

    def __init__(
        self,
        encoder: Encoder,
        error: Callable[[], Exception] | None = None,
        limit_px: int | None = None,
        passes: range = range(0),
    ) -> None:
        self.net = encoder.net
        self.error, self.limit_px, self.passes = error, limit_px, passes
        self.count = 0

    def __call__(
        self, x: Tensor, taps: tuple[str, ...], stride: int = 2, check: Check | None = None
    ) -> dict[str, Tensor]:
        features = self.net(x, taps, stride, check)
        if not x.requires_grad:
            return features
        self.count += 1
        struck = self.count in self.passes if self.limit_px is None else x.shape[-1] > self.limit_px
        if not struck:
            return features
        if self.error is not None:
            raise self.error()
        return {tap: value * torch.nan for tap, value in features.items()}

    def scale_channels(self, scales: Any) -> None:
        raise NotImplementedError


def run(encoder: Encoder, net: FaultyNet, *plan: Scale, **params: Any) -> tuple[Result, KeepingSink]:
    sink = KeepingSink()
    result = paint.run_with(replace(encoder, net=net), request(**params), RunControl(), sink, plan or SMALL_PLAN)
    return result, sink


@pytest.mark.parametrize(
    "error",
    [lambda: torch.OutOfMemoryError("CUDA out of memory."), lambda: RuntimeError(CPU_TEXT), MemoryError],
    ids=["gpu", "cpu", "python"],
)
def test_out_of_memory_goes_on_at_the_largest_size_that_fits_and_says_so_first(
    encoder: Encoder, error: Callable[[], Exception]
) -> None:
    result, sink = run(encoder, FaultyNet(encoder, error, limit_px=80))
    assert result.complete
    assert 64 < result.picture.width <= 80
    assert len(sink.notices) == 1 and f"{result.picture.width} px" in sink.notices[0]
    told = sink.events.index(f"notice {sink.notices[0]}")
    assert sink.events[:told] == [f"step {n}" for n in range(1, 5)]
    assert all(event.startswith("step") for event in sink.events[told + 1 :])


def test_out_of_memory_in_the_middle_of_a_scale_never_turns_the_step_counter_back(encoder: Encoder) -> None:
    net = FaultyNet(encoder, lambda: RuntimeError(CPU_TEXT), passes=range(6, 7))
    result, sink = run(encoder, net)
    assert result.complete and len(sink.notices) == 1
    numbers = [progress.step for progress in sink.steps]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(progress.step <= progress.steps for progress in sink.steps)
    assert sink.steps[-1].step == sink.steps[-1].steps
    assert result.recipe["steps"] == numbers[-1]
    assert result.recipe["width"] == result.picture.width < 96


def test_out_of_memory_again_and_again_goes_down_in_steps(encoder: Encoder) -> None:
    plan = (Scale(64, 1), Scale(140, 2))
    result, sink = run(encoder, FaultyNet(encoder, lambda: RuntimeError(CPU_TEXT), limit_px=80), *plan, size_px=140)
    assert result.complete and 64 <= result.picture.width <= 80
    assert len(sink.notices) >= 2


def test_no_memory_at_all_is_an_error_in_a_sentence(encoder: Encoder) -> None:
    with pytest.raises(EngineError, match="memory") as caught:
        run(encoder, FaultyNet(encoder, lambda: RuntimeError(CPU_TEXT), limit_px=8))
    assert caught.value.kind == "memory"


def test_other_errors_are_not_taken_for_out_of_memory(encoder: Encoder) -> None:
    with pytest.raises(RuntimeError, match="shapes do not match"):
        run(encoder, FaultyNet(encoder, lambda: RuntimeError("shapes do not match"), limit_px=80))


def test_after_out_of_memory_nothing_of_the_failed_step_is_alive(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error's traceback holds every tensor of the step: it must be gone before a smaller size is tried."""
    net = FaultyNet(encoder, lambda: RuntimeError(CPU_TEXT), limit_px=80)
    inner = net.net
    last: list[weakref.ref[Tensor]] = []
    alive_at_release: list[bool] = []

    def watched(pixels: Tensor, *args: Any) -> dict[str, Tensor]:
        features = inner(pixels, *args)
        if pixels.requires_grad:
            last[:] = [weakref.ref(value) for value in features.values()]
        return features

    def release(_device: torch.device) -> None:
        gc.collect()
        alive_at_release.append(any(ref() is not None for ref in last))

    monkeypatch.setattr(net, "net", watched)
    monkeypatch.setattr(devices, "release", release)
    run(encoder, net)
    assert last
    assert alive_at_release == [False]


def test_too_little_free_memory_makes_the_plan_smaller_before_the_first_step(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = cost.BASE_BYTES + cost.bytes_per_pixel("builtin", 2) * forecast.fullness(request()) * 80.5**2
    monkeypatch.setattr(devices, "free_memory", lambda _device: int(needed / cost.USABLE_SHARE))
    sink = KeepingSink()
    result = paint.run_with(encoder, request(), RunControl(), sink, SMALL_PLAN)
    assert result.complete and result.picture.width == 80
    assert sink.events[0].startswith("notice") and "80 px" in sink.notices[0] and len(sink.notices) == 1


@pytest.mark.parametrize("optimiser", ["adam", "lbfgs"])
def test_a_step_out_of_range_is_taken_back_and_painting_goes_on(encoder: Encoder, optimiser: str) -> None:
    result, sink = run(encoder, FaultyNet(encoder, passes=range(3, 4)), optimiser=optimiser)
    assert result.complete
    assert [progress.step for progress in sink.steps] == list(range(1, 8))
    floats = result.picture.to_float()
    # A picture that was lost on the way would have become grey.
    assert floats.std() > 0.1 and (abs(floats - 0.5) < 0.004).mean() < 0.2


def test_three_steps_out_of_range_in_a_row_are_survived(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    rates: list[float] = []
    recover = PaintedPicture.recover

    def watched(self: PaintedPicture) -> None:
        recover(self)
        rates.append(self.learning_rate)

    monkeypatch.setattr(PaintedPicture, "recover", watched)
    result, _ = run(encoder, FaultyNet(encoder, passes=range(2, 5)))
    assert rates == [paint.LEARNING_RATE / 2, paint.LEARNING_RATE / 4, paint.LEARNING_RATE / 8]
    assert result.complete and result.picture.to_float().std() > 0.1


def test_numbers_that_stay_out_of_range_end_in_a_sentence(encoder: Encoder) -> None:
    with pytest.raises(EngineError, match="out of range") as caught:
        run(encoder, FaultyNet(encoder, passes=range(2, 1000)))
    assert caught.value.kind == "numeric"


def test_a_fine_pass_that_does_not_fit_is_left_out_and_the_size_stays(encoder: Encoder) -> None:
    net = FaultyNet(encoder, lambda: RuntimeError(CPU_TEXT), passes=range(4, 5))
    result, sink = run(encoder, net, Scale(96, 3), Scale(96, 2, stride=1))
    assert result.picture.width == 96 and len(sink.notices) == 1


def test_steps_painted_before_memory_ran_out_are_not_painted_again(encoder: Encoder) -> None:
    net = FaultyNet(encoder, lambda: RuntimeError(CPU_TEXT), passes=range(7, 8))
    _, sink = run(encoder, net)
    assert [progress.step for progress in sink.steps] == list(range(1, 8))


def test_out_of_memory_while_loading_falls_back(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    prepare = sources.prepare_sources

    def first_fails(*args: Any) -> Any:
        calls.append(args[0].shape[-1])
        if len(calls) == 1:
            raise RuntimeError(CPU_TEXT)
        return prepare(*args)

    monkeypatch.setattr(sources, "prepare_sources", first_fails)
    sink = KeepingSink()
    result = paint.run_with(encoder, request(), RunControl(), sink, SMALL_PLAN)
    assert result.picture.width < 96 and len(sink.notices) == 1
