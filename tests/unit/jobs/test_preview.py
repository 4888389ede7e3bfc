"""The preview lane with its thread: what reaches the window, from which thread, and how it ends."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Hashable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.engine.control import RunControl
from stylegui.engine.engines import EngineError
from stylegui.engine.images import PictureError
from stylegui.engine.request import StyleInput, TransferRequest
from stylegui.jobs.preview import PreviewLane
from stylegui.jobs.queue import JobQueue
from stylegui.jobs.runner import Backend
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine, make_picture

PATIENCE_MS = 30_000


class Stroke:
    """Work that ends when the test lets it, or when it is cancelled; it counts how often it was begun."""

    def __init__(self, result: object = "done") -> None:
        self.result = result
        self.begun = threading.Event()
        self.free = threading.Event()
        self.count = 0
        self.thread = 0

    def __call__(self, control: RunControl) -> object:
        self.count += 1
        self.thread = threading.get_ident()
        self.begun.set()
        while not self.free.wait(0.002):
            control.checkpoint()
        return self.result


class Deaf(Stroke):
    """Work that does not hear that it was cancelled."""

    def __call__(self, _control: RunControl) -> object:
        self.count += 1
        self.begun.set()
        assert self.free.wait(30)
        return self.result


def a_quick(result: object) -> Stroke:
    stroke = Stroke(result)
    stroke.free.set()
    return stroke


class Studio:
    """A backend that counts how its thread was made ready."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.thread = 0

    def prepare(self) -> None:
        self.calls.append("prepare")
        self.thread = threading.get_ident()

    def step_aside(self) -> None:
        self.calls.append("step aside")

    def backend(self) -> Backend:
        return Backend({}, self.prepare, step_aside=self.step_aside)


class Seen:
    """All that a lane gives out, in its order."""

    def __init__(self, lane: PreviewLane) -> None:
        self.previews: list[tuple[int, object]] = []
        self.tiles: list[tuple[Hashable, object]] = []
        self.errors: list[tuple[Hashable, str]] = []
        self.threads: set[int] = set()
        lane.preview_arrived.connect(self._take_preview)
        lane.tile_arrived.connect(self._take_tile)
        lane.preview_failed.connect(self._take_error)
        lane.tile_failed.connect(self._take_error)

    def _take_preview(self, ticket: int, result: object) -> None:
        self.threads.add(threading.get_ident())
        self.previews.append((ticket, result))

    def _take_tile(self, key: Hashable, result: object) -> None:
        self.tiles.append((key, result))

    def _take_error(self, name: Hashable, text: str) -> None:
        self.errors.append((name, text))


@pytest.fixture
def studio() -> Studio:
    return Studio()


@pytest.fixture
def lane(qtbot: QtBot, studio: Studio) -> Iterator[PreviewLane]:
    lane = PreviewLane(studio.backend())
    yield lane
    assert lane.close(PATIENCE_MS)


@pytest.fixture
def seen(lane: PreviewLane) -> Seen:
    return Seen(lane)


def test_a_preview_is_made_in_the_lanes_thread_and_comes_home(
    qtbot: QtBot, lane: PreviewLane, seen: Seen, studio: Studio
) -> None:
    work = a_quick("picture")
    with qtbot.waitSignal(lane.preview_arrived):
        ticket = lane.show(work)
    assert seen.previews == [(ticket, "picture")]
    assert seen.threads == {threading.get_ident()}
    assert work.thread == studio.thread != threading.get_ident()
    assert studio.calls == ["prepare"]


def test_of_two_hundred_quick_wishes_one_is_broken_off_and_the_newest_is_made(
    qtbot: QtBot, lane: PreviewLane, seen: Seen
) -> None:
    first = Stroke()
    lane.show(first)
    assert first.begun.wait(30)
    wishes = [Stroke(number) for number in range(200)]
    wishes[-1].free.set()
    # None of the others is ever let end: the newest comes only if each one before it is broken off or forgotten.
    with qtbot.waitSignal(lane.preview_arrived):
        tickets = [lane.show(wish) for wish in wishes]
    assert seen.previews == [(tickets[-1], 199)]
    assert tickets == sorted(set(tickets))
    assert all(wish.count <= 1 for wish in wishes)


