"""The one-pass network for one style and one strength: a short chain of convolutions.

With style and strength given, every exchange of statistics, scale and shift is known, and goes into the weights and
biases of the convolution beside it. Only the normalisation of the decoder's channels is left, which asks for the whole
picture. `Brush` takes it from the picture that is painted. For pictures too large for that, `Brush.held` takes it once
from samples of the picture, and folds it as well: what is left depends on neighbouring pixels only, so a picture of any
size can be painted in tiles that fit together exactly.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from stylegui.engine.instant.network import (
    CONTENT_TAPS,
    MAX_GAIN,
    STILL,
    Colours,
    Conditional,
    InstantNet,
    Statistics,
    StyleCode,
    colouring,
    matching,
)

# Pixels that a result's pixel may depend on, to each side: 6 + 1 convolutions at an eighth, 4 + 1 at a quarter, 2 at a
# half, one at full size, and the encoder's own reach; as a multiple of the encoder's stride.
REACH_PX = 112
# Positions that a layer's statistics are counted at, at least, where it has so many.
ENOUGH = 2304


def as_one(samples: Tensor) -> Tensor:
    """Samples (B, C, H, W) of one picture, below each other in one (1, C, B·H, W): statistics forget positions."""
    return samples if samples.shape[0] == 1 else torch.cat(list(samples), dim=1)[None]


@dataclass(frozen=True, eq=False)
class Layer:
    """One convolution: weight (out, in, k, k) and bias (out,). Called, it gives its answers (B, out, H, W)."""

    weight: Tensor
    bias: Tensor

    def __call__(self, x: Tensor) -> Tensor:
        if reach := self.weight.shape[-1] // 2:
            x = F.pad(x, (reach, reach, reach, reach), mode="replicate")
        return F.conv2d(x, self.weight, self.bias)

    def to(self, dtype: torch.dtype, memory_format: torch.memory_format) -> Layer:
        return Layer(self.weight.to(dtype=dtype, memory_format=memory_format), self.bias.to(dtype))

    def hold(self, x: Tensor) -> tuple[Tensor, Layer]:
        """Its answers, and the layer that gives such answers to parts of the same picture: itself."""
        return self(x), self


@dataclass(frozen=True, eq=False)
class NormalisedLayer(Layer):
    """A convolution whose answers are brought to deviations of `gain` and means of `shift`, both (out,) float32.

    Samples of one picture (B, C, H, W) are normalised together.
    """

    gain: Tensor
    shift: Tensor

    def __call__(self, x: Tensor) -> Tensor:
        return self._normalised(x)[0]

    def to(self, dtype: torch.dtype, memory_format: torch.memory_format) -> NormalisedLayer:
        plain = super().to(dtype, memory_format)
        return NormalisedLayer(plain.weight, plain.bias, self.gain, self.shift)

    def hold(self, x: Tensor) -> tuple[Tensor, Layer]:
        """Its answers, and a plain layer with the change that they took inside."""
        y, mean, inverse = self._normalised(x)
        gain = self.gain * inverse
        weight = self.weight.float() * gain[:, None, None, None]
        held = Layer(weight, self.bias.float() * gain + self.shift - mean * gain)
        layout = torch.channels_last if x.is_contiguous(memory_format=torch.channels_last) else torch.contiguous_format
        return y, held.to(self.weight.dtype, layout)

    def _normalised(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The answers, and what they were normalised by: mean and inverse deviation, (out,) float32."""
        # What batch normalisation does in training is this very thing, and torch has a quick kernel for it that sums
        # in float32 whatever the answers come in.
        found: tuple[Tensor, Tensor, Tensor] = torch.native_batch_norm(
            super().__call__(x), self.gain, self.shift, None, None, True, 0.0, STILL
        )
        return found


@dataclass(frozen=True, eq=False)
class Stage:
    """The decoder at one size: what it reads there, how it goes on from the stage before, and its residual blocks."""

    tap: str
    read: Layer
    up: Layer | None
    blocks: tuple[tuple[Layer, Layer], ...]

    def to(self, dtype: torch.dtype, memory_format: torch.memory_format) -> Stage:
        """The same stage in another number format and memory layout."""
        up = self.up.to(dtype, memory_format) if self.up is not None else None
        blocks = tuple(
            (first.to(dtype, memory_format), second.to(dtype, memory_format)) for first, second in self.blocks
        )
        return Stage(self.tap, self.read.to(dtype, memory_format), up, blocks)

    def __call__(self, seen: Tensor, before: Tensor | None) -> Tensor:
        """Answers (B, C, H, W) to what the encoder saw and to the stage before."""
        x = self.read(seen)
        if self.up is not None and before is not None:
            x += F.interpolate(self.up(before), scale_factor=2.0, mode="nearest")
        x = F.relu_(x)
        for first, second in self.blocks:
            x = F.relu_(second(F.relu_(first(x))).add_(x))
        return x

    def hold(self, seen: Tensor, before: Tensor | None) -> tuple[Tensor, Stage]:
        """Its answers, and the stage with the statistics of this picture folded in."""
        x, read = self.read.hold(seen)
        up = self.up
        if up is not None and before is not None:
            larger, up = up.hold(before)
            x += F.interpolate(larger, scale_factor=2.0, mode="nearest")
        x = F.relu_(x)
        blocks = []
        for first, second in self.blocks:
            y, held_first = first.hold(x)
            y, held_second = second.hold(F.relu_(y))
            x = F.relu_(y.add_(x))
            blocks.append((held_first, held_second))
        return x, Stage(self.tap, read, up, tuple(blocks))


