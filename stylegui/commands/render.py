"""`stylegui render`: paint a photo in a style and save the picture."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from stylegui.commands.engine_choice import add_engine_choice, check_network, validated
from stylegui.commands.errors import INTERRUPTED, OK, UsageError
from stylegui.commands.meter import Meter
from stylegui.commands.options import add_parameters, given_parameters, number
from stylegui.commands.painting import MeterSink, check_output, paint, save
from stylegui.commands.pick import find_style
from stylegui.commands.saving import add_file_options, known_suffix, save_options
from stylegui.engine.control import RunControl
from stylegui.engine.engines import Engine, Result, engines
from stylegui.engine.images import SaveOptions, load_picture
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
    options = save_options(args, known_suffix(args.output))
    library = StyleLibrary(paths)
    styles = [find_style(word, library) for word in args.style]
    shares = args.blend or [1.0] * len(styles)
    if len(shares) != len(styles):
        raise UsageError(f"--blend has {len(shares)} shares for {len(styles)} styles.")
    files = [style if isinstance(style, Path) else style.path for style in styles]
    check_output(args.output, [args.photo, *files, *([args.start_picture] if args.start_picture else [])])
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
    sink = MeterSink(meter, engine.one_pass)
    result = paint(engine, request, RunControl(), sink, meter)
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


def _params(args: argparse.Namespace, engine: Engine) -> Any:
    given = given_parameters(args, engine.params)
    if args.start_picture is not None:
        if "start" not in engine.params.model_fields:
            raise UsageError("--start-picture is for --engine paint; the others begin with the photo.")
        given.setdefault("start", "picture")
    if given.get("start") == "picture" and args.start_picture is None:
        raise UsageError("--start picture needs the picture: --start-picture FILE.")
    return validated(engine.params, given)


def _save(result: Result, args: argparse.Namespace, options: SaveOptions) -> None:
    save(result.picture, args.output, options, None if args.no_recipe else result.recipe)


def _blend(text: str) -> list[float]:
    share = number(float, 0)
    shares = [float(share(part)) for part in text.split(",")]
    if not sum(shares) > 0:
        raise argparse.ArgumentTypeError("at least one share must be more than 0")
    return shares
