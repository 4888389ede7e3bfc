"""`stylegui models`: the networks that pictures are painted with."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from stylegui.commands.errors import INTERRUPTED, OK, CommandError
from stylegui.commands.interrupt import cancelling_on_interrupt
from stylegui.commands.meter import Meter
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.download import install
from stylegui.engine.encoders.weights import MANIFEST, installed, remove
from stylegui.paths import Paths
from stylegui.settings import load_settings
from stylegui.wording import size, table

EPILOG = """\
The built-in network comes with the program and is always there. The others
are downloaded only here or when the window asks you. An interrupted download
goes on where it was.
"""


def add_arguments(parser: argparse.ArgumentParser, _words: Sequence[str]) -> None:
    parser.epilog = EPILOG
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    listing = actions.add_parser("list", help="show which networks are there", allow_abbrev=False)
    listing.add_argument("--json", action="store_true", help="as JSON")
    for name, text in (("download", "download a network"), ("remove", "delete a downloaded network")):
        action = actions.add_parser(name, help=text, description=f"{text.capitalize()}.", allow_abbrev=False)
        action.add_argument("id", choices=tuple(MANIFEST), metavar="ID", help=f"one of {', '.join(MANIFEST)}")
        if name == "download":
            action.add_argument("-q", "--quiet", action="store_true", help="no progress, only errors")


def run(args: argparse.Namespace) -> int:
    paths = Paths.of_user()
    if args.action == "list":
        return _list(paths, args.json)
    if args.action == "download":
        return _download(paths, args.id, args.quiet)
    if not remove(args.id, paths.models):
        raise CommandError(f"{MANIFEST[args.id].title} has not been downloaded.")
    return OK


def _list(paths: Paths, as_json: bool) -> int:
    found = {name: installed(name, paths.models) for name in MANIFEST}
    if as_json:
        builtin = {"id": "builtin", "title": "Built-in", "installed": True, "url": None, "path": None}
        entries = [
            {"id": name, "title": entry.title, "installed": found[name] is not None, "url": entry.url}
            | {"path": str(found[name]) if found[name] else None}
            for name, entry in MANIFEST.items()
        ]
        print(json.dumps([builtin, *entries], indent=2))
        return OK
    rows = [("builtin", "Built-in", "comes with the program")]
    for name, entry in MANIFEST.items():
        path = found[name]
        state = f"downloaded, {size(path.stat().st_size)}" if path else f"not downloaded ({entry.size_mib:.0f} MB)"
        rows.append((name, entry.title, state))
    print(table(rows))
    return OK


def _download(paths: Paths, model_id: str, quiet: bool) -> int:
    entry = MANIFEST[model_id]
    meter = Meter(quiet)
    if (path := installed(model_id, paths.models)) is not None:
        meter.note(f"{entry.title} is already there: {path}")
        return OK
    if load_settings(paths.settings_file)[0].network_access == "never":
        raise CommandError("Downloads are switched off in the settings (Behaviour, Downloads).")

    def progress(done: int, total: int | None) -> None:
        of = f" of {size(total)}" if total else ""
        meter.update(done / total if total else None, f"{entry.title}  {size(done)}{of}")

    control = RunControl()
    meter.stage(f"Downloading {entry.url}")
    try:
        with cancelling_on_interrupt(control):
            path = install(entry, paths.models, progress, control)
    except Cancelled:
        meter.note("Stopped. What has arrived is kept; the same command goes on from there.")
        return INTERRUPTED
    finally:
        meter.clear()
    meter.note(f"{entry.title}: {path}")
    return OK
