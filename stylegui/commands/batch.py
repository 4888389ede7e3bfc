"""`stylegui batch`: paint many photos in many styles, and go on after a stop."""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from stylegui.batch.cluster import TRUST, ClusterWorkers
from stylegui.batch.draw import Range
from stylegui.batch.errors import BatchError
from stylegui.batch.local import LocalWorkers
from stylegui.batch.manifest import NAME as MANIFEST_NAME
from stylegui.batch.manifest import Manifest, Record
from stylegui.batch.order import Workers
from stylegui.batch.photos import find_photos
from stylegui.batch.plan import Wish, make_plan
from stylegui.batch.results import Batch, Tally
from stylegui.batch.resume import take_stock
from stylegui.batch.run import Hire, run_batch
from stylegui.batch.sizing import bytes_each
from stylegui.commands.engine_choice import add_engine_choice, check_network, validated
from stylegui.commands.errors import FAILURE, INTERRUPTED, OK, CommandError, UsageError
from stylegui.commands.interrupt import cancelling_on_interrupt
from stylegui.commands.meter import Meter, duration, exact_duration
from stylegui.commands.options import add_parameters, given_parameters, number, plain
from stylegui.commands.pick import choose_styles
from stylegui.commands.saving import add_file_options, save_options
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.engines import Engine, engines
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from stylegui.wording import table

SUFFIXES = ("jpg", "png", "webp", "tiff")

EPILOG = """\
The results are saved as PHOTO--STYLE.jpg, in the same tree of folders as the
photos, beside contact sheets that show them all and manifest.jsonl, which
says how each was made. A batch that was stopped or killed goes on where it was
when the same command is given again. One bad photo does not end it.

Instead of a number, --strength and its like take a range such as 40-90: each
picture then gets a value of its own. The same --seed draws the same, whatever
the number of workers. To have the same pictures to the last bit, keep
--threads and the kind of machine the same too. A batch that goes on computes
as before, and says so where it cannot.

--cluster sends the work to a Dask cluster, which needs the same stylegui but
no folder in common; pip install 'stylegui[cluster]' brings what is needed.
Whoever reaches its scheduler can run programs on it: only in a network you
trust.

examples:
  stylegui batch photos/ --styles night-wind,monet.jpg -o results
  stylegui batch photos/ --styles collection:Ink -o results --strength 60
  stylegui batch photos/ --random 5 --strength 40-90 --seed 7 -o augmented
  stylegui batch *.jpg --styles all -o out --cluster tcp://10.0.0.5:8786
"""


