import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from stylegui.log import logging_to

log = logging.getLogger("stylegui.test")


def test_information_goes_to_the_file_and_warnings_to_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], expect_log: Callable[[str], None]
) -> None:
    expect_log("the paint is dry")
    file = tmp_path / "state" / "stylegui.log"
    with logging_to(file):
        log.debug("brushes counted")
        log.info("ärmel hoch")
        log.warning("the paint is dry")
    log.info("after the end")
    text = file.read_text(encoding="utf-8")
    assert "ärmel hoch" in text
    assert "the paint is dry" in text
    assert "brushes" not in text
    assert "after the end" not in text
    assert capsys.readouterr().err == "stylegui: the paint is dry\n"


def test_everything_is_as_before_afterwards(tmp_path: Path) -> None:
    root = logging.getLogger()

    def state() -> tuple[object, ...]:
        return root.level, tuple(root.handlers), sys.excepthook, threading.excepthook

    before = state()
    with logging_to(tmp_path / "stylegui.log"):
        assert state() != before
    assert state() == before


def test_an_error_in_a_thread_is_logged_and_told(tmp_path: Path, expect_log: Callable[[str], None]) -> None:
    expect_log("nobody caught")
    told: list[tuple[str, str]] = []

    def fail() -> None:
        raise ValueError("no brush")

    def tell(text: str) -> None:
        told.append((text, threading.current_thread().name))

    with logging_to(tmp_path / "stylegui.log", tell):
        thread = threading.Thread(target=fail, name="painter")
        thread.start()
        thread.join()
    assert told == [("ValueError: no brush", "painter")]
    text = (tmp_path / "stylegui.log").read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "ValueError: no brush" in text


def test_an_interrupt_is_no_error_of_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []
    with logging_to(tmp_path / "stylegui.log", told.append):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_without_a_writable_folder_the_program_goes_on(tmp_path: Path, expect_log: Callable[[str], None]) -> None:
    expect_log("nothing is logged to")
    (tmp_path / "state").write_bytes(b"in the way")
    ran = False
    with logging_to(tmp_path / "state" / "stylegui.log"):
        ran = True
    assert ran


CRASH = """
import faulthandler, sys
from pathlib import Path
from stylegui.log import logging_to
with logging_to(Path(sys.argv[1])):
    if sys.argv[2] == "crash":
        faulthandler._sigabrt()
"""


@pytest.mark.parametrize("way", ["crash", "good end"])
def test_a_crash_leaves_a_traceback(tmp_path: Path, way: str) -> None:
    file = tmp_path / "stylegui.log"
    done = subprocess.run([sys.executable, "-c", CRASH, str(file), way], check=False, capture_output=True)
    crash_file = tmp_path / "stylegui.log.crash"
    assert (done.returncode != 0) == crash_file.exists() == (way == "crash")
    if way == "crash":
        assert "most recent call first" in crash_file.read_text(encoding="utf-8")
