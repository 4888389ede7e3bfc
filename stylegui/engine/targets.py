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
from stylegui.engine.plan import Scale, fit

# A style smaller than this has too few positions in the deepest layers for a covariance.
SMALLEST_STYLE_PX = 96
PROJECTED_CHANNELS = 128


def style_moments(
    encoder: Encoder, style: Tensor, scale: Scale, brush_size: float, taps: tuple[str, ...], check: Check
) -> dict[str, Moments]:
    """Statistics of one style, shown to the encoder at the scale's long side times the brush size in percent."""
    width, height = fit(style.shape[3], style.shape[2], max(SMALLEST_STYLE_PX, round(scale.long_px * brush_size / 100)))
    with torch.no_grad():
        features = encoder.features(
            resize(style, max(height, 16), max(width, 16)).clamp(0, 1), taps, scale.stride, check
        )
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
    target = targets.style[tap]
    if loss != "wasserstein":
        return STYLE_LOSSES[loss](moments(features), target)
    rows = targets.projections.get(tap)
    seen = features if rows is None else project_features(features, rows)
    return wasserstein_loss(moments(seen), target, targets.roots[tap])
