"""`stylegui train`: make the program's own network again, from pictures and a teacher."""

from __future__ import annotations

import argparse
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from stylegui.commands.errors import INTERRUPTED, OK, CommandError, UsageError
from stylegui.commands.meter import Meter, duration
from stylegui.commands.options import number
from stylegui.engine.encoders.weights import MANIFEST, installed
from stylegui.paths import Paths

if TYPE_CHECKING:
    from stylegui.engine.encoders.fire import FireNet
    from stylegui.training.encoder import EncoderRecipe, EncoderTraining
    from stylegui.training.pictures import PictureSet

EPILOG = """\
OUT receives builtin.safetensors (the network), builtin.md (its model card), a
log with one JSON object a line, and a checkpoint. Ctrl+C stops; --resume goes
on from the last checkpoint, which is written every thousand steps.

example:
  stylegui train encoder --teacher squeezenet --photos DIR --paintings DIR --out encoder
"""

# The learning rate falls over the last fifth of the steps, and never over more than the recipe's own number.
DECAY_SHARE = 5
# Short sides at which pictures are kept. Paintings are kept larger, because their strokes are what is to be learned.
PHOTO_PX, PAINTING_PX = 256, 384
WATCH_INTERVAL_S = 0.5
TEACHER_NAME = "SqueezeNet 1.1 (Iandola et al., 2016), published weights"


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
        help="squeezenet (see “stylegui models”), or squeezenet-file=PATH for a safetensors file with SqueezeNet's "
        "published layer names (default squeezenet)",
    )
    for name, what in (("photos", "photos"), ("paintings", "paintings")):
        encoder.add_argument(
            f"--{name}", nargs="+", type=Path, required=True, metavar="DIR", help=f"folders with {what} to learn from"
        )
    encoder.add_argument("--out", type=Path, default=Path("encoder"), metavar="DIR", help="results (default encoder)")
    encoder.add_argument("--steps", type=number(int, 1), default=40_000, metavar="N", help="(default 40000)")
    encoder.add_argument("--minutes", type=number(float, 0), metavar="N", help="stop after that time, to be resumed")
    encoder.add_argument("--seed", type=number(int, 0, 2**31 - 1), default=0, metavar="N", help="(default 0)")
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
    from stylegui.training.encoder import EncoderTraining, finish

    checkpoint = args.out / "encoder.checkpoint.pt"
    if checkpoint.exists() and not args.resume:
        raise UsageError(f"{args.out} holds a training already: add --resume, or choose another --out.")
    if args.resume and not checkpoint.exists():
        raise UsageError(f"There is nothing to resume in {args.out}.")
    meter = Meter(args.quiet)
    meter.stage("Reading pictures …")
    device, notice = devices.choose(args.device)
    if notice:
        meter.note(notice)
    teacher = _teacher(args.teacher, Paths.of_user().models).to(device)
    photos = _pictures(args.photos, PHOTO_PX, meter)
    paintings = _pictures(args.paintings, PAINTING_PX, meter)
    meter.stage("Getting ready …")
    training = EncoderTraining(_recipe(args), teacher, photos, paintings, args.out, device)
    if args.resume:
        training.resume()
    try:
        with _shown(training, meter):
            training.train(minutes=float("inf") if args.minutes is None else args.minutes)
    except KeyboardInterrupt:
        meter.note(f"Stopped at step {training.step}; --resume goes on from the last checkpoint.")
        return INTERRUPTED
    target = args.out / "builtin.safetensors"
    finish(training, target, args.data_terms, TEACHER_NAME, f"{datetime.now(UTC):%Y-%m-%d}")
    meter.note(f"{target}: {training.step} steps, {duration(training.seconds)}")
    return OK


def _recipe(args: argparse.Namespace) -> EncoderRecipe:
    from stylegui.training.encoder import EncoderRecipe

    usual = EncoderRecipe()
    decay = min(usual.decay, max(1, args.steps // DECAY_SHARE))
    return EncoderRecipe(steps=args.steps, decay=decay, seed=args.seed)


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


@contextmanager
def _shown(training: EncoderTraining, meter: Meter) -> Iterator[None]:
    """Show the training's steps while the block runs; only another thread has the time to look at them."""
    ended = threading.Event()
    first, started = training.step, time.monotonic()

    def show() -> None:
        while not ended.wait(WATCH_INTERVAL_S):
            steps, done = training.recipe.steps, training.step
            pace = (done - first) / (time.monotonic() - started)
            left = f"  {duration((steps - done) / pace)} left" if pace else ""
            meter.update(done / steps, f"step {done} of {steps}{left}")

    watcher = threading.Thread(target=show, name="training-progress")
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
        meter.clear()


def _teacher(word: str, models: Path) -> FireNet:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    from stylegui.engine.encoders import fire
    from stylegui.training.encoder import squeezenet_teacher

    kind, _, file = word.partition("=")
    if kind == "squeezenet-file" and file:
        path = Path(file)
    elif word == "squeezenet":
        found = installed("squeezenet", models)
        if found is None:
            raise CommandError(
                f"{MANIFEST['squeezenet'].title} is not downloaded yet: stylegui models download squeezenet"
            )
        path = found
    else:
        raise UsageError(f"--teacher {word} is neither squeezenet nor squeezenet-file=PATH.")
    try:
        if kind == "squeezenet-file":
            return squeezenet_teacher(path)
        net = fire.FireNet(fire.SQUEEZE_SQUEEZENET)
        net.load_state_dict(load_file(path))
    except (SafetensorError, KeyError, RuntimeError) as error:
        raise CommandError(f"{path} does not hold SqueezeNet 1.1 as safetensors.") from error
    return net.eval().requires_grad_(False)
