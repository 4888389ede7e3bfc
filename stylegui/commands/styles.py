"""`stylegui styles`: what can be named in place of a style file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from stylegui.commands.errors import OK, CommandError
from stylegui.commands.text import table
from stylegui.library import StyleLibrary
from stylegui.paths import Paths


def add_arguments(parser: argparse.ArgumentParser, _words: Sequence[str]) -> None:
    parser.add_argument("text", nargs="*", metavar="WORD", help="only styles whose title, tags or collection have it")
    parser.add_argument("--json", action="store_true", help="print everything that is known of each style, as JSON")


def run(args: argparse.Namespace) -> int:
    library = StyleLibrary(Paths.of_user())
    for problem in library.problems:
        print(f"stylegui: {problem}", file=sys.stderr)
    styles = library.fetch(library.search(" ".join(args.text)))
    if args.json:
        entries = [
            {
                "id": style.id,
                "title": style.title,
                "collection": style.collection,
                "tags": list(style.tags),
                "credit": style.credit,
                "licence": style.licence,
                "builtin": style.builtin,
                "path": str(style.path),
                "palette": list(style.palette),
            }
            for style in styles
        ]
        print(json.dumps(entries, indent=2, ensure_ascii=False))
    elif styles:
        print(table([(style.id, style.title, style.collection) for style in styles]))
    elif args.text:
        raise CommandError(f"No style has “{' '.join(args.text)}”.")
    return OK
