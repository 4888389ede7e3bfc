"""Paint from start to end on small canvases, with a random encoder."""

from __future__ import annotations

import json
import time
from typing import Any

import numpy as np
import pytest
import torch

from stylegui.engine import paint
from stylegui.engine.control import RunControl
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.engines import EngineError, Result
from stylegui.engine.images import Picture
from stylegui.engine.losses import moment_loss, moments
from stylegui.engine.plan import Scale
from stylegui.engine.request import StyleInput, TransferRequest
from stylegui.engine.structure import ssim
from tests.unit.engine.painting import SMALL_PLAN, KeepingSink, photo, request, style, waves


def run(encoder: Encoder, of: TransferRequest | None = None, *plan: Scale, **params: Any) -> tuple[Result, KeepingSink]:
    sink = KeepingSink()
    result = paint.run_with(encoder, of or request(**params), RunControl(), sink, plan or SMALL_PLAN)
    return result, sink


def mean_colour(picture: Picture) -> np.ndarray[Any, Any]:
    return np.asarray(picture.to_float().mean((0, 1)))


def likeness(result: Picture, of: Picture) -> float:
    """SSIM of the green channels at the result's size."""
    both = [torch.from_numpy(picture.to_float()[None, None, ..., 1]) for picture in (result, of.resized(result.width))]
    return float(ssim(*both))


def test_a_run_paints_every_step_of_the_plan_and_tells_of_each(encoder: Encoder) -> None:
    result, sink = run(encoder)
    assert result.complete
    assert result.picture.size == (96, 72) and result.picture.bits == 16
    assert result.picture.name == "photo"
    assert [progress.step for progress in sink.steps] == list(range(1, 8))
    assert {progress.steps for progress in sink.steps} == {7}
    assert [(progress.width, progress.height) for progress in sink.steps] == [(64, 48)] * 4 + [(96, 72)] * 3
    assert sink.notices == []
    assert {progress.device for progress in sink.steps} == {"CPU"}


def test_remaining_time_is_told_after_some_steps_and_ends_at_nothing(encoder: Encoder) -> None:
    _, sink = run(encoder)
    assert sink.steps[0].eta_s is None
    told = [progress.eta_s for progress in sink.steps if progress.eta_s is not None]
    assert len(told) >= 3 and all(eta > 0 for eta in told[:-1])
    assert told[-1] == 0
    elapsed = [progress.elapsed_s for progress in sink.steps]
    assert elapsed == sorted(elapsed)


def test_frames_are_pictures_of_their_own(encoder: Encoder) -> None:
    _, sink = run(encoder)
    assert [frame.step for frame in sink.frames] == list(range(1, 8))
    assert sink.frames[0].pixels.shape == (48, 64, 3) and sink.frames[-1].pixels.shape == (72, 96, 3)
    assert all(frame.pixels.dtype == np.uint8 for frame in sink.frames)
    assert not np.shares_memory(sink.frames[0].pixels, sink.frames[1].pixels)
    assert not np.array_equal(sink.frames[0].pixels, sink.frames[3].pixels)


def test_no_frame_is_made_that_nobody_wants(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KeepingSink, "wants_frame", lambda _self: False)
    _, sink = run(encoder)
    assert sink.frames == []


def style_distance(encoder: Encoder, of: Picture, to: Picture) -> float:
    """Mean of the moment loss over the layers that style is taken from, at 96 px."""
    taps = tuple(encoder.kind.style)
    with torch.no_grad():
        seen = [
            encoder.features(torch.from_numpy(picture.resized(96).to_float()).permute(2, 0, 1)[None], taps)
            for picture in (of, to)
        ]
    return float(np.mean([float(moment_loss(moments(seen[0][tap]), moments(seen[1][tap]))) for tap in taps]))


def test_painting_brings_the_picture_nearer_to_the_style(encoder: Encoder) -> None:
    result, _ = run(encoder, None, Scale(96, 25), strength=100, smoothness=0, colour_finish=0)
    assert style_distance(encoder, result.picture, style()) < 0.6 * style_distance(encoder, photo(), style())


def test_the_same_seed_gives_the_same_picture_to_the_last_bit(encoder: Encoder) -> None:
    first, _ = run(encoder, seed=3)
    second, _ = run(encoder, seed=3)
    assert first.picture.digest == second.picture.digest
    assert first.recipe == second.recipe


@pytest.mark.parametrize("start", ["noise", "photo"])
def test_another_seed_gives_another_picture(encoder: Encoder, start: str) -> None:
    first, _ = run(encoder, seed=3, start=start)
    second, _ = run(encoder, seed=4, start=start)
    assert first.picture.digest != second.picture.digest


def test_the_global_random_numbers_are_neither_used_nor_moved(encoder: Encoder) -> None:
    torch.manual_seed(1)
    first, _ = run(encoder, seed=3)
    after = torch.rand(1)
    torch.manual_seed(1)
    assert torch.equal(torch.rand(1), after)
    torch.manual_seed(2)
    assert run(encoder, seed=3)[0].picture.digest == first.picture.digest


