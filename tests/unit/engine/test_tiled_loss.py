"""The tiled loss and its gradient against those of the whole picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from stylegui.engine.control import Cancelled
from stylegui.engine.encoders.encoder import ENCODERS, Encoder
from stylegui.engine.encoders.reach import margins, reach
from stylegui.engine.encoders.vgg import VGG19
from stylegui.engine.images import Picture
from stylegui.engine.losses import moments, total_variation, variation_of_rows
from stylegui.engine.objective import Objective
from stylegui.engine.plan import Scale
from stylegui.engine.request import StyleInput
from stylegui.engine.sources import load_sources
from stylegui.engine.tiling import Grid, gather, moved, tiles
from tests.unit.engine.painting import request, style, waves

AGREEMENT = 2e-5
STYLES = (StyleInput(style(1), 0.7), StyleInput(style(2), 0.3))
WIDTH, HEIGHT, TILE_PX = 345, 247, 96


@pytest.fixture(scope="module")
def vgg() -> Encoder:
    """VGG-19's shape with random weights that keep their size from layer to layer."""
    net = VGG19()
    generator = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for parameter in net.parameters():
            spread = (2 / parameter[0].numel()) ** 0.5 if parameter.ndim == 4 else 0.0
            parameter.copy_(torch.randn(parameter.shape, generator=generator) * spread)
    net.eval().requires_grad_(False)
    return Encoder(ENCODERS["vgg19"], net, torch.device("cpu"), "random")


def objective(
    encoder: Encoder,
    size: tuple[int, int] = (HEIGHT, WIDTH),
    stride: int | None = None,
    check: Callable[[], None] = lambda: None,
    **params: Any,
) -> Objective:
    """What a picture of a size is compared with: looked at whole, and in tiles."""
    height, width = size
    asked = request(Picture(waves(height, width)), STYLES, smoothness=40.0, encoder=encoder.kind.id, **params)
    found = Objective(asked, encoder, torch.Generator().manual_seed(1), check)
    sources = load_sources(asked, [each.weight for each in STYLES], max(size), encoder.device)
    found.enter(Scale(max(size), 4, stride), size, sources, 1.0)
    return found


def picture(size: tuple[int, int] = (HEIGHT, WIDTH)) -> Tensor:
    """A picture that is like the photo in part."""
    noise = torch.rand((1, 3, *size), generator=torch.Generator().manual_seed(5))
    return noise.lerp(torch.from_numpy(waves(*size)).permute(2, 0, 1)[None] / 255.0, 0.6)


def whole(found: Objective, pixels: Tensor) -> tuple[float, Tensor]:
    """Loss and gradient of the picture at once."""
    found.generator.manual_seed(9)
    pixels = pixels.clone().requires_grad_(True)
    loss = found.loss(pixels)
    (gradient,) = torch.autograd.grad(loss, pixels)
    return float(loss.detach()), gradient


def in_tiles(found: Objective, pixels: Tensor, tile_px: int = TILE_PX) -> tuple[float, Tensor]:
    """The same in tiles, of the same targets."""
    style_parts = found._style_parts
    scale = Scale(found.scale.long_px, 4, found.scale.stride, tile_px)
    found.hold.factor = 1.0
    found.enter(scale, found.size, found.sources, 1.0)
    found._style_parts = style_parts
    found._blend()
    found.generator.manual_seed(9)
    return found.tiled_gradient(pixels)


def off(found: Tensor, wanted: Tensor) -> float:
    return float((found - wanted).norm() / wanted.norm())


@pytest.mark.parametrize("loss", ["moments", "gram", "wasserstein"])
@pytest.mark.parametrize("colour", ["style", "photo", "luminance"])
def test_tiles_have_the_loss_and_the_gradient_of_the_whole(encoder: Encoder, loss: str, colour: str) -> None:
    found = objective(encoder, style_loss=loss, colour=colour)
    value, gradient = whole(found, picture())
    kept = found.hold.factor
    tiled_value, tiled_gradient = in_tiles(found, picture())
    assert tiled_value == pytest.approx(value, rel=1e-5)
    assert off(tiled_gradient, gradient) < AGREEMENT
    assert found.hold.factor == pytest.approx(kept, rel=1e-6)
    # Nowhere is it worse than elsewhere: no seam hides in the mean.
    assert float((tiled_gradient - gradient).abs().max()) < 1e-3 * float(gradient.abs().max())


@pytest.mark.parametrize("size", [(97, 250), (209, 209), (305, 65)])
@pytest.mark.parametrize("stride", [None, 1])
def test_odd_sizes_and_strides_agree(encoder: Encoder, size: tuple[int, int], stride: int | None) -> None:
    found = objective(encoder, size, stride)
    _, gradient = whole(found, picture(size))
    assert off(in_tiles(found, picture(size), 64)[1], gradient) < AGREEMENT


