"""`stylegui train`: make the program's own network again, from pictures and a teacher."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from stylegui.commands.errors import INTERRUPTED, OK, CommandError, UsageError
from stylegui.commands.interrupt import cancelling_on_interrupt
from stylegui.commands.meter import Meter, duration
from stylegui.commands.options import number
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.weights import MANIFEST, installed
from stylegui.paths import Paths

if TYPE_CHECKING:
    from stylegui.training.encoder import EncoderRecipe, StepProgress
    from stylegui.training.pictures import PictureSet
    from stylegui.training.teachers import Teacher

EPILOG = """\
OUT receives builtin.safetensors (the network), builtin.md (its model card), a
log with one JSON object a line, and a checkpoint. Ctrl+C stops after the
present step, and --resume goes on from there, with the same pictures and
teacher; --steps and --decay may be others then. A second Ctrl+C ends the
program at once: what is left then is the checkpoint of the last full thousand
steps.

example:
  stylegui train encoder --teacher squeezenet --photos DIR --paintings DIR --out encoder
"""

# Without --decay the learning rate falls over the last fifth of the steps, at most over the recipe's own number.
DECAY_SHARE = 5
# Short sides at which pictures are kept. Paintings are kept larger, because their strokes are what is to be learned.
PHOTO_PX, PAINTING_PX = 256, 384


def add_arguments(parser: argparse.ArgumentParser, _words: Sequence[str]) -> None:
    parts = parser.add_subparsers(title="networks", metavar="NETWORK", dest="network", required=True)
    encoder = parts.add_parser(
        "encoder",
        help="the network that the program sees with",
        description="Distils the built-in encoder from a larger network, from random weights on.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    encoder.add_argument(
        "--teacher",
        default="squeezenet",
        metavar="TEACHER",
        help="squeezenet or vgg19 (see “stylegui models”), or squeezenet-file=PATH for a safetensors file with "
        "SqueezeNet's published layer names (default squeezenet)",
    )
    for name, what in (("photos", "photos"), ("paintings", "paintings")):
        encoder.add_argument(
            f"--{name}", nargs="+", type=Path, required=True, metavar="DIR", help=f"folders with {what} to learn from"
        )
    encoder.add_argument("--out", type=Path, default=Path("encoder"), metavar="DIR", help="results (default encoder)")
    encoder.add_argument("--steps", type=number(int, 1), metavar="N", help="(default 40000)")
    encoder.add_argument(
        "--decay",
        type=number(int, 1),
        metavar="N",
        help="steps at the end over which the learning rate falls (default a fifth of all, at most 8000)",
    )
    encoder.add_argument("--minutes", type=number(float, 0), metavar="N", help="stop after that time, to be resumed")
    encoder.add_argument("--seed", type=number(int, 0, 2**31 - 1), metavar="N", help="(default 0)")
    encoder.add_argument("--device", default="auto", metavar="DEVICE", help="auto, cpu, cuda … (default auto)")
    encoder.add_argument("--resume", action="store_true", help="go on with the training in OUT")
    encoder.add_argument(
        "--data-terms",
        default="not stated",
        metavar="TEXT",
        help="for the model card: where the pictures come from, and their terms of use",
    )
    encoder.add_argument("-q", "--quiet", action="store_true", help="no progress, only errors")


def run(args: argparse.Namespace) -> int:
    from stylegui.engine import devices
    from stylegui.training.card import finish
    from stylegui.training.encoder import EncoderTraining, ResumeError, checkpoint_path

    if checkpoint_path(args.out).exists() and not args.resume:
        raise UsageError(f"{args.out} holds a training already: add --resume, or choose another --out.")
    try:
        recipe = _recipe(args)
    except ResumeError as error:
        raise UsageError(str(error)) from error
    meter = Meter(args.quiet)
    meter.stage("Reading pictures …")
    device, notice = devices.choose(args.device)
    if notice:
        meter.note(notice)
    teacher = _teacher(args.teacher, Paths.of_user().models)
    photos = _pictures(args.photos, PHOTO_PX, meter)
    paintings = _pictures(args.paintings, PAINTING_PX, meter)
    meter.stage("Getting ready …")
    training = EncoderTraining(recipe, teacher, photos, paintings, args.out, device)
    if args.resume:
        training.resume()
    control = RunControl()
    try:
        with cancelling_on_interrupt(control):
            minutes = float("inf") if args.minutes is None else args.minutes
            training.train(minutes, control, _shown_on(meter, training.step))
    except Cancelled:
        meter.clear()
        meter.note(f"Stopped at step {training.step} of {recipe.steps}; --resume goes on from there.")
        return INTERRUPTED
    meter.clear()
    if training.step < recipe.steps:
        meter.note(f"The time was over at step {training.step} of {recipe.steps}; --resume goes on from there.")
    target = args.out / "builtin.safetensors"
    finish(training, target, args.data_terms, f"{datetime.now(UTC):%Y-%m-%d}")
    meter.note(f"{target}: {training.step} steps, {duration(training.seconds)}")
    return OK


def _recipe(args: argparse.Namespace) -> EncoderRecipe:
    """The recipe of the command line; where a training is resumed, what is not given stays as it was."""
    from stylegui.training.encoder import EncoderRecipe, saved_recipe

    before = saved_recipe(args.out) if args.resume else EncoderRecipe()
    if args.resume and args.seed not in (None, before.seed):
        raise UsageError(
            f"The training in {args.out} has the seed {before.seed}; --seed {args.seed} cannot go on with it."
        )
    steps = before.steps if args.steps is None else args.steps
    if args.decay is not None:
        decay = args.decay
    elif args.steps is None:
        decay = before.decay
    else:
        decay = min(EncoderRecipe.decay, max(1, steps // DECAY_SHARE))
    return replace(before, steps=steps, decay=decay, seed=before.seed if args.seed is None else args.seed)


def _pictures(folders: Sequence[Path], short_px: int, meter: Meter) -> PictureSet:
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


def _shown_on(meter: Meter, first: int) -> StepProgress:
    """Show steps on a meter; `first` is the step at which this run begins."""
    started = time.monotonic()

    def show(done: int, steps: int) -> None:
        left = (time.monotonic() - started) / (done - first) * (steps - done)
        meter.update(done / steps, f"step {done} of {steps}  {duration(left)} left")

    return show


def _teacher(word: str, models: Path) -> Teacher:
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