def test_it_paints_where_gradients_are_switched_off(encoder: Encoder) -> None:
    with torch.no_grad():
        result, _ = run(encoder)
        assert not torch.is_grad_enabled()
    assert result.picture.digest == run(encoder)[0].picture.digest


@pytest.mark.parametrize(
    "params",
    [
        {"optimiser": "lbfgs"},
        {"smoothness": 100, "colour_finish": 100},
        {"style_weights": {"conv1": 1.0, "fire3": 2.0}, "content_weights": {"fire2": 1.0}},
    ],
    ids=str,
)
def test_every_way_of_painting_gives_a_picture_of_its_own(encoder: Encoder, params: dict[str, Any]) -> None:
    plan = (Scale(64, 3), Scale(80, 1))
    result, sink = run(encoder, None, *plan, **params)
    assert result.complete and len(sink.steps) == 4
    assert result.picture.to_float().std() > 0.05
    assert result.picture.digest != run(encoder, None, *plan)[0].picture.digest


@pytest.mark.parametrize("optimiser", ["adam", "lbfgs"])
def test_every_style_loss_paints_a_picture_of_its_own(encoder: Encoder, optimiser: str) -> None:
    digests = set()
    for style_loss in ("moments", "gram", "wasserstein"):
        result, sink = run(encoder, None, Scale(64, 2), style_loss=style_loss, optimiser=optimiser)
        assert len(sink.steps) == 2 and result.picture.to_float().std() > 0.05
        digests.add(result.picture.digest)
    assert len(digests) == 3


def test_the_style_s_colours_or_the_photo_s(encoder: Encoder) -> None:
    red = Picture((waves(80, 80, 2.0) * np.array([0.5, 0.2, 0.2]) + np.array([120, 0, 0])).astype(np.uint8))
    results = {}
    for mode in ("style", "photo", "luminance"):
        results[mode] = run(encoder, request(styles=(StyleInput(red),), colour=mode, colour_finish=0))[0].picture
    away = {mode: np.abs(mean_colour(result) - mean_colour(red)).max() for mode, result in results.items()}
    near = {mode: np.abs(mean_colour(result) - mean_colour(photo())).max() for mode, result in results.items()}
    assert away["style"] < 0.12 < near["style"]
    assert near["photo"] < 0.12 < away["photo"]
    assert near["luminance"] < 0.2 < away["luminance"]


def test_luminance_keeps_the_photo_s_chroma_of_every_pixel(encoder: Encoder) -> None:
    from stylegui.engine.colour import to_oklab

    soft = Picture((0.3 * waves(72, 96) + 90).astype(np.uint8))
    result, sink = run(encoder, request(soft, colour="luminance"))
    for pixels in (result.picture.to_float(), sink.frames[-1].pixels.astype(np.float32) / 255):
        painted = to_oklab(torch.from_numpy(pixels).permute(2, 0, 1)[None])
        original = to_oklab(torch.from_numpy(soft.to_float()).permute(2, 0, 1)[None])
        # Very dark or light paint cannot hold every chroma inside the gamut.
        inside = (painted[:, :1] > 0.35) & (painted[:, :1] < 0.8)
        assert float(inside.float().mean()) > 0.6
        assert float(((painted - original)[:, 1:].abs() * inside).median()) < 0.005


def test_starts(encoder: Encoder) -> None:
    first: dict[str, np.ndarray[Any, Any]] = {}
    beginning = Picture(waves(50, 60, 5.0))
    for start in ("photo", "instant", "noise", "style", "picture"):
        _, sink = run(encoder, request(start=start, start_picture=beginning, colour="photo"), Scale(64, 1))
        first[start] = sink.frames[0].pixels / 255.0
    small = photo().resized(64).to_float()
    assert np.abs(first["photo"] - small).mean() < 0.06
    # The photo, but painted: its forms are there, its pixels are not.
    assert 0.06 < np.abs(first["instant"] - small).mean() < 0.25
    assert np.corrcoef(first["instant"].mean(-1).ravel(), small.mean(-1).ravel())[0, 1] > 0.5
    assert np.abs(first["noise"] - small).mean() > 0.15
    assert first["noise"].std() == pytest.approx(0.25, abs=0.05)
    given = np.asarray(beginning.to_float())
    assert np.abs(first["picture"].mean((0, 1)) - given.mean((0, 1))).max() < 0.05
    assert np.abs(first["picture"] - small).mean() > 0.15
    # The style was recoloured to the photo before its colours were taken for the noise.
    assert np.abs(first["style"].mean((0, 1)) - mean_colour(photo())).max() < 0.08
    assert np.abs(np.diff(first["style"], axis=1)).mean() > 0.1


@pytest.mark.parametrize(("start", "least"), [("photo", 0.85), ("instant", 0.8)])
def test_no_strength_keeps_the_photo_and_full_strength_does_not(encoder: Encoder, start: str, least: float) -> None:
    calm, wild = (
        run(encoder, None, Scale(64, 20), strength=strength, colour="photo", start=start)[0].picture
        for strength in (0, 100)
    )
    assert likeness(calm, photo()) > least
    assert likeness(wild, photo()) < likeness(calm, photo()) - 0.2


