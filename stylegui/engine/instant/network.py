"""The network that paints any style in one pass.

It reads the photo with Paint's own encoder, which stays as it is, at a half, a quarter and an eighth of its size. There
the channels' means and deviations are exchanged for the style's: adaptive instance normalisation (Huang and Belongie,
"Arbitrary Style Transfer in Real-time with Adaptive Instance Normalization", ICCV 2017), on the skips as well as at
the bottom. A decoder then paints. Each of its convolutions is followed by conditional instance normalisation: every
channel is brought to a mean of 0 and a deviation of 1 over the picture, then to those that the style asks for,
predicted from the style picture (Dumoulin et al., "A Learned Representation for Artistic Style", ICLR 2017; Ghiasi et
al., "Exploring the structure of a real-time, arbitrary neural artistic stylization network", BMVC 2017). Without it the
network recolours and hardly paints: what a filter answers to a flat sky is never loud enough to become strokes.

At each of the three sizes the style's correlations between channels come over as well, in a narrow learned basis, by
whitening and colouring in closed form (Li et al., "Universal Style Transfer via Feature Transforms", NeurIPS 2017; in
a compressed basis as Li et al., "Learning Linear Transformations for Fast Image and Video Style Transfer", CVPR 2019).
Means and deviations say how much of each texture there is; which go together is what makes them strokes.

Two departures. The result's colours are brought to the mean and covariance of the style's in closed form: the network
learns strokes, and colour stays exact. And strength is an input of the predictor, learned as a trade between
style and structure (after Babaeizadeh and Ghiasi, "Adjustable Real-time Style Transfer", 2018), so that a weak result
is a calm painting and not a painting with the photo mixed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from stylegui.engine.encoders.fire import CONV1_CHANNELS, WIDTHS

# The encoder's layers that are exchanged, and those that describe a style.
CONTENT_TAPS: tuple[str, ...] = ("conv1", "fire3", "fire5")
STYLE_TAPS: tuple[str, ...] = ("conv1", "fire3", "fire5", "fire8")
CHANNELS: dict[str, int] = {"conv1": CONV1_CHANNELS, **WIDTHS}
CODE = 128
# Widths of the basis in which correlations come over, and the share of white noise that keeps them invertible.
BASIS: dict[str, int] = {"conv1": 24, "fire3": 32, "fire5": 48}
RIDGE = 0.03

# Deviations below this are no contrast worth amplifying (channels have a mean activation of 1): flat areas would
# otherwise turn into noise. The gain is held for the same reason.
FLAT = 0.1
MAX_GAIN = 5.0
# Added to the variance of a decoder's channel, and to that of the result's colours, before dividing by it.
STILL = 1e-3
STILL_COLOUR = 1e-4


@dataclass(frozen=True)
class InstantSize:
    """Widths of the decoder at an eighth, a quarter and a half of the picture's size, and its residual blocks there."""

    widths: tuple[int, int, int]
    blocks: tuple[int, int, int]


# Convolutions work on 16 or 32 channels at once: 40 take twice the time of 32, and 24 three times that of 16.
SIZES: dict[str, InstantSize] = {
    "fast": InstantSize((62, 32, 16), (3, 2, 1)),
    "fine": InstantSize((104, 64, 40), (3, 2, 1)),
}


@dataclass(frozen=True, eq=False)
class Statistics:
    """Channel statistics of a picture at one layer, by picture of a batch.

    mean, deviation: (B, C); correlation: (B, K, K), the second moment of the normalised channels in the layer's basis.
    """

    mean: Tensor
    deviation: Tensor
    correlation: Tensor

    def to(self, device: torch.device) -> Statistics:
        return Statistics(self.mean.to(device), self.deviation.to(device), self.correlation.to(device))


@dataclass(frozen=True, eq=False)
class Colours:
    """Mean (B, 3) and covariance (B, 3, 3) of pictures' colours, sRGB as encoded."""

    mean: Tensor
    covariance: Tensor

    @classmethod
    def of(cls, pictures: Tensor) -> Colours:
        """Those of pictures (B, 3, H, W)."""
        flat = pictures.flatten(2)
        mean = flat.mean(2)
        centred = flat - mean[:, :, None]
        return cls(mean, centred @ centred.transpose(1, 2) / flat.shape[2])

    def to(self, device: torch.device) -> Colours:
        return Colours(self.mean.to(device), self.covariance.to(device))


