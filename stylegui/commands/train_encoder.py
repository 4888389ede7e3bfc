"""`stylegui train encoder`: make the network again that the program sees with, from pictures and a teacher."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from stylegui.commands.errors import INTERRUPTED, OK, UsageError
from stylegui.commands.meter import Meter, duration
from stylegui.commands.options import number
from stylegui.commands.school import (
    PAINTING_PX,
    PHOTO_PX,
    add_pictures,
    add_run_options,
    read_pictures,
    read_teacher,
    taught,
)
from stylegui.paths import Paths

if TYPE_CHECKING:
    from stylegui.training.encoder import EncoderRecipe

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


def add_to(networks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    encoder = networks.add_parser(
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
    add_pictures(encoder, "photos", "paintings")
    encoder.add_argument("--steps", type=number(int, 1), metavar="N", help="(default 40000)")
    encoder.add_argument(
        "--decay",
        type=number(int, 1),
        metavar="N",
        help="steps at the end over which the learning rate falls (default a fifth of all, at most 8000)",
    )
    add_run_options(encoder, "encoder")


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
    teacher = read_teacher(args.teacher, Paths.of_user().models)
    photos = read_pictures(args.photos, PHOTO_PX, meter)
    paintings = read_pictures(args.paintings, PAINTING_PX, meter)
    meter.stage("Getting ready …")
    training = EncoderTraining(recipe, teacher, photos, paintings, args.out, device)
    if args.resume:
        training.resume()
    if not taught(training, recipe.steps, args, meter):
        return INTERRUPTED
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
