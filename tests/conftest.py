"""What holds for every test: a home of its own, no screen, no unexpected log lines, and nothing left behind."""

from __future__ import annotations

import gc
import logging
import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# Set before anything imports Qt or torch. STYLEGUI_TEST_PLATFORM=xcb shows the windows.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("STYLEGUI_TEST_PLATFORM", "offscreen")
for variable in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(variable, None)

THREAD_PATIENCE_S = 5.0


def pytest_collection_finish() -> None:
    """Take all that imports have made out of the garbage collector's sight: the leak checks then look at little."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Give it back, so that extension modules find everything cleared away at the end, and do not complain."""
    gc.unfreeze()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds the program's config, data, cache and state during the test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("STYLEGUI_HOME", str(folder))
    return folder


class _Warnings(logging.Handler):
    """Keeps every record from WARNING on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


ExpectLog = Callable[[str], None]


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[ExpectLog]:
    """Call it with a regular expression for each log line of level WARNING or above that the test is to cause.

    Any other such line fails the test, and so does an announced line that does not come.
    """
    patterns: list[str] = []
    handler = _Warnings()
    root = logging.getLogger()
    root.addHandler(handler)
    yield patterns.append
    root.removeHandler(handler)
    lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in handler.records]
    unexpected = [line for line in lines if not any(re.search(pattern, line) for pattern in patterns)]
    absent = [pattern for pattern in patterns if not any(re.search(pattern, line) for line in lines)]
    if unexpected or absent:
        pytest.fail(f"unexpected log lines: {unexpected}; lines that did not come: {absent}", pytrace=False)


@pytest.fixture(autouse=True)
def _no_threads_left() -> Iterator[None]:
    """Fail a test whose threads outlive it."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and _is_real(thread)]
    for thread in left:
        thread.join(THREAD_PATIENCE_S)
    running = [thread.name for thread in left if thread.is_alive()]
    if running:
        pytest.fail(f"threads still run: {running}", pytrace=False)


def _is_real(thread: threading.Thread) -> bool:
    # Python keeps a stand-in for each foreign thread (such as a QThread) that it ever ran in, also after its end.
    return not isinstance(thread, threading._DummyThread)


@pytest.fixture(autouse=True)
def _nothing_of_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves running QThreads, active timers or top-level widgets, and undo its theme."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    from tests.qt_state import QtLeaks, QtLooks

    request.getfixturevalue("qapp")
    leaks, looks = QtLeaks(), QtLooks()
    yield
    found = leaks.found()
    looks.restore()
    if found:
        pytest.fail(f"left behind: {found}", pytrace=False)
