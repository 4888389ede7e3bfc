"""The options of a way of painting: which engine, where it computes, and the engine's own parameters."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from stylegui.commands.errors import CommandError, UsageError
from stylegui.commands.options import flag
from stylegui.engine.encoders.weights import MANIFEST, installed
from stylegui.engine.engines import Engine

HELP = "paint: step by step, minutes, the best result; instant: one pass, seconds (default {})"

Params = TypeVar("Params", bound=BaseModel)


def add_engine_choice(
    parser: argparse.ArgumentParser, words: Sequence[str], table: Mapping[str, Engine], default: str
) -> Engine:
    """Add --engine and --device; the engine that `words` choose, because it decides which options there are."""
    parser.add_argument("--engine", choices=tuple(table), default=default, help=HELP.format(default))
    parser.add_argument(
        "--device", default="auto", metavar="DEVICE", help="auto, cpu, cuda, cuda:1, mps … (see “stylegui doctor”)"
    )
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--engine", choices=tuple(table), default=default)
    try:
        return table[early.parse_known_args(words)[0].engine]
    except argparse.ArgumentError:
        return table[default]


def validated(model: type[Params], given: Mapping[str, Any]) -> Params:
    """The parameters of an engine. Raises UsageError that names the option where they do not go together."""
    try:
        return model(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        raise UsageError(f"{flag(name)}: {first['msg']}." if name else f"{first['msg']}.") from error


def check_network(params: BaseModel, models: Path) -> None:
    """Raise CommandError where the parameters ask for a network that is not downloaded."""
    encoder = getattr(params, "encoder", None)
    if encoder in MANIFEST and installed(encoder, models) is None:
        entry = MANIFEST[encoder]
        raise CommandError(
            f"{entry.title} is not downloaded yet ({entry.size_mib:.0f} MB): stylegui models download {encoder}"
        )
