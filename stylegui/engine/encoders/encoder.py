"""One interface for the program's three encoders, and how each is loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch
from safetensors import SafetensorError
from safetensors.torch import load
from torch import Tensor

from stylegui.engine.encoders import fire, vgg
from stylegui.engine.encoders.interrupt import Check
from stylegui.engine.encoders.weights import MANIFEST, installed
from stylegui.engine.engines import EngineError
from stylegui.resources import resource

BUILTIN_FILE = "models/builtin.safetensors"


class FeatureNet(Protocol):
    """What `FireNet` and `VGG19` have in common."""

    def __call__(
        self, x: Tensor, taps: tuple[str, ...], stride: int = 2, check: Check | None = None
    ) -> dict[str, Tensor]: ...

    def scale_channels(self, scales: Mapping[str, Tensor]) -> None: ...


@dataclass(frozen=True)
class EncoderKind:
    """What is known of an encoder before its weights are there.

    `content` and `style` are the weights of its layers where the user sets none; `strides` holds input pixels per unit
    of each layer; `stride` is what to pass on for everyday use.
    """

    id: str
    title: str
    layers: tuple[str, ...]
    strides: Mapping[str, int]
    content: Mapping[str, float]
    style: Mapping[str, float]
    stride: int


_FIRE_CONTENT = {"fire5": 1.0}
_FIRE_STYLE = {"conv1": 1.0, "fire3": 1.0, "fire5": 1.0, "fire8": 1.0}

ENCODERS: dict[str, EncoderKind] = {
    kind.id: kind
    for kind in (
        EncoderKind("builtin", "Built-in", fire.LAYERS, fire.STRIDES, _FIRE_CONTENT, _FIRE_STYLE, 2),
        EncoderKind("squeezenet", "SqueezeNet 1.1", fire.LAYERS, fire.STRIDES, _FIRE_CONTENT, _FIRE_STYLE, 2),
        EncoderKind(
            "vgg19",
            "VGG-19",
            vgg.LAYERS,
            vgg.STRIDES,
            {"relu3_1": 0.5, "relu4_1": 1.0},
            {"relu1_1": 1.0, "relu2_1": 1.0, "relu3_1": 1.0, "relu4_1": 1.0},
            1,
        ),
    )
}


class MissingWeights(EngineError):
    """The encoder's weights have not been downloaded; `encoder_id` says whose."""

    def __init__(self, kind: EncoderKind) -> None:
        size = MANIFEST[kind.id].size_mib
        super().__init__(f"{kind.title} has not been downloaded yet ({size:.0f} MB).", "model")
        self.encoder_id = kind.id


@dataclass(frozen=True, eq=False)
class Encoder:
    """A loaded encoder: frozen, on its device, its channels normalised to a mean activation of 1."""

    kind: EncoderKind
    net: FeatureNet
    device: torch.device
    digest: str

    def features(
        self, picture: Tensor, taps: tuple[str, ...], stride: int | None = None, check: Check | None = None
    ) -> dict[str, Tensor]:
        """Features of a picture (B, 3, H, W), sRGB in [0, 1], at the named layers: each (B, C, H/s, W/s)."""
        if self.device.type == "cpu":
            # A tenth quicker: convolutions and pools work on all channels of a position at once.
            picture = picture.contiguous(memory_format=torch.channels_last)
        return self.net(picture, taps, self.kind.stride if stride is None else stride, check)


def builtin_net() -> fire.FireNet:
    """A network of the built-in encoder's shape, with torch's random weights."""
    return fire.FireNet(fire.SQUEEZE_BUILTIN)


def load_encoder(encoder_id: str, device: torch.device, models: Path) -> Encoder:
    """Read an encoder's weights: the built-in ones from the program, the others from the user's `models` folder.

    Raises `MissingWeights` where they have not been downloaded, and EngineError of kind "model" where they are broken.
    Channels have a mean activation of 1: the built-in ones by training, the others since their download (`convert` in
    `stylegui.engine.encoders.weights`).
    """
    kind = ENCODERS[encoder_id]
    try:
        path = resource(BUILTIN_FILE) if encoder_id == "builtin" else installed(encoder_id, models)
    except FileNotFoundError as error:
        raise EngineError(str(error), "model") from error
    if path is None:
        raise MissingWeights(kind)
    net: fire.FireNet | vgg.VGG19
    if encoder_id == "builtin":
        net = builtin_net()
    elif encoder_id == "squeezenet":
        net = fire.FireNet(fire.SQUEEZE_SQUEEZENET)
    else:
        net = vgg.VGG19()
    try:
        data = path.read_bytes()
        net.load_state_dict(load(data))
    except (OSError, SafetensorError, RuntimeError) as error:
        raise EngineError(f"The weights of {kind.title} cannot be read ({path.name} is damaged).", "model") from error
    net.eval().requires_grad_(False)
    if device.type == "cpu":
        net.to(memory_format=torch.channels_last)
    return Encoder(kind, net.to(device), device, hashlib.sha256(data).hexdigest())
