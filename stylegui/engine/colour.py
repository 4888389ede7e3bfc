"""Colour: OKLab, linear colour matching, and the finish that takes colour noise out of a painted picture.

Pictures are tensors (B, 3, H, W), float32, sRGB-encoded in [0, 1] unless a name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

# Björn Ottosson, "A perceptual color space for image processing" (2020): linear sRGB to cone responses, and their
# cube roots to lightness, green-red and blue-yellow.
_TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def _matrix(rows: tuple[tuple[float, float, float], ...], like: Tensor) -> Tensor:
    return torch.tensor(rows, dtype=like.dtype, device=like.device)


def _apply(matrix: Tensor, picture: Tensor) -> Tensor:
    return torch.einsum("oc,bchw->bohw", matrix, picture)


# Where sRGB's straight foot meets its curve, encoded and linear, and the foot's slope (IEC 61966-2-1).
_FOOT, _FOOT_LINEAR, _SLOPE = 0.04045, 0.04045 / 12.92, 12.92


def _to_power(picture: Tensor, exponent: float) -> Tensor:
    """Numbers of at least 0 to a power: by logarithms, which take two thirds of the time of torch's own power."""
    return torch.exp2(torch.log2(picture) * exponent)


def to_linear(srgb: Tensor) -> Tensor:
    """IEC 61966-2-1 decoding."""
    # The curve from its foot on, plus the foot: choosing between the two would take as long as the curve itself. What
    # rounding leaves of the curve below its foot is taken away, or black would not be black in OKLab's cube roots.
    curve = _to_power((srgb.clamp_min(_FOOT) + 0.055) / 1.055, 2.4) - _FOOT_LINEAR
    return F.hardshrink(curve, 1e-7) + srgb.clamp(0, _FOOT) / _SLOPE


def from_linear(linear: Tensor) -> Tensor:
    """IEC 61966-2-1 encoding; values outside the gamut are clipped to it."""
    curve = 1.055 * _to_power(linear.clamp(_FOOT_LINEAR, 1), 1 / 2.4) - 0.055
    return (curve + (linear.clamp(0, _FOOT_LINEAR) - _FOOT_LINEAR) * _SLOPE).clamp_min(0)


def to_oklab(srgb: Tensor) -> Tensor:
    """sRGB to OKLab: L in [0, 1], a and b about ±0.3."""
    lms = _apply(_matrix(_TO_LMS, srgb), to_linear(srgb))
    return _apply(_matrix(_TO_LAB, srgb), _to_power(lms.clamp_min(0), 1 / 3))


def from_oklab(lab: Tensor) -> Tensor:
    """OKLab to sRGB in [0, 1], clipped to the gamut."""
    lms = _apply(torch.linalg.inv(_matrix(_TO_LAB, lab)), lab) ** 3
    return from_linear(_apply(torch.linalg.inv(_matrix(_TO_LMS, lab)), lms))


def luma(picture: Tensor) -> Tensor:
    """Rec. 601 luma of the encoded values, (B, 1, H, W): what SSIM is measured on."""
    weights = torch.tensor((0.299, 0.587, 0.114), dtype=picture.dtype, device=picture.device)
    return (picture * weights.view(1, 3, 1, 1)).sum(1, keepdim=True)


def mean_covariance(picture: Tensor) -> tuple[Tensor, Tensor]:
    """Mean (C,) and covariance (C, C) of the colours of the first picture of a batch, in float64.

    They are on the picture's device, or on the CPU where that has no float64 (Apple GPUs).
    """
    flat = (picture.cpu() if picture.device.type == "mps" else picture)[0].flatten(1).double()
    mean = flat.mean(1)
    centred = flat - mean.unsqueeze(1)
    return mean, centred @ centred.T / flat.shape[1]


def _power(matrix: Tensor, exponent: float) -> Tensor:
    values, vectors = torch.linalg.eigh(matrix)
    power: Tensor = (vectors * values.clamp_min(1e-10) ** exponent) @ vectors.T
    return power


