"""`stylegui train instant`: make the networks again that paint any style in one pass."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from stylegui.commands.errors import INTERRUPTED, OK, CommandError, UsageError
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
    from stylegui.training.instant import InstantRecipe

EPILOG = """\
OUT receives instant-SIZE.safetensors (the network), instant-SIZE.md (its model
card), a log with one JSON object a line, and a checkpoint. Ctrl+C stops after
the present step, and --resume goes on from there, with the same pictures and
teacher; --steps and --decay may be others then. --from begins with weights
that were finished before, such as those that come with the program; for
--size fast those of fine will do: its loudest channels are kept.

example:
  stylegui train instant --size fine --photos DIR --styles DIR --out instant
"""


def add_to(networks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    instant = networks.add_parser(
        "instant",
        help="the networks that paint any style in one pass",
        description="Trains a network for the Instant engine against SqueezeNet 1.1.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    instant.add_argument("--size", choices=("fast", "fine"), default="fine", help="which of the two (default fine)")
    instant.add_argument(
        "--teacher",
        default="squeezenet",
        metavar="TEACHER",
        help="squeezenet (see “stylegui models”), or squeezenet-file=PATH for a safetensors file with SqueezeNet's "
        "published layer names (default squeezenet)",
    )
    add_pictures(instant, "photos", "styles")
    instant.add_argument("--steps", type=number(int, 1), metavar="N", help="(default 200000)")
    instant.add_argument(
        "--decay",
        type=number(int, 1),
        metavar="N",
        help="steps at the end over which the learning rate falls (default 40000)",
    )
    instant.add_argument("--batch", type=number(int, 1), metavar="N", help="photos a step (default 4)")
    instant.add_argument("--from", dest="weights", type=Path, metavar="FILE", help="begin with these finished weights")
    add_run_options(instant, "instant")


def run(args: argparse.Namespace) -> int:
    from stylegui.engine import devices
    from stylegui.engine.encoders.encoder import load_encoder
    from stylegui.training.encoder import ResumeError
    from stylegui.training.instant import InstantTraining, checkpoint_path
    from stylegui.training.instant_card import finish
    from stylegui.training.teachers import FireTeacher

    if checkpoint_path(args.out, args.size).exists() and not args.resume:
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
    models = Paths.of_user().models
    teacher = read_teacher(args.teacher, models)
    if not isinstance(teacher, FireTeacher):
        raise UsageError("Instant learns from SqueezeNet only.")
    photos = read_pictures(args.photos, PHOTO_PX, meter)
    styles = read_pictures(args.styles, PAINTING_PX, meter)
    meter.stage("Getting ready …")
    training = InstantTraining(recipe, load_encoder("builtin", device, models), teacher, photos, styles, args.out)
    try:
        if args.resume:
            training.resume()
        elif args.weights is not None:
            training.start_from(args.weights)
    except ResumeError as error:
        raise CommandError(str(error)) from error
    if not taught(training, recipe.steps, args, meter):
        return INTERRUPTED
    target = args.out / f"instant-{args.size}.safetensors"
    finish(training, target, args.data_terms, f"{datetime.now(UTC):%Y-%m-%d}")
    meter.note(f"{target}: {training.step} steps, {duration(training.seconds)}")
    return OK


def _recipe(args: argparse.Namespace) -> InstantRecipe:
    """The recipe of the command line; where a training is resumed, what is not given stays as it was."""
    from stylegui.training.instant import InstantRecipe, saved_recipe

    before = saved_recipe(args.out, args.size) if args.resume else InstantRecipe(size=args.size)
    if args.resume and args.seed not in (None, before.seed):
        raise UsageError(
            f"The training in {args.out} has the seed {before.seed}; --seed {args.seed} cannot go on with it."
        )
    given = {name: getattr(args, name) for name in ("steps", "decay", "batch", "seed")}
    return replace(before, **{name: value for name, value in given.items() if value is not None})
