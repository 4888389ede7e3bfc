"""What a finished training leaves behind."""

from __future__ import annotations

import hashlib
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from stylegui.engine.encoders import encoder as encoders
from stylegui.engine.encoders.encoder import load_encoder
from stylegui.engine.encoders.fire import LAYERS
from stylegui.engine.encoders.normalise import mean_activations
from stylegui.training.card import finish, measure
from stylegui.training.encoder import EncoderTraining
from stylegui.training.pictures import PictureSet
from tests.unit.training.conftest import RECIPE, MakeTraining, fire_training


@pytest.fixture(scope="module")
def training(photos: PictureSet, paintings: PictureSet, tmp_path_factory: pytest.TempPathFactory) -> EncoderTraining:
    training = fire_training(tmp_path_factory.mktemp("training"), photos, paintings, replace(RECIPE, steps=4))
    training.train()
    return training


def test_weights_and_card(training: EncoderTraining, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "models" / "builtin.safetensors"
    finish(training, target, "my own photos", "2026-02-03")
    data = target.read_bytes()
    assert len(data) <= 4_000_000
    assert sorted(path.name for path in target.parent.iterdir()) == ["builtin.md", "builtin.safetensors"]
    card = target.with_suffix(".md").read_text(encoding="utf-8")
    for part in (
        hashlib.sha256(data).hexdigest(),
        "SqueezeNet 1.1",
        "hints",
        "4 photos, 3 paintings: my own photos",
        "from step 2 on, 2 pictures a step",
        "| seed | 0 |",
        "| date | 2026-02-03 |",
        "| crop_px | 32 |",
    ):
        assert part in card
    assert all(f"| {name} | " in card for name in LAYERS)
    # The program loads it, and every channel's mean activation is 1 on the training photos.
    monkeypatch.setattr(encoders, "resource", lambda _name: target)
    loaded = load_encoder("builtin", torch.device("cpu"), tmp_path)
    assert loaded.digest == hashlib.sha256(data).hexdigest()
    means = mean_activations(lambda batch: loaded.features(batch, LAYERS), training.calibration())
    for mean in means.values():
        assert float(mean.median()) == pytest.approx(1, abs=1e-2)
        assert float(mean.max()) < 1.01


def test_finishing_is_repeatable_and_leaves_the_training_alone(training: EncoderTraining, tmp_path: Path) -> None:
    before = {name: value.clone() for name, value in training.average.state_dict().items()}
    for name in ("a", "b"):
        finish(training, tmp_path / f"{name}.safetensors", "", "2026-02-03")
    assert (tmp_path / "a.safetensors").read_bytes() == (tmp_path / "b.safetensors").read_bytes()
    assert all(torch.equal(value, before[name]) for name, value in training.average.state_dict().items())


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")
def test_files_are_as_readable_as_any_other(training: EncoderTraining, tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    usual = stat.S_IMODE((tmp_path / "usual").stat().st_mode)
    target = tmp_path / "builtin.safetensors"
    finish(training, target, "", "2026-02-03")
    assert stat.S_IMODE(target.stat().st_mode) == usual
    assert stat.S_IMODE(target.with_suffix(".md").stat().st_mode) == usual


def test_a_pool_that_never_began_is_not_claimed(make: MakeTraining, tmp_path: Path) -> None:
    training = make(recipe=replace(RECIPE, steps=1))
    training.train()
    finish(training, tmp_path / "builtin.safetensors", "", "2026-02-03")
    assert "| on-policy pool | none |" in (tmp_path / "builtin.md").read_text(encoding="utf-8")
    assert load_file(tmp_path / "builtin.safetensors")


def test_measured_errors_are_shares_of_the_teachers_variance(training: EncoderTraining) -> None:
    (batch,) = training.calibration(1)
    errors = measure(training.average, training.teacher, [batch, batch])
    assert tuple(errors) == LAYERS
    theirs = training.teacher.lesson(batch).layers["fire8"]
    with torch.no_grad():
        ours = training.average(batch)["fire8"]
    variance = theirs.double().var((0, 2, 3)).mean()
    assert errors["fire8"] == pytest.approx(float((ours - theirs).square().mean() / variance), rel=1e-3)
