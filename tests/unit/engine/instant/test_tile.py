"""Gallery tiles: what is painted, and what is kept of it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.engines import Result, Sink
from stylegui.engine.images import Picture, PictureError
from stylegui.engine.instant import tile
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.network import SIZES, InstantNet
from stylegui.engine.instant.run import run_with
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.instant.tile import TilePainter, middle_square, painted_size
from stylegui.engine.instant.tile_cache import TileCache
from stylegui.engine.instant.tuning import PLAIN, Tuning
from stylegui.engine.request import InstantId, TransferRequest
from tests.unit.engine.painting import photo, random_encoder

SIZE_PX = 64


@pytest.fixture(scope="module")
def model() -> InstantModel:
    return InstantModel("fast", InstantNet(SIZES["fast"]).eval().requires_grad_(False), random_encoder(), "random")


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[TransferRequest]:
    """All that is asked of the network from now on."""
    asked: list[TransferRequest] = []

    def counted(
        model: InstantModel,
        shelf: StyleShelf,
        request: TransferRequest,
        control: RunControl,
        sink: Sink,
        tuning: Tuning,
    ) -> Result:
        asked.append(request)
        return run_with(model, shelf, request, control, sink, tuning)

    monkeypatch.setattr(tile, "run_with", counted)
    return asked


@pytest.fixture
def style(tmp_path: Path) -> Path:
    path = tmp_path / "style.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (48, 64, 3), np.uint8)).save(path)
    return path


def test_a_tile_is_a_square_of_the_size_that_was_asked_for(model: InstantModel, style: Path) -> None:
    pixels = TilePainter(None, model=model).paint(photo(90, 60), style, SIZE_PX, RunControl())
    assert pixels.shape == (SIZE_PX, SIZE_PX, 3)
    assert pixels.dtype == np.uint8


def test_a_tile_is_painted_once(
    model: InstantModel, style: Path, tmp_path: Path, painted: list[TransferRequest]
) -> None:
    first = TilePainter(tmp_path, model=model).paint(photo(), style, SIZE_PX, RunControl())
    again = TilePainter(tmp_path, model=model).paint(photo(), style, SIZE_PX, RunControl())
    assert len(painted) == 1
    assert np.abs(first.astype(int) - again).mean() < 6  # it was kept as a JPEG


def test_it_is_painted_as_was_settled_on_this_machine(
    model: InstantModel, style: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coarse = Tuning(torch.bfloat16, channels_last=True, threads=1)
    used: list[tuple[Tuning, int]] = []

    def seen(*args: Any) -> Result:
        used.append((args[5], torch.get_num_threads()))
        return run_with(*args)

    monkeypatch.setattr(tile, "run_with", seen)
    monkeypatch.setattr(tile, "tuning_for", lambda of, cache: {(model, tmp_path): coarse}[of, cache])
    threads = torch.get_num_threads()
    try:
        torch.set_num_threads(2)
        TilePainter(tmp_path, model=model).paint(photo(), style, SIZE_PX, RunControl())
        TilePainter(None, model=model).paint(photo(), style, SIZE_PX, RunControl())
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(threads)
    assert used == [(coarse, 1), (PLAIN, 2)]


def test_another_photo_style_network_or_size_is_another_tile(
    model: InstantModel, style: Path, tmp_path: Path, painted: list[TransferRequest]
) -> None:
    painter = TilePainter(tmp_path, model=model)
    painter.paint(photo(), style, SIZE_PX, RunControl())
    painter.paint(photo(), style, SIZE_PX + 32, RunControl())
    painter.paint(Picture(255 - photo().to_uint8()), style, SIZE_PX, RunControl())
    TilePainter(tmp_path, model=replace(model, digest="other")).paint(photo(), style, SIZE_PX, RunControl())
    Image.new("RGB", (40, 40), "red").save(style)
    painter.paint(photo(), style, SIZE_PX, RunControl())
    assert len(painted) == 5


def test_a_damaged_tile_is_painted_again(
    model: InstantModel, style: Path, tmp_path: Path, painted: list[TransferRequest]
) -> None:
    painter = TilePainter(tmp_path, model=model)
    first = painter.paint(photo(), style, SIZE_PX, RunControl())
    (kept,) = (tmp_path / "tiles").glob("*.jpg")
    kept.write_bytes(kept.read_bytes()[:200])
    assert np.array_equal(painter.paint(photo(), style, SIZE_PX, RunControl()), first)
    kept.write_bytes(b"")
    painter.paint(photo(), style, SIZE_PX, RunControl())
    assert len(painted) == 3


def test_a_cache_that_cannot_be_written_is_no_error(model: InstantModel, style: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder is wanted")
    pixels = TilePainter(tmp_path / "cache", model=model).paint(photo(), style, SIZE_PX, RunControl())
    assert pixels.shape == (SIZE_PX, SIZE_PX, 3)


def test_all_tiles_of_a_photo_share_the_reduced_one(
    model: InstantModel, style: Path, tmp_path: Path, painted: list[TransferRequest]
) -> None:
    other = tmp_path / "other.png"
    Image.new("RGB", (40, 40), "red").save(other)
    painter = TilePainter(None, model=model)
    for path in (style, other):
        painter.paint(photo(), path, SIZE_PX, RunControl())
    assert painted[0].photo is painted[1].photo


def test_a_tile_can_be_cancelled(model: InstantModel, style: Path) -> None:
    control = RunControl()
    control.cancel()
    with pytest.raises(Cancelled):
        TilePainter(None, model=model).paint(photo(), style, SIZE_PX, control)


def test_a_style_that_is_no_picture_says_so(model: InstantModel, tmp_path: Path) -> None:
    path = tmp_path / "text.jpg"
    path.write_text("no picture")
    with pytest.raises(PictureError, match=r"text\.jpg"):
        TilePainter(None, model=model).paint(photo(), path, SIZE_PX, RunControl())


def test_a_style_that_is_gone_says_so(model: InstantModel, tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"gone\.jpg"):
        TilePainter(None, model=model).paint(photo(), tmp_path / "gone.jpg", SIZE_PX, RunControl())


@pytest.mark.parametrize("model_id", ["fast", "fine"])
def test_a_tile_is_painted_larger_than_it_is_shown_within_bounds(model_id: InstantId) -> None:
    sizes = [painted_size(size_px, model_id) for size_px in (64, 160, 256, 384)]
    assert sizes[0] > 64
    assert sizes == sorted(sizes)
    assert sizes[-1] == 384


def test_of_a_tall_photo_more_is_kept_at_the_top() -> None:
    rows = np.arange(100, dtype=np.uint8)[:, None, None].repeat(60, 1).repeat(3, 2)
    square = middle_square(Picture(rows))
    assert square.size == (60, 60)
    assert square.pixels[0, 0, 0] == 14
    assert middle_square(Picture(rows.transpose(1, 0, 2))).pixels[0, 0, 0] == 20


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_what_is_transparent_is_white(depth: type[np.uint8] | type[np.uint16]) -> None:
    white = np.iinfo(depth).max
    alpha = np.array([[0, white], [white, 0]], depth)
    pixels = middle_square(Picture(np.full((2, 2, 3), 7, depth), alpha)).pixels
    assert pixels.dtype == depth
    assert pixels[..., 0].tolist() == [[white, 7], [7, white]]


def test_the_cache_forgets_what_was_used_longest_ago(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)
    cache = TileCache(tmp_path, limit_bytes=10**9)
    for number in range(6):
        cache.put(f"tile{number}", noise)
        os.utime(tmp_path / f"tile{number}.jpg", (number, number))
    each = (tmp_path / "tile0.jpg").stat().st_size
    assert cache.get("tile0") is not None  # used again just now
    TileCache(tmp_path, limit_bytes=5 * each).put("newest", noise)
    kept = {path.stem for path in tmp_path.glob("*.jpg")}
    assert {"tile0", "newest"} <= kept
    assert "tile1" not in kept
    assert len(kept) * each <= 5 * each
