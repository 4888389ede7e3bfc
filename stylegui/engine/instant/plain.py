"""The one-pass network for one style, one strength and one photo's statistics: a plain chain of convolutions.

With those three fixed, every exchange of statistics, scale and shift is a constant, and goes into the weights and
biases of the convolution beside it. What is left depends on neighbouring pixels only, so a picture of any size can be
painted in tiles that fit together exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from stylegui.engine.instant.network import (
    CONTENT_TAPS,
    MAX_GAIN,
    Conditional,
    InstantNet,
    Statistics,
    StyleCode,
    colouring,
)

# Pixels that a result's pixel may depend on, to each side: 6 + 1 convolutions at an eighth, 4 + 1 at a quarter, 2 at a
# half, one at full size, and the encoder's own reach; as a multiple of the encoder's stride.
REACH_PX = 112


@dataclass(frozen=True, eq=False)
class Layer:
    """One convolution: weight (out, in, k, k) and bias (out,)."""

    weight: Tensor
    bias: Tensor

    def __call__(self, x: Tensor) -> Tensor:
        if reach := self.weight.shape[-1] // 2:
            x = F.pad(x, (reach, reach, reach, reach), mode="replicate")
        return F.conv2d(x, self.weight, self.bias)

    def to(self, dtype: torch.dtype, memory_format: torch.memory_format) -> Layer:
        return Layer(self.weight.to(dtype=dtype, memory_format=memory_format), self.bias.to(dtype))


@dataclass(frozen=True, eq=False)
class Stage:
    """The decoder at one size: what it reads there, how it goes on from the stage before, and its residual blocks."""

    tap: str
    read: Layer
    up: Layer | None
    blocks: tuple[tuple[Layer, Layer], ...]


class PlainNet:
    """Decoder of one style. Calling it gives a result (1, 3, H, W), not clipped, as `InstantNet.forward` does."""

    def __init__(self, stages: tuple[Stage, ...], out: Layer, kept: Tensor) -> None:
        self.stages, self.out, self.kept = stages, out, kept

    def __call__(self, photo: Tensor, features: Mapping[str, Tensor]) -> Tensor:
        x: Tensor | None = None
        for stage in self.stages:
            seen = features[stage.tap]
            if stage.tap == "conv1":
                seen = torch.cat([seen, F.pixel_unshuffle(photo, 2)], dim=1)
            seen = stage.read(seen)
            if stage.up is not None and x is not None:
                seen += F.interpolate(stage.up(x), scale_factor=2.0, mode="nearest")
            x = F.relu_(seen)
            for first, second in stage.blocks:
                x = F.relu_(second(F.relu_(first(x))).add_(x))
        assert x is not None
        painted = F.pixel_shuffle(self.out(x), 2)
        result: Tensor = torch.addcmul(painted, self.kept, photo)
        return result

    def to(self, dtype: torch.dtype, memory_format: torch.memory_format = torch.contiguous_format) -> PlainNet:
        """The same network in another number format and memory layout."""

        def moved(layer: Layer) -> Layer:
            return layer.to(dtype, memory_format)

        stages = tuple(
            Stage(
                stage.tap,
                moved(stage.read),
                moved(stage.up) if stage.up is not None else None,
                tuple((moved(first), moved(second)) for first, second in stage.blocks),
            )
            for stage in self.stages
        )
        return PlainNet(stages, moved(self.out), self.kept.to(dtype))


@torch.no_grad()
def folded(net: InstantNet, style: StyleCode, strength: float, photo: Mapping[str, Statistics]) -> PlainNet:
    """The network for one style code (batch of 1), a strength in [0, 1] and the statistics of one photo, by layer."""
    affine, kept = net.affine(style, style.vector.new_tensor([strength]))

    def plain(convolution: nn.Module, filters: tuple[Tensor, Tensor] | None = None) -> Layer:
        assert isinstance(convolution, Conditional) and convolution.bias is not None
        weight, bias = filters or (convolution.weight, convolution.bias)
        scale, shift = affine[convolution]
        return Layer(weight * (1 + scale[0])[:, None, None, None], bias * (1 + scale[0]) + shift[0])

    stages = []
    for tap in reversed(CONTENT_TAPS):
        blocks = net.blocks[tap]
        assert isinstance(blocks, nn.ModuleList)
        layers = [plain(each) for each in blocks]
        up = plain(net.up[tap]) if tap in net.up else None
        read = plain(net.read[tap], _reading(net, tap, photo[tap], style.statistics[tap]))
        stages.append(Stage(tap, read, up, tuple(zip(layers[::2], layers[1::2], strict=True))))
    return PlainNet(tuple(stages), _before_doubling(plain(net.out)), kept[0].view(1, 3, 1, 1))


def _reading(net: InstantNet, tap: str, own: Statistics, wanted: Statistics) -> tuple[Tensor, Tensor]:
    """Weight and bias of the 1 × 1 filters that read a layer, with the exchange of its statistics inside.

    All of it is linear in the features: gains and offsets channel by channel, and beside them the change of basis, the
    colouring there and the filters that read its result.
    """
    read, basis, correlated = net.read[tap], net.basis[tap], net.correlated[tap]
    assert isinstance(read, Conditional) and read.bias is not None
    assert isinstance(basis, nn.Conv2d) and isinstance(correlated, nn.Conv2d)
    gain = (wanted.deviation / own.deviation).clamp_max(MAX_GAIN)[0]
    offset = wanted.mean[0] - own.mean[0] * gain
    if tap == "conv1":
        gain = torch.cat([gain, gain.new_ones(12)])
        offset = torch.cat([offset, offset.new_full((12,), -0.5)])
    weight = read.weight[..., 0, 0]
    bias = read.bias + weight @ offset
    weight = weight * gain
    coloured = (
        correlated.weight[..., 0, 0] @ colouring(wanted.correlation, own.correlation)[0] @ basis.weight[..., 0, 0]
    )
    coloured = coloured / own.deviation[0]
    bias = bias - coloured @ own.mean[0]
    channels = coloured.shape[1]
    weight[:, :channels] += coloured
    return weight[..., None, None], bias


def _before_doubling(layer: Layer) -> Layer:
    """Four 3 × 3 filters in place of one, for the picture before it is doubled: a quarter of the arithmetic.

    After nearest-neighbour doubling a 3 × 3 filter sees only two different rows and columns, which two depends on where
    in its 2 × 2 block a pixel lies. The answers of the four cases come as channels for `pixel_shuffle`; unlike filters
    learned that way they cannot disagree, and leave no grid.
    """
    channels_out, channels_in = layer.weight.shape[:2]
    weight = layer.weight.new_zeros(channels_out, 2, 2, channels_in, 3, 3)
    for row in (0, 1):
        for column in (0, 1):
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    to_y, to_x = (row + dy) // 2 + 1, (column + dx) // 2 + 1
                    weight[:, row, column, :, to_y, to_x] += layer.weight[:, :, dy + 1, dx + 1]
    return Layer(weight.reshape(4 * channels_out, channels_in, 3, 3), layer.bias.repeat_interleave(4))
