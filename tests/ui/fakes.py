"""An engine whose every step is in the test's hand, and pictures to feed it with."""

from __future__ import annotations

import functools
import threading
from collections.abc import Mapping
from typing import Any

import numpy as np

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.engines import Engine, Estimate, Frame, Progress, Result, Sink
from stylegui.engine.images import Picture
from stylegui.engine.request import InstantParams, PaintParams, TransferRequest
from stylegui.jobs.runner import Backend


def make_picture(width: int = 48, height: int = 32, shade: int = 128, name: str = "photo.png") -> Picture:
    pixels = np.full((height, width, 3), shade, dtype=np.uint8)
    pixels[: height // 2, : width // 2] = (shade // 2, shade, 255 - shade)
    return Picture(pixels=pixels, alpha=None, source="", name=name, dpi=None, icc=None, exif=None, notes=())


def _snapshot(taken: int) -> list[memoryview]:
    """The state of a run of the `FakeEngine`: how many steps it has taken."""
    return [memoryview(str(taken).encode())]


class FakeInstant:
    """Answers at once, unless it is held: the photo at the wanted size, its shade set by Strength."""

    def __init__(self) -> None:
        self.requests: list[TransferRequest] = []
        self.error: Exception | None = None
        self._go = threading.Event()
        self._go.set()
        self._passes = threading.Semaphore(0)

    def let_one_through(self) -> None:
        """Let one of the runs that are held go on."""
        self._passes.release()

    def hold(self) -> None:
        """Let every run wait from now on."""
        self._go.clear()

    def release(self) -> None:
        self._go.set()

    def run(self, request: TransferRequest, control: RunControl, sink: Sink) -> Result:
        self.requests.append(request)
        if self.error is not None:
            raise self.error
        while not self._passes.acquire(blocking=False) and not self._go.wait(0.002):
            control.checkpoint()
        control.checkpoint()
        picture = request.photo.resized(request.instant.size_px)
        sink.progress(Progress(100, 100, picture.width, picture.height, 1.0, 0.0, "cpu"))
        pixels = np.full_like(picture.pixels, round(request.instant.strength))
        styles = [{"title": style.name, "weight": style.weight} for style in request.styles]
        recipe = {"engine": "instant", "params": request.params.model_dump(mode="json"), "styles": styles}
        return Result(Picture(pixels, picture.alpha, name=request.photo.name), recipe)


class FakeEngine:
    """Takes a step each time the test allows one; records what it was asked for and how it was steered."""

    def __init__(self, steps: int = 4) -> None:
        self.steps = steps
        self.requests: list[TransferRequest] = []
        self.changes: list[tuple[int, Mapping[str, Any]]] = []
        self.threads: list[int] = []
        self.begun_at: list[int] = []
        self.notice = ""
        self.error: tuple[int, Exception] | None = None
        self.estimates: list[TransferRequest] = []
        self.estimated = Estimate(seconds=12.0, peak_bytes=1 << 29, free_bytes=1 << 32, fits_px=8192, device="cpu")
        self.warm_ups = 0
        self.prepared = 0
        self._permits = threading.Semaphore(0)
        self._free = threading.Event()
        self.instant = FakeInstant()

    def allow(self, steps: int = 1) -> None:
        """Let the running job take so many steps."""
        self._permits.release(steps)

    def allow_all(self) -> None:
        """Let every job run through, now and later."""
        self._free.set()

    def fail(self, error: Exception, at_step: int = 1) -> None:
        """Raise `error` instead of taking that step."""
        self.error = (at_step, error)

    def run(self, request: TransferRequest, control: RunControl, sink: Sink) -> Result:
        self.requests.append(request)
        self.threads.append(threading.get_ident())
        pixels = request.photo.to_uint8()
        taken = int(control.resume_from.read_text()) if control.resume_from is not None else 0
        self.begun_at.append(taken)
        if self.notice:
            sink.notice(self.notice)
        try:
            for step in range(taken + 1, self.steps + 1):
                if control.keeps:
                    control.offer(functools.partial(_snapshot, step - 1))
                self._await_permit(control)
                if changes := control.take_changes():
                    self.changes.append((step, changes))
                if self.error is not None and self.error[0] == step:
                    raise self.error[1]
                pixels = np.roll(pixels, 1, axis=1)
                taken = step
                height, width = pixels.shape[:2]
                eta_s = float(self.steps - step)
                sink.progress(Progress(step, self.steps, width, height, float(step), eta_s, "cpu", "painting"))
                if sink.wants_frame():
                    sink.frame(Frame(pixels, step))
        except Cancelled:
            if not taken:
                raise
            return self._result(request, pixels, complete=False)
        return self._result(request, pixels, complete=True)

    def estimate(self, request: TransferRequest) -> Estimate:
        self.estimates.append(request)
        return self.estimated

    def backend(self) -> Backend:
        paint = Engine("paint", "Paint", PaintParams, self.run, self.estimate)
        instant = Engine("instant", "Instant", InstantParams, self.instant.run, self.estimate, one_pass=True)
        engines = {"paint": paint, "instant": instant}
        return Backend(engines, prepare=self._prepare, warm_up=self._warm_up)

    def _prepare(self) -> None:
        self.prepared += 1

    def _warm_up(self) -> None:
        self.warm_ups += 1

    def _await_permit(self, control: RunControl) -> None:
        while True:
            control.checkpoint()
            if self._free.is_set() or self._permits.acquire(timeout=0.002):
                return

    @staticmethod
    def _result(request: TransferRequest, pixels: np.ndarray[Any, Any], complete: bool) -> Result:
        picture = Picture(
            pixels=np.ascontiguousarray(pixels),
            alpha=None,
            source="",
            name=request.photo.name,
            dpi=None,
            icc=None,
            exif=None,
            notes=(),
        )
        styles = [{"title": style.name, "weight": style.weight} for style in request.styles]
        recipe = {"engine": "paint", "params": request.params.model_dump(mode="json"), "styles": styles}
        return Result(picture, recipe, complete)