def test_while_one_cannot_be_broken_off_all_others_but_the_newest_are_forgotten(
    qtbot: QtBot, lane: PreviewLane, seen: Seen
) -> None:
    first = Deaf("old")
    lane.show(first)
    assert first.begun.wait(30)
    wishes = [a_quick(number) for number in range(200)]
    with qtbot.waitSignal(lane.preview_arrived):
        tickets = [lane.show(wish) for wish in wishes]
        first.free.set()
    assert seen.previews == [(tickets[-1], 199)]
    assert [wish.count for wish in wishes] == [0] * 199 + [1]


def test_a_moving_control_sees_what_runs_and_then_the_newest(qtbot: QtBot, lane: PreviewLane, seen: Seen) -> None:
    first = Stroke("while moving")
    ticket = lane.show(first)
    assert first.begun.wait(30)
    tickets = [lane.follow(a_quick(number)) for number in range(50)]
    first.free.set()
    qtbot.waitUntil(lambda: bool(seen.previews) and seen.previews[-1][0] == tickets[-1])
    # The window fetches the newest: where both were ready before it looked, the older one is skipped.
    assert seen.previews in ([(ticket, "while moving"), (tickets[-1], 49)], [(tickets[-1], 49)])


def test_what_was_dropped_does_not_come(qtbot: QtBot, lane: PreviewLane, seen: Seen) -> None:
    work = Deaf("dropped")
    lane.show(work)
    assert work.begun.wait(30)
    lane.drop()
    work.free.set()
    with qtbot.waitSignal(lane.tile_arrived):
        lane.set_tiles([("after it", a_quick(None))])
    assert seen.previews == []


def test_a_preview_goes_before_tiles_and_the_broken_one_is_made_after_it(
    qtbot: QtBot, lane: PreviewLane, seen: Seen
) -> None:
    hold, second = Stroke("a"), a_quick("b")
    with qtbot.waitSignal(lane.preview_arrived):
        lane.set_tiles([("a", hold), ("b", second)])
        assert hold.begun.wait(30)
        hold.begun.clear()
        lane.show(a_quick("preview"))
    assert second.count == 0
    assert hold.begun.wait(30)
    hold.free.set()
    qtbot.waitUntil(lambda: len(seen.tiles) == 2)
    assert seen.tiles == [("a", "a"), ("b", "b")]
    assert hold.count == 2


def test_tiles_come_in_the_order_they_were_asked_for_each_once(qtbot: QtBot, lane: PreviewLane, seen: Seen) -> None:
    wanted = [(number, a_quick(number * number)) for number in (3, 1, 2)]
    lane.set_tiles(wanted)
    qtbot.waitUntil(lambda: len(seen.tiles) == 3)
    assert seen.tiles == [(3, 9), (1, 1), (2, 4)]
    assert [work.count for _, work in wanted] == [1, 1, 1]


def test_a_running_tile_goes_on_where_it_is_wanted_and_is_broken_off_where_not(
    qtbot: QtBot, lane: PreviewLane, seen: Seen
) -> None:
    kept, gone = Stroke("kept"), Stroke("gone")
    lane.set_tiles([("kept", kept)])
    assert kept.begun.wait(30)
    lane.set_tiles([("gone", gone), ("kept", kept)])
    kept.free.set()
    assert gone.begun.wait(30)
    with qtbot.waitSignal(lane.tile_arrived, check_params_cb=lambda key, _result: bool(key == "other")):
        lane.set_tiles([("other", a_quick("other"))])
    assert gone.count == 1
    assert kept.count == 1
    # "kept" was ready, but no longer wanted when the window looked.
    assert seen.tiles == [("other", "other")]


