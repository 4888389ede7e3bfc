import gc
import weakref

import numpy as np
import pytest

from stylegui.engine.control import RunControl
from stylegui.engine.engines import EngineError, Frame, Progress, Result, Sink
from stylegui.engine.request import StyleInput, TransferRequest
from stylegui.jobs.runner import Backend, Cancelled, Failed, Finished, Job, run_job
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine, make_picture


class Recorder:
    """A sink that keeps everything."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.progresses: list[Progress] = []
        self.notices: list[str] = []

    def wants_frame(self) -> bool:
        return True

    def frame(self, frame: Frame) -> None:
        self.frames.append(frame)

    def progress(self, progress: Progress) -> None:
        self.progresses.append(progress)

    def notice(self, text: str) -> None:
        self.notices.append(text)


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(steps=3)


@pytest.fixture
def job() -> Job:
    return Job(7, TransferRequest(make_picture(), (StyleInput(make_picture(shade=200)),)))


def test_a_run_ends_with_finished_and_its_result(engine: FakeEngine, job: Job) -> None:
    engine.allow_all()
    sink = Recorder()
    event = run_job(job, RunControl(), sink, engine.backend())
    assert isinstance(event, Finished)
    assert event.job_id == 7
    assert event.result.complete
    assert [progress.step for progress in sink.progresses] == [1, 2, 3]
    assert engine.prepared == 1


def test_a_job_cancelled_before_it_begins_never_reaches_the_engine(engine: FakeEngine, job: Job) -> None:
    control = RunControl()
    control.cancel()
    event = run_job(job, control, Recorder(), engine.backend())
    assert isinstance(event, Cancelled)
    assert event.result is None
    assert engine.requests == []


def test_a_stopped_run_keeps_its_picture(engine: FakeEngine, job: Job) -> None:
    control = RunControl()

    class StopAtFirstFrame(Recorder):
        def frame(self, frame: Frame) -> None:
            super().frame(frame)
            control.cancel()

    engine.allow_all()
    sink = StopAtFirstFrame()
    event = run_job(job, control, sink, engine.backend())
    assert isinstance(event, Cancelled)
    assert event.result is not None
    assert np.array_equal(event.result.picture.pixels, sink.frames[0].pixels)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (EngineError("The weights are broken.", "model"), "model", "The weights are broken."),
        (MemoryError(), "memory", "not enough memory"),
        (FloatingPointError("nan"), "numeric", "ran out of range"),
        (KeyError("surprise"), "internal", "error in the program"),
    ],
)
def test_an_error_becomes_a_sentence_and_a_kind(
    engine: FakeEngine, job: Job, error: Exception, kind: str, words: str, expect_log: ExpectLog
) -> None:
    engine.allow_all()
    engine.fail(error, at_step=2)
    expect_log("job 7")
    event = run_job(job, RunControl(), Recorder(), engine.backend())
    assert isinstance(event, Failed)
    assert event.kind == kind
    assert words in event.text
    assert "surprise" not in event.text


def test_an_engine_that_is_not_there_fails_the_job_and_nothing_else(job: Job, expect_log: ExpectLog) -> None:
    expect_log("job 7")
    event = run_job(job, RunControl(), Recorder(), Backend({}))
    assert isinstance(event, Failed)
    assert event.kind == "internal"


def test_torchs_bare_runtime_error_for_memory_is_known_as_one(
    engine: FakeEngine, job: Job, expect_log: ExpectLog
) -> None:
    expect_log("job 7")
    pytest.importorskip("torch")
    engine.allow_all()
    engine.fail(RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 99 bytes."))
    event = run_job(job, RunControl(), Recorder(), engine.backend())
    assert isinstance(event, Failed)
    assert event.kind == "memory"


def test_a_failure_does_not_keep_the_runs_arrays_alive(job: Job, expect_log: ExpectLog) -> None:
    expect_log("job 7")

    class Heavy:
        pass

    alive: list[weakref.ref[Heavy]] = []

    def run(request: TransferRequest, control: RunControl, sink: Sink) -> Result:
        heavy = Heavy()
        alive.append(weakref.ref(heavy))
        raise EngineError("No.", "input")

    engine = FakeEngine().backend().engines["paint"]
    backend = Backend({"paint": type(engine)("paint", "Paint", engine.params, run, engine.estimate)})
    event = run_job(job, RunControl(), Recorder(), backend)
    gc.collect()
    assert isinstance(event, Failed)
    assert alive[0]() is None
