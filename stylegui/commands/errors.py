"""Exit codes and the errors that end a command."""

from __future__ import annotations

from typing import Final

OK: Final = 0
FAILURE: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 130


class CommandError(Exception):
    """The command cannot do what was asked; `str(error)` is one sentence for the user. Exit code 1."""


class UsageError(CommandError):
    """The command line itself asks for something that makes no sense. Exit code 2."""