@dataclass(frozen=True, eq=False)
class ColourStatistics:
    """Mean (3,) and covariance (3, 3) of a picture's colours in OKLab, float64."""

    mean: Tensor
    covariance: Tensor

    @classmethod
    def of(cls, picture: Tensor) -> ColourStatistics:
        """Those of a picture (1, 3, H, W)."""
        return cls(*mean_covariance(to_oklab(picture)))


@dataclass(frozen=True, eq=False)
class ColourMap:
    """A linear change of colours in OKLab: `gain` (3, 3) and `offset` (3,), float64. Maps blend linearly."""

    gain: Tensor
    offset: Tensor

    @classmethod
    def between(cls, source: ColourStatistics, target: ColourStatistics) -> ColourMap:
        """The map that gives colours of the statistics `source` those of `target`.

        The Monge-Kantorovich map, A = S^−½ (S^½ T S^½)^½ S^−½: of all linear maps that match the covariance it changes
        colours least (Pitié and Kokaram 2007). Its gains are held between 0.3 and 3, so that a nearly grey picture is
        not blown up into noise.
        """
        ridge = 1e-6 * torch.eye(3).to(source.covariance)
        half, inverse = _power(source.covariance + ridge, 0.5), _power(source.covariance + ridge, -0.5)
        gain = inverse @ _power(half @ (target.covariance + ridge) @ half, 0.5) @ inverse
        values, vectors = torch.linalg.eigh((gain + gain.T) / 2)
        gain = (vectors * values.clamp(0.3, 3.0)) @ vectors.T
        return cls(gain, target.mean - gain @ source.mean)

    def __call__(self, picture: Tensor) -> Tensor:
        """A picture (B, 3, H, W) with its colours changed, clipped to the gamut."""
        lab = to_oklab(picture)
        return from_oklab(_apply(self.gain.to(lab), lab) + self.offset.to(lab).view(1, 3, 1, 1))


def match_colours(picture: Tensor, reference: Tensor) -> Tensor:
    """Recolour a picture linearly so that its colour mean and covariance in OKLab are the reference's (`ColourMap`)."""
    return ColourMap.between(ColourStatistics.of(picture), ColourStatistics.of(reference))(picture)


def grey(picture: Tensor) -> Tensor:
    """The picture's OKLab lightness as a grey picture (B, 3, H, W)."""
    lab = to_oklab(picture)
    return from_oklab(torch.cat([lab[:, :1], torch.zeros_like(lab[:, 1:])], dim=1))


def with_chroma_of(lightness: Tensor, chroma: Tensor) -> Tensor:
    """Lightness of one picture with the OKLab a and b of another of the same size."""
    return from_oklab(torch.cat([to_oklab(lightness)[:, :1], to_oklab(chroma)[:, 1:]], dim=1))


def clean_chroma(picture: Tensor, amount: float, rounds: int = 5) -> Tensor:
    """Smooth OKLab a and b along lightness: a small bilateral filter guided by L, mixed in by `amount` in [0, 1].

    Optimised pictures carry colour noise that no brush would make; strokes live in lightness and stay untouched. The
    guided 3 × 3 bilateral is the idea of NNST's colour post-processing (Kolkin et al. 2022).
    """
    if amount <= 0:
        return picture
    lab = to_oklab(picture)
    lightness, chroma = lab[:, :1], lab[:, 1:]
    height, width = lab.shape[2:]
    for _ in range(rounds):
        guide = F.pad(lightness, (1, 1, 1, 1), mode="replicate")
        colour = F.pad(chroma, (1, 1, 1, 1), mode="replicate")
        total = torch.zeros_like(chroma)
        weights = torch.zeros_like(lightness)
        for dy in range(3):
            for dx in range(3):
                neighbour = guide[..., dy : dy + height, dx : dx + width]
                weight = torch.exp(-((5 * (neighbour - lightness)) ** 2))
                total += weight * colour[..., dy : dy + height, dx : dx + width]
                weights += weight
        chroma = total / weights
    cleaned = torch.cat([lightness, torch.lerp(lab[:, 1:], chroma, amount)], dim=1)
    return from_oklab(cleaned)
