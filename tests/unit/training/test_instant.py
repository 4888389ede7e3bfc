"""Training of the one-pass network: it learns, it repeats, and it goes on after a stop as if there had been none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from stylegui.engine.control import Cancelled, RunControl
from stylegui.training.encoder import ResumeError
from stylegui.training.instant import InstantRecipe, InstantTraining, learning_rate
from stylegui.training.pictures import PictureSet
from tests.unit.engine.painting import random_encoder
from tests.unit.training.conftest import random_fire_teacher

RECIPE = InstantRecipe(
    steps=4,
    warmup=2,
    decay=2,
    batch=2,
    crop_px=64,
    style_px=48,
    steady_from=2,
    learning_rate=2e-3,
    calibration=1,
    bf16=False,
)
Make = Callable[..., InstantTraining]


@pytest.fixture
def make(photos: PictureSet, paintings: PictureSet, tmp_path: Path) -> Make:
    def make(name: str = "out", recipe: InstantRecipe = RECIPE) -> InstantTraining:
        return InstantTraining(recipe, random_encoder(), random_fire_teacher(), photos, paintings, tmp_path / name)

    return make


def same_weights(first: InstantTraining, second: InstantTraining) -> bool:
    pairs = zip(first.net.parameters(), second.net.parameters(), strict=True)
    return all(torch.equal(ours, theirs) for ours, theirs in pairs)


def test_it_learns(make: Make) -> None:
    """On one batch, shown again and again, style and structure together get better."""
    training = make(recipe=replace(RECIPE, steps=30, steady_from=1000, learning_rate=4e-3))
    batch = training.batch()
    training.batch = lambda: batch  # type: ignore[method-assign]
    first = training._advance()
    for _ in range(20):
        last = training._advance()
    assert last["style"] + last["structure"] < 0.9 * (first["style"] + first["structure"])


def test_a_run_that_was_stopped_goes_on_as_if_it_had_not_been(make: Make) -> None:
    whole = make("whole")
    whole.train()
    part = make("part", replace(RECIPE, steps=3, decay=1))
    part.train()
    rest = make("part", replace(RECIPE, steps=3, decay=1))
    assert rest.resume()
    assert rest.step == 3
    assert same_weights(part, rest)
    again = make("again")
    again.train()
    assert same_weights(whole, again)


def test_another_size_cannot_go_on_from_a_checkpoint(make: Make) -> None:
    make().train()
    with pytest.raises(ResumeError, match="another size or seed"):
        make(recipe=replace(RECIPE, seed=7)).resume()


def test_a_damaged_checkpoint_is_told(make: Make) -> None:
    training = make()
    training.checkpoint.write_bytes(b"nothing")
    with pytest.raises(ResumeError, match="cannot be read"):
        training.resume()


def test_a_cancelled_run_keeps_its_state(make: Make) -> None:
    training = make(recipe=replace(RECIPE, steps=100))
    control = RunControl()

    def stop(step: int, _steps: int) -> None:
        if step == 2:
            control.cancel()

    with pytest.raises(Cancelled):
        training.train(control=control, progress=stop)
    rest = make(recipe=replace(RECIPE, steps=100))
    assert rest.resume()
    assert rest.step == 2


def test_the_learning_rate_rises_holds_and_falls() -> None:
    recipe = replace(RECIPE, steps=100, warmup=10, decay=20)
    rates = [learning_rate(recipe, step) / recipe.learning_rate for step in (0, 9, 50, 90, 99)]
    assert rates == pytest.approx([0.1, 1.0, 1.0, 0.5, 0.05])
