"""`stylegui replay`: paint a picture again from the recipe inside it, and tell whether it is the same."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from stylegui.batch.results import WAY
from stylegui.batch.resume import differences
from stylegui.commands.engine_choice import check_network
from stylegui.commands.errors import FAILURE, INTERRUPTED, OK, CommandError
from stylegui.commands.meter import Meter
from stylegui.commands.painting import MeterSink, check_output, paint, save
from stylegui.commands.sameness import closest
from stylegui.commands.saving import add_file_options, known_suffix, save_options
from stylegui.commands.sources import find_picture, find_styles, places_for
from stylegui.engine.control import RunControl
from stylegui.engine.engines import EngineError, Result, engines
from stylegui.engine.images import Picture, SaveOptions, load_picture, read_recipe
from stylegui.engine.request import InstantParams, PaintParams, TransferRequest
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from stylegui.project.finding import Whereabouts
from stylegui.project.recipes import Recipe, RecipeError, parse_recipe

AS_THE_FILE = {"quality", "lossless", "bit_depth", "profile", "size_px"}
"""What of the options is taken from the picture that is painted again."""

EPILOG = """\
A picture that stylegui saved holds its own recipe. The photo and the styles
are known by what they show: they are looked for beside the picture, in the
current folder, in the library, and where a batch had them or they lay when
the picture was exported. Everything is computed as it was then: number format, threads, and each
change that was made while it was painted.

On standard output stands “identical”, or how much differs, and the command
ends with 0 or 1 accordingly. Without -o nothing is saved.

examples:
  stylegui replay painted.png
  stylegui replay painted.jpg -o again.jpg --photo holiday.jpg
  stylegui replay painted.png -o again.png --style monet.jpg --style klee.jpg
"""


def add_arguments(parser: argparse.ArgumentParser, _words: Sequence[str]) -> None:
    parser.usage = "stylegui replay PICTURE [-o OUT] [options]"
    parser.epilog = EPILOG
    parser.add_argument("picture", type=Path, metavar="PICTURE", help="a picture that stylegui has saved")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        help="where to save the result; in the format of PICTURE it is saved as that was, where no option says more",
    )
    parser.add_argument("--photo", type=Path, metavar="FILE", help="the photo it was painted from")
    parser.add_argument(
        "--style",
        action="append",
        default=[],
        metavar="STYLE",
        help="a style it was painted in: a picture file, or an id that “stylegui styles” lists; once for each",
    )
    parser.add_argument("--start-picture", type=Path, metavar="FILE", help="the picture that painting started from")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, only errors and the outcome")
    add_file_options(parser)


def run(args: argparse.Namespace) -> int:
    content, recipe = _recipe(args.picture)
    options = save_options(args, known_suffix(args.output)) if args.output is not None else None
    paths = Paths.of_user()
    check_network(recipe.params, paths.models)
    meter = Meter(args.quiet)
    meter.stage("Looking for photo and styles …")
    request = _request(args, content, recipe, StyleLibrary(paths), paths)
    if args.output is not None:
        check_output(args.output, [args.picture, *_files(request)])
    _compute_as_then(content)
    for note in other_networks(content, recipe, request.device, paths):
        meter.note(note)
    engine = engines()[request.engine]
    sink = MeterSink(meter, engine.one_pass)
    result = paint(engine, request, RunControl(), sink, meter, settle=False)
    if result is None or (not result.complete and result.recipe["steps"] != content.get("steps")):
        meter.note(f"Stopped{sink.where()}; nothing was saved.")
        return INTERRUPTED
    return _tell(args, content, result, options, meter)


def _recipe(path: Path) -> tuple[Mapping[str, Any], Recipe]:
    content = read_recipe(path)
    if content is None:
        raise CommandError(f"{path} holds no recipe: it was not made by stylegui, or saved without one.")
    try:
        return content, parse_recipe(content)
    except RecipeError as error:
        raise CommandError(f"{path}: {error}") from error


def _request(
    args: argparse.Namespace, content: Mapping[str, Any], recipe: Recipe, library: StyleLibrary, paths: Paths
) -> TransferRequest:
    """What is to be painted, as it went."""
    places = places_for(args.picture, recipe, Whereabouts(paths.state / "photos.json"))
    start = None
    if recipe.start is not None:
        start = find_picture(recipe.start, args.start_picture, places, "start picture")
    request = TransferRequest(
        photo=find_picture(recipe.photo, args.photo, places, "photo"),
        styles=find_styles(recipe, args.style, places, library),
        params=recipe.params,
        engine=recipe.engine,
        start_picture=start,
        device=str(content.get("device", "auto")),
    )
    return recipe.rerun.applied(request)


def _files(request: TransferRequest) -> list[Path]:
    """The files that a request's pictures are from."""
    pictures = [request.photo, *(style.picture for style in request.styles)]
    if request.start_picture is not None:
        pictures.append(request.start_picture)
    return [Path(picture.source) for picture in pictures]


