"""Channel normalisation: every channel of every layer gets a mean activation of 1 on natural pictures.

Without it a layer's loss is decided by the few channels that happen to have large weights (Gatys et al. 2016, section
2, rescale VGG-19 for the same reason). Networks offer `scale_channels`, which folds the factors into their weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import torch
from torch import Tensor

from stylegui.engine.images import load_picture
from stylegui.resources import resources_root

# How many of the program's own pictures, and how large, are enough for means to stand still. Downloaded networks are
# normalised once, on the user's CPU, so it should take seconds.
OWN_PICTURES = 12
OWN_LONG_SIDE_PX = 288

Features = Callable[[Tensor], dict[str, Tensor]]


def own_pictures() -> Iterator[Tensor]:
    """Photos and paintings that come with the program, each (1, 3, H, W), sRGB in [0, 1]; the same ones every time.

    Raises FileNotFoundError where there is none, and PictureError where one cannot be read.
    """
    root = resources_root()
    paths = [*sorted(root.glob("samples/*.jpg")), *sorted(root.glob("styles/*/image.jpg"))]
    if not paths:
        raise FileNotFoundError("The program's own pictures are missing. Please install stylegui again.")
    count = min(OWN_PICTURES, len(paths))
    for index in range(count):
        picture = load_picture(paths[index * len(paths) // count]).resized(OWN_LONG_SIDE_PX)
        yield torch.from_numpy(picture.to_float()).permute(2, 0, 1).unsqueeze(0)


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
    a channel that hardly ever speaks would otherwise become the loudest. Where most channels are silent altogether, the
    floor is the layer's mean; a layer without a sound is left as it is.
    """
    return {name: 1 / mean.clamp_min(_floor(mean)) for name, mean in means.items()}


def _floor(mean: Tensor) -> float:
    return 0.1 * float(mean.median()) or float(mean.mean()) or 1.0
