"""What the trainings on the command line share: reading pictures and teachers, and showing steps."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from stylegui.commands.errors import CommandError, UsageError
from stylegui.commands.interrupt import cancelling_on_interrupt
from stylegui.commands.meter import Meter, duration
from stylegui.commands.options import number
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.weights import MANIFEST, installed

if TYPE_CHECKING:
    from stylegui.training.encoder import StepProgress
    from stylegui.training.pictures import PictureSet
    from stylegui.training.teachers import Teacher

# Short sides at which pictures are kept. Paintings are kept larger, because their strokes are what is to be learned.
PHOTO_PX, PAINTING_PX = 256, 384


class Training(Protocol):
    """What every training has."""

    step: int

    def train(
        self, minutes: float = float("inf"), control: RunControl | None = None, progress: StepProgress | None = None
    ) -> None: ...


def add_pictures(parser: argparse.ArgumentParser, *kinds: str) -> None:
    """An option for the folders of each kind of pictures."""
    for kind in kinds:
        parser.add_argument(
            f"--{kind}", nargs="+", type=Path, required=True, metavar="DIR", help=f"folders with {kind} to learn from"
        )


def add_run_options(parser: argparse.ArgumentParser, out: str) -> None:
    """Options of any training: how long, on what, and where to."""
    parser.add_argument("--out", type=Path, default=Path(out), metavar="DIR", help=f"results (default {out})")
    parser.add_argument("--minutes", type=number(float, 0), metavar="N", help="stop after that time, to be resumed")
    parser.add_argument("--seed", type=number(int, 0, 2**31 - 1), metavar="N", help="(default 0)")
    parser.add_argument("--device", default="auto", metavar="DEVICE", help="auto, cpu, cuda … (default auto)")
    parser.add_argument("--resume", action="store_true", help="go on with the training in OUT")
    parser.add_argument(
        "--data-terms",
        default="not stated",
        metavar="TEXT",
        help="for the model card: where the pictures come from, and their terms of use",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, only errors")


def taught(training: Training, steps: int, args: argparse.Namespace, meter: Meter) -> bool:
    """Train for as long as the options allow, showing steps; False where Ctrl+C stopped it."""
    control = RunControl()
    try:
        with cancelling_on_interrupt(control):
            minutes = float("inf") if args.minutes is None else args.minutes
            training.train(minutes, control, shown_on(meter, training.step))
    except Cancelled:
        meter.clear()
        meter.note(f"Stopped at step {training.step} of {steps}; --resume goes on from there.")
        return False
    meter.clear()
    if training.step < steps:
        meter.note(f"The time was over at step {training.step} of {steps}; --resume goes on from there.")
    return True


def read_pictures(folders: Sequence[Path], short_px: int, meter: Meter) -> PictureSet:
    from stylegui.training.pictures import PictureSet

    for folder in folders:
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
    try:
        pictures = PictureSet(folders, short_px)
    except ValueError as error:
        raise CommandError(str(error)) from error
    for path in pictures.skipped:
        meter.note(f"{path} cannot be read and is left out.")
    return pictures


def shown_on(meter: Meter, first: int) -> StepProgress:
    """Show steps on a meter; `first` is the step at which this run begins."""
    started = time.monotonic()

    def show(done: int, steps: int) -> None:
        left = (time.monotonic() - started) / (done - first) * (steps - done)
        meter.update(done / steps, f"step {done} of {steps}  {duration(left)} left")

    return show


def read_teacher(word: str, models: Path) -> Teacher:
    from safetensors import SafetensorError

    from stylegui.training.teachers import downloaded_teacher, squeezenet_teacher

    kind, _, file = word.partition("=")
    read: Callable[[Path], Teacher]
    if kind == "squeezenet-file" and file:
        path, title, read = Path(file), MANIFEST["squeezenet"].title, squeezenet_teacher
    elif word in MANIFEST:
        title = MANIFEST[word].title
        found = installed(word, models)
        if found is None:
            raise CommandError(f"{title} is not downloaded yet: stylegui models download {word}")
        path, read = found, partial(downloaded_teacher, word)
    else:
        raise UsageError(f"--teacher {word} is none of {', '.join(MANIFEST)} and squeezenet-file=PATH.")
    try:
        return read(path)
    except (SafetensorError, KeyError, RuntimeError) as error:
        raise CommandError(f"{path} does not hold {title} as safetensors.") from error
