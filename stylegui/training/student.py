"""The network that learns: the built-in encoder's shape, in coordinates in which it learns quickly."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from stylegui.engine.encoders import fire
from stylegui.engine.encoders.fire import FireNet


class CentredConv(nn.Conv2d):
    """A convolution that sees its input with a constant `centre` (C_in,) taken off every channel.

    The same family of functions as a plain convolution, in other coordinates. Features behind a ReLU are all positive;
    their common part is by far the largest direction of the loss, and a first-order optimiser that has to keep its
    steps small for it learns everything else a hundred times too slowly.
    """

    centre: Tensor

    def __init__(self, channels_in: int, channels_out: int, kernel: int) -> None:
        super().__init__(channels_in, channels_out, kernel)
        self.register_buffer("centre", torch.zeros(channels_in))

    def plain_bias(self) -> Tensor:
        """The bias of the plain convolution that this one is."""
        assert self.bias is not None
        bias: Tensor = self.bias - self.weight.sum((2, 3)) @ self.centre
        return bias

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self._conv_forward(x, self.weight, self.plain_bias())
        return out


def init_student(seed: int) -> FireNet:
    """A `FireNet` of the built-in shape with `CentredConv` inside, He-normal weights and zero biases."""
    generator = torch.Generator().manual_seed(seed)
    net = FireNet(fire.SQUEEZE_BUILTIN, convolution=CentredConv)
    with torch.no_grad():
        for module in net.modules():
            if isinstance(module, nn.Conv2d):
                fan_in = module.weight[0].numel()
                module.weight.copy_(torch.randn(module.weight.shape, generator=generator) * (2 / fan_in) ** 0.5)
                assert module.bias is not None
                module.bias.zero_()
    return net


def set_centres(student: FireNet, centres: Mapping[str, Tensor]) -> None:
    """Centre what each module reads on `centres` (C_in,), by module name, and its narrow layer on 1."""
    for name, centre in centres.items():
        module = student.fire(name)
        assert isinstance(module.squeeze, CentredConv)
        assert isinstance(module.expand1, CentredConv) and isinstance(module.expand3, CentredConv)
        module.squeeze.centre.copy_(centre)
        # The narrow layer is to have a mean of 1, like that of a teacher with normalised channels.
        module.expand1.centre.fill_(1.0)
        module.expand3.centre.fill_(1.0)


def plain(student: FireNet) -> FireNet:
    """The same network with plain convolutions, frozen."""
    net = FireNet(fire.SQUEEZE_BUILTIN).to(student.mean.device)
    state = {name: value for name, value in student.state_dict().items() if not name.endswith(".centre")}
    for name, module in student.named_modules():
        if isinstance(module, CentredConv):
            state[f"{name}.bias"] = module.plain_bias().detach()
    net.load_state_dict(state)
    return net.eval().requires_grad_(False)
