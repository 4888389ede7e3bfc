"""What a run is said to cost."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from stylegui.engine import cost, devices, forecast
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.images import Picture
from stylegui.engine.losses import StyleLoss
from stylegui.engine.request import PaintParams
from tests.unit.engine.painting import request, waves


def test_an_estimate_comes_from_the_model_and_tells_what_fits(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []
    monkeypatch.setattr(forecast, "load_encoder", lambda *_args: encoder)
    trial = forecast._Trial.__call__

    def watched(self: forecast._Trial, side_px: int) -> None:
        steps.append(side_px)
        trial(self, side_px)

    monkeypatch.setattr(forecast._Trial, "__call__", watched)
    monkeypatch.setattr(devices, "free_memory", lambda _device: int(400e6))
    cost.forget()
    try:
        large, small = (forecast.estimate(request(size_px=size_px)) for size_px in (4000, 200))
    finally:
        cost.forget()
    assert set(steps) == {128, 256}
    assert large.device == "CPU" and large.free_bytes == int(400e6)
    assert 64 < large.fits_px < 4000 and small.fits_px == 200
    assert small.peak_bytes < large.peak_bytes <= 400e6
    assert 0 <= small.seconds <= large.seconds


@pytest.mark.parametrize("loss", ["moments", "gram", "wasserstein"])
def test_a_trial_step_runs_where_gradients_are_off(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch, loss: StyleLoss
) -> None:
    monkeypatch.setattr(forecast, "load_encoder", lambda *_args: encoder)
    trial = forecast._Trial(PaintParams(style_loss=loss), torch.device("cpu"))
    with torch.no_grad():
        trial(32)
        trial(32)
    assert list(trial.targets) == [32]


def test_a_full_style_beside_a_narrow_photo_counts() -> None:
    narrow = request(Picture(waves(10, 1000)))
    assert forecast.fullness(narrow) > 0.5


def test_a_cap_on_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "free_memory", lambda _device: 1000)
    cpu = torch.device("cpu")
    assert forecast.free_bytes(request(), cpu) == 1000
    assert forecast.free_bytes(replace(request(), memory_cap_bytes=300), cpu) == 300
    assert forecast.free_bytes(replace(request(), memory_cap_bytes=3000), cpu) == 1000
