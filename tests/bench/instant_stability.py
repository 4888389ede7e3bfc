"""Stability of Instant and of Magenta: how much a result moves when the photo hardly does.

Shift: a square of 384 × 384 px is cut from the middle of a photo, and another one pixel to the right of it. Both are
painted. The second result, moved back by a pixel, is compared with the first over the region that both show, without a
rim of 16 px where the two photos really differ. A painter that only depends on what it sees would show no change at
all. Noise: the first square once more with Gaussian noise of σ = 0.01 (of 1), compared over the same region.

Told is the mean absolute change in 8-bit steps, over pairs of the evaluation grid. Noise itself changes the photo by
2.0 steps. A blurred result would be stable without being good, so its mean gradient is told beside.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from stylegui.engine.control import RunControl
from stylegui.engine.images import Picture, from_float, load_picture
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.run import run_with
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.request import InstantParams, StyleInput, TransferRequest
from tests.bench.common import QuietSink, table
from tests.bench.instant_peer import CONTENT_PX, Magenta, Pixels, magenta
from tests.bench.instant_quality import grid

STRENGTHS = (40, 60, 80, 100)
RIM_PX = 16
NOISE = 0.01

Painter = Callable[[Pixels], Pixels]


def run(model: InstantModel, count: int) -> None:
    peer = magenta(threads=2)
    found: dict[str, list[tuple[float, float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        shelf = StyleShelf(Path(folder))
        for photo_path, style_path in grid(count):
            photo, style = load_picture(photo_path), load_picture(style_path)
            painters: dict[str, Painter] = {}
            if peer is not None:
                painters["magenta"] = with_peer(peer, peer.style(style))
            for strength in STRENGTHS:
                painters[f"{model.id}, Strength {strength}"] = with_ours(model, shelf, style, strength)
            squares = inputs(photo)
            for name, painter in painters.items():
                found.setdefault(name, []).append(changes(painter, squares))
    rows = []
    means = {name: [statistics.fmean(each) for each in zip(*all_, strict=True)] for name, all_ in found.items()}
    for name, (shift, noise, gradient) in means.items():
        ratios = ["", ""]
        if "magenta" in means:
            ratios = [f"{own / other:.2f} ×" for own, other in zip((shift, noise), means["magenta"][:2], strict=True)]
        rows.append([name, shift, noise, *ratios, gradient])
    head = ["", "change by shift", "change by noise", "shift, of Magenta's", "noise, of Magenta's", "gradient"]
    print(f"\nStability, {len(grid(count))} pairs, {CONTENT_PX} px, in 8-bit steps\n" + table(head, rows))


def inputs(photo: Picture) -> tuple[Pixels, Pixels, Pixels]:
    """A square of the photo, the one a pixel to its right, and the first with noise."""
    pixels = photo.to_float()
    height, width = pixels.shape[:2]
    top, left = (height - CONTENT_PX) // 2, (width - CONTENT_PX - 1) // 2
    first, second = (pixels[top : top + CONTENT_PX, x : x + CONTENT_PX] for x in (left, left + 1))
    noise = np.random.default_rng(0).normal(0, NOISE, first.shape).astype(np.float32)
    return first, second, np.clip(first + noise, 0, 1)


def changes(painter: Painter, squares: tuple[Pixels, Pixels, Pixels]) -> tuple[float, float, float]:
    """Mean absolute change by shift and by noise, and the mean gradient of the result, all in 8-bit steps."""
    plain, shifted, noisy = (painter(each) for each in squares)
    rows, here = slice(RIM_PX, -RIM_PX), slice(RIM_PX + 1, -RIM_PX)
    there = slice(RIM_PX, -RIM_PX - 1)  # the same part of the photo, a column further left in its square
    shift = np.abs(plain[rows, here] - shifted[rows, there]).mean()
    noise = np.abs(plain[rows, here] - noisy[rows, here]).mean()
    gradient = np.abs(np.diff(plain[rows, here], axis=1)).mean()
    return float(255 * shift), float(255 * noise), float(255 * gradient)


def with_peer(peer: Magenta, vector: Pixels) -> Painter:
    return lambda square: peer.paint(square, vector)


def with_ours(model: InstantModel, shelf: StyleShelf, style: Picture, strength: float) -> Painter:
    params = InstantParams(model=model.id, size_px=CONTENT_PX, strength=strength)

    def painter(square: Pixels) -> Pixels:
        photo = from_float(np.ascontiguousarray(square), bits=16)
        request = TransferRequest(photo, (StyleInput(style),), params, engine="instant")
        return run_with(model, shelf, request, RunControl(), QuietSink()).picture.to_float()

    return painter
