"""The trained one-pass networks that come with the program."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load

from stylegui.engine.encoders.encoder import Encoder, load_encoder
from stylegui.engine.engines import EngineError
from stylegui.engine.instant.network import SIZES, InstantNet
from stylegui.engine.request import InstantId
from stylegui.resources import resource


@dataclass(frozen=True, eq=False)
class InstantModel:
    """A trained network with the encoder that it reads through; `digest` names both."""

    id: InstantId
    net: InstantNet
    encoder: Encoder
    digest: str

    @property
    def device(self) -> torch.device:
        return self.encoder.device


def weights_file(model_id: str) -> Path:
    """Where the weights of "fast" or "fine" are. Raises FileNotFoundError where they are not."""
    return resource(f"models/instant-{model_id}.safetensors")


def load_instant(model_id: InstantId, device: torch.device) -> InstantModel:
    """The network "fast" or "fine" on a device, ready to paint. Raises EngineError of kind "model" where it is broken.

    Weights are stored in half precision, which changes no pixel by more than a step of 8 bits, and computed in single.
    """
    encoder = load_encoder("builtin", device, Path())
    net = InstantNet(SIZES[model_id])
    try:
        data = weights_file(model_id).read_bytes()
        net.load_state_dict({name: tensor.float() for name, tensor in load(data).items()})
    except FileNotFoundError as error:
        raise EngineError(str(error), "model") from error
    except (OSError, SafetensorError, RuntimeError) as error:
        text = f"The weights of the Instant network “{model_id}” cannot be read. Please install stylegui again."
        raise EngineError(text, "model") from error
    digest = hashlib.sha256(data + encoder.digest.encode()).hexdigest()
    return InstantModel(model_id, net.eval().requires_grad_(False).to(device), encoder, digest)
