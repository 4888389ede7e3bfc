"""The easel: the most wanted picture first, and nothing that is no longer wanted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from stylegui.jobs.easel import Easel
from stylegui.jobs.painter_process import BROKEN, PaintOrder
from tests.conftest import ExpectLog

PATIENCE_MS = 60_000
ENDLESS = PaintOrder("palette-knife", 1, (4000, 3000))  # minutes


def small(seed: int) -> PaintOrder:
    return PaintOrder("linocut", seed, (56, 42))


@pytest.fixture
def easel(qtbot: QtBot) -> Iterator[Easel]:
    easel = Easel()
    yield easel
    assert easel.close(PATIENCE_MS)


def finished(spy: QSignalSpy) -> list[PaintOrder]:
    return [spy.at(index)[0].order for index in range(spy.count())]


def test_pictures_come_in_the_order_in_which_they_are_wanted(qtbot: QtBot, easel: Easel) -> None:
    spy = QSignalSpy(easel.painted)
    orders = [small(seed) for seed in (3, 1, 2)]
    easel.want([*orders, orders[0]])
    qtbot.waitUntil(lambda: spy.count() == 3, timeout=PATIENCE_MS)
    assert finished(spy) == orders
    assert not easel.busy


def test_the_newest_wish_takes_the_place_of_a_long_one(qtbot: QtBot, easel: Easel) -> None:
    spy, failures = QSignalSpy(easel.painted), QSignalSpy(easel.failed)
    easel.want([ENDLESS, small(9)])
    qtbot.waitUntil(lambda: easel.pid is not None, timeout=PATIENCE_MS)
    for seed in range(6):
        easel.want([small(seed)])
    qtbot.waitUntil(lambda: spy.count() == 1, timeout=PATIENCE_MS)
    assert finished(spy) == [small(5)]
    assert failures.count() == 0


def test_what_is_wanted_again_in_time_is_not_begun_anew(qtbot: QtBot, easel: Easel) -> None:
    easel.warm_up()
    easel.want([ENDLESS])
    qtbot.waitUntil(lambda: easel.pid is not None, timeout=PATIENCE_MS)
    pid = easel.pid
    easel.want([small(1)])
    easel.want([small(1), ENDLESS])
    qtbot.wait(600)
    assert easel.running == ENDLESS
    assert easel.pid == pid


def test_one_picture_that_fails_does_not_keep_the_others_away(
    qtbot: QtBot, easel: Easel, expect_log: ExpectLog
) -> None:
    expect_log("a painter failed")
    painted, failed = QSignalSpy(easel.painted), QSignalSpy(easel.failed)
    easel.want([PaintOrder("nobody", 1, (8, 8)), small(1)])
    qtbot.waitUntil(lambda: painted.count() == 1, timeout=PATIENCE_MS)
    assert failed.at(0)[0].text == BROKEN


def test_without_a_helper_the_rest_is_not_tried(
    qtbot: QtBot, easel: Easel, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    def fail(_self: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    expect_log("could not be started")
    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", fail)
    failed = QSignalSpy(easel.failed)
    easel.want([small(1), small(2)])
    qtbot.waitUntil(lambda: failed.count() > 0, timeout=PATIENCE_MS)
    assert not easel.busy
    assert failed.count() == 1
    assert "could not be started" in failed.at(0)[0].text


def test_a_closed_easel_paints_nothing(qtbot: QtBot, easel: Easel) -> None:
    easel.want([ENDLESS])
    assert easel.close(PATIENCE_MS)
    easel.want([small(1)])
    easel.warm_up()
    assert easel.pid is None
