from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def studio(qtbot: QtBot, home: Path, engine: FakeEngine) -> Iterator[TestStudio]:
    """The whole window, shown, with the engine warmed up."""
    studio = TestStudio(qtbot, home, engine)
    with qtbot.waitSignal(studio.queue.engine_ready):
        studio.show()
    qtbot.waitExposed(studio.window)
    yield studio
    studio.end_test()
