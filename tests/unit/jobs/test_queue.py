import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from stylegui.engine.engines import EngineError, Frame
from stylegui.engine.request import StyleInput, TransferRequest
from stylegui.jobs.queue import JobQueue, JobRecord, JobState
from stylegui.jobs.runner import Cancelled, Failed, Finished, Terminal
from stylegui.jobs.worker import MailSink, Worker
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine, make_picture

CLOSE_MS = 10_000


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(steps=3)


@pytest.fixture
def queue(qtbot: QtBot, engine: FakeEngine) -> Iterator[JobQueue]:
    queue = JobQueue(engine.backend())
    yield queue
    assert queue.close(CLOSE_MS)


@pytest.fixture
def ends(queue: JobQueue) -> list[Terminal]:
    seen: list[Terminal] = []
    queue.job_ended.connect(seen.append)
    return seen


def make_request() -> TransferRequest:
    return TransferRequest(make_picture(), (StyleInput(make_picture(shade=200)),))


def test_a_job_runs_in_its_own_thread_and_ends_once(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, ends: list[Terminal]
) -> None:
    states: list[JobState] = []

    def remember(record: JobRecord) -> None:
        states.append(record.state)

    queue.job_changed.connect(remember)
    engine.allow_all()
    with qtbot.waitSignal(queue.job_ended):
        job_id = queue.submit(make_request())
    assert states == [JobState.QUEUED, JobState.RUNNING, JobState.FINISHED]
    assert isinstance(ends[0], Finished)
    assert ends[0].job_id == job_id
    assert len(ends) == 1
    assert engine.threads != [threading.get_ident()]
    assert not queue.busy


def test_frames_and_progress_come_with_the_jobs_id(qtbot: QtBot, queue: JobQueue, engine: FakeEngine) -> None:
    frames: list[tuple[int, Frame]] = []
    queue.frame_arrived.connect(lambda job_id, frame: frames.append((job_id, frame)))
    with qtbot.waitSignals([queue.frame_arrived, queue.progress_arrived]):
        job_id = queue.submit(make_request())
        engine.allow()
    assert frames[0][0] == job_id
    assert frames[0][1].step == 1
    assert queue.running is not None
    assert queue.running.progress is not None
    assert queue.running.progress.step == 1


def test_jobs_run_one_after_the_other(qtbot: QtBot, queue: JobQueue, engine: FakeEngine, ends: list[Terminal]) -> None:
    first, second = queue.submit(make_request()), queue.submit(make_request())
    assert [record.id for record in queue.waiting] == [second]
    engine.allow_all()
    qtbot.waitUntil(lambda: len(ends) == 2)
    assert [event.job_id for event in ends] == [first, second]
    assert len(set(engine.threads)) == 1


def test_stop_keeps_the_picture_of_the_running_job(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, ends: list[Terminal]
) -> None:
    job_id = queue.submit(make_request())
    with qtbot.waitSignal(queue.frame_arrived):
        engine.allow()
    with qtbot.waitSignal(queue.job_ended):
        queue.cancel(job_id)
    assert isinstance(ends[0], Cancelled)
    assert ends[0].result is not None
    assert not ends[0].result.complete


def test_a_waiting_job_is_cancelled_at_once_and_never_runs(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, ends: list[Terminal]
) -> None:
    queue.submit(make_request())
    waiting = queue.submit(make_request())
    queue.cancel(waiting)
    assert [(type(event), event.job_id) for event in ends] == [(Cancelled, waiting)]
    engine.allow_all()
    qtbot.waitUntil(lambda: len(ends) == 2)
    assert len(engine.requests) == 1


def test_a_paused_job_stands_still_and_goes_on(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, ends: list[Terminal]
) -> None:
    job_id = queue.submit(make_request())
    with qtbot.waitSignal(queue.progress_arrived):
        engine.allow()
    queue.pause(job_id)
    assert queue.running is not None
    assert queue.running.state is JobState.PAUSED
    engine.allow_all()
    assert not ends
    with qtbot.waitSignal(queue.job_ended):
        queue.resume(job_id)
    assert isinstance(ends[0], Finished)


def test_a_paused_job_can_be_stopped(qtbot: QtBot, queue: JobQueue, engine: FakeEngine, ends: list[Terminal]) -> None:
    job_id = queue.submit(make_request())
    with qtbot.waitSignal(queue.progress_arrived):
        engine.allow()
    queue.pause(job_id)
    with qtbot.waitSignal(queue.job_ended):
        queue.cancel(job_id)
    assert isinstance(ends[0], Cancelled)


