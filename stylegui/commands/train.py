"""`stylegui train`: make the program's own networks again, from pictures and a teacher."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from stylegui.commands import train_encoder, train_instant

_RUN: dict[str, Callable[[argparse.Namespace], int]] = {"encoder": train_encoder.run, "instant": train_instant.run}


def add_arguments(parser: argparse.ArgumentParser, _words: Sequence[str]) -> None:
    networks = parser.add_subparsers(title="networks", metavar="NETWORK", dest="network", required=True)
    train_encoder.add_to(networks)
    train_instant.add_to(networks)


def run(args: argparse.Namespace) -> int:
    return _RUN[args.network](args)
