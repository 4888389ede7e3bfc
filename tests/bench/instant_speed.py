"""Speed of Instant by size, and against Magenta's network where its runtime is installed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch

from stylegui.engine.control import RunControl
from stylegui.engine.images import Picture
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.run import make_look
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.instant.tiles import paint_tiles
from stylegui.engine.request import InstantParams
from tests.bench.common import shared, table

SIZES_PX = (384, 512, 1024, 2048)
ROUNDS = 7


def run(models: Sequence[InstantModel]) -> None:
    """Median of interleaved passes over square photos; a style is prepared before, as the window does."""
    torch.set_num_threads(2)
    rows: list[list[Any]] = []
    for size_px in SIZES_PX:
        passes: dict[str, Callable[[], None]] = {model.id: one_pass(model, size_px) for model in models}
        if size_px == 384 and (peer := magenta_pass()) is not None:
            passes["magenta"] = peer
        times: dict[str, list[float]] = {name: [] for name in passes}
        for index in range(ROUNDS + 1):
            for name, work in passes.items():
                start = time.perf_counter()
                work()
                if index:  # the first round pays for allocations
                    times[name].append(time.perf_counter() - start)
        middle = {name: statistics.median(laps) for name, laps in times.items()}
        for name, seconds in middle.items():
            ratio = f"{seconds / middle['magenta']:.2f} ×" if "magenta" in middle else ""
            rows.append([size_px, name, f"{1000 * seconds:.0f} ms", f"{seconds / (size_px**2 / 1e6):.3f} s", ratio])
    print("\n" + table(["px", "network", "a pass", "a megapixel", "of Magenta's time"], rows))


def one_pass(model: InstantModel, size_px: int) -> Callable[[], None]:
    noise = np.random.default_rng(0).integers(0, 256, (size_px, size_px, 3)).astype(np.uint8)
    picture = Picture(noise)
    params = InstantParams(model=model.id, size_px=size_px)
    look = make_look(model, StyleShelf(None), picture, [picture], [1.0], params, RunControl())

    def work() -> None:
        paint_tiles(picture.pixels, look, model.encoder)

    return work


def magenta_pass() -> Callable[[], None] | None:
    """A pass of Magenta's int8 network at 384 px, its only size, with two threads; None without its runtime."""
    try:
        from ai_edge_litert.interpreter import Interpreter  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        print("ai_edge_litert is not installed, so Magenta is not timed.")
        return None
    path = str(shared("peers/magenta/magenta_transfer_int8.tflite"))
    network = Interpreter(path, num_threads=2)
    network.allocate_tensors()
    for detail in network.get_input_details():
        network.set_tensor(detail["index"], np.random.default_rng(1).random(detail["shape"], dtype=np.float32))

    def work() -> None:
        network.invoke()

    return work
