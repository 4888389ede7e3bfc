"""The table of engines that the window and the command line go through, and what an engine gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from stylegui.engine.control import RunControl
from stylegui.engine.images import Picture
from stylegui.engine.request import InstantParams, PaintParams, TransferRequest


@dataclass(frozen=True)
class Progress:
    """Where a run stands. `step` counts from 1 over all scales; `eta_s` is None until it can be told.

    Where the engine works in one pass, the steps are hundredths of it.
    """

    step: int
    steps: int
    width: int
    height: int
    elapsed_s: float
    eta_s: float | None
    device: str
    stage: str = ""


@dataclass(frozen=True, eq=False)
class Frame:
    """An intermediate picture: (H, W, 3) uint8, sRGB, never written to again, and the step it was taken after."""

    pixels: NDArray[np.uint8]
    step: int


@dataclass(frozen=True)
class Estimate:
    """Cost of a run before it is started. `fits_px` is the long side that the memory allows (the asked one or less);
    `free_bytes` is 0 where it cannot be told; `tiled` says that the picture is painted part by part to fit."""

    seconds: float
    peak_bytes: int
    free_bytes: int
    fits_px: int
    device: str
    tiled: bool = False


@dataclass(frozen=True, eq=False)
class Result:
    """A finished (or stopped, then `complete` is False) picture and the recipe that made it, ready for JSON."""

    picture: Picture
    recipe: Mapping[str, Any] = field(default_factory=dict)
    complete: bool = True


class Sink(Protocol):
    """Where an engine's output goes while it runs. All methods are called in the engine's thread."""

    def wants_frame(self) -> bool:
        """Whether a frame would be looked at now; engines make none otherwise."""
        ...

    def frame(self, frame: Frame) -> None: ...

    def progress(self, progress: Progress) -> None: ...

    def notice(self, text: str) -> None:
        """One sentence for the user, such as a fall-back to a smaller size."""
        ...


class EngineError(Exception):
    """A run cannot start or go on. `str(error)` is one sentence for the user; `kind` groups errors for the window.

    Kinds: "memory", "model" (weights missing or broken), "input", "device", "numeric".
    """

    def __init__(self, text: str, kind: str) -> None:
        super().__init__(text)
        self.kind = kind


def _nothing_to_do(_params: Any, _device: str, _control: RunControl) -> None:
    pass


@dataclass(frozen=True)
class Engine:
    """One way of making pictures. A cancelled `run` returns what it has, with `complete=False`.

    With `one_pass` there are no steps to tell of, and no picture before the end: a cancelled run has nothing.
    `make_ready` is called with parameters and device where there is time before a run: what it finds out about the
    machine makes runs quicker, and it may raise as they do.
    """

    id: str
    title: str
    params: type[BaseModel]
    run: Callable[[TransferRequest, RunControl, Sink], Result]
    estimate: Callable[[TransferRequest], Estimate]
    one_pass: bool = False
    make_ready: Callable[[Any, str, RunControl], None] = _nothing_to_do


def engines() -> dict[str, Engine]:
    """All engines by id. torch is imported with the first one that is run, not here."""

    def run_paint(request: TransferRequest, run_control: RunControl, sink: Sink) -> Result:
        from stylegui.engine import paint

        return paint.run(request, run_control, sink)

    def estimate_paint(request: TransferRequest) -> Estimate:
        from stylegui.engine import forecast

        return forecast.estimate(request)

    def run_instant(request: TransferRequest, run_control: RunControl, sink: Sink) -> Result:
        from stylegui.engine.instant import run

        return run.run(request, run_control, sink)

    def estimate_instant(request: TransferRequest) -> Estimate:
        from stylegui.engine.instant import forecast

        return forecast.estimate(request)

    def settle_instant(params: InstantParams, device: str, control: RunControl) -> None:
        from stylegui.engine.instant import run

        run.make_ready(params.model, device, control)

    return {
        "paint": Engine("paint", "Paint", PaintParams, run_paint, estimate_paint),
        "instant": Engine("instant", "Instant", InstantParams, run_instant, estimate_instant, True, settle_instant),
    }