@dataclass(frozen=True, eq=False)
class StyleCode:
    """What the network knows of a style, under 10 KB; codes blend linearly.

    statistics: by layer of `CONTENT_TAPS`; vector: (B, 128), learned; colours: of the style picture.
    """

    statistics: Mapping[str, Statistics]
    vector: Tensor
    colours: Colours

    def to(self, device: torch.device) -> StyleCode:
        """The same code on another device."""
        statistics = {tap: each.to(device) for tap, each in self.statistics.items()}
        return StyleCode(statistics, self.vector.to(device), self.colours.to(device))


def colouring(style: Tensor, photo: Tensor, noise: float = RIDGE) -> Tensor:
    """The matrix (B, K, K) that gives vectors of second moment `photo` the one of `style`, both (B, K, K).

    L_s L_p⁻¹ of the Cholesky factors: of the maps that do it, the one that can be computed and differentiated safely.
    `noise` is added to both diagonals, so that what is hardly there is not blown up.
    """
    ridge = noise * torch.eye(style.shape[-1], device=style.device)
    target, own = torch.linalg.cholesky(style + ridge), torch.linalg.cholesky(photo + ridge)
    identity = torch.eye(style.shape[-1], device=style.device).expand_as(own)
    colouring: Tensor = target @ torch.linalg.solve_triangular(own, identity, upper=False)
    return colouring


