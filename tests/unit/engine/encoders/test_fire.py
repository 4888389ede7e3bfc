"""Networks of fire modules: rescaling that changes nothing else, and places where a run can be stopped."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from stylegui.engine.control import Cancelled
from stylegui.engine.encoders import fire
from stylegui.engine.encoders.fire import LAYERS, STRIDES, WIDTHS, FireNet

CHANNELS = {"conv1": fire.CONV1_CHANNELS, **WIDTHS}


@pytest.fixture
def net() -> FireNet:
    torch.manual_seed(0)
    return FireNet(fire.SQUEEZE_BUILTIN).requires_grad_(False)


def picture(height: int = 48, width: int = 64) -> Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(1))


def factors(count: int) -> Tensor:
    return 0.2 + 3 * torch.rand(count, generator=torch.Generator().manual_seed(count))


def test_layers_have_their_widths_and_strides(net: FireNet) -> None:
    features = net(picture())
    assert tuple(features) == LAYERS
    for name, feature in features.items():
        assert feature.shape == (1, CHANNELS[name], 48 // STRIDES[name], 64 // STRIDES[name])
        assert feature.min() >= 0
    assert net(picture(), ("fire5",), stride=1)["fire5"].shape == (1, 256, 12, 16)


@pytest.mark.parametrize("scaled", [("conv1", "fire4"), ("fire2", "fire3", "fire8"), LAYERS])
def test_scaled_channels_leave_everything_else_as_it_was(net: FireNet, scaled: tuple[str, ...]) -> None:
    before = net(picture())
    scales = {name: factors(CHANNELS[name]) for name in scaled}
    net.scale_channels(scales)
    after = net(picture())
    for name in LAYERS:
        factor = scales.get(name, torch.ones(CHANNELS[name])).view(1, -1, 1, 1)
        torch.testing.assert_close(after[name], before[name] * factor, rtol=1e-4, atol=1e-5)


def test_powers_of_two_are_folded_in_bit_by_bit(net: FireNet) -> None:
    before = net(picture())
    net.scale_channels({name: torch.full((CHANNELS[name],), 4.0) for name in LAYERS})
    net.scale_squeezes({name: torch.full((net.fire(name).squeeze.out_channels,), 0.5) for name in WIDTHS})
    after = net(picture())
    assert all(torch.equal(after[name], 4 * before[name]) for name in LAYERS)


def test_scaled_narrow_layers_leave_the_outputs_as_they_were(net: FireNet) -> None:
    x = torch.rand(1, CHANNELS["fire3"], 6, 6, generator=torch.Generator().manual_seed(2))
    before, narrow = net(picture()), net.fire("fire4").squeezed(x)
    scales = {name: factors(net.fire(name).squeeze.out_channels) for name in WIDTHS}
    net.scale_squeezes(scales)
    after = net(picture())
    for name in LAYERS:
        torch.testing.assert_close(after[name], before[name], rtol=1e-4, atol=1e-6)
    torch.testing.assert_close(net.fire("fire4").squeezed(x), narrow * scales["fire4"].view(1, -1, 1, 1))


class Stop:
    """A check that raises at its call number `at`, and counts."""

    def __init__(self, at: int) -> None:
        self.at, self.calls = at, 0

    def __call__(self) -> None:
        self.calls += 1
        if self.calls == self.at:
            raise Cancelled


def test_a_run_is_stopped_inside_the_forward_pass(net: FireNet) -> None:
    stop = Stop(3)
    with pytest.raises(Cancelled):
        net(picture(), check=stop)
    assert stop.calls == 3


@pytest.mark.parametrize("at", [1, 4, 8])
def test_a_run_is_stopped_inside_the_backward_pass(net: FireNet, at: int) -> None:
    x = picture().requires_grad_(True)
    stop = Stop(len(LAYERS) + at)
    loss = net(x, ("fire8",), check=stop)["fire8"].sum()
    assert stop.calls == len(LAYERS)
    with pytest.raises(Cancelled):
        loss.backward()
    assert stop.calls == len(LAYERS) + at
    assert x.grad is None


def test_a_check_changes_neither_features_nor_gradients(net: FireNet) -> None:
    gradients: list[Tensor] = []
    for check in (None, Stop(0)):
        x = picture().requires_grad_(True)
        net(x, ("fire8",), check=check)["fire8"].square().sum().backward()
        assert x.grad is not None
        gradients.append(x.grad)
    assert torch.equal(*gradients)
