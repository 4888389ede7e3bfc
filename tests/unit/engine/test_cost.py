"""The cost model: pure arithmetic, with clocks that the test winds."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from stylegui.engine import cost as module
from stylegui.engine.cost import (
    BASE_BYTES,
    STRIDE_ONE_FACTOR,
    USABLE_SHARE,
    StepCost,
    bytes_per_pixel,
    effort,
    fitting_px,
    peak_bytes,
    plan_seconds,
    step_cost,
)
from stylegui.engine.plan import Scale, make_plan


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    module.forget()
    yield
    module.forget()


class Clock:
    """Time that passes only while steps run; every third step is disturbed."""

    def __init__(self, base_s: float, per_pixel_s: float) -> None:
        self.base_s, self.per_pixel_s = base_s, per_pixel_s
        self.now_s = 0.0
        self.sides: list[int] = []

    def step(self, side_px: int) -> None:
        self.sides.append(side_px)
        disturbance = 5.0 if len(self.sides) % 3 == 0 else 0.0
        self.now_s += self.base_s + self.per_pixel_s * side_px**2 + disturbance

    def read(self) -> float:
        return self.now_s


def test_the_measured_cost_is_the_line_through_two_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(0.02, 3e-6)
    monkeypatch.setattr(time, "perf_counter", clock.read)
    measured = step_cost(("test", "cpu"), clock.step)
    assert measured.base_s == pytest.approx(0.02)
    assert measured.per_pixel_s == pytest.approx(3e-6)
    assert measured.seconds(1e6) == pytest.approx(3.02)


def test_a_cost_is_measured_once_for_each_encoder_and_device(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(0.02, 3e-6)
    monkeypatch.setattr(time, "perf_counter", clock.read)
    first = step_cost(("test", "cpu"), clock.step)
    count = len(clock.sides)
    assert step_cost(("test", "cpu"), clock.step) is first and len(clock.sides) == count
    step_cost(("other", "cpu"), clock.step)
    assert len(clock.sides) == 2 * count
    module.forget()
    step_cost(("test", "cpu"), clock.step)
    assert len(clock.sides) == 3 * count


def test_a_step_that_does_not_grow_with_the_canvas_costs_no_negative_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(2.0, -1e-5)
    monkeypatch.setattr(time, "perf_counter", clock.read)
    measured = step_cost(("test", "cpu"), clock.step)
    assert measured.per_pixel_s == 0 and measured.base_s > 0


def test_seconds_of_a_plan_by_hand() -> None:
    plan = (Scale(100, 10), Scale(200, 5), Scale(200, 2, stride=1))
    cost = StepCost(0.1, 1e-5)
    expected = 10 * (0.1 + 0.05) + 5 * (0.1 + 0.2) + 2 * (0.1 + 0.2 * STRIDE_ONE_FACTOR)
    assert plan_seconds(plan, 0.5, cost, 2) == pytest.approx(expected)
    # An encoder that keeps every position anyway has no finer pass.
    assert plan_seconds(plan, 0.5, cost, 1) == pytest.approx(10 * 0.15 + 7 * 0.3)


def test_tiles_cost_more_than_the_whole_and_small_ones_most() -> None:
    costs = [effort(Scale(4000, 1, tile_px=tile_px), 2) for tile_px in (0, 1024, 512, 256)]
    assert costs[0] == 1 and costs == sorted(costs) and costs[-1] < 5
    assert effort(Scale(4000, 1, stride=1, tile_px=512), 2) == STRIDE_ONE_FACTOR * costs[2]


def test_peak_memory_is_that_of_the_dearest_stage() -> None:
    plan = (Scale(100, 10), Scale(400, 5), Scale(300, 2, stride=1))
    coarse, fine = 400**2 * bytes_per_pixel("builtin", 2), 300**2 * bytes_per_pixel("builtin", 1)
    assert fine > coarse
    assert peak_bytes(plan, 1.0, "builtin", 2) == pytest.approx(BASE_BYTES + fine)
    assert peak_bytes(plan[:2], 0.5, "builtin", 2) == pytest.approx(BASE_BYTES + coarse / 2)


@pytest.mark.parametrize("preset", ["draft", "fine"])
@pytest.mark.parametrize("aspect", [1.0, 0.4])
@pytest.mark.parametrize("encoder", ["builtin", "vgg19"])
def test_the_size_that_fits_takes_the_usable_memory_and_no_more(preset: str, aspect: float, encoder: str) -> None:
    plan = make_plan(preset, 4096)  # type: ignore[arg-type]
    stride = 1 if encoder == "vgg19" else 2
    free = 1.2e9
    fits = fitting_px(plan, aspect, encoder, stride, free)
    assert 64 < fits < 4096
    dearest = 1 if any(scale.stride == 1 for scale in plan) else stride
    assert peak_bytes([Scale(fits, 1, dearest)], aspect, encoder, stride) <= USABLE_SHARE * free
    assert peak_bytes([Scale(fits + 2, 1, dearest)], aspect, encoder, stride) > USABLE_SHARE * free


def test_plenty_of_memory_fits_all_and_none_fits_the_least() -> None:
    plan = make_plan("good", 700)
    assert fitting_px(plan, 0.7, "builtin", 2, 1e13) == 700
    assert fitting_px(plan, 0.7, "builtin", 2, 1e6) == 64


def test_unknown_memory_lets_the_plan_be_tried() -> None:
    assert fitting_px(make_plan("good", 700), 0.7, "builtin", 2, 0) == 700