def channel_statistics(features: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and standard deviation (B, C) of each channel over the positions of (B, C, H, W)."""
    # On channels-last tensors two means took 0.2 ms where torch's own var_mean took 3.8 (2.15, CPU).
    mean = features.mean((2, 3))
    variance = (features.square().mean((2, 3)) - mean.square()).clamp_min(0)
    return mean, (variance + FLAT**2).sqrt()


def normalising(answers: Tensor, scale: Tensor, shift: Tensor) -> tuple[Tensor, Tensor]:
    """Gain and offset (B, C) that give the channels of (B, C, H, W) deviations of 1 + `scale` and means of `shift`."""
    mean = answers.mean((2, 3))
    variance = (answers.square().mean((2, 3)) - mean.square()).clamp_min(0)
    gain = (1 + scale) / (variance + STILL).sqrt()
    return gain, shift - mean * gain


def matching(painted: Colours, photo: Colours, style: Colours) -> tuple[Tensor, Tensor]:
    """The linear change, gain (B, 3, 3) and offset (B, 3), that gives what was painted the colours of its style.

    Where even the recoloured photo has far less contrast than the style, as a flat sky has, the result gets no more
    than twice the photo's.
    """
    contrast, wanted = (each.covariance.diagonal(dim1=1, dim2=2).sum(1) for each in (photo, style))
    share = (4 * contrast / wanted.clamp_min(1e-6)).clamp_max(1)
    gain = colouring(style.covariance * share[:, None, None], painted.covariance, STILL_COLOUR)
    return gain, style.mean - torch.einsum("bij,bj->bi", gain, painted.mean)


class Conditional(nn.Conv2d):
    """A convolution whose answers have the deviations and means that the style asks for; borders repeat the edge."""

    def __init__(self, channels_in: int, channels_out: int, kernel: int) -> None:
        super().__init__(channels_in, channels_out, kernel, padding=kernel // 2, padding_mode="replicate")

    def styled(self, x: Tensor, scale: Tensor, shift: Tensor, beside: Tensor | None = None) -> Tensor:
        """(B, in, H, W) with `scale` and `shift` (B, out) to (B, out, H, W); `beside` is added before they act."""
        y: Tensor = self(x) if beside is None else self(x) + beside
        y = y.float()
        gain, offset = normalising(y, scale, shift)
        return torch.addcmul(offset[:, :, None, None], y, gain[:, :, None, None])


class StyleReader(nn.Module):
    """From the encoder's features of a style picture to its vector (B, 128).

    At every layer 1 × 1 filters, a ReLU and an average over positions: learned statistics, of which covariances are
    a special case and which blend as a mixture of the pictures does.
    """

    def __init__(self, pooled: int = 64) -> None:
        super().__init__()
        self.filters = nn.ModuleDict({tap: nn.Conv2d(CHANNELS[tap], pooled, 1) for tap in STYLE_TAPS})
        self.hidden = nn.Linear(2 * pooled * len(STYLE_TAPS), 192)
        self.out = nn.Linear(192, CODE)

    def forward(self, features: Mapping[str, Tensor]) -> Tensor:
        pooled: list[Tensor] = []
        for tap in STYLE_TAPS:
            answer = F.relu(self.filters[tap](features[tap]))
            pooled += channel_statistics(answer)
        vector: Tensor = self.out(F.relu(self.hidden(torch.cat(pooled, dim=1))))
        return vector


class InstantNet(nn.Module):
    """Style reader, predictor of scales and shifts, and decoder. Features come from the encoder, outside."""

    def __init__(self, size: InstantSize) -> None:
        super().__init__()
        eighth, quarter, half = size.widths
        self.reader = StyleReader()
        self.read = nn.ModuleDict(
            {
                "fire5": Conditional(CHANNELS["fire5"], eighth, 1),
                "fire3": Conditional(CHANNELS["fire3"], quarter, 1),
                "conv1": Conditional(CHANNELS["conv1"] + 12, half, 1),
            }
        )
        self.basis = nn.ModuleDict({tap: nn.Conv2d(CHANNELS[tap], BASIS[tap], 1, bias=False) for tap in CONTENT_TAPS})
        widths = dict(zip(("fire5", "fire3", "conv1"), size.widths, strict=True))
        self.correlated = nn.ModuleDict(
            {tap: nn.Conv2d(BASIS[tap], widths[tap], 1, bias=False) for tap in CONTENT_TAPS}
        )
        self.up = nn.ModuleDict({"fire3": Conditional(eighth, quarter, 3), "conv1": Conditional(quarter, half, 3)})
        self.blocks = nn.ModuleDict()
        for tap, width, count in zip(("fire5", "fire3", "conv1"), size.widths, size.blocks, strict=True):
            layers = [Conditional(width, width, 3) for _ in range(2 * count)]
            self.blocks[tap] = nn.ModuleList(layers)
        self.out = Conditional(half, 3, 3)
        self.convolutions: list[nn.Module] = [m for m in self.modules() if isinstance(m, Conditional)]
        self.counts = [m.out_channels for m in self.modules() if isinstance(m, Conditional)]
        # Two numbers a channel, and three more: how much of the photo's own pixels goes into the result.
        self.predictor = nn.Sequential(nn.Linear(CODE + 2, 128), nn.ReLU(), nn.Linear(128, 2 * sum(self.counts) + 3))
        self._start()

    @torch.no_grad()
    def _start(self) -> None:
        """Small residual branches, an unmodulated decoder, and the photo itself as the first result."""
        for blocks in self.blocks.values():
            assert isinstance(blocks, nn.ModuleList)
            for second in list(blocks)[1::2]:
                assert isinstance(second, Conditional)
                second.weight.mul_(0.3)
        for basis, correlated in zip(self.basis.parameters(), self.correlated.parameters(), strict=True):
            nn.init.orthogonal_(basis)
            nn.init.zeros_(correlated)
        last = self.predictor[2]
        assert isinstance(last, nn.Linear)
        last.weight.mul_(0.1)
        last.bias.zero_()
        last.bias[-3:] = 0.25
        self.out.weight.mul_(0.3)

    def statistics(self, tap: str, features: Tensor) -> Statistics:
        """Those of features (B, C, H, W) of one of `CONTENT_TAPS`."""
        mean, deviation = channel_statistics(features)
        weight = self.basis[tap].weight
        assert isinstance(weight, Tensor)
        with torch.autocast(features.device.type, enabled=False):
            # Normalising and changing the basis in one product, (B, N, C) by (B, C, K): the features stay untouched.
            change = weight[:, :, 0, 0].T / deviation[:, :, None]
            narrow = features.float().permute(0, 2, 3, 1).flatten(1, 2) @ change - mean[:, None, :] @ change
            correlation = narrow.transpose(1, 2) @ narrow / narrow.shape[1]
        return Statistics(mean, deviation, correlation)

    def style(self, pictures: Tensor, features: Mapping[str, Tensor]) -> StyleCode:
        """The code of style pictures (B, 3, H, W), with the encoder's features of them at `STYLE_TAPS`."""
        statistics = {tap: self.statistics(tap, features[tap]) for tap in CONTENT_TAPS}
        return StyleCode(statistics, self.reader(features), Colours.of(pictures))

    def _narrow(self, tap: str, features: Tensor, mean: Tensor, deviation: Tensor) -> Tensor:
        """Normalised features in the layer's basis, (B, K, H, W)."""
        narrow: Tensor = self.basis[tap]((features - mean[:, :, None, None]) / deviation[:, :, None, None])
        return narrow

    def affine(self, style: StyleCode, strength: Tensor) -> tuple[dict[nn.Module, tuple[Tensor, Tensor]], Tensor]:
        """What a style and strengths (B,) in [0, 1] do: scale and shift (B, C) of each convolution, and how much of
        the photo's own pixels goes into each channel of the result (B, 3).
        """
        steering = torch.cat([style.vector, strength[:, None], strength[:, None].square()], dim=1)
        predicted = self.predictor(steering)
        scales, shifts = predicted[:, :-3].chunk(2, dim=1)
        pairs = zip(scales.split(self.counts, 1), shifts.split(self.counts, 1), strict=True)
        return dict(zip(self.convolutions, pairs, strict=True)), predicted[:, -3:]

    def forward(self, photo: Tensor, features: Mapping[str, Tensor], style: StyleCode, strength: Tensor) -> Tensor:
        """Paint `photo` (B, 3, H, W; sRGB in [0, 1], sides multiples of 8, colours already the style's).

        `features` are the encoder's of that photo at `CONTENT_TAPS`; `strength` (B,) in [0, 1]. The result is not
        clipped.
        """
        affine, kept = self.affine(style, strength)

        def styled(convolution: nn.Module, x: Tensor, beside: Tensor | None = None) -> Tensor:
            assert isinstance(convolution, Conditional)
            return convolution.styled(x, *affine[convolution], beside)

        x = photo.new_zeros(())
        for tap in ("fire5", "fire3", "conv1"):
            own, wanted = self.statistics(tap, features[tap]), style.statistics[tap]
            seen = exchanged(features[tap], own, wanted)
            if tap == "conv1":
                seen = torch.cat([seen, F.pixel_unshuffle(photo, 2) - 0.5], dim=1)
            narrow = self._narrow(tap, features[tap], own.mean, own.deviation).float()
            with torch.autocast(photo.device.type, enabled=False):
                coloured = torch.einsum("bij,bjhw->bihw", colouring(wanted.correlation, own.correlation), narrow)
            seen = styled(self.read[tap], seen, self.correlated[tap](coloured))
            if tap in self.up:
                seen = seen + F.interpolate(styled(self.up[tap], x), scale_factor=2.0, mode="nearest")
            x = F.relu(seen)
            blocks = self.blocks[tap]
            assert isinstance(blocks, nn.ModuleList)
            layers = list(blocks)
            for first, second in zip(layers[::2], layers[1::2], strict=True):
                x = F.relu(x + styled(second, F.relu(styled(first, x))))
        scale, shift = affine[self.out]
        painted = self.out(F.interpolate(x, scale_factor=2.0, mode="nearest"))
        painted = torch.addcmul(shift[:, :, None, None], painted, 1 + scale[:, :, None, None])
        result = (painted + kept[:, :, None, None] * photo).float()
        with torch.autocast(photo.device.type, enabled=False):
            gain, offset = matching(Colours.of(result), Colours.of(photo), style.colours)
            matched: Tensor = torch.einsum("bij,bjhw->bihw", gain, result) + offset[:, :, None, None]
        return matched


def exchanged(features: Tensor, own: Statistics, wanted: Statistics) -> Tensor:
    """Adaptive instance normalisation: the channels of (B, C, H, W) with another mean and deviation."""
    gain = (wanted.deviation / own.deviation).clamp_max(MAX_GAIN)
    return torch.addcmul((wanted.mean - own.mean * gain)[:, :, None, None], features, gain[:, :, None, None])
