"""Runs that are torn off and go on where they were."""

from __future__ import annotations

import json
import struct
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import torch

from stylegui.engine import objective, paint, targets
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.encoder import Encoder, load_encoder
from stylegui.engine.engines import Progress, Result
from stylegui.engine.images import Picture
from stylegui.engine.plan import Scale
from stylegui.engine.replay import Replay
from stylegui.engine.request import StyleInput, TransferRequest
from stylegui.paths import Paths
from tests.unit.engine import painting
from tests.unit.engine.painting import SMALL_PLAN, KeepingSink, photo, style

STEPS = sum(scale.steps for scale in SMALL_PLAN)
FINE_PLAN = (Scale(64, 3), Scale(64, 3, stride=1))
PATIENCE_S = 30


def request(of: Picture | None = None, styles: tuple[StyleInput, ...] = (), **params: Any) -> TransferRequest:
    """A request that starts from the photo, which is the quickest."""
    return painting.request(of, styles, **({"start": "photo"} | params))


def header(data: bytes) -> dict[str, Any]:
    (length,) = struct.unpack("<Q", data[:8])
    found: dict[str, Any] = json.loads(data[8 : 8 + length])
    return found


def metadata(data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(header(data)["__metadata__"]["paint"])
    return found


class Shelf:
    """Keeps the newest state before each step, counted from 0."""

    def __init__(self) -> None:
        self.states: dict[int, bytes] = {}

    def keep(self, pieces: Iterable[memoryview]) -> None:
        data = b"".join(pieces)
        self.states[metadata(data)["standing"]["step"]] = data

    def control(self, resume_from: Path | None = None) -> RunControl:
        """A control that keeps the state before every step but the first."""
        return RunControl(keep=self.keep, keep_every_s=0.0, clock=float, resume_from=resume_from)


Steer = dict[int, dict[str, Any]]


def run(
    encoder: Encoder,
    asked: TransferRequest,
    control: RunControl,
    steer: Steer | None = None,
    plan: tuple[Scale, ...] | None = SMALL_PLAN,
    stop_after: int = 0,
) -> tuple[Result, KeepingSink]:
    """A run that is steered after the steps that `steer` names, and stopped after one."""

    def on_progress(progress: Progress) -> None:
        if progress.step == stop_after:
            control.cancel()
        control.steer(**(steer or {}).get(progress.step, {}))

    sink = KeepingSink(on_progress=on_progress)
    return paint.run_with(encoder, asked, control, sink, plan), sink


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.fixture
def torn(encoder: Encoder) -> bytes:
    """The state of a plain run before its sixth step."""
    shelf = Shelf()
    run(encoder, request(), shelf.control())
    return shelf.states[5]


@pytest.mark.parametrize(
    ("params", "plan"),
    [
        ({}, SMALL_PLAN),
        ({"style_loss": "wasserstein", "colour": "luminance", "start": "noise"}, SMALL_PLAN),
        ({"optimiser": "lbfgs"}, SMALL_PLAN),
        ({"colour": "photo", "start": "picture", "start_picture": style(3)}, FINE_PLAN),
    ],
    ids=["plain", "grey", "lbfgs", "fine"],
)
def test_a_run_that_goes_on_after_any_step_ends_with_the_same_bits(
    encoder: Encoder, tmp_path: Path, params: dict[str, Any], plan: tuple[Scale, ...]
) -> None:
    shelf, asked = Shelf(), request(**params)
    whole, plain = run(encoder, asked, RunControl(), plan=plan)
    kept, _ = run(encoder, asked, shelf.control(), plan=plan)
    assert kept.picture.digest == whole.picture.digest
    assert sorted(shelf.states) == list(range(len(plain.steps)))
    for step, state in shelf.states.items():
        again, sink = run(encoder, asked, RunControl(resume_from=write(tmp_path / "state", state)), plan=plan)
        assert [progress.step for progress in sink.steps] == list(range(step + 1, len(plain.steps) + 1))
        assert again.picture.digest == whole.picture.digest
        assert again.recipe == whole.recipe
        assert sink.notices == []


def test_the_shipped_network_goes_on_as_well(tmp_path: Path) -> None:
    shelf, asked = Shelf(), request(start="instant")
    builtin = load_encoder("builtin", torch.device("cpu"), Paths.of_user().models)
    whole, _ = run(builtin, asked, shelf.control())
    again, _ = run(builtin, asked, RunControl(resume_from=write(tmp_path / "state", shelf.states[3])))
    assert again.picture.digest == whole.picture.digest
    assert again.recipe == whole.recipe
    assert "start_network" in again.recipe


@pytest.mark.parametrize("optimiser", ["adam", "lbfgs"])
def test_steering_before_and_after_is_part_of_it(encoder: Encoder, tmp_path: Path, optimiser: str) -> None:
    styles = (StyleInput(style(1), 1.0), StyleInput(style(2), 1.0))
    asked = request(styles=styles, optimiser=optimiser)
    before: Steer = {1: {"strength": 90.0}, 2: {"blend": [0.2, 0.8], "brush_size": 150.0}}
    after: Steer = {4: {"brush_size": 80.0}, 6: {"colour_finish": 100.0}}
    shelf = Shelf()
    whole, _ = run(encoder, asked, shelf.control(), before | after)
    again, _ = run(encoder, asked, RunControl(resume_from=write(tmp_path / "state", shelf.states[3])), after)
    assert again.picture.digest == whole.picture.digest
    assert again.recipe == whole.recipe
    assert [event["step"] for event in again.recipe["steering"]] == [2, 3, 5, 7]


def test_changes_that_are_made_again_after_a_restart_leave_no_trace(encoder: Encoder, tmp_path: Path) -> None:
    shelf, asked = Shelf(), request()
    whole, _ = run(encoder, asked, shelf.control(), {2: {"strength": 90.0}})
    control = RunControl(resume_from=write(tmp_path / "state", shelf.states[5]))
    control.steer(strength=90.0)
    again, _ = run(encoder, asked, control)
    assert again.recipe == whole.recipe
    assert again.picture.digest == whole.picture.digest


def test_a_replay_that_is_torn_off_goes_on(encoder: Encoder, tmp_path: Path) -> None:
    first, _ = run(encoder, request(), RunControl(), {1: {"strength": 90.0}, 5: {"smoothness": 90.0}})
    asked = request()
    asked = TransferRequest(asked.photo, asked.styles, asked.params, replay=Replay.of(first.recipe))
    shelf = Shelf()
    run(encoder, asked, shelf.control())
    again, _ = run(encoder, asked, RunControl(resume_from=write(tmp_path / "state", shelf.states[3])))
    assert again.picture.digest == first.picture.digest


def test_a_run_may_be_torn_off_again_and_again(encoder: Encoder, tmp_path: Path) -> None:
    whole, _ = run(encoder, request(), RunControl())
    path: Path | None = None
    for step in range(1, STEPS):
        shelf = Shelf()
        control = shelf.control(path)
        result, sink = run(encoder, request(), control, stop_after=step)
        assert [progress.step for progress in sink.steps] == [step]
        assert not result.complete
        path = write(tmp_path / "state", shelf.states[step])
    again, _ = run(encoder, request(), RunControl(resume_from=path))
    assert again.picture.digest == whole.picture.digest


def test_a_shrunk_plan_is_gone_on_with(encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory runs out at the second scale; what goes on later has memory enough, and stays with the smaller size."""
    failed: list[int] = []
    real = targets.style_moments

    def fragile(*args: Any) -> Any:
        if args[2].long_px == 96 and not failed:
            failed.append(96)
            raise MemoryError
        return real(*args)

    shelf = Shelf()
    monkeypatch.setattr(objective, "style_moments", fragile)
    whole, _ = run(encoder, request(), shelf.control())
    assert failed and max(whole.picture.size) < 96
    for state in [shelf.states[step] for step in sorted(shelf.states)[5:]]:
        again, _ = run(encoder, request(), RunControl(resume_from=write(tmp_path / "state", state)))
        assert again.picture.digest == whole.picture.digest


def test_progress_counts_on(encoder: Encoder, tmp_path: Path, torn: bytes) -> None:
    known = metadata(torn)
    known["standing"]["elapsed_s"] = 1000.0
    path = write(tmp_path / "state", with_metadata(torn, known))
    _, sink = run(encoder, request(), RunControl(resume_from=path))
    assert all(1000 < progress.elapsed_s < 1000 + PATIENCE_S for progress in sink.steps)
    assert all(progress.eta_s is not None for progress in sink.steps)


# -- when a state is kept ---------------------------------------------------------------------------------------------


def test_a_state_is_kept_every_so_often_and_the_rarer_the_longer_it_takes(encoder: Encoder) -> None:
    now, times = [0.0], []

    def keep(pieces: Iterable[memoryview]) -> None:
        list(pieces)
        times.append(now[0])
        now[0] += 3.0 if len(times) == 1 else 0.0

    control = RunControl(keep=keep, keep_every_s=20.0, clock=lambda: now[0])
    for _ in range(30):
        control.offer(lambda: [memoryview(b"")])
        now[0] += 10.0
    assert times == [20.0, *(83.0 + 20.0 * number for number in range(11))]


@pytest.mark.parametrize("end", [RunControl.pause, RunControl.cancel])
def test_a_halt_keeps_the_state_of_the_step_that_it_is_in(
    encoder: Encoder, tmp_path: Path, end: Callable[[RunControl], None]
) -> None:
    """A pause in the middle of a step keeps what was before the step: going on from there takes it anew."""
    kept = threading.Event()
    states: list[bytes] = []

    def keep(pieces: Iterable[memoryview]) -> None:
        states.append(b"".join(pieces))
        kept.set()

    class Halting(RunControl):
        calls = 0

        def checkpoint(self) -> None:
            self.calls += 1
            if self.calls == 60:
                end(self)
            super().checkpoint()

    control = Halting(keep=keep)
    sink = KeepingSink()
    thread = threading.Thread(target=paint.run_with, args=(encoder, request(), control, sink, SMALL_PLAN))
    thread.start()
    assert kept.wait(PATIENCE_S)
    taken = len(sink.steps)
    control.cancel()
    thread.join(PATIENCE_S)
    assert not thread.is_alive()
    assert 0 < taken < STEPS and len(states) == 1
    whole, _ = run(encoder, request(), RunControl())
    again, rest = run(encoder, request(), RunControl(resume_from=write(tmp_path / "state", states[0])))
    assert rest.steps[0].step == taken + 1
    assert again.picture.digest == whole.picture.digest


def test_nothing_of_a_run_is_held_when_it_is_over(encoder: Encoder) -> None:
    control = Shelf().control()
    run(encoder, request(), control)
    assert control._pack is None


def test_a_run_without_a_place_to_be_kept_packs_nothing(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paint._Painting, "_snapshot", lambda *_: pytest.fail("a state was made"))
    run(encoder, request(), RunControl())
    cancelled = RunControl()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        cancelled.checkpoint()


# -- files that are not to be trusted ---------------------------------------------------------------------------------


def with_header(data: bytes, changed: dict[str, Any]) -> bytes:
    (length,) = struct.unpack("<Q", data[:8])
    text = json.dumps(changed).encode()
    return struct.pack("<Q", len(text)) + text + data[8 + length :]


def with_metadata(data: bytes, known: Any) -> bytes:
    return with_header(data, header(data) | {"__metadata__": {"paint": json.dumps(known)}})


def changed(data: bytes, *path: str | int, value: Any) -> bytes:
    """The file with one entry of its metadata set to a value."""
    known = metadata(data)
    place: Any = known
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return with_metadata(data, known)


def swapped(data: bytes, name: str, **entries: Any) -> bytes:
    """The file with a tensor declared to be something else."""
    found = header(data)
    found[name] |= entries
    return with_header(data, found)


def filled(data: bytes, name: str, value: float) -> bytes:
    """The file with every value of a tensor set to one."""
    found = header(data)
    (length,) = struct.unpack("<Q", data[:8])
    begin, end = (8 + length + offset for offset in found[name]["data_offsets"])
    values: bytes = struct.pack("<f", value) * ((end - begin) // 4)
    return data[:begin] + values + data[end:]


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _data: b"",
    "noise": lambda _data: bytes(range(256)) * 9,
    "a picture": lambda _data: b"\x89PNG\r\n" + b"\0" * 100,
    "torn": lambda data: data[: len(data) // 2],
    "one byte short": lambda data: data[:-1],
    "a huge header": lambda data: struct.pack("<Q", 1 << 60) + data[8:],
    "no metadata": lambda data: with_header(data, {k: v for k, v in header(data).items() if k != "__metadata__"}),
    "metadata of another kind": lambda data: with_metadata(data, ["paint"]),
    "deep metadata": lambda data: with_header(
        data, header(data) | {"__metadata__": {"paint": "[" * 100_000 + "]" * 100_000}}
    ),
    "no numbers": lambda data: changed(data, "numbers", value={}),
    "a number that is none": lambda data: changed(data, "numbers", "weight", value=float("nan")),
    "a rate of 9": lambda data: changed(data, "numbers", "learning_rate", value=9.0),
    "a step of another scale": lambda data: changed(data, "standing", "step", value=1),
    "a step beyond": lambda data: changed(data, "standing", "step", value=1000),
    "a negative step": lambda data: changed(data, "standing", "step", value=-1),
    "no such scale": lambda data: changed(data, "standing", "index", value=7),
    "a plan without an end": lambda data: changed(data, "standing", "plan", 1, "steps", value=1 << 80),
    "a giant plan": lambda data: changed(data, "standing", "plan", 1, "long_px", value=1 << 40),
    "giant sources": lambda data: changed(data, "standing", "sources_px", value=100_000),
    "no sources": lambda data: changed(data, "standing", "sources_px", value=0),
    "a hold of 0": lambda data: changed(data, "standing", "hold", value=0.0),
    "steering that is none": lambda data: changed(data, "standing", "steering", value=[{"step": "x"}]),
    "steering that cannot be": lambda data: changed(
        data, "standing", "steering", value=[{"step": 2, "changes": {"size_px": 8000}}]
    ),
    "an unknown entry": lambda data: changed(data, "standing", "run", value="rm -rf"),
    "pixels of another shape": lambda data: swapped(data, "pixels", shape=[1, 3, 96, 72]),
    "pixels of another kind": lambda data: swapped(data, "pixels", dtype="I32"),
    "a generator of another kind": lambda data: swapped(data, "generator", dtype="I8"),
    "pixels that are none": lambda data: filled(data, "pixels", float("nan")),
    "pixels out of range": lambda data: filled(data, "pixels", 40.0),
    "a negative variance": lambda data: filled(data, "second", -1.0),
    "a tensor too many": lambda data: with_header(
        data, header(data) | {"lbfgs.d": {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}}
    ),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_state_begins_the_run_anew_and_says_so(
    encoder: Encoder, tmp_path: Path, torn: bytes, damage: Callable[[bytes], bytes]
) -> None:
    whole, _ = run(encoder, request(), RunControl())
    path = write(tmp_path / "state", damage(torn))
    again, sink = run(encoder, request(), RunControl(resume_from=path))
    assert sink.notices == [
        "The painting could not be continued, because what was kept of it is damaged. It begins anew."
    ]
    assert again.picture.digest == whole.picture.digest
    assert again.recipe == whole.recipe


def test_a_state_of_another_format_is_told_from_a_damaged_one(encoder: Encoder, tmp_path: Path, torn: bytes) -> None:
    path = write(tmp_path / "state", changed(torn, "format", value=2))
    _, sink = run(encoder, request(), RunControl(resume_from=path))
    assert sink.notices == [
        "The painting could not be continued, because it was begun by another version of the program. It begins anew."
    ]


@pytest.mark.parametrize(
    "other",
    [request(photo(90, 72)), request(strength=61), request(styles=(StyleInput(style(2)),)), request(seed=2)],
    ids=["photo", "strength", "style", "seed"],
)
def test_a_state_of_another_picture_is_refused(
    encoder: Encoder, tmp_path: Path, torn: bytes, other: TransferRequest
) -> None:
    _, sink = run(encoder, other, RunControl(resume_from=write(tmp_path / "state", torn)))
    assert [progress.step for progress in sink.steps] == list(range(1, STEPS + 1))
    assert "it belongs to another picture" in sink.notices[0]


def test_a_state_that_is_gone_begins_the_run_anew(encoder: Encoder, tmp_path: Path) -> None:
    _, sink = run(encoder, request(), RunControl(resume_from=tmp_path / "gone"))
    assert len(sink.steps) == STEPS and len(sink.notices) == 1


def test_a_part_that_another_version_painted_is_told_in_the_recipe(
    encoder: Encoder, tmp_path: Path, torn: bytes
) -> None:
    """The bits may differ from those of one run, so the recipe does not claim them."""
    old = changed(torn, "standing", "environment", "torch", value="1.0")
    again, sink = run(encoder, request(), RunControl(resume_from=write(tmp_path / "state", old)))
    assert again.complete and sink.notices == []
    (part,) = again.recipe["earlier"]
    assert part["steps"] == 5 and part["torch"] == "1.0" and part["threads"] == torch.get_num_threads()
    assert again.recipe["torch"] == torch.__version__


def test_too_little_memory_to_go_on_fails_and_leaves_the_state(
    encoder: Encoder, tmp_path: Path, torn: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To begin anew at a smaller size would throw hours away: going on is for later, when there is more memory."""
    path = write(tmp_path / "state", torn)

    def exhausted(*_: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr(paint, "load_sources", exhausted)
    with pytest.raises(MemoryError):
        run(encoder, request(), RunControl(resume_from=path))
    assert path.read_bytes() == torn
