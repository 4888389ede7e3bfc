"""`stylegui render`: paint a photo in a style and save the picture."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile, mkstemp
from typing import Any

from stylegui.commands.engine_choice import add_engine_choice, check_network, validated
from stylegui.commands.errors import INTERRUPTED, OK, CommandError, UsageError
from stylegui.commands.interrupt import cancelling_on_interrupt
from stylegui.commands.meter import Meter, duration, exact_duration
from stylegui.commands.options import add_parameters, given_parameters, number
from stylegui.commands.pick import find_style
from stylegui.commands.saving import FORMATS, add_file_options, save_options
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.engines import Engine, Frame, Progress, Result, engines
from stylegui.engine.images import PictureError, SaveOptions, load_picture, save_picture
from stylegui.engine.request import StyleInput, TransferRequest
from stylegui.library import StyleLibrary
from stylegui.paths import Paths

EPILOG = """\
The same command gives the same file, bit by bit, on the same machine. The
picture holds its own recipe (program, parameters, hashes of photo and style);
--no-recipe leaves it out. Ctrl+C stops: nothing is saved then, unless
--keep-partial is given. A second Ctrl+C ends the program at once. With
--engine instant a picture takes seconds; its options are listed by
“stylegui render --engine instant --help”.

examples:
  stylegui render photo.jpg STYLE -o painted.png
  stylegui render photo.jpg monet.jpg -o painted.jpg --size 1200 --strength 75
  stylegui render photo.jpg monet.jpg klee.jpg --blend 70,30 -o both.tiff
  stylegui render photo.jpg monet.jpg -o quick.jpg --engine instant
"""


def add_arguments(parser: argparse.ArgumentParser, words: Sequence[str]) -> None:
    parser.usage = "stylegui render PHOTO STYLE [STYLE ...] -o OUT [options]"
    parser.epilog = EPILOG
    parser.add_argument("photo", type=Path, metavar="PHOTO", help="the picture to paint")
    parser.add_argument(
        "style",
        nargs="+",
        metavar="STYLE",
        help="how to paint it: a picture file, or an id that “stylegui styles” lists; several are blended",
    )
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        type=Path,
        metavar="OUT",
        help="where to save the result; the ending says the format: .png .jpg .webp .tiff",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, only errors")
    engine = add_engine_choice(parser, words, engines(), "paint")
    parser.add_argument("--blend", type=_blend, metavar="N,N…", help="share of each style, in their order")
    parser.add_argument("--start-picture", type=Path, metavar="FILE", help="the first picture, for --start picture")
    parser.add_argument("--keep-partial", action="store_true", help="save the unfinished picture after Ctrl+C")
    add_parameters(parser, engine.params)
    add_file_options(parser)


def run(args: argparse.Namespace) -> int:
    paths = Paths.of_user()
    engine = engines()[args.engine]
    params = _params(args, engine)
    options = _save_options(args)
    library = StyleLibrary(paths)
    styles = [find_style(word, library) for word in args.style]
    shares = args.blend or [1.0] * len(styles)
    if len(shares) != len(styles):
        raise UsageError(f"--blend has {len(shares)} shares for {len(styles)} styles.")
    files = [style if isinstance(style, Path) else style.path for style in styles]
    _check_output(args.output, [args.photo, *files, *([args.start_picture] if args.start_picture else [])])
    check_network(params, paths.models)

    meter = Meter(args.quiet)
    meter.stage("Getting ready …")
    titles = ["" if isinstance(style, Path) else style.title for style in styles]
    inputs = [
        StyleInput(load_picture(file), share, title) for file, share, title in zip(files, shares, titles, strict=True)
    ]
    photo = load_picture(args.photo)
    start = load_picture(args.start_picture) if args.start_picture else None
    for picture in (photo, *(style.picture for style in inputs)):
        for note in picture.notes:
            meter.note(note)
    request = TransferRequest(
        photo=photo, styles=tuple(inputs), params=params, engine=args.engine, start_picture=start, device=args.device
    )
    return _paint(request, args, options, meter)


def _paint(request: TransferRequest, args: argparse.Namespace, options: SaveOptions, meter: Meter) -> int:
    engine = engines()[request.engine]
    control, sink = RunControl(), _MeterSink(meter, engine.one_pass)
    result: Result | None = None
    try:
        with cancelling_on_interrupt(control):
            engine.make_ready(request.params, request.device, control)
            result = engine.run(request, control, sink)
    except Cancelled:
        pass
    except RuntimeError as error:
        from stylegui.engine.devices import is_out_of_memory

        if is_out_of_memory(error):
            raise CommandError("There was not enough memory for this size; a smaller --size may fit.") from error
        raise
    finally:
        meter.clear()
    if result is not None and result.complete:
        _save(result, args, options)
        meter.note(f"{args.output}: {result.picture.width} × {result.picture.height} px, {sink.summary()}")
        return OK
    stopped = f"Stopped{sink.where()}"
    if result is not None and args.keep_partial:
        _save(result, args, options)
        meter.note(f"{stopped}; the unfinished picture is saved as {args.output}.")
    else:
        meter.note(f"{stopped}; nothing was saved.")
    return INTERRUPTED


class _MeterSink:
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


def _params(args: argparse.Namespace, engine: Engine) -> Any:
    given = given_parameters(args, engine.params)
    if args.start_picture is not None:
        if "start" not in engine.params.model_fields:
            raise UsageError("--start-picture is for --engine paint; the others begin with the photo.")
        given.setdefault("start", "picture")
    if given.get("start") == "picture" and args.start_picture is None:
        raise UsageError("--start picture needs the picture: --start-picture FILE.")
    return validated(engine.params, given)


def _save_options(args: argparse.Namespace) -> SaveOptions:
    suffix = args.output.suffix.lower()
    if suffix not in FORMATS:
        raise UsageError(f"{args.output} should end in {', '.join(FORMATS)}.")
    return save_options(args, suffix)


def _check_output(output: Path, sources: Sequence[Path]) -> None:
    """Say before the work, not after it, that its result could not be saved."""
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


def _save(result: Result, args: argparse.Namespace, options: SaveOptions) -> None:
    """Save the picture; where that fails after all, keep it in the folder for temporary files, as work is in it."""
    recipe = None if args.no_recipe else result.recipe
    try:
        save_picture(result.picture, args.output, options, recipe)
    except PictureError as error:
        descriptor, name = mkstemp(prefix="stylegui-", suffix=args.output.suffix)
        os.close(descriptor)
        try:
            save_picture(result.picture, name, options, recipe)
        except PictureError:
            Path(name).unlink()
            raise error from None
        raise CommandError(f"{error} It is kept as {name}.") from error


def _blend(text: str) -> list[float]:
    share = number(float, 0)
    shares = [float(share(part)) for part in text.split(",")]
    if not sum(shares) > 0:
        raise argparse.ArgumentTypeError("at least one share must be more than 0")
    return shares
