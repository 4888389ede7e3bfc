"""The encoder in bfloat16: what Instant reads photos with where its decoder computes in that format, too."""

from __future__ import annotations

import copy
import functools

import torch
from torch import Tensor

from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.encoders.fire import LAYERS, FireNet
from stylegui.engine.encoders.interrupt import Check, interruptible
from stylegui.engine.instant.network import CONTENT_TAPS


def features_in(dtype: torch.dtype, photo: Tensor, encoder: Encoder, check: Check | None = None) -> dict[str, Tensor]:
    """What a decoder of the number format `dtype` reads of a photo (B, 3, H, W) in [0, 1]: the layers `CONTENT_TAPS`.

    In bfloat16 the encoder takes half the time that it takes in float32, and the decoder learned from such features. In
    any other format they come in float32: float16 would save nothing on a CPU.
    """
    if dtype != torch.bfloat16 or not isinstance(encoder.net, FireNet):
        return encoder.features(photo, CONTENT_TAPS, check=check)
    # The first layer reads float32: a smooth sky in bfloat16 has steps, and its filters look for edges.
    photo = photo.contiguous(memory_format=torch.channels_last)
    x = interruptible(encoder.net.stem(photo).to(dtype), check)
    features, rest = {"conv1": x}, _brief(encoder.net)
    for name in LAYERS[1 : LAYERS.index("fire5") + 1]:
        x = interruptible(rest.block(name, x), check)
        features[name] = x
    return features


@functools.lru_cache(maxsize=4)
def _brief(net: FireNet) -> FireNet:
    return copy.deepcopy(net).to(torch.bfloat16)
