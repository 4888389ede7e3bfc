"""A recipe painted again: steered, stopped in the middle, through JSON, to the last bit."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from stylegui.engine import paint
from stylegui.engine.control import RunControl, Steering
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.engines import Progress, Result
from stylegui.engine.replay import Replay
from stylegui.engine.request import PaintParams, StyleInput
from tests.unit.engine.painting import SMALL_PLAN, KeepingSink, request, style

STYLES = (StyleInput(style(1), 2.0, "one"), StyleInput(style(2), 1.0, "two"))
HAND: dict[int, dict[str, Any]] = {
    1: {"strength": 82.0},
    3: {"brush_size": 70.0, "blend": [1.0, 3.0]},
    5: {"colour_finish": 90.0},
}


def steered(encoder: Encoder, stop_at: int = 0, **params: Any) -> Result:
    """A run with a hand on it, perhaps stopped."""
    control = RunControl()

    def on_progress(progress: Progress) -> None:
        control.steer(**HAND.get(progress.step, {}))
        if progress.step == stop_at:
            control.cancel()

    job = request(styles=STYLES, **params)
    return paint.run_with(encoder, job, control, KeepingSink(on_progress=on_progress), SMALL_PLAN)


def painted_again(encoder: Encoder, recipe: Any) -> Result:
    told = json.loads(json.dumps(recipe))
    job = replace(request(styles=STYLES), params=PaintParams.model_validate(told["params"]), replay=Replay.of(told))
    return paint.run_with(encoder, job, RunControl(), KeepingSink(), SMALL_PLAN)


def test_a_steered_run_comes_out_the_same_to_the_last_bit(encoder: Encoder) -> None:
    first = steered(encoder)
    again = painted_again(encoder, first.recipe)
    np.testing.assert_array_equal(again.picture.pixels, first.picture.pixels)
    assert again.recipe == first.recipe
    assert [event["step"] for event in first.recipe["steering"]] == [2, 4, 6]
    plain = painted_again(encoder, dict(first.recipe) | {"steering": []})
    assert (plain.picture.pixels != first.picture.pixels).any()


@pytest.mark.parametrize("step", [2, 4, 6])
def test_a_run_that_was_stopped_is_stopped_there_again(encoder: Encoder, step: int) -> None:
    """Also between two scales (after step 4), where the canvas has grown already."""
    first = steered(encoder, stop_at=step)
    again = painted_again(encoder, first.recipe)
    assert not first.complete and not again.complete
    np.testing.assert_array_equal(again.picture.pixels, first.picture.pixels)
    assert again.recipe == first.recipe


def test_a_hand_can_steer_a_replay_further(encoder: Encoder) -> None:
    first = steered(encoder)
    control = RunControl()
    sink = KeepingSink(on_progress=lambda progress: control.steer(strength=5.0) if progress.step == 5 else None)
    job = replace(request(styles=STYLES), replay=Replay.of(first.recipe))
    result = paint.run_with(encoder, job, control, sink, SMALL_PLAN)
    assert result.recipe["steering"][-1] == {"step": 6, "changes": {"colour_finish": 90.0, "strength": 5.0}}


def test_a_step_that_is_taken_again_is_steered_once() -> None:
    replay = Replay((Steering(3, {"strength": 1.0}), Steering(3, {"smoothness": 2.0})))
    assert replay.due(2, ()) == {}
    assert replay.due(3, ()) == {"strength": 1.0, "smoothness": 2.0}
    assert replay.due(3, (Steering(3, {}),)) == {}


def test_a_replay_survives_json() -> None:
    replay = Replay((Steering(3, {"blend": [1.0, 2.0]}),), stop_after=7)
    assert Replay.of(json.loads(json.dumps(replay.as_recipe()))) == replay
    assert Replay.of({}) == Replay() and not Replay()
    assert Replay.of({"steps": 80, "complete": True}) == Replay()


@pytest.mark.parametrize(
    "recipe",
    [
        {"steering": [{"changes": {}}]},
        {"steering": [{"step": "soon", "changes": {}}]},
        {"steering": [{"step": 1, "changes": [1]}]},
        {"steering": 5},
        {"complete": False},
    ],
)
def test_broken_records_are_refused(recipe: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="record of its run"):
        Replay.of(recipe)
