"""Paint that starts from Instant: the same styles and colours, inside the run, the same again."""

from __future__ import annotations

from typing import Any, NoReturn

import numpy as np
import pytest
import torch

from stylegui.engine import beginning, paint
from stylegui.engine.beginning import begin
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.engines import EngineError
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.run import run_with
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.instant.tuning import Tuning
from stylegui.engine.plan import Scale
from stylegui.engine.request import InstantParams, PaintParams, StyleInput, TransferRequest
from stylegui.engine.sources import load_sources
from tests.unit.engine.painting import KeepingSink, photo, style

PLAN = (Scale(64, 2),)


def wanted(**params: Any) -> TransferRequest:
    styles = (StyleInput(style(1), 2.0), StyleInput(style(2), 1.0))
    return TransferRequest(photo(), styles, PaintParams(start="instant", size_px=64, **params), device="cpu")


def first(request: TransferRequest) -> torch.Tensor:
    sources = load_sources(request, [each.weight for each in request.styles], 64, torch.device("cpu"))
    generator = torch.Generator().manual_seed(0)
    return begin(request, sources, (48, 64), generator, RunControl(), KeepingSink()).pixels


def test_a_run_from_instant_is_the_same_again_and_says_what_it_began_with(encoder: Encoder) -> None:
    results = [paint.run_with(encoder, wanted(), RunControl(), KeepingSink(), PLAN) for _ in range(2)]
    assert np.array_equal(results[0].picture.pixels, results[1].picture.pixels)
    assert results[0].recipe == results[1].recipe
    network = results[0].recipe["start_network"]
    assert network["id"] == "instant-fine" and len(network["sha256"]) == 64
    assert results[0].recipe["start_picture"] is None


def test_what_is_quickest_here_does_not_change_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    before = first(wanted())
    coarse = Tuning(torch.bfloat16, False, 1)
    monkeypatch.setattr("stylegui.engine.instant.run.tuning_for", lambda *_: coarse)
    assert torch.equal(first(wanted()), before)


def test_other_starts_name_no_network(encoder: Encoder) -> None:
    request = TransferRequest(photo(), (StyleInput(style()),), PaintParams(start="photo", size_px=64))
    assert "start_network" not in paint.run_with(encoder, request, RunControl(), KeepingSink(), PLAN).recipe


def test_instant_is_asked_for_the_same_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[TransferRequest] = []

    def listen(model: InstantModel, shelf: StyleShelf, request: TransferRequest, *rest: Any) -> Any:
        asked.append(request)
        return run_with(model, shelf, request, *rest)

    monkeypatch.setattr(beginning, "run_with", listen)
    request = wanted(brush_size=140, colour="photo", strength=20)
    pixels = first(request)
    assert pixels.shape == (1, 3, 48, 64)
    assert float(pixels.min()) >= 0 and float(pixels.max()) <= 1
    (inner,) = asked
    assert inner.photo is request.photo
    assert inner.styles == request.styles
    assert isinstance(inner.params, InstantParams)
    assert (inner.engine, inner.device, inner.instant.model) == ("instant", "cpu", "fine")
    assert (inner.instant.strength, inner.instant.brush_size, inner.instant.colour) == (20, 140, "photo")


def test_with_the_lightness_alone_painted_the_start_is_grey() -> None:
    pixels = first(wanted(colour="luminance"))
    spread = (pixels - pixels.mean(1, keepdim=True)).abs()
    # The breath of noise on top of it has colours, of 0.01.
    assert float(spread.mean()) < 0.01
    assert float((first(wanted()) - pixels.mean(1, keepdim=True)).abs().mean()) > 0.05


def test_the_steps_of_instant_are_not_taken_for_the_paintings(encoder: Encoder) -> None:
    sink = KeepingSink()
    paint.run_with(encoder, wanted(), RunControl(), sink, PLAN)
    assert [(progress.step, progress.steps) for progress in sink.steps] == [(1, 2), (2, 2)]


def test_a_run_that_is_cancelled_while_instant_paints_has_no_picture(encoder: Encoder) -> None:
    control = RunControl()
    control.cancel()
    with pytest.raises(Cancelled):
        paint.run_with(encoder, wanted(), control, KeepingSink(), PLAN)


def test_without_the_network_the_run_says_so(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_rest: object) -> NoReturn:
        raise EngineError("The weights are broken.", "model")

    monkeypatch.setattr(beginning, "loaded", broken)
    with pytest.raises(EngineError, match="The weights are broken"):
        paint.run_with(encoder, wanted(), RunControl(), KeepingSink(), PLAN)
