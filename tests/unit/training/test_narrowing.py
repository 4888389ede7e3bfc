"""A smaller network cut out of a larger one: it fits, keeps what it should, and paints alike where nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from stylegui.engine.instant.network import CONTENT_TAPS, SIZES, STYLE_TAPS, InstantNet
from stylegui.training.narrowing import narrowed
from tests.unit.engine.painting import random_encoder


def fine() -> InstantNet:
    torch.manual_seed(0)
    return InstantNet(SIZES["fine"]).eval().requires_grad_(False)


def test_what_is_cut_out_fits_and_keeps_the_reader() -> None:
    net = fine()
    slim = InstantNet(SIZES["fast"])
    slim.load_state_dict(narrowed(net.state_dict(), SIZES["fine"], SIZES["fast"]))
    cut, whole = slim.state_dict(), net.state_dict()
    for name in ("reader.out.weight", "basis.fire3.weight"):
        assert torch.equal(cut[name], whole[name])


def test_where_the_channels_that_go_are_silent_the_picture_stays() -> None:
    """Channels without any weight to the next layer are the ones that go, and nobody misses them."""
    net, generator = fine(), torch.Generator().manual_seed(1)
    for tap, wide, slim in zip(("fire5", "fire3", "conv1"), SIZES["fine"].widths, SIZES["fast"].widths, strict=True):
        gone = torch.randperm(wide, generator=generator)[slim:]
        heard = (f"blocks.{tap}.", {"fire5": "up.fire3.", "fire3": "up.conv1.", "conv1": "out."}[tap])
        for name, weights in net.named_parameters():
            if name.startswith(heard) and name.endswith("weight"):
                weights[:, gone] = 0
    slim_net = InstantNet(SIZES["fast"]).eval().requires_grad_(False)
    slim_net.load_state_dict(narrowed(net.state_dict(), SIZES["fine"], SIZES["fast"]))
    encoder = random_encoder()
    photo, style = (torch.rand(1, 3, 48, 48, generator=generator) for _ in range(2))
    features = encoder.features(photo, CONTENT_TAPS)
    results = [
        each(photo, features, each.style(style, encoder.features(style, STYLE_TAPS)), torch.ones(1))
        for each in (net, slim_net)
    ]
    torch.testing.assert_close(results[0], results[1], atol=1e-3, rtol=1e-3)


def test_a_network_is_not_cut_out_of_a_narrower_one() -> None:
    with pytest.raises(ValueError, match="wider"):
        narrowed(InstantNet(SIZES["fast"]).state_dict(), SIZES["fast"], SIZES["fine"])
    with pytest.raises(ValueError, match="blocks"):
        narrowed(fine().state_dict(), SIZES["fine"], replace(SIZES["fast"], blocks=(1, 1, 1)))
