"""stylegui without a window: `main` finds the command, runs it and turns every outcome into an exit code.

0 is success, 1 a failure (told in one sentence on standard error), 2 a mistake in the command line and 130 an
interruption by Ctrl+C. Results that another program may read go to standard output, everything else to standard error.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from typing import Protocol

from stylegui import __version__
from stylegui.commands.errors import FAILURE, INTERRUPTED, OK, USAGE, CommandError, UsageError

log = logging.getLogger(__name__)


class CommandModule(Protocol):
    """What each module in `stylegui.commands` has."""

    def add_arguments(self, parser: argparse.ArgumentParser, words: Sequence[str], /) -> None: ...

    def run(self, args: argparse.Namespace, /) -> int: ...


@dataclass(frozen=True)
class Command:
    """A command's one line of help, and how its module is imported: only when it is the one that is called."""

    help: str
    load: Callable[[], CommandModule]


def _render() -> CommandModule:
    from stylegui.commands import render

    return render


def _batch() -> CommandModule:
    from stylegui.commands import batch

    return batch


def _replay() -> CommandModule:
    from stylegui.commands import replay

    return replay


def _styles() -> CommandModule:
    from stylegui.commands import styles

    return styles


def _doctor() -> CommandModule:
    from stylegui.commands import doctor

    return doctor


def _models() -> CommandModule:
    from stylegui.commands import models

    return models


def _train() -> CommandModule:
    from stylegui.commands import train

    return train


COMMANDS: Mapping[str, Command] = {
    "render": Command("paint a photo in a style and save the picture", _render),
    "batch": Command("paint many photos in many styles; goes on where it was stopped", _batch),
    "replay": Command("paint a picture again from the recipe inside it, and compare", _replay),
    "styles": Command("list, add and share the styles that can be painted in", _styles),
    "models": Command("list, download or remove networks to paint with", _models),
    "doctor": Command("show devices, versions, folders, networks, and what is wrong", _doctor),
    "train": Command("train the program's own network", _train),
}

DESCRIPTION = """\
A desktop studio for neural style transfer: it paints a photo the way a style
picture is painted.

  stylegui                      open the window
  stylegui PHOTO [STYLE]        open the window with these pictures
  stylegui COMMAND ...          work without a window, as listed below
"""

EPILOG = """\
examples:
  stylegui styles
  stylegui render holiday.jpg STYLE -o painted.png
  stylegui render holiday.jpg monet.jpg -o out.jpg --size 1200 --strength 75
  stylegui render holiday.jpg monet.jpg -o quick.jpg --engine instant
  stylegui batch photos/ --styles monet.jpg,collection:Ink -o results
  stylegui replay painted.png

Every command explains itself with --help, as in: stylegui render --help
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; `argv` are the words behind the program's name."""
    words = list(sys.argv[1:] if argv is None else argv)
    _make_streams_forgiving()
    debug = "--debug" in words
    _prepare_logging(debug)
    try:
        args, module = _parse(words)
        code = module.run(args) if module is not None else USAGE
        # What is left in the buffer fails here, where it is understood, and not while Python shuts down.
        sys.stdout.flush()
        return code
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FAILURE
    except KeyboardInterrupt:
        _say("interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (`stylegui styles | head`) has seen enough. Python would complain about it while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except UsageError as error:
        _say(f"{error} See --help.")
        return USAGE
    except Exception as error:  # noqa: BLE001 - the last place where an error becomes a sentence
        return _tell(error, debug)


def _parse(words: Sequence[str]) -> tuple[argparse.Namespace, CommandModule | None]:
    """Parse the command line; the module is None where no command was given (help was shown then)."""
    chosen = next((word for word in words if not word.startswith("-")), None)
    common = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    common.add_argument("--debug", action="store_true", help="show where in the program an error happened")
    parser = argparse.ArgumentParser(
        prog="stylegui",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"stylegui {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    module: CommandModule | None = None
    for name, command in COMMANDS.items():
        description = f"{command.help[0].upper()}{command.help[1:]}."
        sub = commands.add_parser(
            name,
            help=command.help,
            description=description,
            parents=[common],
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        if name == chosen:
            module = command.load()
            module.add_arguments(sub, words)
    args = parser.parse_args(words)
    if args.command is None:
        parser.print_help(sys.stderr)
    return args, module


def _tell(error: Exception, debug: bool) -> int:
    """One sentence for what went wrong, whoever noticed it."""
    if debug:
        log.error("the command failed", exc_info=error)
    if _is_meant_for_users(error):
        _say(str(error))
    elif isinstance(error, MemoryError):
        _say("There is not enough memory for this.")
    elif isinstance(error, OSError) and error.strerror:
        _say(f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}.")
    else:
        hint = "" if debug else " Run it again with --debug to see where."
        _say(f"This should not have happened: {type(error).__name__}: {error}.{hint}")
    return FAILURE


def _is_meant_for_users(error: Exception) -> bool:
    """Whether the text of an error is a sentence for the user. The classes are imported only once something failed."""
    from stylegui.engine.encoders.weights import WeightsError
    from stylegui.engine.engines import EngineError
    from stylegui.engine.images import PictureError
    from stylegui.library import LibraryError

    if isinstance(error, FileNotFoundError) and error.errno is None:
        return True  # `resources.resource`: a file of the program itself is missing
    return isinstance(error, CommandError | EngineError | LibraryError | PictureError | WeightsError)


def _prepare_logging(debug: bool) -> None:
    """Keep log lines off the terminal: what a user must know is printed anyway, in plainer words."""
    if debug:
        logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    elif not logging.getLogger().handlers:
        logging.getLogger().addHandler(logging.NullHandler())


def _say(text: str) -> None:
    print(f"stylegui: {text}", file=sys.stderr)


def _make_streams_forgiving() -> None:
    """Let a name that the terminal cannot show be shown escaped, instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
