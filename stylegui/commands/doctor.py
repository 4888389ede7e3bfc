"""`stylegui doctor`: what a person who helps with a problem would ask first."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from stylegui.commands.errors import FAILURE, OK
from stylegui.diagnosis import describe, examine
from stylegui.paths import Paths

EPILOG = """\
Each device does a small calculation that is compared with the CPU's. The exit
code is 1 if something that is needed for painting is missing or broken.
"""


def add_arguments(parser: argparse.ArgumentParser, _words: Sequence[str]) -> None:
    parser.epilog = EPILOG
    parser.add_argument("--json", action="store_true", help="print the report as JSON")


def run(args: argparse.Namespace) -> int:
    report = examine(Paths.of_user())
    print(json.dumps(report, indent=2, ensure_ascii=False) if args.json else describe(report))
    return FAILURE if report["problems"] else OK
