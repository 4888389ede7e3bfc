import threading
from collections.abc import Iterator
from pathlib import Path
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


# -- several jobs -----------------------------------------------------------------------------------------------------


def waiting(queue: JobQueue) -> list[str]:
    return [record.title for record in queue.waiting]


@pytest.fixture
def line(qtbot: QtBot, queue: JobQueue) -> dict[str, int]:
    """One job that runs, and three that wait; their ids by title."""
    ids = {title: queue.submit(make_request(), title=title) for title in ("runs", "a", "b", "c")}
    assert queue.running is not None and queue.running.title == "runs"
    assert waiting(queue) == ["a", "b", "c"]
    return ids


@pytest.mark.parametrize(
    ("title", "index", "order"),
    [("c", 0, "cab"), ("a", 2, "bca"), ("a", 1, "bac"), ("b", 99, "acb"), ("b", -5, "bac"), ("b", 1, "abc")],
)
def test_a_waiting_job_is_moved_to_a_place(
    queue: JobQueue, line: dict[str, int], title: str, index: int, order: str
) -> None:
    told: list[int] = []
    queue.jobs_changed.connect(lambda: told.append(1))
    queue.move(line[title], index)
    assert waiting(queue) == list(order)
    assert len(told) == (0 if order == "abc" else 1)


def test_the_running_job_cannot_be_moved(queue: JobQueue, line: dict[str, int]) -> None:
    queue.move(line["runs"], 2)
    queue.move(99, 0)
    assert waiting(queue) == ["a", "b", "c"]


def test_a_job_can_go_before_all_others(queue: JobQueue, line: dict[str, int]) -> None:
    queue.submit(make_request(), where="front", title="first")
    assert waiting(queue) == ["first", "a", "b", "c"]


def test_a_job_in_the_place_of_the_running_one_begins_when_that_has_stopped(
    qtbot: QtBot, queue: JobQueue, line: dict[str, int], ends: list[Terminal], engine: FakeEngine
) -> None:
    with qtbot.waitSignal(queue.job_ended):
        job_id = queue.replace(make_request(), title="instead")
    assert isinstance(ends[0], Cancelled) and ends[0].job_id == line["runs"]
    assert queue.running is not None and queue.running.id == job_id
    assert waiting(queue) == ["a", "b", "c"]


def test_a_job_in_the_place_of_none_begins_at_once(queue: JobQueue) -> None:
    job_id = queue.replace(make_request())
    assert queue.running is not None and queue.running.id == job_id
    assert not queue.running.stopping


def test_a_queue_on_hold_lets_the_running_job_end_and_begins_none(
    qtbot: QtBot, queue: JobQueue, line: dict[str, int], engine: FakeEngine
) -> None:
    queue.hold()
    with qtbot.waitSignal(queue.job_ended):
        engine.allow(engine.steps)
    assert queue.running is None and queue.held and queue.busy
    job_id = queue.submit(make_request(), title="later")
    assert waiting(queue) == ["a", "b", "c", "later"]
    queue.submit(make_request(), title="now", now=True)
    assert queue.running is not None and queue.running.title == "now"
    with qtbot.waitSignal(queue.job_ended):
        engine.allow(engine.steps)
    assert queue.running is None
    queue.release()
    assert queue.running.title == "a"
    assert waiting(queue) == ["b", "c", "later"]
    queue.cancel(job_id)


def test_stopping_all_leaves_nothing(
    qtbot: QtBot, queue: JobQueue, line: dict[str, int], ends: list[Terminal], engine: FakeEngine
) -> None:
    queue.cancel_all()
    qtbot.waitUntil(lambda: len(ends) == 4)
    assert not queue.busy
    assert [record.title for record in queue.ended] == ["a", "b", "c", "runs"]
    assert {record.state for record in queue.ended} == {JobState.CANCELLED}


def test_stopping_what_waits_lets_the_running_job_go_on(
    qtbot: QtBot, queue: JobQueue, line: dict[str, int], ends: list[Terminal], engine: FakeEngine
) -> None:
    queue.cancel_waiting()
    assert len(ends) == 3
    with qtbot.waitSignal(queue.job_ended):
        engine.allow_all()
    assert isinstance(ends[3], Finished)


def test_a_stopping_job_says_so_and_cannot_be_paused(queue: JobQueue, line: dict[str, int]) -> None:
    seen: list[tuple[JobState, bool]] = []
    queue.job_changed.connect(lambda record: seen.append((record.state, record.stopping)))
    queue.cancel(line["runs"])
    queue.pause(line["runs"])
    assert seen == [(JobState.RUNNING, True)]


def test_a_failed_job_stands_with_its_error_and_can_be_tried_again(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, ends: list[Terminal], expect_log: ExpectLog
) -> None:
    expect_log("No room")
    engine.fail(EngineError("No room.", "memory"))
    engine.allow_all()
    with qtbot.waitSignal(queue.job_ended):
        job_id = queue.submit(make_request(), title="a")
    (record,) = queue.records
    assert (record.state, record.error) == (JobState.FAILED, "No room.")
    engine.error = None
    with qtbot.waitSignal(queue.job_ended):
        queue.retry(job_id)
    assert queue.records == (record,)
    assert (record.state, record.error, record.id) == (JobState.FINISHED, "", job_id)
    queue.retry(job_id)
    assert not queue.busy


