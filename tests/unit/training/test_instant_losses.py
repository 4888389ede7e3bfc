"""The parts of Instant's training loss, each with what it must see and what it must not."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from stylegui.engine.instant.network import STYLE_TAPS
from stylegui.engine.losses import moments
from stylegui.training.instant_losses import (
    band_distance,
    grid_strength,
    louder,
    normalised,
    shape_distance,
    spread_distance,
)


def pictures(seed: int, count: int = 2, side: int = 96) -> Tensor:
    """Random colours at all scales."""
    generator = torch.Generator().manual_seed(seed)
    layers = [torch.rand(count, 3, side >> scale, side >> scale, generator=generator) for scale in range(5)]
    return torch.stack([F.interpolate(layer, size=(side, side), mode="bilinear") for layer in layers]).mean(0)


def blurred(picture: Tensor) -> Tensor:
    return F.avg_pool2d(F.pad(picture, (2, 2, 2, 2), mode="replicate"), 5, 1)


def test_large_shapes_are_the_photos_where_only_strokes_differ() -> None:
    photo = pictures(0)
    strokes = 0.1 * (pictures(1) - F.interpolate(F.avg_pool2d(pictures(1), 16), scale_factor=16.0))
    assert float(shape_distance(photo, photo).max()) == 0
    assert float(shape_distance(photo + strokes, photo).max()) < 1e-3
    blot = photo.clone()
    blot[:, :, 32:64, 32:64] = 1
    assert float(shape_distance(blot, photo).min()) > 0.1


def test_a_photo_without_contrast_has_shapes_to_keep_as_well() -> None:
    flat = torch.full((1, 3, 64, 64), 0.5)
    assert torch.isfinite(shape_distance(pictures(2, 1, 64), flat)).all()


def test_bands_see_lost_grain_and_no_other_place() -> None:
    style = pictures(3)
    assert float(band_distance(style, style).max()) == 0
    assert float(band_distance(style.roll((16, 32), (2, 3)), style).max()) < 0.1  # a new edge is where it was cut
    assert float(band_distance(blurred(style), style).min()) > 0.2
    assert float(band_distance(style + 0.2, style).max()) < 1e-5  # brightness is another part's


def test_bands_tell_which_way_strokes_run() -> None:
    lying = pictures(6)[..., :1].expand(-1, -1, -1, 96)
    assert float(band_distance(lying.transpose(2, 3), lying).min()) > 0.3


def test_bands_of_a_style_without_grain_give_a_bounded_loss() -> None:
    flat = torch.full((1, 3, 64, 64), 0.3)
    assert 0 < float(band_distance(pictures(4, 1, 64), flat)) < 20


def test_spread_is_of_means_and_deviations_only() -> None:
    features = {tap: torch.rand(2, 6, 12, 12, generator=torch.Generator().manual_seed(5)) for tap in STYLE_TAPS}
    wanted = {tap: moments(each) for tap, each in features.items()}
    # Each channel's positions in an order of its own: other correlations, the same means and deviations.
    shuffled = {tap: torch.stack([each.roll(i, 2)[:, i] for i in range(6)], 1) for tap, each in features.items()}
    assert float(spread_distance(shuffled, wanted).max()) < 1e-4
    quiet = {tap: 0.5 * each for tap, each in features.items()}
    assert float(spread_distance(quiet, wanted).min()) > 0.2


def test_loudness_multiplies_channels() -> None:
    features, loudness = torch.rand(1, 4, 5, 5), torch.tensor([1.0, 2.0, 0.5, 3.0])
    found, expected = louder(moments(features), loudness), moments(features * loudness[:, None, None])
    torch.testing.assert_close(found.mean, expected.mean)
    torch.testing.assert_close(found.second, expected.second)


def test_normalised_features_have_no_brightness_and_no_contrast_left() -> None:
    features = 5 * torch.randn(2, 3, 16, 16) + 7
    torch.testing.assert_close(normalised(features).mean((2, 3)), torch.zeros(2, 3), atol=1e-4, rtol=0)
    torch.testing.assert_close(normalised(features).std((2, 3)), torch.ones(2, 3), atol=0.02, rtol=0)


def test_a_grid_is_told_from_grain() -> None:
    plain = pictures(6)
    assert float(grid_strength(plain).max()) < 3
    every_fourth = torch.zeros_like(plain)
    every_fourth[:, :, ::4] = 0.1
    assert float(grid_strength(plain + every_fourth).min()) > 5
