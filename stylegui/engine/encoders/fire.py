"""A convolutional feature extractor made of fire modules.

The fire module (Iandola et al., "SqueezeNet", 2016, section 3.1) squeezes its input with 1 x 1 filters and expands
it again with a bank of 1 x 1 and 3 x 3 filters. It gives SqueezeNet-like features for a twentieth of VGG-19's
arithmetic, which is what makes optimisation-based transfer bearable on a CPU. Two of the program's three encoders are
this network: `builtin` (wider squeeze layers, trained by `stylegui.training.encoder`), `squeezenet` (SqueezeNet 1.1).
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from stylegui.engine.encoders.interrupt import Check, interruptible

# Output channels of each fire module in SqueezeNet 1.1; each half comes from one of the two expand banks.
WIDTHS: dict[str, int] = {
    "fire2": 128,
    "fire3": 128,
    "fire4": 256,
    "fire5": 256,
    "fire6": 384,
    "fire7": 384,
    "fire8": 512,
}
SQUEEZE_SQUEEZENET: dict[str, int] = {
    "fire2": 16,
    "fire3": 16,
    "fire4": 32,
    "fire5": 32,
    "fire6": 48,
    "fire7": 48,
    "fire8": 64,
}
# Half as wide again: a student with some slack recovers its teacher far more easily than one of exactly its size.
SQUEEZE_BUILTIN: dict[str, int] = {name: width * 3 // 2 for name, width in SQUEEZE_SQUEEZENET.items()}

CONV1_CHANNELS = 64
POOL_BEFORE = frozenset({"fire2", "fire4", "fire6"})
LAYERS: tuple[str, ...] = ("conv1", *WIDTHS)
# Input pixels between two neighbouring units of a layer.
STRIDES: dict[str, int] = {
    "conv1": 2,
    "fire2": 4,
    "fire3": 4,
    "fire4": 8,
    "fire5": 8,
    "fire6": 16,
    "fire7": 16,
    "fire8": 16,
}


class Fire(nn.Module):
    """One fire module: (B, in, H, W) to (B, out, H, W), every output non-negative.

    The 3 x 3 bank pads by repeating the border: zero padding teaches the first layers that pictures end in black, and
    an optimised picture then grows a frame.
    """

    def __init__(
        self, channels_in: int, squeeze: int, channels_out: int, convolution: type[nn.Conv2d] = nn.Conv2d
    ) -> None:
        super().__init__()
        self.squeeze = convolution(channels_in, squeeze, 1)
        self.expand1 = convolution(squeeze, channels_out // 2, 1)
        self.expand3 = convolution(squeeze, channels_out // 2, 3)

    def squeezed(self, x: Tensor) -> Tensor:
        """The narrow layer inside, (B, squeeze, H, W)."""
        return F.relu_(self.squeeze(x))

    def expanded(self, s: Tensor) -> Tensor:
        """The output, from the narrow layer."""
        wide = F.pad(s, (1, 1, 1, 1), mode="replicate")
        return F.relu_(torch.cat([self.expand1(s), self.expand3(wide)], dim=1))

    def forward(self, x: Tensor) -> Tensor:
        return self.expanded(self.squeezed(x))


class FireNet(nn.Module):
    """SqueezeNet-shaped features down to `fire8` (1/16 of the input).

    `mean`, `std` and `bgr` say how the weights expect their input; `forward` itself always takes sRGB in [0, 1].
    `convolution` is the class of the layers inside the modules (training uses one of its own).
    """

    mean: Tensor
    std: Tensor

    def __init__(
        self,
        squeeze: Mapping[str, int],
        mean: tuple[float, float, float] = (0.485, 0.456, 0.406),
        std: tuple[float, float, float] = (0.229, 0.224, 0.225),
        bgr: bool = False,
        convolution: type[nn.Conv2d] = nn.Conv2d,
    ) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(std).view(1, 3, 1, 1), persistent=False)
        self.bgr = bgr
        self.conv1 = nn.Conv2d(3, CONV1_CHANNELS, 3, stride=2)
        self.fires = nn.ModuleDict()
        channels = CONV1_CHANNELS
        for name, width in WIDTHS.items():
            self.fires[name] = Fire(channels, squeeze[name], width, convolution)
            channels = width

    def stem(self, x: Tensor, stride: int = 2) -> Tensor:
        """First layer of a picture (B, 3, H, W), sRGB in [0, 1]: (B, 64, ceil(H / stride), ceil(W / stride))."""
        # The picture's normalisation is linear, so it goes into the filters: they are small and the picture is not.
        weight = (self.conv1.weight.flip(1) if self.bgr else self.conv1.weight) / self.std
        assert self.conv1.bias is not None
        bias = self.conv1.bias - (weight * self.mean).sum((1, 2, 3))
        return F.relu_(F.conv2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), weight, bias, stride=stride))

    def fire(self, name: str) -> Fire:
        """The module that computes layer `name`."""
        module = self.fires[name]
        assert isinstance(module, Fire)
        return module

    def pooled(self, name: str, x: Tensor) -> Tensor:
        """What the module `name` reads: the layer before it, halved where the network halves."""
        return F.max_pool2d(x, 3, 2, ceil_mode=True) if name in POOL_BEFORE else x

    def block(self, name: str, x: Tensor) -> Tensor:
        """Layer `name` applied to the output of the layer before it."""
        return self.fire(name).expanded(self.fire(name).squeezed(self.pooled(name, x)))

    def forward(
        self, x: Tensor, taps: tuple[str, ...] = LAYERS, stride: int = 2, check: Check | None = None
    ) -> dict[str, Tensor]:
        """Features of `taps`, each (B, C, H/s, W/s) and non-negative, by layer name; nothing past the last is computed.

        With `stride=1` the first convolution keeps every position: twice the resolution in every tap, four times the
        cost, and no one-pixel noise that a strided first layer cannot see. `check` may raise to end the pass.
        """
        last = max(LAYERS.index(tap) for tap in taps)
        out: dict[str, Tensor] = {}
        for index, name in enumerate(LAYERS[: last + 1]):
            x = interruptible(self.stem(x, stride) if index == 0 else self.block(name, x), check)
            if name in taps:
                out[name] = x
        return out

    @torch.no_grad()
    def scale_channels(self, scales: Mapping[str, Tensor]) -> None:
        """Multiply the channels of each named layer by positive `scales` (C,) and undo it where the next layer reads.

        ReLU and max-pooling commute with positive factors, so every later layer stays exactly what it was. This is
        the normalisation of Gatys et al. (2016, section 2): filters rescaled so that mean activations are 1.
        """
        for index, name in enumerate(LAYERS):
            if name not in scales:
                continue
            scale = scales[name].to(self.conv1.weight)
            if name == "conv1":
                producers = [(self.conv1, scale)]
            else:
                fire = self.fire(name)
                half = fire.expand1.out_channels
                producers = [(fire.expand1, scale[:half]), (fire.expand3, scale[half:])]
            for conv, factor in producers:
                conv.weight.mul_(factor.view(-1, 1, 1, 1))
                assert conv.bias is not None
                conv.bias.mul_(factor)
            if index + 1 < len(LAYERS):
                self.fire(LAYERS[index + 1]).squeeze.weight.div_(scale.view(1, -1, 1, 1))

    @torch.no_grad()
    def scale_squeezes(self, scales: Mapping[str, Tensor]) -> None:
        """Multiply the narrow layer inside each named module by positive `scales`; outputs stay what they were."""
        for name, scale in scales.items():
            fire = self.fire(name)
            factor = scale.to(fire.squeeze.weight)
            assert fire.squeeze.bias is not None
            fire.squeeze.weight.mul_(factor.view(-1, 1, 1, 1))
            fire.squeeze.bias.mul_(factor)
            fire.expand1.weight.div_(factor.view(1, -1, 1, 1))
            fire.expand3.weight.div_(factor.view(1, -1, 1, 1))


def from_caffe_names(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """State of a `FireNet` from SqueezeNet's published layer names (`fire2.squeeze1x1.weight` ...).

    Raises KeyError naming the first layer that is missing.
    """
    state = {f"conv1.{part}": tensors[f"conv1.{part}"] for part in ("weight", "bias")}
    parts = {"squeeze1x1": "squeeze", "expand1x1": "expand1", "expand3x3": "expand3"}
    for name in WIDTHS:
        for theirs, ours in parts.items():
            for part in ("weight", "bias"):
                state[f"fires.{name}.{ours}.{part}"] = tensors[f"{name}.{theirs}.{part}"]
    return state