def test_a_slot_may_change_what_is_wanted(qtbot: QtBot, lane: PreviewLane, seen: Seen) -> None:
    blocked = Stroke()

    def only_the_first(_key: object, _result: object) -> None:
        lane.set_tiles([])

    lane.tile_arrived.connect(only_the_first)
    lane.set_tiles([("a", a_quick(1)), ("b", a_quick(2)), ("c", blocked)])
    assert blocked.begun.wait(30)  # a and b are ready, and the window has not looked yet
    qtbot.waitUntil(lambda: bool(seen.tiles))
    with qtbot.waitSignal(lane.preview_arrived):
        lane.show(a_quick(None))
    assert seen.tiles == [("a", 1)]


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (EngineError("The weights are broken.", "model"), "The weights are broken."),
        (PictureError("style.png is not a picture."), "style.png is not a picture."),
        (MemoryError(), "not enough memory"),
        (KeyError("surprise"), "error in the program"),
    ],
)
def test_an_error_becomes_a_sentence_and_the_lane_goes_on(
    qtbot: QtBot, lane: PreviewLane, seen: Seen, error: Exception, text: str, expect_log: ExpectLog
) -> None:
    def fail(_control: RunControl) -> None:
        raise error

    expect_log("preview 1")
    expect_log("tile sky")
    ticket = lane.show(fail)
    lane.set_tiles([("sky", fail), ("sea", a_quick("sea"))])
    qtbot.waitUntil(lambda: bool(seen.tiles))
    assert [name for name, _ in seen.errors] == [ticket, "sky"]
    assert all(text in said and "surprise" not in said for _, said in seen.errors)
    assert seen.previews == []
    assert seen.tiles == [("sea", "sea")]


def test_neither_a_failure_nor_a_result_is_kept_in_the_lane(
    qtbot: QtBot, lane: PreviewLane, expect_log: ExpectLog
) -> None:
    class Heavy:
        pass

    alive: list[weakref.ref[Heavy]] = []

    def fail(_control: RunControl) -> None:
        heavy = Heavy()
        alive.append(weakref.ref(heavy))
        raise EngineError("No.", "input")

    expect_log("preview 1: No.")
    with qtbot.waitSignal(lane.preview_failed):
        lane.show(fail)
    with qtbot.waitSignal(lane.preview_arrived):
        lane.show(a_quick(None))
    gc.collect()
    assert alive[0]() is None


def test_a_lane_closes_in_the_middle_of_its_work_and_says_nothing_more(qapp: QApplication, studio: Studio) -> None:
    lane = PreviewLane(studio.backend())
    seen = Seen(lane)
    work = Stroke()
    lane.set_tiles([("a", a_quick("ready, not fetched")), ("b", work)])
    assert work.begun.wait(30)
    assert lane.close(PATIENCE_MS)
    lane.show(a_quick("too late"))
    qapp.processEvents()
    assert (seen.previews, seen.tiles, seen.errors) == ([], [], [])


def test_an_idle_lane_closes(qapp: QApplication, studio: Studio) -> None:
    assert PreviewLane(studio.backend()).close(PATIENCE_MS)


def test_a_lane_that_yields_steps_aside_before_each_piece(qtbot: QtBot, lane: PreviewLane, studio: Studio) -> None:
    lane.set_yielding(True)
    with qtbot.waitSignal(lane.preview_arrived):
        lane.show(a_quick(None))
    assert studio.calls == ["prepare", "step aside"]
    lane.set_yielding(False)
    with qtbot.waitSignal(lane.preview_arrived):
        lane.show(a_quick(None))
    assert studio.calls == ["prepare", "step aside", "prepare"]


def test_the_lane_yields_while_a_job_runs_and_not_while_it_is_paused(
    qtbot: QtBot, lane: PreviewLane, studio: Studio
) -> None:
    def prepared() -> list[str]:
        studio.calls.clear()
        with qtbot.waitSignal(lane.preview_arrived):
            lane.show(a_quick(None))
        return studio.calls

    engine = FakeEngine()
    queue = JobQueue(engine.backend())
    lane.give_way_to(queue)
    try:
        assert prepared() == ["prepare"]
        job_id = queue.submit(TransferRequest(make_picture(), (StyleInput(make_picture(shade=200)),)))
        assert prepared() == ["prepare", "step aside"]
        queue.pause(job_id)
        assert prepared() == ["prepare"]
        queue.resume(job_id)
        assert prepared() == ["prepare", "step aside"]
        with qtbot.waitSignal(queue.job_ended):
            engine.allow_all()
        assert prepared() == ["prepare"]
    finally:
        assert queue.close(PATIENCE_MS)
