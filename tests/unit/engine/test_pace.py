"""How long a run will still take."""

import pytest

from stylegui.engine import cost
from stylegui.engine.control import RunControl
from stylegui.engine.pace import FIRST_STEPS, Pace
from stylegui.engine.plan import Scale

PLAN = (Scale(64, 5), Scale(128, 10), Scale(128, 2, stride=1))


def pace() -> Pace:
    return Pace(RunControl(), lambda scale: (scale.long_px, scale.long_px), 2)


def test_nothing_is_told_from_the_first_steps() -> None:
    found = pace()
    found.took(PLAN[0], 1.0)
    assert found.eta_s(PLAN, FIRST_STEPS) is None
    assert found.eta_s(PLAN, FIRST_STEPS + 1) is not None


def test_late_steps_cost_what_their_canvas_and_stride_ask_for() -> None:
    found = pace()
    found.took(PLAN[0], 1.0)
    fine = 4 * cost.STRIDE_ONE_FACTOR
    assert found.eta_s(PLAN, 4) == pytest.approx(1 + 10 * 4 + 2 * fine)
    assert found.eta_s(PLAN, 15) == pytest.approx(2 * fine)
    assert found.eta_s(PLAN, 17) == 0


def test_a_slower_computer_is_noticed_little_by_little() -> None:
    found = pace()
    found.took(PLAN[0], 1.0)
    found.took(PLAN[0], 2.0)
    assert found.eta_s(PLAN[:1], 4) == pytest.approx(1.2)


def test_a_run_that_goes_on_counts_on() -> None:
    found = pace()
    found.go_on(500.0, 0.25)
    assert found.elapsed_s >= 500.0
    assert found.eta_s(PLAN[:1], 4) == pytest.approx(0.25 * 64 * 64)
