"""Networks that the built-in encoder can learn from, behind one interface.

A teacher normalises its own channels first. The networks speak in hundreds; a student that starts at He-normal's ones
would spend its first thousands of steps on growing. Channels of mean 1 are also what the student is to have in the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Protocol, Self

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor

from stylegui.engine.encoders import fire
from stylegui.engine.encoders.fire import LAYERS, FireNet
from stylegui.engine.encoders.normalise import mean_activations, unit_scales
from stylegui.engine.encoders.vgg import VGG19

CAFFE_MEAN = (123.68 / 255, 116.779 / 255, 103.939 / 255)
CAFFE_STD = (1 / 255, 1 / 255, 1 / 255)
# VGG-19's layers by the student's layers that learn them.
VGG_TAPS = {"conv1": "relu1_2", "fire3": "relu2_2", "fire5": "relu3_4", "fire8": "relu4_4"}


@dataclass(frozen=True, eq=False)
class Lesson:
    """What a teacher says of a batch: feature maps by the student's layer, narrow layers by the student's module."""

    layers: dict[str, Tensor]
    hints: dict[str, Tensor] = field(default_factory=dict)


class Teacher(Protocol):
    """A frozen network whose features a student is to give.

    `title` and `taught` go into the model card: which network it is, and which of its features are learned.
    """

    title: str
    taught: str

    def to(self, device: torch.device) -> Self:
        """Move to a device, in place."""

    def normalise(self, batches: Sequence[Tensor]) -> None:
        """Rescale its own channels, in place, to a mean activation of 1 over batches of pictures."""

    def lesson(self, batch: Tensor) -> Lesson:
        """The features of pictures (B, 3, H, W), sRGB in [0, 1], in the shapes of the student's layers."""

    def centres(self, batches: Sequence[Tensor]) -> dict[str, Tensor]:
        """The mean (C,) of what each of the student's modules is to read, by the module's name."""


class FireTeacher:
    """SqueezeNet 1.1. It has the student's own shape but for the narrow layers: every layer and every hint is known."""

    title = "SqueezeNet 1.1 (Iandola et al., 2016), published weights"
    taught = "every layer; the teacher's narrow layers as hints for the first channels of the student's wider ones"

    def __init__(self, net: FireNet) -> None:
        self.net = net.eval().requires_grad_(False)

    def to(self, device: torch.device) -> Self:
        self.net.to(device)
        return self

    def normalise(self, batches: Sequence[Tensor]) -> None:
        self.net.scale_channels(unit_scales(mean_activations(self.net, batches)))
        self.net.scale_squeezes(unit_scales(mean_activations(lambda batch: self.lesson(batch).hints, batches)))

    @torch.no_grad()
    def lesson(self, batch: Tensor) -> Lesson:
        x = self.net.stem(batch)
        layers, hints = {LAYERS[0]: x}, {}
        for name in LAYERS[1:]:
            hints[name] = self.net.fire(name).squeezed(self.net.pooled(name, x))
            x = layers[name] = self.net.fire(name).expanded(hints[name])
        return Lesson(layers, hints)

    def centres(self, batches: Sequence[Tensor]) -> dict[str, Tensor]:
        return mean_activations(partial(_module_inputs, self.net), batches)


class VGGTeacher:
    """VGG-19. Four of its layers have the widths of four of the student's; between them the student is free.

    They are averaged over 2 x 2 pixels, because the student's first layer halves the picture and VGG-19's does not.
    Pictures must have sides that are multiples of 16 px; `lesson` raises ValueError for others.
    """

    title = "VGG-19 (Simonyan and Zisserman, 2014), published weights"
    taught = "conv1, fire3, fire5 and fire8, from relu1_2, relu2_2, relu3_4 and relu4_4 at half resolution; no hints"

    def __init__(self, net: VGG19) -> None:
        self.net = net.eval().requires_grad_(False)

    def to(self, device: torch.device) -> Self:
        self.net.to(device)
        return self

    def normalise(self, batches: Sequence[Tensor]) -> None:
        taps = tuple(VGG_TAPS.values())
        self.net.scale_channels(unit_scales(mean_activations(lambda batch: self.net(batch, taps), batches)))

    @torch.no_grad()
    def lesson(self, batch: Tensor) -> Lesson:
        if batch.shape[-2] % 16 or batch.shape[-1] % 16:
            raise ValueError(f"VGG-19 teaches pictures whose sides are multiples of 16, not {tuple(batch.shape[-2:])}.")
        features = self.net(batch, tuple(VGG_TAPS.values()))
        return Lesson({name: F.avg_pool2d(features[tap], 2) for name, tap in VGG_TAPS.items()})

    def centres(self, batches: Sequence[Tensor]) -> dict[str, Tensor]:
        """Ones: the student's layers are to have a mean of 1, and most of what its modules read is not known yet."""
        widths = {LAYERS[0]: fire.CONV1_CHANNELS, **fire.WIDTHS}
        return {name: batches[0].new_ones(widths[before]) for before, name in pairwise(LAYERS)}


def squeezenet_teacher(path: Path) -> FireTeacher:
    """SqueezeNet 1.1 from a safetensors file with the published layer names, for which colours are BGR in [0, 255].

    Raises KeyError, RuntimeError or SafetensorError where the file holds something else.
    """
    net = FireNet(fire.SQUEEZE_SQUEEZENET, CAFFE_MEAN, CAFFE_STD, bgr=True)
    net.load_state_dict(fire.from_caffe_names(load_file(path)))
    return FireTeacher(net)


def downloaded_teacher(encoder_id: str, path: Path) -> Teacher:
    """The teacher "squeezenet" or "vgg19" from the program's own copy of its published weights.

    Raises RuntimeError or SafetensorError where the file holds something else.
    """
    net = VGG19() if encoder_id == "vgg19" else FireNet(fire.SQUEEZE_SQUEEZENET)
    net.load_state_dict(load_file(path))
    return VGGTeacher(net) if isinstance(net, VGG19) else FireTeacher(net)


def _module_inputs(net: FireNet, picture: Tensor) -> dict[str, Tensor]:
    """What each fire module reads, by the module's name."""
    features = net(picture)
    return {name: net.pooled(name, features[before]) for before, name in pairwise(LAYERS)}
