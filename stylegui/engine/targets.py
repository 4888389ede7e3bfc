"""What a picture is painted towards at one scale: the styles' statistics and the photo's features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor

from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.encoders.interrupt import Check
from stylegui.engine.losses import (
    STYLE_LOSSES,
    Moments,
    StyleLoss,
    blend,
    moments,
    project,
    project_features,
    projection,
    target_root,
    wasserstein_loss,
)
from stylegui.engine.optimise import resize
from stylegui.engine.plan import PRINT_PX, Scale, fit

# A style smaller than this has too few positions in the deepest layers for a covariance.
SMALLEST_STYLE_PX = 96
PROJECTED_CHANNELS = 128
MOST_ENLARGED = 2.0


def shown_size(height: int, width: int, scale: Scale, brush_size: float) -> tuple[int, int]:
    """Height and width at which a style of this size is shown to the encoder: with the scale's long side times the
    brush size in percent. For prints it is enlarged no more than `MOST_ENLARGED`: a print is looked at closely, and a
    style that is enlarged further has no fine strokes to give."""
    long_px = round(scale.long_px * brush_size / 100)
    if scale.long_px > PRINT_PX:
        long_px = min(long_px, round(MOST_ENLARGED * max(height, width)))
    wide, high = fit(width, height, max(SMALLEST_STYLE_PX, long_px))
    return max(high, 16), max(wide, 16)


def style_moments(
    encoder: Encoder, style: Tensor, scale: Scale, brush_size: float, taps: tuple[str, ...], check: Check
) -> dict[str, Moments]:
    """Statistics of one style, (1, 3, H, W), shown to the encoder as `shown_size` says."""
    size = shown_size(style.shape[2], style.shape[3], scale, brush_size)
    with torch.no_grad():
        features = encoder.features(resize(style, *size).clamp(0, 1), taps, scale.stride, check)
        return {tap: moments(features[tap]) for tap in taps}


@dataclass(frozen=True, eq=False)
class Targets:
    """One scale's targets: the photo's features by tap, their `content_spread`, and the style's moments.

    For the Wasserstein loss only: `roots` are the square roots of the style covariances, and layers of many channels
    are compared through a `projections` matrix, since its cost grows with the cube of the channels.
    """

    content: Mapping[str, Tensor]
    spreads: Mapping[str, Tensor]
    style: Mapping[str, Moments] = field(default_factory=dict)
    roots: Mapping[str, Tensor] = field(default_factory=dict)
    projections: Mapping[str, Tensor] = field(default_factory=dict)


def with_styles(
    targets: Targets, parts: Sequence[Mapping[str, Moments]], weights: Sequence[float], wasserstein: bool
) -> Targets:
    """The targets with several styles' moments blended by weight, made ready for the style loss in use."""
    style = {tap: blend([part[tap] for part in parts], weights) for tap in parts[0]}
    projections: dict[str, Tensor] = {}
    roots: dict[str, Tensor] = {}
    if wasserstein:
        for tap, value in style.items():
            channels = value.mean.shape[1]
            if channels > PROJECTED_CHANNELS:
                projections[tap] = projection(channels, PROJECTED_CHANNELS, value.mean)
                style[tap] = project(value, projections[tap])
            roots[tap] = target_root(style[tap])
    return replace(targets, style=style, roots=roots, projections=projections)


def style_distance(targets: Targets, tap: str, features: Tensor, loss: StyleLoss) -> Tensor:
    """Distance of one layer's features (B, C, H, W) from the style's statistics there: (B,)."""
    rows = targets.projections.get(tap)
    return distance_of(targets, tap, moments(features if rows is None else project_features(features, rows)), loss)


def distance_of(targets: Targets, tap: str, statistics: Moments, loss: StyleLoss) -> Tensor:
    """The same distance of features whose moments, seen through the layer's projection, are known: (B,)."""
    if loss != "wasserstein":
        return STYLE_LOSSES[loss](statistics, targets.style[tap])
    return wasserstein_loss(statistics, targets.style[tap], targets.roots[tap])
