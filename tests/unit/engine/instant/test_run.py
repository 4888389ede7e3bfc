"""Instant from a request to a picture, with a network of random weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from stylegui.engine import colour
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.engines import EngineError, Result
from stylegui.engine.images import Picture
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.network import SIZES, InstantNet
from stylegui.engine.instant.run import run_with, working_size
from stylegui.engine.instant.style import InstantStyle, StyleShelf, blend_codes, read_style
from stylegui.engine.request import Colour, InstantParams, PaintParams, StyleInput, TransferRequest
from tests.unit.engine.painting import KeepingSink, photo, random_encoder, style


@pytest.fixture(scope="module")
def model() -> InstantModel:
    torch.manual_seed(0)
    net = InstantNet(SIZES["fast"]).eval().requires_grad_(False)
    last = net.predictor[2]
    assert isinstance(last, torch.nn.Linear)
    last.weight.mul_(4)
    return InstantModel("fast", net, random_encoder(), "random")


def request(params: InstantParams | None = None, *styles: StyleInput) -> TransferRequest:
    chosen = params or InstantParams(size_px=96)
    return TransferRequest(photo(), styles or (StyleInput(style()),), chosen, engine="instant")


def paint(model: InstantModel, wanted: TransferRequest, shelf: Path | None = None) -> Result:
    return run_with(model, StyleShelf(shelf), wanted, RunControl(), KeepingSink())


def pixels(result: Result) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return result.picture.to_float()


def as_tensor(picture: Picture) -> torch.Tensor:
    return torch.from_numpy(picture.to_float()).permute(2, 0, 1)[None]


@pytest.mark.parametrize("size_px", [64, 96, 250])
def test_the_result_has_the_size_that_was_asked_for(model: InstantModel, size_px: int) -> None:
    result = paint(model, request(InstantParams(size_px=size_px)))
    assert result.picture.size == (size_px, size_px * 3 // 4 if size_px != 250 else 188)
    assert result.complete


@pytest.mark.parametrize("shape", [(300, 9), (5, 5)])
def test_narrow_and_tiny_photos_are_painted(model: InstantModel, shape: tuple[int, int]) -> None:
    wanted = TransferRequest(photo(*shape), (StyleInput(style()),), InstantParams(size_px=128), engine="instant")
    assert max(paint(model, wanted).picture.size) == 128


def test_a_recalled_style_paints_the_same_picture(model: InstantModel, tmp_path: Path) -> None:
    first = paint(model, request(), tmp_path)
    assert len(list(tmp_path.glob("*.style"))) == 1
    assert np.array_equal(pixels(first), pixels(paint(model, request(), tmp_path)))
    assert np.array_equal(pixels(first), pixels(paint(model, request())))


def test_a_damaged_style_on_the_shelf_is_read_anew(model: InstantModel, tmp_path: Path) -> None:
    first = paint(model, request(), tmp_path)
    (kept,) = tmp_path.glob("*.style")
    kept.write_bytes(b"nothing")
    assert np.array_equal(pixels(first), pixels(paint(model, request(), tmp_path)))
    assert len(kept.read_bytes()) > 1000


def test_a_style_takes_less_than_ten_kilobytes(model: InstantModel) -> None:
    data = read_style(model, as_tensor(style())).to_bytes()
    assert len(data) < 10_000
    assert InstantStyle.from_bytes(data).to_bytes() == data


def test_blends_lie_between_their_styles(model: InstantModel) -> None:
    first, second = (read_style(model, as_tensor(style(seed))) for seed in (1, 2))
    middle = blend_codes([first, second], [3, 1])
    expected = 0.75 * first.code.vector + 0.25 * second.code.vector
    torch.testing.assert_close(middle.vector, expected)
    with pytest.raises(ValueError, match="positive sum"):
        blend_codes([first, second], [0, 0])


def test_a_blend_of_one_style_is_that_style(model: InstantModel) -> None:
    alone = paint(model, request())
    both = paint(model, request(None, StyleInput(style(), 1.0), StyleInput(style(2), 0.0)))
    assert np.abs(pixels(alone) - pixels(both)).max() < 1e-3


@pytest.mark.parametrize(
    "change",
    [{"strength": 20.0}, {"brush_size": 180.0}, {"colour": "photo"}, {"colour": "luminance"}, {"detail": 100.0}],
)
def test_every_parameter_changes_the_picture(model: InstantModel, change: dict[str, object]) -> None:
    plain = InstantParams(size_px=96)
    changed = InstantParams.model_validate(plain.model_dump() | change)
    assert np.abs(pixels(paint(model, request(plain))) - pixels(paint(model, request(changed)))).mean() > 1e-4


def test_colours_come_from_where_they_are_to_come_from(model: InstantModel) -> None:
    red = Picture((style().to_uint8() * [1.0, 0.15, 0.1]).astype(np.uint8))

    def chroma(picture: Picture) -> torch.Tensor:
        return colour.to_oklab(as_tensor(picture))[0, 1:].mean((1, 2))

    def painted(mode: Colour) -> torch.Tensor:
        return chroma(paint(model, request(InstantParams(size_px=96, colour=mode), StyleInput(red))).picture)

    own, kept = painted("style"), painted("luminance")
    assert (own - chroma(red)).norm() < (kept - chroma(red)).norm()
    assert (kept - chroma(photo())).norm() < (own - chroma(photo())).norm()


def test_larger_brushes_work_on_smaller_canvases() -> None:
    assert working_size((400, 300), InstantParams(size_px=1000)) == (1000, 750)
    assert working_size((400, 300), InstantParams(size_px=1000, brush_size=200)) == (707, 530)
    assert working_size((400, 300), InstantParams(size_px=1000, brush_size=50)) == (1414, 1060)


def test_the_recipe_names_network_and_styles(model: InstantModel) -> None:
    recipe = paint(model, request()).recipe
    assert recipe["engine"] == "instant"
    assert recipe["network"] == {"id": "instant-fast", "sha256": "random", "channels_last": True}
    assert InstantParams.model_validate(recipe["params"]) == request().params
    assert recipe["styles"][0]["title"] == "style 1"


def test_a_cancelled_run_ends_without_a_picture(model: InstantModel) -> None:
    control = RunControl()
    control.cancel()
    with pytest.raises(Cancelled):
        run_with(model, StyleShelf(None), request(), control, KeepingSink())


def test_wrong_requests_are_told_in_a_sentence(model: InstantModel) -> None:
    with pytest.raises(EngineError, match="Choose a style first"):
        paint(model, TransferRequest(photo(), (), InstantParams()))
    with pytest.raises(TypeError, match="Instant was asked for with PaintParams"):
        paint(model, TransferRequest(photo(), (StyleInput(style()),), PaintParams()))


def test_alpha_and_metadata_stay(model: InstantModel) -> None:
    seen = photo()
    alpha = np.full(seen.pixels.shape[:2], 128, np.uint8)
    wanted = TransferRequest(
        Picture(seen.pixels, alpha=alpha, dpi=300.0, name="leaf"), (StyleInput(style()),), InstantParams(size_px=64)
    )
    result = paint(model, wanted).picture
    assert result.dpi == 300.0
    assert result.alpha is not None and result.alpha.shape == (48, 64)
