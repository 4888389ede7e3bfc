"""Speed of Instant by size, against Magenta's network where its runtime is installed, and of a change of style.

What is compared is timed in turn, so that what disturbs the machine disturbs all alike: the median of seven laps after
a warm-up, or of at least three where seven would take longer than twenty seconds. Before each lap is a short rest:
OpenMP's threads go on spinning for a while after a pass and would slow down whatever comes next. The convolution that
tells the machine's speed is timed among the others. Number format and layout are those that the program settles on by
its own measurement, which is made anew here and printed.
"""

from __future__ import annotations

import itertools
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

from stylegui.engine.control import RunControl
from stylegui.engine.images import Picture, load_picture
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.run import STYLE_PX, make_look, style_tensor
from stylegui.engine.instant.style import StyleShelf, read_style
from stylegui.engine.instant.tiles import paint_tiles
from stylegui.engine.instant.tuning import Tuning, settle
from stylegui.engine.request import InstantParams
from stylegui.resources import resource
from tests.bench.common import table
from tests.bench.instant_peer import CONTENT_PX, magenta

SIZES_PX = (CONTENT_PX, 512, 1024, 2048)
CANVAS_PX = 512
ROUNDS, LEAST_ROUNDS, BUDGET_S = 7, 3, 20.0
REST_S = 0.03
REFERENCE = "reference convolution"

Work = Callable[[], object]

TUNING: dict[str, Tuning] = {}
"""By network: what was settled at the start."""


def run(models: Sequence[InstantModel], threads: int = 2) -> None:
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    for model in models:
        with tempfile.TemporaryDirectory() as folder:
            TUNING[model.id] = settle(model, Path(folder))
        print(f"{model.id}: {TUNING[model.id].to_json()}", flush=True)
    passes(models, threads)
    style_reading(models, threads)
    style_changes(models, threads)
    torch.set_num_threads(before)


def medians(works: Mapping[str, Work]) -> dict[str, float]:
    """Seconds of each piece of work, timed in turn; the first round is a warm-up."""
    laps: dict[str, list[float]] = {name: [] for name in works}
    began = time.perf_counter()
    for index in range(ROUNDS + 1):
        if index > LEAST_ROUNDS and time.perf_counter() - began > BUDGET_S:
            break
        for name, work in works.items():
            time.sleep(REST_S)
            start = time.perf_counter()
            work()
            if index:
                laps[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in laps.items()}


def passes(models: Sequence[InstantModel], threads: int) -> None:
    """A pass over a square photo, from pixels to pixels; the style was prepared before."""
    peer = magenta(threads)
    rows: list[list[Any]] = []
    for size_px in SIZES_PX:
        works: dict[str, Work] = {model.id: one_pass(model, size_px) for model in models}
        if size_px == CONTENT_PX and peer is not None:
            content, vector = square(size_px).to_float(), peer.style(style_picture())
            works["magenta"] = lambda content=content, vector=vector: peer.paint(content, vector)  # type: ignore[misc]
        times = medians(works | {REFERENCE: reference()})
        told = ", ".join(f"{name} {milliseconds(seconds)}" for name, seconds in times.items())
        print(f"{size_px} px: {told}", flush=True)
        for name in works:
            ratio = f"{times[name] / times['magenta']:.2f} ×" if "magenta" in times else ""
            megapixel = f"{times[name] / (size_px**2 / 1e6):.3f} s"
            rows.append([size_px, name, milliseconds(times[name]), megapixel, ratio, milliseconds(times[REFERENCE])])
    head = ["px", "network", "a pass", "a megapixel", "of Magenta's time", REFERENCE]
    print(f"\nA pass, {threads} threads\n" + table(head, rows), flush=True)


def style_reading(models: Sequence[InstantModel], threads: int) -> None:
    """From a style picture of the wanted size to its code: done once a style, then kept."""
    works: dict[str, Work] = {}
    pixels = style_tensor(style_picture(), 100, torch.device("cpu"))
    for model in models:
        works[f"{model.id} ({STYLE_PX} px)"] = lambda model=model: read_style(model, pixels)  # type: ignore[misc]
    if (peer := magenta(threads)) is not None:
        peer.style(style_picture())
        works["magenta (256 px)"] = peer.read
    times = medians(works)
    rows = [[name, milliseconds(seconds)] for name, seconds in times.items()]
    print(f"\nReading a style, {threads} threads\n" + table(["network", "time"], rows), flush=True)


def style_changes(models: Sequence[InstantModel], threads: int) -> None:
    """From a style's decoded picture and the photo on the canvas to the pixels of the result."""
    photo, rows = square(CANVAS_PX), []
    with tempfile.TemporaryDirectory() as folder:
        for count in sorted({threads, 1}, reverse=True):
            torch.set_num_threads(count)
            works: dict[str, Work] = {}
            for model, known in itertools.product(models, (False, True)):
                shelf = StyleShelf(Path(folder) if known else None)
                works[f"{model.id}, style {'known' if known else 'new'}"] = style_change(model, shelf, photo)
            times = medians(works | {REFERENCE: reference()})
            rows += [[name, count, milliseconds(times[name]), milliseconds(times[REFERENCE])] for name in works]
    head = ["network", "threads", "style change to picture", REFERENCE]
    print(f"\nChange of style, {CANVAS_PX} × {CANVAS_PX} px\n" + table(head, rows), flush=True)


def one_pass(model: InstantModel, size_px: int) -> Work:
    picture = square(size_px)
    params = InstantParams(model=model.id, size_px=size_px)
    look = make_look(model, StyleShelf(None), picture, [style_picture()], [1.0], params, RunControl(), TUNING[model.id])
    return lambda: paint_tiles(picture.pixels, look, model.encoder)


def style_change(model: InstantModel, shelf: StyleShelf, photo: Picture) -> Work:
    style, params = style_picture(), InstantParams(model=model.id, size_px=CANVAS_PX)

    def work() -> None:
        look = make_look(model, shelf, photo, [style], [1.0], params, RunControl(), TUNING[model.id])
        paint_tiles(photo.pixels, look, model.encoder)

    return work


def reference() -> Work:
    """The fixed convolution of `measures.md`: 64 → 64, 3 × 3, 512 × 512, float32."""
    x, w = torch.rand(1, 64, 512, 512), torch.rand(64, 64, 3, 3)
    return lambda: F.conv2d(x, w, padding=1)


def square(size_px: int) -> Picture:
    """The middle of a sample photo, enlarged."""
    pixels = load_picture(resource("samples/coast-at-dusk.jpg")).to_uint8()
    side = min(pixels.shape[:2])
    left = (pixels.shape[1] - side) // 2
    return Picture(np.ascontiguousarray(pixels[:side, left : left + side])).resized(size_px)


def style_picture() -> Picture:
    return load_picture(resource("styles/night-wind/image.jpg"))


def milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"
