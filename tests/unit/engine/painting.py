"""What tests of Paint share: a random encoder, small pictures, a sink that keeps everything, and requests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from stylegui.engine.encoders.encoder import ENCODERS, Encoder, builtin_net
from stylegui.engine.encoders.normalise import mean_activations, unit_scales
from stylegui.engine.engines import Frame, Progress
from stylegui.engine.images import Picture
from stylegui.engine.plan import Scale
from stylegui.engine.request import PaintParams, StyleInput, TransferRequest

SMALL_PLAN = (Scale(64, 4), Scale(96, 3))


def random_encoder(seed: int = 0) -> Encoder:
    """The built-in encoder with seeded random weights, its channels normalised on noise as the real one's on photos."""
    net = builtin_net()
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter in net.parameters():
            if parameter.ndim == 4:
                fan_in = parameter[0].numel()
                parameter.copy_(torch.randn(parameter.shape, generator=generator) * (2 / fan_in) ** 0.5)
            else:
                parameter.zero_()
        batch = torch.rand((2, 3, 48, 48), generator=generator)
        net.scale_channels(unit_scales(mean_activations(net, [batch])))
    net.eval().requires_grad_(False)
    return Encoder(ENCODERS["builtin"], net, torch.device("cpu"), f"random {seed}")


def waves(height: int, width: int, turn: float = 0.0) -> NDArray[np.uint8]:
    """A smooth picture with structure everywhere: three coloured waves."""
    y, x = np.mgrid[0:height, 0:width] / 9.0
    channels = [np.sin(x * (1 + c / 3) + y * (turn + c / 2) + c + turn) for c in range(3)]
    return np.stack([(channel * 90 + 128) for channel in channels], axis=-1).astype(np.uint8)


def photo(width: int = 96, height: int = 72) -> Picture:
    return Picture(waves(height, width), name="photo")


def style(seed: int = 1, side: int = 80) -> Picture:
    """Coloured blocks with noise, unlike the photo in everything."""
    generator = np.random.default_rng(seed)
    blocks = generator.integers(0, 256, (side // 8, side // 8, 3)).repeat(8, 0).repeat(8, 1)
    return Picture((0.8 * blocks + generator.integers(0, 51, blocks.shape)).astype(np.uint8), name=f"style {seed}")


@dataclass
class KeepingSink:
    """Keeps what an engine says, in one list in order; `on_progress` is called after each step."""

    frames: list[Frame] = field(default_factory=list)
    steps: list[Progress] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    on_progress: Callable[[Progress], None] | None = None

    def wants_frame(self) -> bool:
        return True

    def frame(self, frame: Frame) -> None:
        self.frames.append(frame)

    def progress(self, progress: Progress) -> None:
        self.steps.append(progress)
        self.events.append(f"step {progress.step}")
        if self.on_progress is not None:
            self.on_progress(progress)

    def notice(self, text: str) -> None:
        self.notices.append(text)
        self.events.append(f"notice {text}")


def request(of: Picture | None = None, styles: tuple[StyleInput, ...] = (), **params: Any) -> TransferRequest:
    """A request for 96 px in draft quality with the quickest style loss; keywords set parameters or `start_picture`."""
    start_picture = params.pop("start_picture", None)
    return TransferRequest(
        photo() if of is None else of,
        styles or (StyleInput(style()),),
        PaintParams.model_validate({"size_px": 96, "preset": "draft", "style_loss": "moments"} | params),
        start_picture=start_picture,
    )
