"""`stylegui train instant`: one real step from the command line to weights and card, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from stylegui.cli import main
from stylegui.engine.encoders import fire
from stylegui.engine.encoders.weights import weights_path
from stylegui.engine.images import Picture, SaveOptions, save_picture
from stylegui.engine.instant.network import SIZES, InstantNet
from stylegui.paths import Paths

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    random = np.random.default_rng(0)
    for name in ("photos", "styles"):
        (tmp_path / name).mkdir()
        pixels = random.integers(0, 256, (48, 64, 3)).astype(np.uint8)
        save_picture(Picture(pixels), tmp_path / name / "a.png", SaveOptions(), None)
    path = weights_path("squeezenet", Paths.of_user().models)
    path.parent.mkdir(parents=True)
    torch.manual_seed(0)
    save_file(fire.FireNet(fire.SQUEEZE_SQUEEZENET).state_dict(), path)
    return tmp_path


def run(*words: str) -> int:
    fixed = ["--photos", "photos", "--styles", "styles", "--out", "out", "--device", "cpu", "--batch", "1"]
    return main(["train", "instant", *fixed, *words])


def test_training_leaves_weights_and_a_card_and_goes_on_when_asked(folder: Path, capsys: Capture) -> None:
    assert run("--size", "fast", "--steps", "1", "--data-terms", "my own") == 0
    weights = folder / "out" / "instant-fast.safetensors"
    InstantNet(SIZES["fast"]).load_state_dict({name: value.float() for name, value in load_file(weights).items()})
    card = weights.with_suffix(".md").read_text(encoding="utf-8")
    assert "1 photos, 1 styles: my own" in card and "| steps | 1 (1 samples" in card
    capsys.readouterr()

    assert run("--size", "fast", "--steps", "2") == 2
    assert "add --resume" in capsys.readouterr().err
    assert run("--size", "fast", "--steps", "2", "--resume") == 0
    assert "| steps | 2 (2 samples" in weights.with_suffix(".md").read_text(encoding="utf-8")
    assert run("--size", "fast", "--resume", "--seed", "5") == 2


def test_finished_weights_can_be_begun_with(folder: Path, capsys: Capture) -> None:
    torch.manual_seed(3)
    save_file(
        {name: value.half() for name, value in InstantNet(SIZES["fast"]).state_dict().items()}, "begin.safetensors"
    )
    assert run("--size", "fast", "--steps", "1", "--from", "begin.safetensors") == 0
    begun, left = load_file("begin.safetensors"), load_file("out/instant-fast.safetensors")
    assert all(float((begun[name].float() - left[name].float()).abs().max()) < 0.02 for name in begun)
    assert run("--out", "other", "--size", "fine", "--steps", "1", "--from", "begin.safetensors") == 1
    assert "does not hold an Instant network of the size “fine”" in capsys.readouterr().err


def test_the_fast_network_can_be_cut_out_of_the_fine_one(folder: Path) -> None:
    torch.manual_seed(3)
    save_file(
        {name: value.half() for name, value in InstantNet(SIZES["fine"]).state_dict().items()}, "larger.safetensors"
    )
    assert run("--size", "fast", "--steps", "1", "--from", "larger.safetensors") == 0
    assert run("--size", "fast", "--steps", "2", "--resume") == 0
    begun, left = load_file("larger.safetensors"), load_file("out/instant-fast.safetensors")
    assert float((begun["reader.out.weight"].float() - left["reader.out.weight"].float()).abs().max()) < 0.02
    card = (folder / "out" / "instant-fast.md").read_text(encoding="utf-8")
    assert "beginning with larger, narrowed;" in card


def test_vgg_cannot_teach_it(capsys: Capture) -> None:
    assert run("--teacher", "vgg19") == 1
    assert "VGG-19 is not downloaded yet" in capsys.readouterr().err
