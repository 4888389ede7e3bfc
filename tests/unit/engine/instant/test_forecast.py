"""What a run of Instant is said to cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import torch

from stylegui.engine.images import Picture
from stylegui.engine.instant import forecast, tuning
from stylegui.engine.instant.forecast import estimate, seconds_per_pixel
from stylegui.engine.instant.tuning import PLAIN, Tuning
from stylegui.engine.request import InstantParams, StyleInput, TransferRequest
from tests.unit.engine.painting import style, waves

COARSE = Tuning(torch.bfloat16, channels_last=False, threads=1)


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    tuning.forget()
    seconds_per_pixel.cache_clear()
    yield
    seconds_per_pixel.cache_clear()


def request(size_px: int = 512, **fields: Any) -> TransferRequest:
    params = InstantParams(model="fast", size_px=size_px)
    photo = Picture(waves(60, 80))
    return TransferRequest(photo, (StyleInput(style(1, 64)),), params, engine="instant", device="cpu", **fields)


def test_time_grows_with_the_pixels_and_memory_with_them() -> None:
    small, large = estimate(request(512)), estimate(request(1024))
    assert large.seconds == pytest.approx(4 * small.seconds) and small.seconds > 0
    assert large.peak_bytes - small.peak_bytes == forecast.PIXEL_BYTES * (1024 * 768 - 512 * 384)
    assert (small.device, small.fits_px) == ("CPU", 512)


def test_memory_is_no_more_than_a_run_may_take() -> None:
    assert estimate(request(memory_cap_bytes=12345)).free_bytes == 12345


def test_it_is_timed_as_it_will_be_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    timed: list[Tuning] = []

    def pace(model_id: str, device: str, wanted: Tuning) -> float:
        timed.append(wanted)
        return 1e-6

    monkeypatch.setattr(forecast, "seconds_per_pixel", pace)
    estimate(request())
    estimate(replace(request(), tuning=COARSE.to_json()))
    assert timed == [PLAIN, COARSE]


def test_a_pace_is_found_once_for_each_tuning() -> None:
    first = seconds_per_pixel("fast", "cpu", PLAIN)
    assert seconds_per_pixel("fast", "cpu", PLAIN) == first
    threads = torch.get_num_threads()
    seconds_per_pixel("fast", "cpu", COARSE)
    assert seconds_per_pixel.cache_info().misses == 2
    assert torch.get_num_threads() == threads
