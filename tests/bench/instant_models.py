"""Networks to measure: shipped, from a training that runs, or untrained where only time counts."""

from __future__ import annotations

from pathlib import Path

import torch

from stylegui.engine.encoders.encoder import load_encoder
from stylegui.engine.engines import EngineError
from stylegui.engine.instant.model import InstantModel, load_instant
from stylegui.engine.instant.network import SIZES, InstantNet
from stylegui.engine.request import InstantId

CPU = torch.device("cpu")


def untrained(size: InstantId) -> InstantModel:
    """A network of random weights: as quick as a trained one."""
    net = InstantNet(SIZES[size]).eval().requires_grad_(False)
    return InstantModel(size, net, load_encoder("builtin", CPU, Path()), "none")


def from_checkpoint(size: InstantId, path: Path) -> InstantModel:
    """The averaged weights of a training that runs."""
    model = untrained(size)
    model.net.load_state_dict(torch.load(path, weights_only=True)["average"])
    return model


def shipped(sizes: tuple[InstantId, ...]) -> list[InstantModel]:
    """The networks that come with the program, and a sentence for each that does not."""
    models = []
    for size in sizes:
        try:
            models.append(load_instant(size, CPU))
        except EngineError as error:
            print(f"Instant {size} is left out: {error}")
    return models