def test_any_layers_agree(encoder: Encoder) -> None:
    size = (161, 203)
    style_layers, content_layers = {"conv1": 1.0, "fire2": 0.5}, {"fire8": 1.0, "conv1": 0.2}
    found = objective(encoder, size, style_weights=style_layers, content_weights=content_layers)
    _, gradient = whole(found, picture(size))
    assert off(in_tiles(found, picture(size), 64)[1], gradient) < AGREEMENT


def test_vgg_agrees(vgg: Encoder) -> None:
    size = (49, 113)
    found = objective(vgg, size)
    _, gradient = whole(found, picture(size))
    assert off(in_tiles(found, picture(size), 32)[1], gradient) < AGREEMENT


def test_every_shift_is_the_same_for_all_tiles(encoder: Encoder) -> None:
    pixels = picture((70, 90))
    wide = torch.nn.functional.pad(pixels, (2, 2, 2, 2), mode="reflect")
    for down in range(-2, 3):
        for right in range(-2, 3):
            for part in [(slice(0, 32), slice(0, 90)), (slice(16, 70), slice(64, 90)), (slice(69, 70), slice(0, 1))]:
                where = moved(part, (70, 90), (down, right), 2)
                expected = wide[..., 2 + down : 72 + down, 2 + right : 92 + right][..., part[0], part[1]]
                assert torch.equal(where.of(pixels[:, :, *where.source]), expected)


def test_moments_of_tiles_are_those_of_the_whole(encoder: Encoder) -> None:
    pixels, taps = picture(), ("conv1", "fire3", "fire8")
    grid = Grid(encoder, HEIGHT, WIDTH, TILE_PX)
    found = gather(grid, lambda rows, columns: pixels[:, :, rows, columns], taps, lambda: None)
    for tap, features in encoder.features(pixels, taps).items():
        wanted = moments(features)
        assert found[tap].positions == features.shape[2] * features.shape[3]
        assert off(found[tap].moments.mean, wanted.mean) < 1e-6
        assert off(found[tap].moments.second, wanted.second) < 1e-6


@pytest.mark.parametrize(("tap", "stride"), [("conv1", None), ("fire3", None), ("fire8", None), ("fire8", 1)])
def test_a_feature_sees_as_far_as_is_counted(encoder: Encoder, tap: str, stride: int | None) -> None:
    found = reach(encoder.kind, tap, stride)
    pixels = picture((288, 288)).requires_grad_(True)
    feature = encoder.features(pixels, (tap,), stride)[tap]
    unit = feature.shape[2] // 2
    (gradient,) = torch.autograd.grad(feature[..., unit, unit].sum(), pixels)
    rows = gradient.abs().sum((0, 1, 3)).nonzero().flatten()
    first, last = unit * found.step - found.before, unit * found.step + found.after
    assert first <= int(rows[0]) and int(rows[-1]) <= last
    if tap != "fire8":  # deep down, ReLU and pools leave some border pixels without a way
        assert (int(rows[0]), int(rows[-1])) == (first, last)


@pytest.mark.parametrize("size", [(1, 1), (300, 17), (1000, 999), (64, 4000)])
def test_tiles_cover_each_pixel_once_on_the_grid(size: tuple[int, int]) -> None:
    around = margins(ENCODERS["builtin"], ("conv1", "fire8"))
    covered = torch.zeros(size, dtype=torch.int32)
    for tile in tiles(*size, 128, around):
        covered[tile.inner] += 1
        for inner, outer, length in zip(tile.inner, tile.outer, size, strict=True):
            assert inner.start % around.unit == 0 and outer.start % around.unit == 0
            assert outer.start == 0 or outer.start <= inner.start - around.before
            assert outer.stop == length or outer.stop >= inner.stop + around.after
            assert inner.stop - inner.start <= 128 + around.before + around.after
    assert bool((covered == 1).all())


def test_variation_of_strips_adds_up() -> None:
    pixels = picture((50, 33))
    parts = [
        variation_of_rows(pixels[:, :, top : min(50, top + 16) + 1], (50, 33), top + 16 >= 50, 6.0)
        for top in range(0, 50, 16)
    ]
    assert float(torch.stack(parts).sum()) == pytest.approx(float(total_variation(pixels, 6.0).sum()), rel=1e-5)


def test_a_cancel_is_noticed_within_a_tile(encoder: Encoder) -> None:
    seen: list[int] = []

    def check() -> None:
        seen.append(1)
        if len(seen) == stop_at:
            raise Cancelled

    stop_at = 0
    found = objective(encoder, check=check)
    in_tiles(found, picture())
    steps = len(seen)
    before = picture()
    seen.clear()
    found.tiled_gradient(before)
    each = len(seen)
    assert steps > each > 6 * 12  # several looks a tile, at 12 tiles
    for share in (0.01, 0.5, 0.99):
        seen.clear()
        stop_at = int(share * each) + 1
        with pytest.raises(Cancelled):
            found.tiled_gradient(before)
        assert torch.equal(before, picture())