def test_what_has_ended_stays_until_it_is_cleared(qtbot: QtBot, queue: JobQueue, engine: FakeEngine) -> None:
    engine.allow_all()
    ids = [queue.submit(make_request()) for _ in range(3)]
    qtbot.waitUntil(lambda: len(queue.ended) == 3)
    queue.remove(ids[1])
    assert [record.id for record in queue.records] == [ids[0], ids[2]]
    queue.clear_ended()
    assert queue.records == ()


def test_the_time_that_is_left_comes_from_the_estimate_and_then_from_the_run(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine
) -> None:
    job_id = queue.submit(make_request())
    record = queue.record(job_id)
    assert record is not None and record.left_s is None and record.share_done == 0
    queue.set_estimate(job_id, 100.0)
    assert record.left_s == 100.0
    with qtbot.waitSignal(queue.progress_arrived):
        engine.allow()
    assert record.left_s == 2.0 and record.share_done == pytest.approx(1 / 3)
    with qtbot.waitSignal(queue.job_ended):
        engine.allow_all()
    assert record.left_s == 0.0


# -- runs that outlive the program ------------------------------------------------------------------------------------


@pytest.fixture
def kept(queue: JobQueue, tmp_path: Path) -> Path:
    """The folder in which runs are kept."""
    queue.shelf.folder = tmp_path / "jobs"
    return queue.shelf.folder


def test_a_stopped_run_goes_on_where_it_was(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, kept: Path, ends: list[Terminal]
) -> None:
    job_id = queue.submit(make_request())
    with qtbot.waitSignal(queue.progress_arrived):
        engine.allow(1)
    queue.steer(job_id, strength=20.0)
    with qtbot.waitSignal(queue.job_ended):
        queue.cancel(job_id)
    record = queue.ended[0]
    key = record.key
    assert [path.name for path in kept.iterdir()] == [f"{key}.snapshot"]
    with qtbot.waitSignal(queue.job_ended):
        queue.retry(job_id)
        engine.allow_all()
    assert engine.begun_at == [0, 1]
    assert engine.changes == [(2, {"strength": 20.0})]
    assert isinstance(ends[1], Finished)
    assert record.key != key, "the first run may be a picture of its own"
    # Who has the picture safe on the disk forgets what led to it.
    assert [path.name for path in kept.iterdir()] == [f"{record.key}.snapshot"]
    queue.clear_ended()
    assert list(kept.iterdir()) == []


def test_a_job_of_a_window_before_goes_on_where_it_was(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, kept: Path
) -> None:
    kept.mkdir()
    (kept / "abc.snapshot").write_text("2")
    (kept / "other.snapshot").write_text("1")
    (kept / ".stylegui-00.part").write_text("1")
    queue.shelf.tidy(["abc"])
    assert [path.name for path in kept.iterdir()] == ["abc.snapshot"]
    engine.allow_all()
    with qtbot.waitSignal(queue.job_ended):
        queue.submit(make_request(), key="abc", steered={"strength": 5.0})
    assert engine.begun_at == [2]
    assert engine.changes == [(3, {"strength": 5.0})]


@pytest.mark.parametrize(("kind", "begun_at"), [("memory", 1), ("numeric", 0)])
def test_a_failed_run_goes_on_where_that_is_of_use(
    qtbot: QtBot,
    queue: JobQueue,
    engine: FakeEngine,
    kept: Path,
    expect_log: ExpectLog,
    kind: str,
    begun_at: int,
) -> None:
    expect_log("It failed")
    engine.fail(EngineError("It failed.", kind), at_step=2)
    job_id = queue.submit(make_request())
    with qtbot.waitSignal(queue.progress_arrived):
        engine.allow(1)
    queue.pause(job_id)
    qtbot.waitUntil(lambda: kept.is_dir() and any(path.suffix == ".snapshot" for path in kept.iterdir()))
    with qtbot.waitSignal(queue.job_ended):
        queue.resume(job_id)
        engine.allow(1)
    engine.error = None
    with qtbot.waitSignal(queue.job_ended):
        queue.retry(job_id)
        engine.allow_all()
    assert engine.begun_at == [0, begun_at]


def test_taking_a_stopped_job_out_forgets_its_run(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, kept: Path
) -> None:
    job_id = queue.submit(make_request())
    with qtbot.waitSignal(queue.progress_arrived):
        engine.allow(1)
    with qtbot.waitSignal(queue.job_ended):
        queue.cancel(job_id)
    queue.remove(job_id)
    assert list(kept.iterdir()) == []


def test_a_disk_that_refuses_is_told_once_and_the_run_goes_on(
    qtbot: QtBot, queue: JobQueue, engine: FakeEngine, kept: Path, expect_log: ExpectLog, ends: list[Terminal]
) -> None:
    expect_log("the state of a run cannot be kept")
    kept.write_text("a file in the place of the folder")
    told: list[str] = []
    queue.notice_arrived.connect(lambda _job_id, text: told.append(text))
    job_id = queue.submit(make_request())
    for _ in range(2):
        with qtbot.waitSignal(queue.progress_arrived):
            engine.allow(1)
        queue.pause(job_id)
        qtbot.wait(30)
        queue.resume(job_id)
    with qtbot.waitSignal(queue.job_ended):
        engine.allow_all()
    assert isinstance(ends[0], Finished)
    assert len(told) == 1 and told[0].startswith("This painting goes on, but a crash would lose it")
