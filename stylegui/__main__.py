"""Entry: opens the window, with pictures where some are given, or runs a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from stylegui.environment import prepare_environment


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; `argv` are the words behind the program's name.

    No words, or a photo and perhaps a style, open the window. A command or an option goes to the command line.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    prepare_environment()
    from stylegui import cli

    if words and (words[0] in cli.COMMANDS or words[0].startswith("-")):
        return cli.main(words)
    if sys.platform == "win32":
        # Windows finds the wrong one of two runtime libraries when Qt comes first.
        import torch  # noqa: F401
    from stylegui import app

    return app.run(words)


if __name__ == "__main__":
    sys.exit(main())
