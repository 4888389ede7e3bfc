"""VGG-19: the same numbers as torchvision's away from the border, and scaling that changes nothing behind it."""

from __future__ import annotations

import pytest
import torch
import torchvision
from torch import Tensor, nn

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders import vgg
from stylegui.engine.encoders.vgg import LAYERS, STRIDES, VGG19, WIDTHS


def picture(height: int, width: int) -> Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(3))


@pytest.fixture(scope="module")
def theirs() -> nn.Sequential:
    torch.manual_seed(0)
    network: nn.Sequential = torchvision.models.vgg19(weights=None).features
    for module in network.modules():
        if isinstance(module, nn.Conv2d) and module.bias is not None:
            nn.init.normal_(module.bias, std=0.05)
    return network


@pytest.fixture
def network(theirs: nn.Sequential) -> VGG19:
    network = VGG19()
    state = {f"features.{name}": tensor for name, tensor in theirs.state_dict().items()}
    network.load_state_dict(vgg.from_torchvision_names(state))
    return network.requires_grad_(False)


def test_layers_have_their_published_names_widths_and_strides(network: VGG19) -> None:
    features = network(picture(64, 48))
    assert tuple(features) == LAYERS
    assert LAYERS[0] == "relu1_1" and LAYERS[-1] == "relu5_1" and len(LAYERS) == 13
    for name, feature in features.items():
        assert feature.shape == (1, WIDTHS[name], 64 // STRIDES[name], 48 // STRIDES[name])
        assert feature.min() >= 0


def test_features_are_torchvisions_where_the_first_border_does_not_reach(network: VGG19, theirs: nn.Sequential) -> None:
    side = 96
    x = picture(side, side)
    normalised = (x - network.mean) / network.std
    with torch.no_grad():
        ours = network(x, ("relu1_1", "relu2_1", "relu3_1"))
        for name, index in (("relu1_1", 1), ("relu2_1", 6), ("relu3_1", 11)):
            expected = theirs[: index + 1](normalised)
            edge = 16 // STRIDES[name]
            inner = (..., slice(edge, -edge), slice(edge, -edge))
            torch.testing.assert_close(ours[name][inner], expected[inner])
            # At the border itself they differ, because torchvision pads the first layer with zeros.
            assert not torch.allclose(ours[name][..., 0], expected[..., 0])


def test_a_flat_picture_has_a_flat_first_layer(network: VGG19) -> None:
    """Replicate padding: the border of the first layer does not know that it is one."""
    feature = network(torch.full((1, 3, 24, 24), 0.3), ("relu1_1",))["relu1_1"]
    assert float(feature.flatten(2).std(2).max()) < 1e-6


@pytest.mark.parametrize("pooling", ["max", "average"])
def test_scaled_channels_leave_every_other_layer_as_it_was(network: VGG19, pooling: vgg.Pooling) -> None:
    network.pooling = pooling
    x = picture(48, 48)
    before = network(x)
    generator = torch.Generator().manual_seed(5)
    scales = {
        name: 0.2 + 3 * torch.rand(WIDTHS[name], generator=generator) for name in ("relu1_1", "relu3_1", "relu5_1")
    }
    network.scale_channels(scales)
    after = network(x)
    for name in LAYERS:
        factor = scales.get(name, torch.ones(WIDTHS[name])).view(1, -1, 1, 1)
        torch.testing.assert_close(after[name], before[name] * factor, rtol=1e-4, atol=1e-5)


def test_average_pooling_is_another_network_of_about_the_same_loudness(network: VGG19) -> None:
    x = picture(64, 64)
    by_maximum = network(x, ("relu2_1",))["relu2_1"]
    network.pooling = "average"
    by_average = network(x, ("relu2_1",))["relu2_1"]
    assert not torch.allclose(by_maximum, by_average)
    assert 0.3 < float(by_average.mean() / by_maximum.mean()) < 3


def test_a_picture_smaller_than_the_stride_still_has_features(network: VGG19) -> None:
    assert network(picture(1, 9), ("relu5_1",))["relu5_1"].shape == (1, 512, 1, 1)


def test_a_cancelled_run_ends_inside_the_pass_and_inside_its_gradient(network: VGG19) -> None:
    control = RunControl()
    x = picture(32, 32).requires_grad_(True)
    features = network(x, ("relu3_1",), check=control.checkpoint)
    control.cancel()
    with pytest.raises(Cancelled):
        features["relu3_1"].sum().backward()
    with pytest.raises(Cancelled):
        network(x, ("relu1_1",), check=control.checkpoint)


def test_a_state_without_one_of_the_layers_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match=r"features\.0\.weight"):
        vgg.from_torchvision_names({})
