"""`stylegui styles make`: let one of the program's painters make a style."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from stylegui.commands.errors import OK, CommandError, UsageError
from stylegui.commands.meter import Meter
from stylegui.commands.options import number
from stylegui.engine.control import RunControl
from stylegui.engine.images import Picture, SaveOptions, load_picture, save_picture
from stylegui.library import StyleCard, StyleLibrary
from stylegui.painters import PAINTERS
from stylegui.painters.design import FULL_PX, SHAPES, Design
from stylegui.painters.jpeg import jpeg
from stylegui.painters.palettes import PALETTES, palette_from
from stylegui.wording import table

FORMATS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}
LEAST_PX, MOST_PX = 32, 4096


def make_options(parser: argparse.ArgumentParser) -> None:
    """What `stylegui styles make` takes."""
    parser.add_argument("--list", action="store_true", help="only list the painters and the palettes")
    parser.add_argument("--painter", metavar="ID", help="who paints it")
    parser.add_argument(
        "--palette",
        metavar="NAME|PICTURE",
        help="a named palette, or a picture whose colours to take (the painter's own)",
    )
    parser.add_argument("--seed", type=number(int, 0, 2**31 - 1), default=1, metavar="N", help="which variation (1)")
    parser.add_argument(
        "--size", type=number(int, LEAST_PX, MOST_PX), default=FULL_PX, metavar="PX", help=f"the long side ({FULL_PX})"
    )
    parser.add_argument("--shape", choices=tuple(SHAPES), default="landscape", help="its orientation (landscape)")
    parser.add_argument("--title", default="", metavar="TEXT", help="its title in the gallery")
    parser.add_argument("--collection", metavar="NAME", help="put it into this collection")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write it there, not into the gallery")


def make(library: StyleLibrary, args: argparse.Namespace, control: RunControl, meter: Meter) -> int:
    """Paint, then add the picture to the gallery or write it; its id or path goes to standard output."""
    if args.list:
        return _list()
    if args.painter is None:
        raise UsageError("Name a --painter; --list shows them.")
    _known(args.painter, PAINTERS, "painter")
    design = Design(args.painter, args.seed, shape=args.shape)
    palette_title = ""
    if args.palette is not None:
        colours, palette_title = _palette(args.palette)
        design = replace(design, colours=colours)
    options = _save_options(args.output)
    title = " ".join(args.title.split()) or design.title()
    meter.stage(f"Painting “{title}”")
    size = design.size(args.size)
    pixels = PAINTERS[design.painter].paint(size, design.seed, design.palette)
    control.checkpoint()
    meter.clear()
    if options is not None:
        save_picture(Picture(pixels), args.output, options)
        print(args.output)
        return OK
    card = StyleCard.model_validate(design.card(title, palette_title, args.size))
    added = library.add(jpeg(pixels), collection=args.collection, card=card)
    print(f"{added.style.id}  {added.style.title}  ({'added' if added.is_new else 'was there already'})")
    return OK


def _list() -> int:
    print("painters")
    print(table([(painter.id, painter.title) for painter in PAINTERS.values()], indent="  "))
    print("palettes")
    print(table([(each.id, each.title, " ".join(each.palette.colours)) for each in PALETTES.values()], indent="  "))
    return OK


def _palette(word: str) -> tuple[tuple[str, ...], str]:
    """The colours that are meant, and what the palette is called where it has a name."""
    if word in PALETTES:
        return PALETTES[word].palette.colours, PALETTES[word].title
    path = Path(word)
    if path.exists():
        return palette_from(load_picture(path).to_uint8()).colours, ""
    if path.suffix or len(path.parts) > 1:
        raise CommandError(f"There is no file {word}.")
    _known(word, PALETTES, "palette or picture")
    raise AssertionError("unreachable")


def _known(word: str, names: Iterable[str], noun: str) -> None:
    """Raise CommandError, with the closest names, unless `word` is one of them."""
    if word not in names:
        close = difflib.get_close_matches(word, names, n=2, cutoff=0.5)
        hint = f"did you mean {' or '.join(close)}?" if close else "--list shows them all."
        raise CommandError(f"There is no {noun} {word}; {hint}")


def _save_options(output: Path | None) -> SaveOptions | None:
    """How to write the file. Says before the work, not after it, that this is not possible."""
    if output is None:
        return None
    if output.suffix.lower() not in FORMATS:
        raise UsageError(f"{output} should end in {', '.join(FORMATS)}.")
    if not output.parent.is_dir():
        raise CommandError(f"There is no folder {output.parent}.")
    given: dict[str, Any] = {"format": FORMATS[output.suffix.lower()]}
    return SaveOptions(**given)
