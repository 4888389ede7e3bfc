"""What a run will cost, told before it starts: seconds and bytes, from a model measured on this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch

from stylegui.engine.plan import Scale

# Bytes that Paint holds at its peak for each pixel of the canvas, by encoder and stride of its first layer: the growth
# of the process's peak memory from a small canvas to a large one (float32), over whole runs with a style of twice the
# size, because recolouring the style and taking its statistics need as much as a step.
BYTES_PER_PIXEL: dict[tuple[str, int], float] = {
    ("builtin", 2): 1220.0,
    ("builtin", 1): 3100.0,
    ("squeezenet", 2): 1220.0,
    ("squeezenet", 1): 3100.0,
    ("vgg19", 1): 4550.0,
}
# What Paint needs whatever the size: weights, style statistics, torch's own buffers.
BASE_BYTES = 160e6
# Memory that is left to the rest of the machine.
USABLE_SHARE = 0.8
# A pass over the canvas at stride 1 computes four times the positions.
STRIDE_ONE_FACTOR = 4.0
# A pixel in tiles against one of a small canvas that the caches hold, measured for tiles of 256 to 1024 px: so much for
# looking twice, and so much for each pixel that a tile looks at, with so many more than its own each way.
TILED_FACTOR, TILED_PIXEL_FACTOR, TILE_AROUND_PX = 2.0, 0.8, 176


@dataclass(frozen=True)
class StepCost:
    """Seconds of one step: `base_s` plus `per_pixel_s` for each pixel of the canvas."""

    base_s: float
    per_pixel_s: float

    def seconds(self, pixels: float) -> float:
        return self.base_s + self.per_pixel_s * pixels


_measured: dict[tuple[str, ...], StepCost] = {}
_lock = threading.Lock()


def step_cost(key: tuple[str, ...], step: Callable[[int], None]) -> StepCost:
    """The cost of a step, measured once in a process for each `key` (encoder, device, style loss).

    `step(side_px)` runs one step on a square canvas. Two sizes are timed, each the best of three after a warm-up:
    the best is what the machine can do, the rest is what disturbed it.
    """
    with _lock:
        if key not in _measured:
            times = []
            sides = (128, 256)
            for side in sides:
                step(side)
                laps = []
                for _ in range(3):
                    start = time.perf_counter()
                    step(side)
                    laps.append(time.perf_counter() - start)
                times.append(min(laps))
            slope = max(0.0, (times[1] - times[0]) / (sides[1] ** 2 - sides[0] ** 2))
            _measured[key] = StepCost(max(0.0, times[0] - slope * sides[0] ** 2), slope)
        return _measured[key]


def bytes_per_pixel(encoder_id: str, stride: int) -> float:
    return BYTES_PER_PIXEL[encoder_id, 1 if encoder_id == "vgg19" else stride]


def plan_pixels(scale: Scale, aspect: float) -> float:
    """Pixels of a scale's canvas; `aspect` is short side over long side."""
    return scale.long_px**2 * aspect


def peak_bytes(plan: Sequence[Scale], aspect: float, encoder_id: str, stride: int) -> float:
    """The most memory a plan takes at any time."""
    per_scale = (
        plan_pixels(scale, aspect) * bytes_per_pixel(encoder_id, stride if scale.stride is None else scale.stride)
        for scale in plan
    )
    return BASE_BYTES + max(per_scale)


def plan_seconds(plan: Sequence[Scale], aspect: float, cost: StepCost, stride: int) -> float:
    """Time of all steps of a plan, without loading."""
    return sum(scale.steps * cost.seconds(plan_pixels(scale, aspect) * effort(scale, stride)) for scale in plan)


def effort(scale: Scale, stride: int) -> float:
    """What a step of a stage costs, in steps of the whole picture at the encoder's everyday `stride`."""
    factor = STRIDE_ONE_FACTOR if scale.stride is not None and scale.stride < stride else 1.0
    if scale.tile_px:
        side_px = min(scale.long_px, scale.tile_px + TILE_AROUND_PX)
        factor *= TILED_FACTOR + TILED_PIXEL_FACTOR * (side_px / scale.tile_px) ** 2
    return factor


def fitting_px(
    plan: Sequence[Scale], aspect: float, encoder_id: str, stride: int, free_bytes: float, smallest_px: int = 64
) -> int:
    """The largest long side (at most the plan's) whose every stage fits into the usable share of the free memory.

    Where `free_bytes` is 0 the free memory is not known, and the plan's own size is tried.
    """
    if not free_bytes:
        return max(scale.long_px for scale in plan)
    per_pixel = max(bytes_per_pixel(encoder_id, stride if s.stride is None else s.stride) for s in plan)
    room = free_bytes * USABLE_SHARE - BASE_BYTES
    fits = int((max(room, 0.0) / (per_pixel * aspect)) ** 0.5)
    return max(smallest_px, min(max(scale.long_px for scale in plan), fits))


def forget() -> None:
    """Measure anew at the next estimate (after a change of threads, say)."""
    with _lock:
        _measured.clear()


def synchronise(device: torch.device) -> None:
    """Wait for a device's queue: without it only the queueing would be timed."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()
