"""Tiles: they cover the picture once, fit together without seams, and any size is taken."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from stylegui.engine import colour
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.instant import tiles as tiling
from stylegui.engine.instant.network import CONTENT_TAPS, SIZES, STYLE_TAPS, InstantNet
from stylegui.engine.instant.plain import REACH_PX, Brush, PlainNet
from stylegui.engine.instant.tiles import Look, paint_part, paint_tiles, tiles
from tests.unit.engine.painting import random_encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return random_encoder()


def pixels(height: int, width: int) -> np.ndarray[Any, Any]:
    return np.random.default_rng(4).integers(0, 256, (height, width, 3)).astype(np.uint8)


def as_tensor(values: np.ndarray[Any, Any]) -> torch.Tensor:
    return torch.from_numpy(values).permute(2, 0, 1)[None].float() / 255


@pytest.fixture(scope="module")
def look(encoder: Encoder) -> Look:
    torch.manual_seed(0)
    net = InstantNet(SIZES["fast"]).eval().requires_grad_(False)
    painting = as_tensor(pixels(48, 48)) ** 2
    style = net.style(painting, encoder.features(painting, STYLE_TAPS))
    photo = as_tensor(pixels(64, 64))
    return Look(Brush(net, style, 0.8).held(photo, encoder.features(photo, CONTENT_TAPS)), None)


@pytest.mark.parametrize("shape", [(40, 40), (1400, 300), (2100, 1300), (1025, 1248)])
def test_tiles_cover_every_pixel_once(shape: tuple[int, int]) -> None:
    count = np.zeros(shape, int)
    for tile in tiles(*shape):
        count[tile.inner] += 1
        for inner, outer, length in zip(tile.inner, tile.outer, shape, strict=True):
            assert outer.start % tiling.STRIDE_PX == 0
            assert outer.start == 0 or inner.start - outer.start >= REACH_PX
            assert outer.stop == length or outer.stop - inner.stop >= REACH_PX
    assert count.min() == count.max() == 1


def test_tiles_give_the_pixels_of_one_pass(encoder: Encoder, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = pixels(40, 3 * REACH_PX + 20)
    whole = paint_part(as_tensor(picture), look, encoder)[0].permute(1, 2, 0)
    monkeypatch.setattr(tiling, "tiles", lambda height, width: tiles(height, width, tile_px=64))
    assert len(list(tiling.tiles(*picture.shape[:2]))) > 4
    result = paint_tiles(picture, look, encoder)
    assert np.abs(result / 65535 - whole.numpy()).max() < 1e-4


@pytest.mark.parametrize("shape", [(33, 47), (16, 90), (64, 64)])
def test_any_size_is_taken(encoder: Encoder, look: Look, shape: tuple[int, int]) -> None:
    assert paint_tiles(pixels(*shape), look, encoder).shape == (*shape, 3)


def test_sixteen_bits_are_read_as_such(encoder: Encoder, look: Look) -> None:
    picture = pixels(32, 48)
    first = paint_tiles(picture, look, encoder)
    second = paint_tiles(picture.astype(np.uint16) * 257, look, encoder)
    assert np.abs(first.astype(int) - second.astype(int)).max() <= 1


def test_a_run_can_be_stopped_within_a_pass(encoder: Encoder, look: Look) -> None:
    control = RunControl()
    control.cancel()
    with pytest.raises(Cancelled):
        paint_tiles(pixels(64, 64), look, encoder, control.checkpoint)


def test_detail_brings_back_fine_light_and_shade(encoder: Encoder, look: Look) -> None:
    photo = as_tensor(pixels(64, 64))
    assert isinstance(look.paint, PlainNet)
    paint = PlainNet(look.paint.stages, look.paint.out, 0 * look.paint.kept)  # keeps nothing of the photo's own pixels
    plain = paint_part(photo, Look(paint, None), encoder)
    detailed = paint_part(photo, Look(paint, None, detail=1.0), encoder)

    def agreement(result: torch.Tensor) -> float:
        fine = [each - torch.nn.functional.avg_pool2d(each, 7, 1, 3) for each in map(colour.luma, (result, photo))]
        return float(torch.corrcoef(torch.stack([each.flatten() for each in fine]))[0, 1])

    assert agreement(detailed) > agreement(plain) + 0.05


def test_kept_chroma_is_the_photos(encoder: Encoder, look: Look) -> None:
    photo = 0.3 + 0.4 * as_tensor(pixels(64, 64))
    result = colour.to_oklab(paint_part(photo, Look(look.paint, None, keep_chroma=True), encoder))
    inside = (result[:, :1] > 0.35) & (result[:, :1] < 0.75)  # elsewhere colours are clipped to the gamut
    difference = (result - colour.to_oklab(photo))[:, 1:].abs()
    assert float((difference * inside).max()) < 0.05
