"""The command line as a whole: help, exit codes, how errors are told, and what is loaded for what."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from stylegui import __version__, cli
from stylegui.cli import COMMANDS, main
from stylegui.commands import styles
from stylegui.commands.errors import CommandError, UsageError
from stylegui.engine.engines import EngineError
from stylegui.engine.images import PictureError

Capture = pytest.CaptureFixture[str]


def test_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"stylegui {__version__}\n"


def test_help_names_every_command(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    for name, command in COMMANDS.items():
        assert f"\n    {name} " in text
        assert command.help in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str, capsys: Capture) -> None:
    assert main([name, "--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith(f"usage: stylegui {name}")
    assert COMMANDS[name].help[1:] in text


def test_no_command_shows_the_help_and_fails(capsys: Capture) -> None:
    assert main([]) == 2
    captured = capsys.readouterr()
    assert "commands:" in captured.err and not captured.out


@pytest.mark.parametrize("words", [["paint"], ["--wrong"], ["styles", "--wrong"], ["models"], ["models", "fetch"]])
def test_a_wrong_command_line_is_exit_code_2(words: list[str], capsys: Capture) -> None:
    assert main(words) == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "text"),
    [
        (CommandError("It is so."), 1, "stylegui: It is so.\n"),
        (UsageError("Not like this."), 2, "stylegui: Not like this. See --help.\n"),
        (PictureError("cat.jpg is no picture."), 1, "stylegui: cat.jpg is no picture.\n"),
        (EngineError("The weights are broken.", "model"), 1, "stylegui: The weights are broken.\n"),
        (FileNotFoundError("The file “x” is missing."), 1, "stylegui: The file “x” is missing.\n"),
        (OSError(errno.ENOSPC, "No space left on device", "a.png"), 1, "stylegui: a.png: No space left on device.\n"),
        (OSError(errno.EIO, "Input/output error"), 1, "stylegui: Input/output error.\n"),
        (MemoryError(), 1, "stylegui: There is not enough memory for this.\n"),
        (
            ZeroDivisionError("division by zero"),
            1,
            (
                "stylegui: This should not have happened: ZeroDivisionError: division by zero."
                " Run it again with --debug to see where.\n"
            ),
        ),
        (KeyboardInterrupt(), 130, "stylegui: interrupted.\n"),
    ],
)
def test_errors_become_one_sentence(
    error: BaseException, code: int, text: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(args: object) -> int:
        raise error

    monkeypatch.setattr(styles, "run", run)
    assert main(["styles"]) == code
    captured = capsys.readouterr()
    assert captured.err == text
    assert not captured.out


def run_python(code: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | variables,
    )


START = "import sys; from stylegui.cli import main; code = main(sys.argv[1:]); "


def test_debug_shows_where_an_error_happened() -> None:
    code = (
        "import sys; from stylegui.commands import styles\n"
        "def run(args): raise ZeroDivisionError('oh')\n"
        "styles.run = run\n"
        "from stylegui.cli import main; sys.exit(main(['styles', '--debug']))"
    )
    done = run_python(code)
    assert done.returncode == 1
    assert "Traceback" in done.stderr and "in run" in done.stderr
    assert done.stderr.endswith("stylegui: This should not have happened: ZeroDivisionError: oh.\n")


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["render", "--help"],
        ["batch", "--help"],
        ["styles"],
        ["models", "list"],
        ["train", "encoder", "--help"],
    ],
)
def test_help_and_lists_come_without_torch_and_qt(words: list[str]) -> None:
    done = run_python(
        START + "print([n for n in ('torch', 'PySide6', 'dask') if n in sys.modules]); sys.exit(code)", *words
    )
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_has_seen_enough_is_no_error(home: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", START + "sys.exit(code)", "styles", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_names_that_the_terminal_cannot_show_are_escaped(home: Path) -> None:
    folder = home / "data" / "styles" / "own-1"
    folder.mkdir(parents=True)
    (folder / "style.json").write_text('{"title": "Größe ★"}', encoding="utf-8")
    (folder / "image.png").write_bytes(b"")
    done = run_python(START + "sys.exit(code)", "styles", "★", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "own-1  Gr\\xf6\\xdfe \\u2605  My styles\n"


def test_the_commands_are_there_before_they_are_loaded() -> None:
    assert set(COMMANDS) == {"render", "replay", "batch", "styles", "models", "doctor", "train"}
    for command in COMMANDS.values():
        assert callable(command.load().run)
    assert cli.COMMANDS is COMMANDS
