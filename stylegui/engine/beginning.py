"""The picture that Paint starts from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from stylegui.engine import colour
from stylegui.engine.control import RunControl
from stylegui.engine.engines import EngineError, Frame, Progress, Sink
from stylegui.engine.instant.run import loaded, run_with
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.optimise import resize
from stylegui.engine.request import InstantParams, TransferRequest
from stylegui.engine.sources import Sources, to_tensor
from stylegui.paths import Paths

# Instant knows a style at this size, so at this size of canvas its strokes stand to the picture as the style's own do;
# the first canvas, which is smaller, takes a smaller copy.
INSTANT_PX = 512


@dataclass(frozen=True, eq=False)
class Beginning:
    """The first picture, (1, 3, H, W) in [0, 1], and the network that made it (id and hash) where one did."""

    pixels: Tensor
    network: Mapping[str, Any] | None = None


def begin(
    request: TransferRequest,
    sources: Sources,
    size: tuple[int, int],
    generator: torch.Generator,
    control: RunControl,
    sink: Sink,
) -> Beginning:
    """The first picture at a (height, width), of the kind that the request's parameters say.

    Raises EngineError where a start picture is asked for and there is none, or Instant's network is missing.
    """
    device = sources.photo.device
    start = request.paint.start
    if start == "picture":
        if request.start_picture is None:
            raise EngineError("Start from a picture is chosen, but there is no picture to start from.", "input")
        first = to_tensor(request.start_picture, max(size), device)
        return Beginning(resize(first, *size).clamp(0, 1))
    content = resize(sources.content, *size).clamp(0, 1)
    # Drawn on the CPU, so that every device starts from the same picture.
    noise = torch.randn(content.shape, generator=generator).to(device)
    if start == "noise":
        return Beginning((0.5 + 0.25 * noise).clamp(0, 1))
    if start == "style":
        mean, covariance = colour.mean_covariance(sources.styles[0])
        root = torch.linalg.cholesky(covariance + 1e-6 * torch.eye(3).to(covariance))
        coloured = torch.einsum("oc,bchw->bohw", root.to(noise), noise) + mean.to(noise).view(1, 3, 1, 1)
        return Beginning(coloured.clamp(0, 1))
    network = None
    if start == "instant":
        content, network = _instant(request, sources, size, control, sink)
    # A breath of noise: on a perfectly flat sky the network has no gradient to start from.
    return Beginning((content + 0.01 * noise).clamp(0, 1), network)


def _instant(
    request: TransferRequest, sources: Sources, size: tuple[int, int], control: RunControl, sink: Sink
) -> tuple[Tensor, Mapping[str, Any] | None]:
    """The result of Instant for the same photo, styles, brush and colours, and the network it is from.

    It is made here, inside the run, so that a recipe that starts from it needs no second picture; and in float32 with
    the run's own threads, whatever was found to be quickest on this machine, because the recipe tells of nothing else.
    It has Paint's own Strength: of a start at full strength the structure loss would have to undo the half first.
    """
    params = request.paint
    device = sources.photo.device
    wanted = replace(
        request,
        engine="instant",
        params=InstantParams(
            model="fine",
            size_px=INSTANT_PX,
            strength=params.strength,
            brush_size=params.brush_size,
            colour=params.colour,
        ),
        start_picture=None,
        device=str(device),
    )
    model, shelf = loaded("fine", str(device)), StyleShelf(Paths.of_user().cache / "instant")
    result = run_with(model, shelf, wanted, control, _NoticesOnly(sink))
    pixels = resize(to_tensor(result.picture, INSTANT_PX, device), *size).clamp(0, 1)
    if params.colour == "luminance":
        pixels = colour.grey(pixels)  # as the rest of such a run is; the photo's colours come back at its end
    return pixels, result.recipe.get("network")


class _NoticesOnly:
    """Keeps the steps of a run that is part of another one from being taken for the other's."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink

    def wants_frame(self) -> bool:
        return False

    def frame(self, frame: Frame) -> None:
        """Never called, because none is wanted."""

    def progress(self, progress: Progress) -> None:
        """Steps are counted from the first one of the painting itself."""

    def notice(self, text: str) -> None:
        self._sink.notice(text)
