"""Training runs of a few steps: they learn, they repeat, and they go on after a stop as if there had been none."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import torch

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.vgg import VGG19
from stylegui.training import encoder
from stylegui.training.encoder import (
    EncoderRecipe,
    EncoderTraining,
    ResumeError,
    checkpoint_path,
    layer_errors,
    learning_rate,
    saved_recipe,
)
from stylegui.training.teachers import VGGTeacher
from tests.unit.training.conftest import RECIPE, MakeTraining


def same_weights(a: EncoderTraining, b: EncoderTraining) -> bool:
    nets = ((a.student, b.student), (a.average, b.average))
    return all(
        torch.equal(value, theirs.state_dict()[name])
        for ours, theirs in nets
        for name, value in ours.state_dict().items()
    )


def error(training: EncoderTraining) -> float:
    batch = training.photos.batch(6, 32, torch.Generator().manual_seed(8))
    with torch.no_grad():
        errors = layer_errors(training.student, training.teacher.lesson(batch), batch, forced=False)
    return float(torch.stack(list(errors.values())).sum())


def test_the_student_learns(make: MakeTraining) -> None:
    training = make(recipe=replace(RECIPE, steps=25, pool=0))
    before = error(training)
    training.train()
    assert training.step == 25
    assert error(training) < 0.5 * before


def test_the_student_learns_from_vgg_19(make: MakeTraining) -> None:
    torch.manual_seed(2)
    training = make(recipe=replace(RECIPE, steps=8), teacher=VGGTeacher(VGG19()))
    before = error(training)
    training.train()
    assert error(training) < 0.8 * before


def test_the_same_seed_gives_the_same_weights(make: MakeTraining) -> None:
    first, same, other = make("a"), make("b"), make("c", replace(RECIPE, seed=1))
    for training in (first, same, other):
        training.train()
    assert same_weights(first, same)
    assert not same_weights(first, other)


def stop_at(training: EncoderTraining, step: int) -> None:
    """Train and cancel while that step is told."""
    control = RunControl()

    def progress(done: int, steps: int) -> None:
        assert steps == training.recipe.steps
        if done == step:
            control.cancel()

    with pytest.raises(Cancelled):
        training.train(control=control, progress=progress)
    assert training.step == step


def test_a_stopped_and_resumed_run_is_one_that_was_never_stopped(make: MakeTraining) -> None:
    whole, stopped = make("whole"), make("stopped")
    whole.train()
    stop_at(stopped, 4)
    resumed = make("stopped")
    assert resumed.resume()
    assert resumed.step == 4 and resumed.seconds == stopped.seconds
    resumed.train()
    assert same_weights(whole, resumed)
    assert all(torch.equal(value, resumed.pool.state()[name]) for name, value in whole.pool.state().items())


def test_a_run_can_be_lengthened_before_its_rate_falls(make: MakeTraining) -> None:
    short, whole = make("run", replace(RECIPE, steps=4, decay=1)), make("whole")
    stop_at(short, 3)
    longer = make("run")
    assert longer.resume()
    longer.train()
    whole.train()
    assert same_weights(longer, whole)
    assert saved_recipe(longer.folder) == RECIPE


def test_a_run_without_time_leaves_a_checkpoint(make: MakeTraining) -> None:
    training = make()
    training.train(minutes=0)
    assert training.step == 0 and training.checkpoint.exists()


def test_a_checkpoint_from_before_a_field_was_added_still_loads(tmp_path: Path) -> None:
    recipe = asdict(RECIPE)
    del recipe["calibration"]
    torch.save({"recipe": recipe}, checkpoint_path(tmp_path))
    assert saved_recipe(tmp_path) == replace(RECIPE, calibration=EncoderRecipe.calibration)


def test_what_cannot_be_resumed_is_one_sentence(make: MakeTraining) -> None:
    training = make()
    assert not training.resume()
    with pytest.raises(ResumeError, match="nothing to resume"):
        saved_recipe(training.folder)
    training.save()
    with pytest.raises(ResumeError, match="started with another recipe"):
        make(recipe=replace(RECIPE, seed=9)).resume()
    training.checkpoint.write_bytes(training.checkpoint.read_bytes()[:1000])
    with pytest.raises(ResumeError, match="cannot be read"):
        training.resume()


def test_the_rate_warms_up_stays_and_falls() -> None:
    recipe = EncoderRecipe(steps=100, warmup=10, decay=20, learning_rate=1.0)
    rates = [learning_rate(recipe, step) for step in (0, 4, 9, 50, 80, 90, 99, 100)]
    assert rates == pytest.approx([0.1, 0.5, 1, 1, 1, 0.5, 0.05, 0.01])


def test_the_log_tells_mean_errors(make: MakeTraining, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "LOG_EVERY", 2)
    monkeypatch.setattr(encoder, "SAVE_EVERY", 3)
    training = make(recipe=replace(RECIPE, steps=5, pool=0))
    seen = []
    training.train(progress=lambda step, _steps: seen.append((step, training.checkpoint.exists())))
    assert seen == [(1, False), (2, False), (3, True), (4, True), (5, True)]
    lines = [json.loads(line) for line in (training.folder / "encoder.log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == [2, 4]
    assert lines[0]["forced"] == 0.5 and lines[1]["forced"] == 0
    assert all(line["fire8"] > 0 and line["fire8 narrow"] > 0 for line in lines)