def test_a_photo_of_one_pixel(encoder: Encoder) -> None:
    dot = Picture(np.full((1, 1, 3), (200, 30, 90), np.uint8))
    result, _ = run(encoder, request(dot))
    assert result.picture.size == (96, 96)
    assert result.picture.to_float().std() < 0.5


def test_a_very_long_photo(encoder: Encoder) -> None:
    strip = Picture(waves(20, 10000))
    result, _ = run(encoder, request(strip))
    assert result.picture.width == 96
    upright = Picture(np.ascontiguousarray(waves(20, 10000).transpose(1, 0, 2)))
    assert run(encoder, request(upright))[0].picture.height == 96


def test_styles_of_one_pixel_and_of_a_strip(encoder: Encoder) -> None:
    for pixels in (np.full((1, 1, 3), 90, np.uint8), waves(4, 900)):
        result, _ = run(encoder, request(styles=(StyleInput(Picture(pixels)),)))
        assert result.complete and result.picture.size == (96, 72)


def test_alpha_is_kept_and_16_bits_are_used(encoder: Encoder) -> None:
    alpha = np.zeros((72, 96), np.uint16)
    alpha[:, 48:] = 65535
    deep = Picture(waves(72, 96).astype(np.uint16) * 257, alpha, name="deep")
    result, _ = run(encoder, request(deep))
    assert result.picture.alpha is not None
    np.testing.assert_array_equal(result.picture.alpha, alpha)
    assert len(np.unique(result.picture.pixels % 257)) > 10


def test_the_recipe_tells_what_was_painted(encoder: Encoder) -> None:
    result, _ = run(encoder, seed=5, strength=30)
    recipe = json.loads(json.dumps(dict(result.recipe)))
    assert recipe["params"]["seed"] == 5 and recipe["params"]["strength"] == 30
    assert (recipe["width"], recipe["height"], recipe["steps"], recipe["complete"]) == (96, 72, 7, True)
    assert recipe["steering"] == []
    assert recipe["styles"][0]["sha256"] == style().digest


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"style_weights": {"relu4_1": 1.0}}, "no layer “relu4_1”; it has conv1, fire2"),
        ({"content_weights": {"fire99": 1.0}}, "no layer “fire99”"),
        ({"start": "picture"}, "there is no picture to start from"),
    ],
)
def test_what_cannot_be_painted_is_told_in_a_sentence(encoder: Encoder, bad: dict[str, Any], words: str) -> None:
    with pytest.raises(EngineError, match=words) as caught:
        run(encoder, **bad)
    assert caught.value.kind == "input"


def test_a_request_without_a_style_is_refused(encoder: Encoder) -> None:
    with pytest.raises(EngineError, match="style") as caught:
        run(encoder, TransferRequest(photo(), ()))
    assert caught.value.kind == "input"


def test_run_loads_the_encoder_and_tells_of_a_device_that_is_not_there(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def load(encoder_id: str, device: torch.device, _models: object) -> Encoder:
        asked.append((encoder_id, str(device)))
        return encoder

    monkeypatch.setattr(paint, "load_encoder", load)
    monkeypatch.setattr(paint, "make_plan", lambda *_args: SMALL_PLAN)
    sink = KeepingSink()
    wanted = TransferRequest(photo(), request().styles, request().params, device="cuda:63")
    result = paint.run(wanted, RunControl(), sink)
    assert asked == [("builtin", "cpu")]
    assert sink.events[0].startswith("notice The device cuda:63 cannot be used")
    assert result.complete


def test_a_very_long_photo_keeps_its_shape(encoder: Encoder) -> None:
    result = paint.run_with(encoder, request(Picture(waves(20, 2000))), RunControl(), KeepingSink(), SMALL_PLAN)
    assert result.picture.size == (96, 1)


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan")])
@pytest.mark.parametrize("colour", ["style", "photo"])
def test_styles_without_weight_are_refused(encoder: Encoder, weight: float, colour: str) -> None:
    wanted = request(styles=(StyleInput(style(), weight),), colour=colour)
    with pytest.raises(EngineError) as caught:
        paint.run_with(encoder, wanted, RunControl(), KeepingSink(), SMALL_PLAN)
    assert caught.value.kind == "input"


class StandingClock(RunControl):
    """A control with a pause of 1000 seconds inside a step."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.calls = 0
        self.monkeypatch = monkeypatch

    def checkpoint(self) -> None:
        super().checkpoint()
        self.calls += 1
        if self.calls == 100:
            real = time.monotonic
            self._waited_s += 1000.0
            self.monkeypatch.setattr(time, "monotonic", lambda: real() + 1000.0)


def test_a_pause_does_not_spoil_the_remaining_time(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    sink = KeepingSink()
    control = StandingClock(monkeypatch)
    paint.run_with(encoder, request(), control, sink, SMALL_PLAN)
    assert control.waited_s >= 1000
    assert max(progress.eta_s or 0 for progress in sink.steps) < 500
    assert sink.steps[-1].elapsed_s < 500
