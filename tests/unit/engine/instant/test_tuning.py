"""The measured choice of number format, layout and threads: its logic by a clock of the test's own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import torch

from stylegui.engine.instant import tuning
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.network import SIZES, InstantNet
from stylegui.engine.instant.tuning import (
    HEAT_PX,
    PLAIN,
    TRIAL_PX,
    Check,
    Measured,
    Trial,
    Tuning,
    candidates,
    choose,
    keep,
    measure,
    settle,
    sharing,
    tuning_for,
)
from tests.unit.engine.painting import random_encoder

SINGLE = Tuning(torch.float32, True, 2)
HALF = Tuning(torch.bfloat16, True, 2)
LONE = Tuning(torch.float32, True, 1)


class Track:
    """A machine on which a pass takes what the test says, at the full size; a heat takes its share of the pixels."""

    def __init__(self, seconds: dict[Tuning, float]) -> None:
        self.now = 0.0
        self.seconds = seconds
        self.runs: list[tuple[Tuning, int]] = []

    def clock(self) -> float:
        return self.now

    def __call__(self, entrant: Tuning, side_px: int) -> None:
        self.runs.append((entrant, side_px))
        self.now += self.seconds[entrant] * (side_px / TRIAL_PX) ** 2

    def measured(self, budget_s: float = 2.0) -> Measured:
        return measure(self, list(self.seconds), budget_s, self.clock)

    def full_runs(self, entrant: Tuning) -> int:
        return self.runs.count((entrant, TRIAL_PX))


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    tuning.forget()
    yield
    tuning.forget()


@pytest.fixture(scope="module")
def model() -> InstantModel:
    torch.manual_seed(0)
    return InstantModel("fast", InstantNet(SIZES["fast"]).eval().requires_grad_(False), random_encoder(), "random")


@pytest.mark.parametrize(("cores", "counts"), [(1, {1}), (2, {1, 2}), (6, {1, 2, 4, 6}), (8, {1, 2, 4, 8})])
def test_threads_are_tried_in_powers_of_two_and_all(cores: int, counts: set[int]) -> None:
    entrants = candidates(cores)
    assert {each.threads for each in entrants} == counts
    assert len(entrants) == len(set(entrants)) == 4 * len(counts)
    assert torch.float16 not in {each.dtype for each in entrants}


def test_the_median_of_interleaved_passes_is_told() -> None:
    track = Track({SINGLE: 0.02, LONE: 0.021})
    assert track.measured().seconds == pytest.approx({SINGLE: 0.02, LONE: 0.021})
    full = [entrant for entrant, side_px in track.runs if side_px == TRIAL_PX]
    assert full == [SINGLE, LONE] * (tuning.ROUNDS + 1)


def test_one_that_is_far_behind_is_not_timed_for_long() -> None:
    track = Track({SINGLE: 0.02, LONE: 0.04})
    assert set(track.measured().seconds) == {SINGLE, LONE}
    assert track.full_runs(LONE) == 2 < track.full_runs(SINGLE)


def test_an_emulated_format_never_gets_past_the_heat() -> None:
    track = Track({SINGLE: 0.02, HALF: 2.0})
    measured = track.measured()
    assert set(measured.seconds) == {SINGLE} and measured.complete
    assert track.full_runs(HALF) == 0 and track.runs.count((HALF, HEAT_PX)) == 2


def test_the_budget_ends_it_one_pass_late_at_most() -> None:
    track = Track({SINGLE: 0.3, HALF: 0.3, LONE: 0.3})
    measured = track.measured(budget_s=1.3)
    assert set(measured.seconds) == {SINGLE} and not measured.complete  # a warm-up each, and time for one more pass
    assert track.now <= 1.3 + 0.3


def test_one_counted_pass_each_is_enough_to_compare() -> None:
    assert Track({SINGLE: 0.3, LONE: 0.3}).measured(budget_s=1.6).complete


def test_the_budget_holds_in_the_heat_too() -> None:
    track = Track({SINGLE: 8.0, HALF: 8.0, LONE: 8.0})
    measured = track.measured(budget_s=1.2)
    assert set(measured.seconds) == {SINGLE} and not measured.complete
    assert track.now <= 1.2 + 8 * (HEAT_PX / TRIAL_PX) ** 2


def test_a_very_slow_machine_is_judged_by_the_heat() -> None:
    measured = Track({SINGLE: 40.0, HALF: 32.0}).measured()
    assert set(measured.seconds) == {SINGLE} and not measured.complete


def test_a_check_between_passes_ends_it() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        measure(Track({SINGLE: 0.1}), [SINGLE], check=stop)


@pytest.mark.parametrize(
    ("seconds", "winner"),
    [
        ({SINGLE: 1.0, HALF: 0.95}, SINGLE),
        ({SINGLE: 1.0, HALF: 0.6}, HALF),
        ({SINGLE: 1.0, LONE: 1.04}, LONE),
        ({SINGLE: 1.0, LONE: 1.2}, SINGLE),
    ],
    ids=["exact for equal speed", "bfloat16 where it pays", "modest for equal speed", "threads where they pay"],
)
def test_the_choice(seconds: dict[Tuning, float], winner: Tuning) -> None:
    assert choose(seconds) == winner


def test_a_tuning_survives_json() -> None:
    for entrant in (*candidates(4), PLAIN):
        assert Tuning.from_json(json.loads(json.dumps(entrant.to_json()))) == entrant


def test_all_threads_are_said_in_a_word() -> None:
    assert PLAIN.to_json() == {"dtype": "float32", "channels_last": True, "threads": "all"}


@pytest.mark.parametrize("threads", [0, -1, True, 1.5, "2", None])
def test_no_other_number_of_threads_is_a_tuning(threads: object) -> None:
    with pytest.raises(ValueError, match="no tuning"):
        Tuning.from_json(SINGLE.to_json() | {"threads": threads})


class Quick:
    """A measuring that takes no time and favours one bfloat16 thread; counts how often it happens."""

    def __init__(self) -> None:
        self.calls = 0
        self.complete = True

    def __call__(self, trial: Trial, entrants: Sequence[Tuning], check: Check | None) -> Measured:
        self.calls += 1
        if check is not None:
            check()
        trial(entrants[0], HEAT_PX)
        return Measured({each: 1.0 if each.dtype == torch.float32 else 0.1 for each in entrants}, self.complete)


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> Quick:
    quick = Quick()
    monkeypatch.setattr(tuning, "measure", quick)
    monkeypatch.setattr(tuning, "usable_cores", lambda: 1)  # two threads on a busy machine would wait for each other
    return quick


def test_it_is_measured_once_and_recalled(model: InstantModel, home: Path, measured: Quick) -> None:
    threads = torch.get_num_threads()
    first = settle(model, home)
    assert (first.dtype, first.threads) == (torch.bfloat16, 1)
    assert torch.get_num_threads() == threads
    assert settle(model, home) == first
    tuning.forget()
    assert settle(model, home) == first
    assert measured.calls == 1


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"tuning": {"dtype": "float8"}}', b'{"tuning": []}', b"\xff"])
def test_a_damaged_file_is_measured_anew(model: InstantModel, home: Path, measured: Quick, damage: bytes) -> None:
    first = settle(model, home)
    (kept,) = home.rglob("tuning-*.json")
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    tuning.forget()
    assert settle(model, home) == first
    assert kept.read_bytes() == whole
    assert measured.calls == 2


def test_what_a_busy_machine_could_not_tell_is_not_kept(model: InstantModel, home: Path, measured: Quick) -> None:
    measured.complete = False
    assert settle(model, home) == settle(model, home) == PLAIN
    assert measured.calls == 2 and not list(home.rglob("tuning-*.json"))


def test_a_pass_uses_what_was_settled_and_never_measures(model: InstantModel, home: Path, measured: Quick) -> None:
    assert tuning_for(model, home) == PLAIN
    assert measured.calls == 0
    settled = settle(model, home)
    tuning.forget()
    assert tuning_for(model, home) == settled != PLAIN
    assert measured.calls == 1


def test_threads_are_shared_for_a_block_and_never_more_than_allowed() -> None:
    allowed = torch.get_num_threads()
    try:
        torch.set_num_threads(2)
        with sharing(LONE):
            assert torch.get_num_threads() == 1
        assert torch.get_num_threads() == 2
        torch.set_num_threads(1)
        with sharing(HALF), sharing(PLAIN):
            assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(allowed)


def test_another_network_is_measured_for_itself(model: InstantModel, home: Path, measured: Quick) -> None:
    settle(model, home)
    settle(InstantModel("fast", model.net, model.encoder, "another"), home)
    assert measured.calls == 2


def test_a_folder_that_cannot_be_written_costs_only_the_memory(
    model: InstantModel, home: Path, measured: Quick
) -> None:
    blocked = home / "cache"
    blocked.write_text("a file where the folder should be")
    assert settle(model, blocked).dtype == torch.bfloat16


def test_the_real_networks_run_with_every_candidate(model: InstantModel) -> None:
    threads = torch.get_num_threads()
    trial = tuning.pass_trial(model)
    try:
        for entrant in candidates(1):
            trial(entrant, HEAT_PX)
            assert torch.get_num_threads() == entrant.threads
    finally:
        torch.set_num_threads(threads)


def test_what_is_kept_by_hand_is_used_without_measuring(model: InstantModel, tmp_path: Path) -> None:
    keep(model, tmp_path, LONE)
    tuning.forget()
    assert tuning_for(model, tmp_path) == LONE
    assert settle(model, tmp_path) == LONE
