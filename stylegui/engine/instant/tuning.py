"""How Instant computes quickest on this machine: number format, memory layout and threads, measured once and kept.

No rule tells which of them wins. Half as many bytes a number are twice as quick where the processor has instructions
for bfloat16, and a hundred times slower where they are emulated; more threads than the picture can feed only wait for
each other. So the real networks are timed on a small picture, for two seconds at most, at the first use on a machine.
float16 is never tried on a CPU: without AVX512-FP16 it is emulated everywhere.
"""

from __future__ import annotations

import hashlib
import json
import math
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Self

import torch

from stylegui.engine.instant.brief import features_in
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.network import CONTENT_TAPS, STYLE_TAPS
from stylegui.engine.instant.plain import folded
from stylegui.files import replacing
from stylegui.machine import processor_name, usable_cores

FORMATS: dict[str, torch.dtype] = {
    "float32": torch.float32,
    "bfloat16": torch.bfloat16,
    "float16": torch.float16,
}
ALL_THREADS = "all"
BUDGET_S = 2.0
# A heat on a tiny picture comes first, so that emulated formats are out before they cost seconds.
HEAT_PX, TRIAL_PX = 96, 256
HEAT_LIMIT = 5.0
# Entrants so much slower than the quickest are not timed again, and so many times the others are.
HOPELESS = 1.3
ROUNDS = 7
# bfloat16 moves a result by a third of an 8-bit step on average: it must be worth it. Within `EQUAL` the choice goes to
# float32 and to fewer threads, which leave the window its share.
BFLOAT16_HANDICAP, EQUAL = 1.15, 1.05

Check = Callable[[], None]


@dataclass(frozen=True)
class Tuning:
    """How to compute: the decoder's number format and memory layout, and how many threads share a convolution.

    `threads` None is all that the caller allows.
    """

    dtype: torch.dtype
    channels_last: bool
    threads: int | None = None

    @property
    def memory_format(self) -> torch.memory_format:
        return torch.channels_last if self.channels_last else torch.contiguous_format

    def to_json(self) -> dict[str, Any]:
        """For the file on disk and for recipes: a replay with the same tuning is the same to the bit."""
        (dtype,) = (name for name, each in FORMATS.items() if each == self.dtype)
        return {"dtype": dtype, "channels_last": self.channels_last, "threads": self.threads or ALL_THREADS}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raises ValueError where `data` is not what `to_json` gives."""
        dtype, channels_last, threads = (data.get(name) for name in ("dtype", "channels_last", "threads"))
        if not isinstance(dtype, str) or dtype not in FORMATS or not isinstance(channels_last, bool):
            raise ValueError("This is no tuning.")
        if threads == ALL_THREADS:
            return cls(FORMATS[dtype], channels_last)
        if not isinstance(threads, int) or isinstance(threads, bool) or threads < 1:
            raise ValueError("This is no tuning.")
        return cls(FORMATS[dtype], channels_last, threads)


Trial = Callable[[Tuning, int], None]
"""One pass with a tuning over a square picture of so many pixels a side."""

_known: dict[str, Tuning] = {}
_lock = threading.Lock()


PLAIN = Tuning(torch.float32, channels_last=True)
"""What is used where nothing was measured: exact, and with all the threads that the caller allows."""


def settle(model: InstantModel, cache: Path, check: Check | None = None) -> Tuning:
    """Measure how a network computes quickest on this machine (two seconds at most), unless that is known, and keep it.

    `cache` is the program's cache folder.
    To be called when nothing else computes: when the window has opened, or before a command begins its work. Any thread
    may; a second one waits for the first. `check` is called between passes and may raise. Where the machine is too busy
    to tell, nothing is kept and `PLAIN` is given. torch's number of threads is the same afterwards.
    """
    if model.device.type != "cpu":
        return for_gpu(model.device)
    machine, key = _key(model)
    with _lock:
        if key not in _known:
            path = _path(cache, key)
            found = _recall(path) or _measure_and_keep(model, path, machine, check)
            if found is None:
                return PLAIN
            _known[key] = found
        return _known[key]


def tuning_for(model: InstantModel, cache: Path) -> Tuning:
    """What was settled for a network on this machine, or `PLAIN`: it never measures, so that a pass is never late.

    `cache` is the program's cache folder.
    """
    if model.device.type != "cpu":
        return for_gpu(model.device)
    _, key = _key(model)
    known = _known.get(key) or _recall(_path(cache, key))
    if known is not None:
        _known[key] = known
    return known or PLAIN


@contextmanager
def sharing(tuning: Tuning) -> Iterator[None]:
    """A block in which torch uses the tuning's number of threads, or fewer where the caller has set fewer."""
    before = torch.get_num_threads()
    if tuning.threads is None or tuning.threads >= before:
        yield
        return
    torch.set_num_threads(tuning.threads)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _key(model: InstantModel) -> tuple[dict[str, Any], str]:
    machine = describe_machine(model)
    return machine, hashlib.sha256(json.dumps(machine, sort_keys=True).encode()).hexdigest()[:16]


