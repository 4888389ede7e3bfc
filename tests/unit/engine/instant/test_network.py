"""The one-pass network: shapes, what it depends on, and what makes it safe on flat pictures."""

from __future__ import annotations

import pytest
import torch

from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.instant.network import (
    CONTENT_TAPS,
    FLAT,
    SIZES,
    STYLE_TAPS,
    InstantNet,
    channel_statistics,
    colouring,
)
from tests.unit.engine.painting import random_encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return random_encoder()


@pytest.fixture(scope="module")
def net() -> InstantNet:
    torch.manual_seed(0)
    return InstantNet(SIZES["fast"]).eval().requires_grad_(False)


def picture(seed: int, height: int = 48, width: int = 64) -> torch.Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(seed))


def painted(
    net: InstantNet, encoder: Encoder, photo: torch.Tensor, style: torch.Tensor, strength: float
) -> torch.Tensor:
    code = net.style(style, encoder.features(style, STYLE_TAPS))
    return net(photo, encoder.features(photo, CONTENT_TAPS), code, torch.tensor([strength]))  # type: ignore[no-any-return]


@pytest.mark.parametrize("shape", [(48, 64), (64, 40), (32, 32)])
def test_a_result_has_the_shape_of_the_photo(net: InstantNet, encoder: Encoder, shape: tuple[int, int]) -> None:
    photo = picture(1, *shape)
    assert painted(net, encoder, photo, picture(2), 0.7).shape == photo.shape


def test_style_and_strength_change_the_result(encoder: Encoder) -> None:
    torch.manual_seed(0)
    net = InstantNet(SIZES["fast"]).requires_grad_(False)
    photo = picture(1)
    first = painted(net, encoder, photo, picture(2), 0.7)
    assert not torch.allclose(first, painted(net, encoder, photo, picture(3) ** 3, 0.7), atol=1e-4)
    assert not torch.allclose(first, painted(net, encoder, photo, picture(2), 0.1), atol=1e-6)


def test_coloured_vectors_have_the_styles_correlations() -> None:
    generator = torch.Generator().manual_seed(0)
    mix, other = (torch.randn(1, 6, 6, generator=generator) for _ in range(2))
    vectors = mix @ torch.randn(1, 6, 20_000, generator=generator)
    own, wanted = vectors @ vectors.transpose(1, 2) / 20_000, other @ other.transpose(1, 2)
    coloured = colouring(wanted, own) @ vectors
    found = coloured @ coloured.transpose(1, 2) / 20_000
    assert float((found - wanted).norm() / wanted.norm()) < 0.1


@pytest.mark.parametrize(("size", "most"), [("fast", 0.5e6), ("fine", 1.5e6)])
def test_the_way_of_a_photo_through_the_networks_is_short(encoder: Encoder, size: str, most: float) -> None:
    """Reader and predictor run once a style; a photo passes the encoder's first half and the decoder."""
    net = InstantNet(SIZES[size])
    decoder = sum(p.numel() for name, p in net.named_parameters() if not name.startswith(("reader", "predictor")))
    blocks = ("conv1", "fires.fire2", "fires.fire3", "fires.fire4", "fires.fire5")
    assert isinstance(encoder.net, torch.nn.Module)
    read = sum(p.numel() for name, p in encoder.net.named_parameters() if name.startswith(blocks))
    assert decoder + read <= most


def test_statistics_are_those_of_the_channels() -> None:
    features = torch.randn(2, 5, 9, 7) * 3 + 1
    mean, deviation = channel_statistics(features)
    torch.testing.assert_close(mean, features.mean((2, 3)))
    expected = (features.var((2, 3), correction=0) + FLAT**2).sqrt()
    torch.testing.assert_close(deviation, expected, rtol=1e-4, atol=1e-4)


def test_a_flat_photo_stays_free_of_noise(net: InstantNet, encoder: Encoder) -> None:
    flat = torch.full((1, 3, 64, 64), 0.6) + 0.001 * (picture(4, 64, 64) - 0.5)
    result = painted(net, encoder, flat, picture(2), 1.0)
    inner = result[..., 8:-8, 8:-8]
    assert float(inner.std(dim=(2, 3)).max()) < 0.05