@dataclass(frozen=True, eq=False)
class PlainNet:
    """Decoder of one style. Calling it gives a result (1, 3, H, W) float32, not clipped, as `InstantNet.forward` does.

    `kept` (3, 3) is what the photo's own pixels add to the result; `colours` are those that the result is still to be
    matched to, None where that is folded in.
    """

    stages: tuple[Stage, ...]
    out: Layer
    kept: Tensor
    colours: Colours | None = None

    @property
    def dtype(self) -> torch.dtype:
        """The number format that it computes in."""
        return self.kept.dtype

    def __call__(self, photo: Tensor, features: Mapping[str, Tensor]) -> Tensor:
        places, x = self._places(photo), None
        for stage in self.stages:
            x = stage(self._seen(stage, places, features), x)
        painted = self._painted(x, places)
        if self.colours is None:
            return in_pixels(painted)
        gain, offset = matching(colours_of_places(painted), Colours.of(sampled(photo)), self.colours)
        matched = painted.permute(0, 2, 3, 1) @ four_times(gain[0]).T + offset[0].repeat(4)
        return in_pixels(matched.permute(0, 3, 1, 2))

    def hold(self, photo: Tensor, features: Mapping[str, Tensor]) -> PlainNet:
        """The network with the statistics of this picture, or of these samples of one (B, 3, H, W), as constants."""
        places, x, stages = self._places(photo), None, []
        for stage in self.stages:
            x, held = stage.hold(self._seen(stage, places, features), x)
            stages.append(held)
        if self.colours is None:
            return PlainNet(tuple(stages), self.out, self.kept)
        painted = colours_of_places(as_one(self._painted(x, places)))
        gain, offset = (each[0] for each in matching(painted, Colours.of(as_one(photo)), self.colours))
        weight = torch.einsum("ij,pjchw->pichw", gain, self.out.weight.float().unflatten(0, (4, 3))).flatten(0, 1)
        bias = self.out.bias.float().view(4, 3) @ gain.T + offset
        out = Layer(weight, bias.flatten()).to(self.dtype, torch.channels_last)
        return PlainNet(tuple(stages), out, (gain @ self.kept.float()).to(self.dtype))

    def to(self, dtype: torch.dtype, memory_format: torch.memory_format = torch.contiguous_format) -> PlainNet:
        """The same network in another number format and memory layout."""
        stages = tuple(stage.to(dtype, memory_format) for stage in self.stages)
        return PlainNet(stages, self.out.to(dtype, memory_format), self.kept.to(dtype), self.colours)

    def _places(self, photo: Tensor) -> Tensor:
        return in_places(photo.to(self.dtype))

    def _seen(self, stage: Stage, places: Tensor, features: Mapping[str, Tensor]) -> Tensor:
        seen = features[stage.tap].to(places.dtype)
        return torch.cat([seen, places], dim=1) if stage.tap == "conv1" else seen

    def _painted(self, x: Tensor | None, places: Tensor) -> Tensor:
        """What is painted before colours are matched, (B, 12, H / 2, W / 2) float32."""
        assert x is not None
        return self.out(x).add_(F.conv2d(places, four_times(self.kept)[:, :, None, None])).float()


def in_places(picture: Tensor) -> Tensor:
    """A picture (B, 3, H, W) at half its size, (B, 12, H / 2, W / 2): the four colours of each 2 × 2 block in a row."""
    # A convolution that picks one number each is several times quicker than moving them about.
    picking = torch.eye(12, dtype=picture.dtype, device=picture.device).view(12, 2, 2, 3).permute(0, 3, 1, 2)
    return F.conv2d(picture, picking, stride=2)


def in_pixels(places: Tensor) -> Tensor:
    """The picture (B, 3, H, W) of `in_places`."""
    blocks: Tensor = places.permute(0, 2, 3, 1).unflatten(3, (2, 2, 3))
    return blocks.permute(0, 1, 3, 2, 4, 5).flatten(3, 4).flatten(1, 2).permute(0, 3, 1, 2)


def four_times(matrix: Tensor) -> Tensor:
    """The matrix (12, 12) that does to the colours of all four places what one of (3, 3) does to a colour."""
    block_diagonal: Tensor = torch.block_diag(*[matrix] * 4)
    return block_diagonal