def add_arguments(parser: argparse.ArgumentParser, words: Sequence[str]) -> None:
    parser.usage = "stylegui batch PHOTO [PHOTO ...] --styles STYLE,… -o FOLDER [options]"
    parser.epilog = EPILOG
    parser.add_argument(
        "photos", nargs="+", type=Path, metavar="PHOTO", help="pictures to paint, or folders of them with all below"
    )
    parser.add_argument(
        "--styles",
        action="append",
        metavar="STYLE,…",
        help="with commas between them: ids that “stylegui styles” lists, picture files or folders of them, "
        "collection:NAME, or all",
    )
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FOLDER", help="where to save the results")
    parser.add_argument(
        "--random",
        type=number(int, 1),
        metavar="N",
        help="paint each photo in N styles, drawn by lot from --styles (default from all)",
    )
    parser.add_argument(
        "--seed",
        type=number(int, 0, 2**31 - 1),
        default=0,
        metavar="N",
        help="decides what is drawn by lot: another number draws others (default 0)",
    )
    parser.add_argument("-n", "--dry-run", action="store_true", help="only list what would be painted")
    parser.add_argument(
        "--force",
        action="store_true",
        help="overwrite what is in the way: other files, and results that were asked for differently",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, only errors")
    engine = add_engine_choice(parser, words, engines(), "instant")
    _add_worker_options(parser)
    add_parameters(parser, engine.params, leave_out=("seed",), decimal=number_or_range)
    saving = add_file_options(parser)
    saving.add_argument("--format", choices=SUFFIXES, default="jpg", help="of the results: their ending (default jpg)")
    saving.add_argument("--no-contact-sheet", action="store_true", help="make no contact sheets")


def _add_worker_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("workers")
    group.add_argument(
        "--workers",
        type=number(int, 1, 256),
        metavar="N",
        help="processes that paint at the same time (default: as many as the machine allows)",
    )
    group.add_argument(
        "--threads",
        type=number(int, 1, 256),
        metavar="N",
        help="threads of each process (default: the cores shared out)",
    )
    group.add_argument("--cluster", metavar="ADDRESS", help="let a Dask cluster do the work; in trusted networks only")


def run(args: argparse.Namespace) -> int:
    if args.cluster and args.workers:
        raise UsageError("--workers are processes of this computer, and --cluster has workers of its own.")
    batch = _batch(args)
    if args.dry_run:
        return _list(batch)
    return _run(batch, args)


def _batch(args: argparse.Namespace) -> Batch:
    """All that is asked for, with the plan made."""
    engine, paths = engines()[args.engine], Paths.of_user()
    fixed, ranges = _parameters(args, engine, paths)
    options = save_options(args, f".{args.format}")
    words = args.styles or (["all"] if args.random else [])
    if not words:
        raise UsageError("Which styles? --styles takes ids, files, collection:NAME or all; --random N draws some.")
    styles = choose_styles(words, StyleLibrary(paths))
    # The size is a parameter of the engine already.
    file = {**options.model_dump(mode="json", exclude={"size_px"}), "recipe": not args.no_recipe}
    asked = {
        "engine": args.engine,
        **fixed,
        **{name: f"{plain(each.low)}-{plain(each.high)}" for name, each in ranges.items()},
        "photos": [str(path) for path in args.photos],
        "styles": words,
        "random": args.random,
        "seed": args.seed,
        **file,
    }
    try:
        wish = Wish(
            photos=find_photos(args.photos, args.output),
            styles=styles,
            engine=args.engine,
            params=fixed,
            ranges=ranges,
            random=args.random,
            seed=args.seed,
            suffix=f".{args.format}",
        )
        jobs = make_plan(wish)
    except BatchError as error:
        raise CommandError(str(error)) from error
    return Batch(args.output, jobs, asked, file, args.seed, args.device, args.threads or 0)


def _parameters(args: argparse.Namespace, engine: Engine, paths: Paths) -> tuple[dict[str, Any], dict[str, Range]]:
    """The engine's parameters as JSON has them, and those that are to be drawn."""
    given = given_parameters(args, engine.params)
    if given.get("start") == "picture":
        raise UsageError("--start picture needs a picture for each photo, which a batch does not have.")
    ranges = {name: value for name, value in given.items() if isinstance(value, Range)}
    if "seed" in engine.params.model_fields:
        given["seed"] = args.seed
    params = validated(engine.params, {**given, **{name: each.low for name, each in ranges.items()}})
    check_network(params, paths.models)
    fixed = params.model_dump(mode="json")
    return {name: value for name, value in fixed.items() if name not in ranges}, ranges


def _list(batch: Batch) -> int:
    """Print the plan, and what of it is there already."""
    try:
        manifest = Manifest(batch.folder)
    except BatchError as error:
        raise CommandError(str(error)) from error
    standing = take_stock(batch.jobs, batch.folder, manifest, batch.file, lambda: None)
    states = dict.fromkeys(standing.kept, "there already")
    states |= dict.fromkeys(standing.strangers, "in the way: not from this batch")
    states |= dict.fromkeys(standing.others, "there, but painted otherwise")
    rows = []
    for index, job in enumerate(batch.jobs):
        drawn = " ".join(f"{name}={plain(job.params[name])}" for name in job.drawn)
        rows.append((job.output, str(job.photo.path), job.style.id, drawn, states.get(index, "to paint")))
    print(table(rows if any(row[3] for row in rows) else [(*row[:3], row[4]) for row in rows]))
    return OK


def _run(batch: Batch, args: argparse.Namespace) -> int:
    meter, tally, control = Meter(args.quiet), Tally(), RunControl()
    hired: list[Workers] = []
    started = time.monotonic()
    try:
        with cancelling_on_interrupt(control):
            run_batch(
                batch,
                _hire(args, meter, hired),
                control,
                _MeterShow(meter),
                tally,
                force=args.force,
                contact_sheets=not args.no_contact_sheet,
            )
    except Cancelled:
        meter.note(f"Stopped: {_standing(batch, tally)}")
        return INTERRUPTED
    except BatchError as error:
        raise CommandError(f"{error} {_standing(batch, tally)}" if tally.painted else str(error)) from error
    finally:
        meter.clear()
    if tally.painted:
        who = hired[0].describe() if hired else ""
        meter.note(f"{_count(tally.painted)} painted in {exact_duration(time.monotonic() - started)} by {who}.")
    meter.note(f"{_count(tally.kept + tally.painted)} of {len(batch.jobs)} in {batch.folder}; see {MANIFEST_NAME}.")
    if tally.failed:
        places = {job.output: place for place, job in enumerate(batch.jobs)}
        _tell_failures(sorted(tally.failed, key=lambda record: places[record.output]))
        return FAILURE
    return OK


def _hire(args: argparse.Namespace, meter: Meter, hired: list[Workers]) -> Hire:
    """What brings the workers that the command line asks for; they are remembered in `hired`."""

    def hire(jobs: int, batch: Batch) -> Workers:
        if args.cluster:
            meter.note(TRUST)
            meter.stage("Reaching the cluster …")
            hired.append(ClusterWorkers(args.cluster))
        else:
            meter.stage("Starting workers …")
            need = bytes_each(args.engine, batch.jobs[0].params["size_px"])
            network = "" if batch.tuning else batch.jobs[0].params.get("model", "")
            hired.append(LocalWorkers(args.device, need, jobs, args.workers, batch.threads, network))
        return hired[0]

    return hire


def _standing(batch: Batch, tally: Tally) -> str:
    done = tally.kept + tally.painted
    return f"{done} of {len(batch.jobs)} pictures are finished, and the same command goes on from there."


def _count(pictures: int) -> str:
    return "1 picture" if pictures == 1 else f"{pictures} pictures"


def _tell_failures(failed: Sequence[Record]) -> None:
    """Print why pictures are missing, each reason once; it is an error, so also where no progress is shown."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for record in failed:
        reasons[record.error].append(record.output)
    print(f"stylegui: {_count(len(failed))} could not be painted:", file=sys.stderr)
    for text, outputs in reasons.items():
        more = f" and {len(outputs) - 1} more" if len(outputs) > 1 else ""
        print(f"  {text} ({outputs[0]}{more})", file=sys.stderr)


class _MeterShow:
    """Shows a batch on a meter."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter

    def progress(self, done: float, total: int, name: str, left_s: float | None) -> None:
        left = "" if left_s is None else f"  {duration(left_s)} left"
        self._meter.update(done / total, f"{int(done)} of {total}{left}  {name}")

    def note(self, text: str) -> None:
        self._meter.note(text)


def number_or_range(low: float | None, high: float | None) -> Callable[[str], float | Range]:
    """A parser of "75", and of "40-90" for a value that is drawn for each picture."""
    one = number(float, low, high)

    def parse(text: str) -> float | Range:
        first, hyphen, last = text.replace("–", "-").partition("-")
        if not hyphen or not first:
            return float(one(text))
        least, most = float(one(first)), float(one(last))
        if least > most:
            raise argparse.ArgumentTypeError(f"“{text}” begins with the larger number")
        return Range(least, most)

    return parse
