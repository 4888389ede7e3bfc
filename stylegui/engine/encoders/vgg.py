"""VGG-19 (Simonyan and Zisserman, "Very Deep Convolutional Networks", 2014) down to `relu5_1`, for style transfer.

The network of Gatys et al. (2016) and of most papers since. It is the slowest of the program's encoders by far; its
weights are downloaded when the user asks for them (`stylegui.engine.encoders.weights`). Two changes to the network as
it was trained come from practice: the first convolution repeats the border instead of padding with zeros, which
otherwise grow a frame into optimised pictures, and pooling can be by average, as Gatys et al. (section 2) recommend.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from stylegui.engine.encoders.interrupt import Check, interruptible

Pooling = Literal["max", "average"]

_BLOCKS: tuple[tuple[int, int], ...] = ((2, 64), (2, 128), (4, 256), (4, 512), (1, 512))

LAYERS: tuple[str, ...] = tuple(
    f"relu{block}_{place}" for block, (count, _) in enumerate(_BLOCKS, 1) for place in range(1, count + 1)
)
WIDTHS: dict[str, int] = {name: _BLOCKS[int(name[4]) - 1][1] for name in LAYERS}
# Input pixels between two neighbouring units of a layer.
STRIDES: dict[str, int] = {name: 2 ** (int(name[4]) - 1) for name in LAYERS}
POOL_BEFORE = frozenset({"relu2_1", "relu3_1", "relu4_1", "relu5_1"})

# An average over a 2 x 2 window of ReLU features is about half of its maximum. Layers after an average pool would
# whisper without this factor (crowsonkb/style-transfer-pytorch uses the same).
AVERAGE_POOL_GAIN = 2.0

MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)


def torchvision_indices() -> dict[str, int]:
    """Place of each layer's convolution in torchvision's `features`, where ReLUs and pools are counted as well."""
    indices: dict[str, int] = {}
    index = 0
    for name in LAYERS:
        if name in POOL_BEFORE:
            index += 1
        indices[name] = index
        index += 2
    return indices


class VGG19(nn.Module):
    """VGG-19's features down to `relu5_1` (1/16 of the input).

    Parameters carry torchvision's names (`features.0.weight` ...), so a state of its `features` loads as it is. A new
    network has PyTorch's random weights.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, pooling: Pooling = "max") -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(MEAN).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(STD).view(1, 3, 1, 1), persistent=False)
        self.pooling = pooling
        self.features = nn.ModuleDict()
        self._keys = {name: str(index) for name, index in torchvision_indices().items()}
        channels = 3
        for name in LAYERS:
            padding = 0 if name == LAYERS[0] else 1
            self.features[self._keys[name]] = nn.Conv2d(channels, WIDTHS[name], 3, padding=padding)
            channels = WIDTHS[name]

    def convolution(self, name: str) -> nn.Conv2d:
        """The convolution whose ReLU is layer `name`."""
        conv = self.features[self._keys[name]]
        assert isinstance(conv, nn.Conv2d)
        return conv

    def stem(self, x: Tensor) -> Tensor:
        """First layer of a picture (B, 3, H, W), sRGB in [0, 1]: (B, 64, H, W)."""
        x = F.pad((x - self.mean) / self.std, (1, 1, 1, 1), mode="replicate")
        return F.relu(self.convolution(LAYERS[0])(x))

    def block(self, name: str, x: Tensor) -> Tensor:
        """Layer `name` applied to the output of the layer before it. A side of 1 px is not halved any more."""
        if name in POOL_BEFORE:
            window = (min(2, x.shape[-2]), min(2, x.shape[-1]))
            x = F.max_pool2d(x, window) if self.pooling == "max" else F.avg_pool2d(x, window) * AVERAGE_POOL_GAIN
        return F.relu(self.convolution(name)(x))

    def forward(
        self,
        x: Tensor,
        taps: tuple[str, ...] = LAYERS,
        stride: int = 1,  # noqa: ARG002 - every encoder is called alike
        check: Check | None = None,
    ) -> dict[str, Tensor]:
        """Features of `taps`, each (B, C, H/s, W/s) and non-negative, by layer name; nothing past the last is computed.

        `x` is (B, 3, H, W), sRGB in [0, 1]. `stride` changes nothing: it is there because other encoders have one, and
        VGG-19's first convolution already keeps every position. `check` may raise to end the pass.
        """
        last = max(LAYERS.index(tap) for tap in taps)
        out: dict[str, Tensor] = {}
        for index, name in enumerate(LAYERS[: last + 1]):
            x = interruptible(self.stem(x) if index == 0 else self.block(name, x), check)
            if name in taps:
                out[name] = x
        return out

    @torch.no_grad()
    def scale_channels(self, scales: Mapping[str, Tensor]) -> None:
        """Multiply the channels of each named layer by positive `scales` (C,) and undo it where the next layer reads.

        ReLU and both kinds of pooling commute with positive factors, so every layer without a scale stays exactly
        what it was. This is the normalisation of Gatys et al. (2016, section 2).
        """
        for index, name in enumerate(LAYERS):
            if name not in scales:
                continue
            conv = self.convolution(name)
            scale = scales[name].to(conv.weight)
            conv.weight.mul_(scale.view(-1, 1, 1, 1))
            assert conv.bias is not None
            conv.bias.mul_(scale)
            if index + 1 < len(LAYERS):
                self.convolution(LAYERS[index + 1]).weight.div_(scale.view(1, -1, 1, 1))


def from_torchvision_names(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The part of torchvision's VGG-19 state that this network has; classifier and deeper layers are dropped.

    Raises KeyError naming the first layer that is missing.
    """
    keys = [f"features.{i}.{part}" for i in torchvision_indices().values() for part in ("weight", "bias")]
    return {key: tensors[key] for key in keys}