def test_steering_reaches_the_running_engine_at_its_next_step(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine
) -> None:
    job_id = queue.submit(make_request())
    with qtbot.waitSignal(queue.progress_arrived):
        engine.allow()
    queue.steer(job_id, strength=10.0)
    queue.steer(job_id, strength=90.0, brush_size=150.0)
    with qtbot.waitSignal(queue.job_ended):
        engine.allow_all()
    assert engine.changes == [(2, {"strength": 90.0, "brush_size": 150.0})]


def test_a_failure_comes_as_text_and_the_next_job_runs(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, ends: list[Terminal], expect_log: ExpectLog
) -> None:
    expect_log("weights are broken")
    engine.allow_all()
    engine.fail(EngineError("The weights are broken.", "model"))
    with qtbot.waitSignal(queue.job_ended):
        job_id = queue.submit(make_request())
    assert ends == [Failed(job_id, "The weights are broken.", "model")]
    engine.error = None
    with qtbot.waitSignal(queue.job_ended):
        queue.submit(make_request())
    assert isinstance(ends[1], Finished)


def test_unknown_ids_are_ignored(queue: JobQueue) -> None:
    for act in (queue.cancel, queue.pause, queue.resume):
        act(99)
    queue.steer(99, strength=1.0)


def test_notices_arrive(qtbot: QtBot, queue: JobQueue, engine: FakeEngine) -> None:
    engine.notice = "Painting at 400 px, which is what the memory allows."
    with qtbot.waitSignal(queue.notice_arrived) as caught:
        job_id = queue.submit(make_request())
    assert caught.args == [job_id, engine.notice]


def test_warm_up_tells_when_the_engine_is_ready(qtbot: QtBot, queue: JobQueue, engine: FakeEngine) -> None:
    with qtbot.waitSignal(queue.engine_ready) as caught:
        queue.warm_up()
    assert caught.args == [""]
    assert engine.warm_ups == 1


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (EngineError("The built-in network is missing.", "model"), "The built-in network is missing."),
        (ImportError("no module"), "The painting engine could not be loaded. The log tells why."),
    ],
)
def test_a_failed_warm_up_says_why(qtbot: QtBot, expect_log: ExpectLog, error: Exception, words: str) -> None:
    if not isinstance(error, EngineError):
        expect_log("warm-up failed")

    def break_down() -> None:
        raise error

    backend = FakeEngine().backend()
    queue = JobQueue(type(backend)(backend.engines, warm_up=break_down))
    with qtbot.waitSignal(queue.engine_ready) as caught:
        queue.warm_up()
    assert caught.args == [words]
    assert queue.close(CLOSE_MS)


def test_close_ends_running_paused_and_waiting_jobs(qtbot: QtBot, engine: FakeEngine) -> None:
    queue = JobQueue(engine.backend())
    job_id = queue.submit(make_request())
    queue.submit(make_request())
    with qtbot.waitSignal(queue.progress_arrived):
        engine.allow()
    queue.pause(job_id)
    assert queue.close(CLOSE_MS)
    assert len(engine.requests) == 1
    with pytest.raises(RuntimeError, match="closed"):
        queue.submit(make_request())


def test_events_of_another_job_are_dropped(qtbot: QtBot, queue: JobQueue, engine: FakeEngine) -> None:
    """Late mail of a job that has ended must not reach the canvas of the next one."""
    seen: list[Any] = []
    queue.frame_arrived.connect(lambda *args: seen.append(args))
    queue.job_ended.connect(seen.append)
    queue.submit(make_request())
    queue._worker.frames.put((99, Frame(make_picture().pixels, 1)))
    queue._worker.frame_ready.emit()
    queue._worker.job_ended.emit(Cancelled(99, None))
    assert seen == []


def test_frames_are_wanted_only_when_the_last_was_taken_and_time_has_passed(qtbot: QtBot) -> None:
    now = [0.0]
    worker = Worker(FakeEngine().backend())
    sink = MailSink(1, worker.frames, worker.progress, worker, clock=lambda: now[0])
    frame = Frame(make_picture().pixels, 1)
    assert sink.wants_frame()
    sink.frame(frame)
    now[0] = 1.0
    assert not sink.wants_frame()
    worker.frames.take()
    assert sink.wants_frame()
    sink.frame(frame)
    worker.frames.take()
    assert not sink.wants_frame()
    now[0] = 1.1
    assert sink.wants_frame()


def test_a_slow_window_is_told_once_for_many_frames(qtbot: QtBot) -> None:
    worker = Worker(FakeEngine().backend())
    told: list[int] = []
    worker.frame_ready.connect(lambda: told.append(1))
    sink = MailSink(1, worker.frames, worker.progress, worker)
    for step in range(50):
        sink.frame(Frame(make_picture().pixels, step))
    assert len(told) == 1
    mail = worker.frames.take()
    assert mail is not None
    assert mail[1].step == 49
