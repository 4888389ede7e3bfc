from __future__ import annotations

import itertools

import pytest

from stylegui.engine.plan import FINE_PASS_LIMIT_PX, PRINT_PX, Scale, fit, limit_plan, make_plan
from stylegui.engine.request import Preset

PRESETS: tuple[Preset, ...] = ("draft", "good", "fine")
SIZES = (64, 65, 127, 128, 129, 181, 200, 256, 384, 512, 768, 1000, 1536, 1537, 3000, 8192)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("size_px", SIZES)
def test_a_plan_grows_and_ends_at_the_size(preset: Preset, size_px: int) -> None:
    plan = make_plan(preset, size_px)
    sizes = [scale.long_px for scale in plan]
    assert sizes[-1] == size_px
    assert sizes == sorted(sizes)
    assert all(scale.steps > 0 for scale in plan)
    coarse = [scale.long_px for scale in plan if scale.stride is None]
    assert coarse[-1] == size_px
    assert all(1.3 < large / small < 2.1 for small, large in itertools.pairwise(coarse))
    assert coarse[0] == min(size_px, coarse[0]) and coarse[0] < 300


@pytest.mark.parametrize("size_px", SIZES)
def test_a_better_preset_takes_more_steps(size_px: int) -> None:
    draft, good, fine = (sum(scale.steps for scale in make_plan(preset, size_px)) for preset in PRESETS)
    assert draft < good < fine


def test_only_the_finest_ends_with_a_pass_at_stride_one_and_only_where_it_pays() -> None:
    assert make_plan("fine", FINE_PASS_LIMIT_PX)[-1].stride == 1
    assert make_plan("fine", FINE_PASS_LIMIT_PX)[-2].long_px == FINE_PASS_LIMIT_PX
    assert all(scale.stride is None for scale in make_plan("fine", FINE_PASS_LIMIT_PX + 1))
    assert all(scale.stride is None for scale in make_plan("good", 512))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("size_px", [PRINT_PX + 1, 5000, 7746, 16000])
def test_prints_climb_in_doublings_with_few_steps_on_large_canvases(preset: Preset, size_px: int) -> None:
    plan = make_plan(preset, size_px)
    prints = [scale for scale in plan if scale.long_px > PRINT_PX]
    assert all(round(large.long_px / small.long_px, 2) == 2 for small, large in itertools.pairwise(prints))
    assert [scale.steps for scale in plan] == sorted((scale.steps for scale in plan), reverse=True)
    # The dearest canvas costs most of the time, but no more than a few times all the others.
    work = [scale.steps * scale.long_px**2 for scale in plan]
    usual = make_plan(preset, PRINT_PX)
    assert plan[-1].steps < usual[-1].steps
    assert 0.3 < work[-1] / sum(work) < 0.85


def test_plans_up_to_print_size_are_what_they_were() -> None:
    assert [(scale.long_px, scale.steps) for scale in make_plan("good", 768)] == [
        (136, 140),
        (192, 90),
        (272, 90),
        (384, 90),
        (543, 90),
        (768, 60),
    ]
    assert make_plan("draft", PRINT_PX)[-1] == Scale(PRINT_PX, 24)


def test_a_limited_plan_holds_every_stage_and_keeps_those_below() -> None:
    plan = (Scale(100, 5), Scale(200, 6), Scale(300, 7), Scale(400, 8), Scale(400, 9, stride=1))
    assert limit_plan(plan, 250) == (Scale(100, 5), Scale(200, 6), Scale(250, 7), Scale(250, 9, stride=1))
    assert limit_plan(plan, 200) == (Scale(100, 5), Scale(200, 6), Scale(200, 9, stride=1))
    assert limit_plan(plan, 64) == (Scale(64, 5), Scale(64, 9, stride=1))
    assert limit_plan(plan, 400) == plan


@pytest.mark.parametrize(
    ("size", "long_px", "fitted"),
    [
        ((640, 480), 320, (320, 240)),
        ((480, 640), 320, (240, 320)),
        ((100, 100), 768, (768, 768)),
        ((1, 1), 96, (96, 96)),
        ((10000, 20), 768, (768, 2)),
        ((10000, 20), 96, (96, 1)),
        ((300, 200), 100, (100, 67)),
    ],
)
def test_fit(size: tuple[int, int], long_px: int, fitted: tuple[int, int]) -> None:
    assert fit(*size, long_px) == fitted