def colours_of_places(places: Tensor) -> Colours:
    """The colours of the picture of `in_places`, without putting it together."""
    flat = places.permute(0, 2, 3, 1).flatten(1, 2)
    mean = flat.mean(1).unflatten(1, (4, 3)).mean(1)
    centred = flat - mean.repeat(1, 4)[:, None]
    moments = (centred.transpose(1, 2) @ centred / flat.shape[1]).unflatten(2, (4, 3)).unflatten(1, (4, 3))
    return Colours(mean, moments.diagonal(dim1=1, dim2=3).mean(-1))


def sampled(features: Tensor) -> Tensor:
    """Positions of (B, C, H, W) on a regular grid: all of them, or enough to count by.

    Neighbouring positions tell nearly the same, and counting every one took as long as an eighth of the whole pass.
    """
    step = max(1, math.isqrt(features.shape[2] * features.shape[3] // ENOUGH))
    return features[:, :, ::step, ::step]


@dataclass(frozen=True, eq=False)
class Brush:
    """A network, a style code (a batch of 1) and a strength in [0, 1]: paints a whole picture by its own statistics."""

    net: InstantNet
    style: StyleCode
    strength: float
    dtype: torch.dtype = torch.float32
    memory_format: torch.memory_format = torch.channels_last

    def __call__(self, photo: Tensor, features: Mapping[str, Tensor]) -> Tensor:
        """A result (1, 3, H, W), not clipped, of a photo and the encoder's features of it."""
        return self._plain({tap: sampled(features[tap]) for tap in CONTENT_TAPS})(photo, features)

    def held(self, photo: Tensor, features: Mapping[str, Tensor]) -> PlainNet:
        """A network that paints any part of a picture by the statistics of these samples of it, (B, 3, H, W)."""
        return self._plain({tap: as_one(features[tap]) for tap in CONTENT_TAPS}).hold(photo, features)

    def _plain(self, counted: Mapping[str, Tensor]) -> PlainNet:
        statistics = {tap: self.net.statistics(tap, counted[tap].float()) for tap in CONTENT_TAPS}
        return folded(self.net, self.style, self.strength, statistics).to(self.dtype, self.memory_format)


@torch.no_grad()
def folded(net: InstantNet, style: StyleCode, strength: float, photo: Mapping[str, Statistics]) -> PlainNet:
    """The network for one style code (batch of 1), a strength in [0, 1] and the statistics of one photo, by layer.

    Its decoder still normalises by the picture that it is given.
    """
    affine, kept = net.affine(style, style.vector.new_tensor([strength]))

    def normalised(convolution: nn.Module, filters: tuple[Tensor, Tensor] | None = None) -> Layer:
        assert isinstance(convolution, Conditional) and convolution.bias is not None
        weight, bias = filters or (convolution.weight, convolution.bias)
        scale, shift = affine[convolution]
        return NormalisedLayer(weight, bias, 1 + scale[0], shift[0])

    stages = []
    for tap in reversed(CONTENT_TAPS):
        blocks = net.blocks[tap]
        assert isinstance(blocks, nn.ModuleList)
        layers = [normalised(each) for each in blocks]
        up = normalised(net.up[tap]) if tap in net.up else None
        read = normalised(net.read[tap], _reading(net, tap, photo[tap], style.statistics[tap]))
        stages.append(Stage(tap, read, up, tuple(zip(layers[::2], layers[1::2], strict=True))))
    assert net.out.bias is not None
    scale, shift = (each[0] for each in affine[net.out])
    out = Layer(net.out.weight * (1 + scale)[:, None, None, None], net.out.bias * (1 + scale) + shift)
    return PlainNet(tuple(stages), _before_doubling(out), kept[0].diag(), style.colours)


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
    if tap == "conv1":
        own_pixels = weight[:, -12:].unflatten(1, (3, 4)).transpose(1, 2).flatten(1)  # in the order of `in_places`
        weight = torch.cat([weight[:, :-12], own_pixels], dim=1)
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


# By place in its block, for each tap of a filter over the doubled picture the one over the picture that sees the same.
_DOUBLED = (((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 1.0, 0.0)), ((0.0, 1.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))


def _before_doubling(layer: Layer) -> Layer:
    """Four 3 × 3 filters in place of one, for the picture before it is doubled: a quarter of the arithmetic.

    After nearest-neighbour doubling a 3 × 3 filter sees only two different rows and columns, which two depends on where
    in its 2 × 2 block a pixel lies. The answers of the four cases come as those of `in_places`; unlike filters learned
    that way they cannot disagree, and leave no grid.
    """
    doubled = layer.weight.new_tensor(_DOUBLED)
    weight = torch.einsum("oiyx,ryv,cxh->rcoivh", layer.weight, doubled, doubled)
    return Layer(weight.flatten(0, 2), layer.bias.repeat(4))
