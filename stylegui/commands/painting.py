"""Painting one picture with its progress on a meter, and saving it: what the commands that paint have in common."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile, mkstemp
from typing import Any

from stylegui.commands.errors import CommandError, UsageError
from stylegui.commands.interrupt import cancelling_on_interrupt
from stylegui.commands.meter import Meter, duration, exact_duration
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.engines import Engine, Frame, Progress, Result
from stylegui.engine.images import Picture, PictureError, SaveOptions, save_picture
from stylegui.engine.request import TransferRequest


class MeterSink:
    """Shows an engine's progress on a meter. Nobody looks at pictures here, so none are asked for."""

    def __init__(self, meter: Meter, one_pass: bool) -> None:
        self._meter = meter
        self._one_pass = one_pass
        self._last: Progress | None = None

    def wants_frame(self) -> bool:
        return False

    def frame(self, frame: Frame) -> None:
        """Never called, because none is wanted."""

    def progress(self, progress: Progress) -> None:
        self._last = progress
        left = "" if progress.eta_s is None else f"  {duration(progress.eta_s)} left"
        size = f"{progress.width} × {progress.height}"
        stage = f"{progress.stage}  " if progress.stage else ""
        step = "" if self._one_pass else f"step {progress.step} of {progress.steps}  "
        text = f"{stage}{step}{size}  {progress.device}{left}"
        self._meter.update(progress.step / max(progress.steps, 1), text)

    def notice(self, text: str) -> None:
        self._meter.note(text)

    def where(self) -> str:
        if self._one_pass:
            return " before the end"
        return f" at step {self._last.step} of {self._last.steps}" if self._last else " before the first step"

    def summary(self) -> str:
        if self._one_pass:
            return f"painted in {exact_duration(self._last.elapsed_s)}" if self._last else "painted in one pass"
        return f"{self._last.steps} steps, {duration(self._last.elapsed_s)}" if self._last else "no steps"


def paint(
    engine: Engine, request: TransferRequest, control: RunControl, sink: MeterSink, meter: Meter, *, settle: bool = True
) -> Result | None:
    """Paint; None where Ctrl+C (which cancels `control`) came before there was a picture.

    With `settle` the engine finds out first how it computes quickest. Raises CommandError where memory runs out.
    """
    try:
        with cancelling_on_interrupt(control):
            if settle:
                engine.make_ready(request.params, request.device, control)
            return engine.run(request, control, sink)
    except Cancelled:
        return None
    except RuntimeError as error:
        from stylegui.engine.devices import is_out_of_memory

        if is_out_of_memory(error):
            raise CommandError("There was not enough memory for this size; a smaller --size may fit.") from error
        raise
    finally:
        meter.clear()


def check_output(output: Path, sources: Sequence[Path]) -> None:
    """Say before the work, not after it, that its result could not be saved. Raises CommandError and UsageError."""
    folder = output.parent
    if not folder.is_dir():
        raise CommandError(f"There is no folder {folder}.")
    if output.is_dir():
        raise CommandError(f"{output} is a folder; a file name is missing.")
    try:
        # Trying is the only sure way: permissions do not tell of read-only disks, quotas and odd file systems.
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CommandError(f"Nothing can be saved in {folder}: {error.strerror}.") from error
    for source in sources:
        if output.exists() and source.exists() and output.samefile(source):
            raise UsageError(f"{output} is one of the pictures to work from and is not overwritten.")


def save(picture: Picture, output: Path, options: SaveOptions, recipe: Mapping[str, Any] | None) -> None:
    """Save the picture; where that fails after all, keep it in the folder for temporary files, as work is in it."""
    try:
        save_picture(picture, output, options, recipe)
    except PictureError as error:
        descriptor, name = mkstemp(prefix="stylegui-", suffix=output.suffix)
        os.close(descriptor)
        try:
            save_picture(picture, name, options, recipe)
        except PictureError:
            Path(name).unlink()
            raise error from None
        raise CommandError(f"{error} It is kept as {name}.") from error
