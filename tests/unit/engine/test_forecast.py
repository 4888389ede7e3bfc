"""What a run is said to cost."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from stylegui.engine import cost, devices, forecast
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.images import Picture
from tests.unit.engine.painting import request, waves


def test_an_estimate_comes_from_the_model_and_tells_what_fits(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []
    monkeypatch.setattr(forecast, "load_encoder", lambda *_args: encoder)
    monkeypatch.setattr(forecast, "_trial_step", lambda _encoder, side_px: steps.append(side_px))
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


def test_a_trial_step_is_a_step(encoder: Encoder) -> None:
    with torch.no_grad():
        forecast._trial_step(encoder, 32)


def test_a_full_style_beside_a_narrow_photo_counts() -> None:
    narrow = request(Picture(waves(10, 1000)))
    assert forecast.fullness(narrow) > 0.5


def test_a_cap_on_memory_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "free_memory", lambda _device: 1000)
    cpu = torch.device("cpu")
    assert forecast.free_bytes(request(), cpu) == 1000
    assert forecast.free_bytes(replace(request(), memory_cap_bytes=300), cpu) == 300
    assert forecast.free_bytes(replace(request(), memory_cap_bytes=3000), cpu) == 1000
