"""`stylegui styles`: what can be named in place of a style file, adding to it, and packs to share with others."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from stylegui.commands.errors import FAILURE, INTERRUPTED, OK, CommandError, UsageError
from stylegui.commands.interrupt import cancelling_on_interrupt
from stylegui.commands.meter import Meter
from stylegui.commands.pick import closest
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.images import PictureError
from stylegui.library import Style, StyleLibrary
from stylegui.library.header import PICTURE_SUFFIXES
from stylegui.library.pack import PACK_SUFFIX, export_pack, import_pack
from stylegui.paths import Paths
from stylegui.wording import table

EPILOG = """\
Words behind “stylegui styles” are searched for. These do something else:

  stylegui styles add PICTURE... [--collection NAME]   copy pictures, or those of a folder, into the gallery
  stylegui styles add FOLDER --watch                   show a folder's pictures and leave them where they are
  stylegui styles make --painter ID [--palette NAME]   let a painter of the program make a style
  stylegui styles import PACK                          take over the styles of a style pack
  stylegui styles export PACK ID...                    write styles into a pack to give to others
"""


def add_arguments(parser: argparse.ArgumentParser, words: Sequence[str]) -> None:
    plain = [word for word in words if not word.startswith("-")]
    if len(plain) > 1 and plain[1] in _ACTIONS:
        actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
        for name, (text, add) in _ACTIONS.items():
            action = actions.add_parser(name, help=text, description=f"{text.capitalize()}.", allow_abbrev=False)
            action.add_argument("-q", "--quiet", action="store_true", help="no progress, only errors")
            add(action)
        return
    parser.epilog = EPILOG
    parser.set_defaults(action="list")
    parser.add_argument("text", nargs="*", metavar="WORD", help="only styles whose title, tags or collection have it")
    parser.add_argument("--json", action="store_true", help="print everything that is known of each style, as JSON")


def run(args: argparse.Namespace) -> int:
    library = StyleLibrary(Paths.of_user())
    for problem in library.problems:
        _complain(problem)
    if args.action == "list":
        return _list(library, args)
    control, meter = RunControl(), Meter(args.quiet)
    run_action = {"add": _add, "make": _make, "import": _import, "export": _export}[args.action]
    try:
        with cancelling_on_interrupt(control):
            return run_action(library, args, control, meter)
    except Cancelled:
        meter.note("Stopped. What was done so far stays.")
        return INTERRUPTED
    finally:
        meter.clear()


def _list(library: StyleLibrary, args: argparse.Namespace) -> int:
    styles = library.fetch(library.search(" ".join(args.text)))
    if args.json:
        print(json.dumps([_entry(style) for style in styles], indent=2, ensure_ascii=False))
    elif styles:
        print(table([(style.id, style.title, style.collection) for style in styles]))
    elif args.text:
        raise CommandError(f"No style has “{' '.join(args.text)}”.")
    return OK


def _entry(style: Style) -> dict[str, object]:
    return {
        "id": style.id,
        "title": style.title,
        "artist": style.artist,
        "year": style.year,
        "collection": style.collection,
        "collections": list(style.collections),
        "tags": list(style.tags),
        "source": style.source,
        "credit": style.credit,
        "licence": style.licence,
        "rating": style.rating,
        "favourite": style.favourite,
        "builtin": style.builtin,
        "missing": style.missing,
        "path": str(style.path),
        "palette": list(style.palette),
    }


# Adding


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", type=Path, metavar="PICTURE", help="picture files, or folders of them")
    parser.add_argument("--collection", metavar="NAME", help="put them into this collection")
    parser.add_argument("--watch", action="store_true", help="leave a folder's pictures there and follow what changes")


def _add(library: StyleLibrary, args: argparse.Namespace, control: RunControl, meter: Meter) -> int:
    if args.watch:
        if args.collection:
            raise UsageError("--watch puts pictures into a collection of the folder's name: leave out --collection.")
        return _watch(library, args.sources, control, meter)
    sources, problems = list(_pictures(args.sources)), 0
    for done, source in enumerate(sources):
        control.checkpoint()
        meter.update(done / len(sources), source.name)
        try:
            added = library.add(source, collection=args.collection)
        except PictureError as error:
            meter.clear()
            _complain(str(error))
            problems += 1
            continue
        meter.clear()
        _tell(added.style, "added" if added.is_new else "was there already")
        for other in added.similar[:1] if added.is_new else ():
            meter.note(f"“{added.style.title}” looks like “{other.title}” ({other.id}).")
    return FAILURE if problems else OK


def _pictures(sources: Iterable[Path]) -> Iterator[Path]:
    """The files that are meant; a folder stands for the pictures in it and below."""
    for source in sources:
        if not source.is_dir():
            yield source
            continue
        found = sorted(path for path in source.rglob("*") if path.suffix.lower() in PICTURE_SUFFIXES and path.is_file())
        if not found:
            raise CommandError(f"There are no pictures in the folder {source}.")
        yield from found


def _watch(library: StyleLibrary, folders: Sequence[Path], control: RunControl, meter: Meter) -> int:
    for each in folders:
        folder = library.folders.watch(each)
        with _progress(meter, f"Looking through {each}") as progress:
            report = library.folders.scan(folder, control, progress)
        for style in library.fetch(report.added):
            _tell(style, "added")
        for problem in report.left_out:
            _complain(problem)
    return OK


# Packs


def _import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="PACK", help=f"a {PACK_SUFFIX} file")


def _import(library: StyleLibrary, args: argparse.Namespace, control: RunControl, meter: Meter) -> int:
    with _progress(meter, f"Opening {args.pack}") as progress:
        report = import_pack(library, args.pack, control, progress)
    for style in report.added:
        _tell(style, "added")
    for style in report.known:
        _tell(style, "was there already")
    for problem in report.left_out:
        _complain(problem)
    return FAILURE if report.left_out else OK


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="PACK", help=f"the {PACK_SUFFIX} file to write")
    parser.add_argument("ids", nargs="*", metavar="ID", help="ids of styles, as “stylegui styles” lists them")
    parser.add_argument("--collection", metavar="NAME", help="all styles of this collection")
    parser.add_argument("--title", default="", metavar="TEXT", help="what the pack is called")


def _export(library: StyleLibrary, args: argparse.Namespace, control: RunControl, meter: Meter) -> int:
    for style_id in args.ids:
        if library.get(style_id) is None:
            close = closest(style_id, library.styles())
            hint = f"; did you mean {' or '.join(close)}?" if close else "."
            raise CommandError(f"There is no style {style_id}{hint}")
    ids = list(args.ids)
    if args.collection:
        members = library.search("", args.collection)
        if not members:
            raise CommandError(f"There is no collection “{args.collection}”.")
        ids += members
    if not ids:
        raise UsageError("Name the styles to export, or a --collection.")
    path: Path = args.pack if args.pack.suffix else args.pack.with_suffix(PACK_SUFFIX)
    with _progress(meter, f"Writing {path}") as progress:
        report = export_pack(library, ids, path, args.title, control, progress)
    for problem in report.left_out:
        _complain(problem)
    print(path)
    return FAILURE if report.left_out else OK


@contextmanager
def _progress(meter: Meter, text: str) -> Iterator[Callable[[int, int], None]]:
    meter.stage(text)
    try:
        yield lambda done, total: meter.update(done / max(total, 1), text)
    finally:
        meter.clear()


def _tell(style: Style, outcome: str) -> None:
    print(f"{style.id}  {style.title}  ({outcome})")


def _complain(problem: str) -> None:
    print(f"stylegui: {problem}", file=sys.stderr)


def _make(library: StyleLibrary, args: argparse.Namespace, control: RunControl, meter: Meter) -> int:
    from stylegui.commands.make import make

    return make(library, args, control, meter)


def _make_options(parser: argparse.ArgumentParser) -> None:
    from stylegui.commands.make import make_options

    make_options(parser)


_ACTIONS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "add": ("add pictures to the gallery", _add_options),
    "make": ("let a painter of the program make a style", _make_options),
    "import": ("take over the styles of a style pack", _import_options),
    "export": ("write styles into a style pack", _export_options),
}
