"""The folded network: the same pictures as the whole one, and the same pixels in tiles."""

from __future__ import annotations

import pytest
import torch

from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.instant.network import CONTENT_TAPS, SIZES, STYLE_TAPS, Colours, InstantNet, StyleCode
from stylegui.engine.instant.plain import (
    ENOUGH,
    REACH_PX,
    Brush,
    PlainNet,
    colours_of_places,
    folded,
    in_pixels,
    in_places,
    sampled,
)
from tests.unit.engine.painting import random_encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return random_encoder()


@pytest.fixture(scope="module")
def net() -> InstantNet:
    """With larger predictions than a fresh network has, so that every fold counts."""
    torch.manual_seed(0)
    net = InstantNet(SIZES["fast"]).eval().requires_grad_(False)
    last = net.predictor[2]
    assert isinstance(last, torch.nn.Linear)
    last.weight.mul_(4)
    for correlated in net.correlated.parameters():
        torch.nn.init.normal_(correlated, std=0.2)
    return net


def picture(seed: int, height: int, width: int) -> torch.Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(seed))


def code(net: InstantNet, encoder: Encoder) -> StyleCode:
    painting = picture(2, 48, 48).square()
    return net.style(painting, encoder.features(painting, STYLE_TAPS))


def plain(net: InstantNet, encoder: Encoder, photo: torch.Tensor, strength: float) -> PlainNet:
    features = encoder.features(photo, CONTENT_TAPS)
    statistics = {tap: net.statistics(tap, features[tap]) for tap in CONTENT_TAPS}
    return folded(net, code(net, encoder), strength, statistics)


@pytest.mark.parametrize("strength", [0.0, 0.6, 1.0])
def test_folding_changes_nothing(net: InstantNet, encoder: Encoder, strength: float) -> None:
    photo = picture(1, 48, 64)
    features = encoder.features(photo, CONTENT_TAPS)
    whole = net(photo, features, code(net, encoder), torch.tensor([strength]))
    result = plain(net, encoder, photo, strength)(photo, features)
    torch.testing.assert_close(result, whole, atol=5e-5, rtol=1e-4)
    brush = Brush(net, code(net, encoder), strength)
    torch.testing.assert_close(brush(photo, features), whole, atol=5e-5, rtol=1e-4)
    torch.testing.assert_close(brush.held(photo, features)(photo, features), whole, atol=5e-5, rtol=1e-4)


def held(net: InstantNet, encoder: Encoder, photo: torch.Tensor) -> PlainNet:
    """With the statistics of `photo` as constants."""
    return plain(net, encoder, photo, 0.8).hold(photo, encoder.features(photo, CONTENT_TAPS))


def test_a_tile_with_its_reach_gives_the_pixels_of_the_whole_picture(net: InstantNet, encoder: Encoder) -> None:
    photo = picture(3, 48, 2 * REACH_PX + 64)
    paint = held(net, encoder, photo)
    whole = paint(photo, encoder.features(photo, CONTENT_TAPS))
    tile = photo[..., 64:]
    part = paint(tile, encoder.features(tile, CONTENT_TAPS))
    torch.testing.assert_close(part[..., REACH_PX:], whole[..., 64 + REACH_PX :], atol=2e-5, rtol=1e-4)


def test_the_reach_is_no_larger_than_it_must_be(net: InstantNet, encoder: Encoder) -> None:
    """A pixel half a reach away does matter: the figure is a measure of the network and not a guess."""
    photo = picture(3, 16, 2 * REACH_PX)
    paint = held(net, encoder, photo)
    changed = photo.clone()
    changed[..., REACH_PX - 48] = 1 - changed[..., REACH_PX - 48]
    before, after = (paint(each, encoder.features(each, CONTENT_TAPS)) for each in (photo, changed))
    assert float((before - after)[..., REACH_PX].abs().max()) > 0


def test_a_held_network_depends_on_neighbours_only(net: InstantNet, encoder: Encoder) -> None:
    """The statistics of another picture do not come in, those of its own were."""
    photo = picture(3, 48, 64)
    darker = photo * 0.5
    features = encoder.features(darker, CONTENT_TAPS)
    own = plain(net, encoder, photo, 0.8)(darker, features)
    assert not torch.allclose(held(net, encoder, photo)(darker, features), own, atol=1e-2)


def test_another_number_format_stays_near(net: InstantNet, encoder: Encoder) -> None:
    photo = picture(1, 48, 64)
    paint = plain(net, encoder, photo, 0.6)
    exact = paint(photo, encoder.features(photo, CONTENT_TAPS))
    brief = paint.to(torch.bfloat16, torch.channels_last)
    assert float((brief(photo, encoder.features(photo, CONTENT_TAPS)) - exact).abs().mean()) < 0.03


def test_places_are_pixels() -> None:
    photo = picture(5, 6, 10)
    places = in_places(photo)
    assert places.shape == (1, 12, 3, 5)
    torch.testing.assert_close(places[0, 3:6], photo[0, :, ::2, 1::2])  # the upper right of each four
    torch.testing.assert_close(in_pixels(places), photo)


def test_places_have_the_colours_of_the_picture() -> None:
    photo = torch.cat([picture(5, 6, 10), picture(6, 6, 10) ** 2])
    found, expected = colours_of_places(in_places(photo)), Colours.of(photo)
    torch.testing.assert_close(found.mean, expected.mean)
    torch.testing.assert_close(found.covariance, expected.covariance)


@pytest.mark.parametrize(("side", "most"), [(40, 40**2), (48, 48**2), (192, 48**2), (500, 56**2)])
def test_samples_are_enough_and_not_many_more(side: int, most: int) -> None:
    positions = sampled(torch.zeros(1, 2, side, side))[0, 0].numel()
    assert min(ENOUGH, side**2) <= positions <= most