def _compute_as_then(content: Mapping[str, Any]) -> None:
    """Have torch use the recipe's number of threads: sums are split by them, and another split rounds differently."""
    import torch

    threads = content.get("threads")
    if isinstance(threads, int) and 1 <= threads <= 1024:
        torch.set_num_threads(threads)


def other_networks(content: Mapping[str, Any], recipe: Recipe, device: str, paths: Paths) -> Iterator[str]:
    """A sentence for each network that is no more what it was: said before minutes of painting, not after them."""
    for name, sha256 in _networks(recipe.params, device, paths).items():
        entry = content.get(name)
        known = entry.get("sha256") if isinstance(entry, Mapping) else None
        if known and known != sha256:
            what = entry.get("id", name) if isinstance(entry, Mapping) else name
            yield f"The network “{what}” is another one than then, so the picture will not be the same."


def _networks(params: InstantParams | PaintParams, device: str, paths: Paths) -> dict[str, str]:
    """The hashes of the networks that a run would use, by their place in a recipe."""
    from stylegui.engine import devices
    from stylegui.engine.encoders.encoder import load_encoder
    from stylegui.engine.instant.run import loaded

    chosen = devices.choose(device)[0]
    try:
        if isinstance(params, InstantParams):
            return {"network": loaded(params.model, str(chosen)).digest}
        found = {"encoder": load_encoder(params.encoder, chosen, paths.models).digest}
        if params.start == "instant":
            found["start_network"] = loaded("fine", str(chosen)).digest
    except EngineError as error:
        raise CommandError(str(error)) from error
    return found


def _tell(
    args: argparse.Namespace, content: Mapping[str, Any], result: Result, options: SaveOptions | None, meter: Meter
) -> int:
    """Save the picture where that is asked for, and say whether it is the same."""
    meter.stage("Comparing …")
    found = closest(result.picture, args.picture)
    meter.clear()
    if args.output is not None and options is not None:
        if found is not None and _says_nothing(args) and found[1].format == options.format:
            options = options.model_copy(update=found[1].model_dump(include=AS_THE_FILE))
        save(result.picture, args.output, options, None if args.no_recipe else result.recipe)
        meter.note(f"{args.output}: {_size(result.picture)}")
    changes = differences(_way(content), _way(result.recipe))
    if changes:
        meter.note(f"Computed otherwise than then: {changes}.")
    if found is None:
        print(f"differs: {_size(result.picture)} and not {_size(load_picture(args.picture))}")
        return FAILURE
    print(found[0])
    return FAILURE if found[0].share else OK


def _says_nothing(args: argparse.Namespace) -> bool:
    """Whether the command line leaves open how the file is saved."""
    return not (args.quality or args.lossless or args.bits)


def _way(recipe: Mapping[str, Any]) -> dict[str, Any]:
    return {name: recipe[name] for name in WAY if name in recipe}


def _size(picture: Picture) -> str:
    return f"{picture.width} × {picture.height} px"
