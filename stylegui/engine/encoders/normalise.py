"""Channel normalisation: every channel of every layer gets a mean activation of 1 on natural pictures.

Without it a layer's loss is decided by the few channels that happen to have large weights (Gatys et al. 2016, section
2, rescale VGG-19 for the same reason). Networks offer `scale_channels`, which folds the factors into their weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch import Tensor

Features = Callable[[Tensor], dict[str, Tensor]]


@torch.no_grad()
def mean_activations(features: Features, batches: Iterable[Tensor]) -> dict[str, Tensor]:
    """Mean of every channel, (C,), of every layer over batches of pictures (B, 3, H, W)."""
    sums: dict[str, Tensor] = {}
    count = 0
    for batch in batches:
        count += 1
        for name, feature in features(batch).items():
            mean = feature.mean((0, 2, 3))
            sums[name] = sums[name] + mean if name in sums else mean
    return {name: total / count for name, total in sums.items()}


def unit_scales(means: dict[str, Tensor]) -> dict[str, Tensor]:
    """Factors (C,) that give every channel a mean activation of 1.

    Channels far quieter than their layer (below a tenth of its median) are only raised as far as one at that floor:
    a channel that hardly ever speaks would otherwise become the loudest.
    """
    return {name: 1 / mean.clamp_min(0.1 * float(mean.median())) for name, mean in means.items()}