def _path(cache: Path, key: str) -> Path:
    return cache / "instant" / f"tuning-{key}.json"


def forget() -> None:
    """Look at the disk again at the next call."""
    with _lock:
        _known.clear()


def for_gpu(device: torch.device) -> Tuning:
    """What is sensible on a GPU without measuring.

    CUDA with tensor cores (compute capability 7 and newer): float16, which is as quick as bfloat16 there and eight
    times as exact, channels last. Older cards and Apple's: float32, as PyTorch itself would.
    """
    halves = device.type == "cuda" and torch.cuda.get_device_capability(device)[0] >= 7
    return Tuning(torch.float16 if halves else torch.float32, halves)


def describe_machine(model: InstantModel) -> dict[str, Any]:
    """All that a measurement depends on."""
    return {
        "processor": processor_name(),
        "instructions": torch.backends.cpu.get_cpu_capability(),
        "cores": usable_cores(),
        "torch": torch.__version__,
        "network": model.digest,
    }


def candidates(cores: int) -> list[Tuning]:
    """All tunings worth a try on a CPU, the likeliest first: time may run out before the last."""
    counts = sorted({cores, *(2**power for power in range(cores.bit_length()) if 2**power <= cores)}, reverse=True)
    return [
        Tuning(dtype, channels_last, threads)
        for channels_last in (True, False)
        for threads in counts
        for dtype in (torch.float32, torch.bfloat16)
    ]


@dataclass(frozen=True)
class Measured:
    """Median seconds of a pass by tuning; `complete` where the budget let all be compared that deserved it."""

    seconds: dict[Tuning, float]
    complete: bool


def measure(
    trial: Trial,
    entrants: Sequence[Tuning],
    budget_s: float = BUDGET_S,
    clock: Callable[[], float] = time.perf_counter,
    check: Check | None = None,
) -> Measured:
    """Time passes of all entrants in turn, so that disturbances hit all alike, until the budget is spent.

    Those out after the heat are missing, and those not timed at the full size; where that is all of them, the times of
    the heat are given.
    """
    deadline = clock() + budget_s

    def lap(tuning: Tuning, side_px: int) -> float:
        if check is not None:
            check()
        start = clock()
        trial(tuning, side_px)
        return clock() - start

    heat: dict[Tuning, float] = {}
    # The first pass of each may also load libraries; the second tells.
    for tuning in [each for entrant in entrants for each in (entrant, entrant)]:
        if heat and clock() > deadline:
            return Measured(heat, complete=False)
        heat[tuning] = min(lap(tuning, HEAT_PX), heat.get(tuning, math.inf))
    running = [tuning for tuning, seconds in heat.items() if seconds <= HEAT_LIMIT * min(heat.values())]
    laps: dict[Tuning, list[float]] = {tuning: [] for tuning in running}
    for counted in range(ROUNDS + 1):
        for tuning in running:
            if clock() > deadline:
                return Measured(_medians(laps) or heat, all(laps.values()))
            seconds = lap(tuning, TRIAL_PX)
            if counted:  # the first round pays for allocations
                laps[tuning].append(seconds)
        if counted:
            limit = HOPELESS * min(_medians(laps).values())
            running = [tuning for tuning in running if median(laps[tuning]) <= limit]
    return Measured(_medians(laps), complete=True)


def choose(seconds: Mapping[Tuning, float]) -> Tuning:
    """The winner: the quickest, where bfloat16 has a handicap and near equals go to the more exact and the modest."""
    result = {t: each * (BFLOAT16_HANDICAP if t.dtype == torch.bfloat16 else 1.0) for t, each in seconds.items()}
    best = min(result.values())
    near = [tuning for tuning, each in result.items() if each <= EQUAL * best]
    return min(near, key=lambda t: (t.dtype != torch.float32, t.threads or math.inf, result[t]))


def pass_trial(model: InstantModel) -> Trial:
    """Passes of encoder and decoder over noise, as for a preview: by the picture's own statistics."""
    noise = torch.rand(1, 3, TRIAL_PX, TRIAL_PX, generator=torch.Generator().manual_seed(0))
    pictures = {
        side_px: noise[..., :side_px, :side_px].contiguous(memory_format=torch.channels_last)
        for side_px in (HEAT_PX, TRIAL_PX)
    }
    with torch.inference_mode():
        features = model.encoder.features(noise, STYLE_TAPS)
        style = model.net.style(noise, features)
        statistics = {tap: model.net.statistics(tap, features[tap]) for tap in CONTENT_TAPS}
        plain = folded(model.net, style, 1.0, statistics)
        nets = {
            (dtype, memory_format): plain.to(dtype, memory_format)
            for dtype in (torch.float32, torch.bfloat16)
            for memory_format in (torch.contiguous_format, torch.channels_last)
        }

    @torch.inference_mode()
    def trial(tuning: Tuning, side_px: int) -> None:
        if tuning.threads is not None:
            torch.set_num_threads(tuning.threads)
        picture = pictures[side_px]
        seen = features_in(tuning.dtype, picture, model.encoder)
        nets[tuning.dtype, tuning.memory_format](picture, seen)

    return trial


def _measure_and_keep(
    model: InstantModel, path: Path, machine: Mapping[str, Any], check: Check | None
) -> Tuning | None:
    """The winner; None where there was no time to compare all."""
    threads = torch.get_num_threads()
    try:
        measured = measure(pass_trial(model), candidates(usable_cores()), check=check)
    finally:
        torch.set_num_threads(threads)
    if not measured.complete:
        return None
    winner = choose(measured.seconds)
    milliseconds = [each.to_json() | {"ms": round(1000 * lap, 2)} for each, lap in measured.seconds.items()]
    _keep(path, {"machine": machine, "tuning": winner.to_json(), "measured": milliseconds})
    return winner


def keep(model: InstantModel, cache: Path, tuning: Tuning) -> None:
    """Have a network compute like this on this machine from now on, without measuring."""
    machine, key = _key(model)
    _known[key] = tuning
    _keep(_path(cache, key), {"machine": machine, "tuning": tuning.to_json(), "measured": []})


def _keep(path: Path, kept: Mapping[str, Any]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path, durable=False) as file:
            file.write(json.dumps(kept, indent=1).encode())
    except OSError:
        pass  # a full disk only means that it is measured again next time


def _recall(path: Path) -> Tuning | None:
    """What was measured before; None where nothing is there or the file is damaged."""
    try:
        return Tuning.from_json(json.loads(path.read_bytes())["tuning"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _medians(laps: Mapping[Tuning, Sequence[float]]) -> dict[Tuning, float]:
    return {tuning: median(each) for tuning, each in laps.items() if each}
