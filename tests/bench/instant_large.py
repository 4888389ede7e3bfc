"""Instant on large pictures: time a megapixel, peak memory, and whether the tiles' borders show.

Each size is painted in a process of its own, from a request to a result in 16 bits as the program does it, computed as
was found to be quickest here just before. So the peak (the high-water mark of its resident memory) is that size's own.
The style is known already: a small picture was painted in it before, so that neither its reading nor what is done once
a process is counted with the pixels. The photo is a sample, enlarged, with noise of its own at full size. The seam
measure compares, at 4 megapixels, the tiled result with the same network's over the whole picture at once: gradient
energy across a tile's border over that across parallel lines beside it, tiled over untiled, the median over all
borders.
"""

from __future__ import annotations

from stylegui.environment import prepare_environment

prepare_environment()

import json  # noqa: E402 - torch reads its environment when it is imported
import resource as limits  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from dataclasses import replace  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

import numpy as np  # noqa: E402
import torch  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from PIL import Image  # noqa: E402

from stylegui.engine.control import RunControl  # noqa: E402
from stylegui.engine.images import Picture, load_picture  # noqa: E402
from stylegui.engine.instant.model import InstantModel  # noqa: E402
from stylegui.engine.instant.run import make_look, run_with  # noqa: E402
from stylegui.engine.instant.style import StyleShelf  # noqa: E402
from stylegui.engine.instant.tiles import TILE_PX, paint_part, paint_tiles, tiles  # noqa: E402
from stylegui.engine.instant.tuning import Tuning, settle, sharing, tuning_for  # noqa: E402
from stylegui.engine.request import InstantId, InstantParams, StyleInput, TransferRequest  # noqa: E402
from stylegui.resources import resource  # noqa: E402
from tests.bench.common import ROOT, QuietSink, table  # noqa: E402
from tests.bench.instant_models import shipped, untrained  # noqa: E402

MEGAPIXELS = (1, 4, 12, 25, 50)
SEAM_MEGAPIXELS = 4
SAMPLE, WARM_UP_PX = "samples/street-after-rain.jpg", 256
# Lines to each side of a seam that it is compared with, and those next to it that are left out.
BESIDE, APART = 8, 2


def run(model_id: InstantId, threads: int, sizes: tuple[int, ...] = MEGAPIXELS) -> None:
    rows: list[list[Any]] = []
    torch.set_num_threads(threads)
    with tempfile.TemporaryDirectory() as cache:
        print(f"{model_id}: {settle(any_model(model_id), Path(cache)).to_json()}", flush=True)
        for megapixels in sizes:
            found = in_own_process(model_id, threads, megapixels, cache)
            pace = f"{found['seconds'] / found['megapixels']:.3f} s a megapixel"
            print(f"{megapixels} MP: {pace}, peak {found['peak_bytes'] / 1e9:.2f} GB", flush=True)
            rows.append(row(megapixels, found))
    head = [
        "size",
        "pixels",
        "run",
        "a megapixel",
        "memory before",
        "peak memory",
        "seam",
        "tiled − whole, 8-bit steps",
    ]
    print(f"\nLarge pictures, Instant {model_id}, {threads} threads\n" + table(head, rows), flush=True)


def row(megapixels: int, found: dict[str, Any]) -> list[Any]:
    return [
        f"{megapixels} MP",
        f"{found['width']} × {found['height']}",
        f"{found['seconds']:.1f} s",
        f"{found['seconds'] / found['megapixels']:.3f} s",
        f"{found['loaded_bytes'] / 1e9:.2f} GB",
        f"{found['peak_bytes'] / 1e9:.2f} GB",
        found.get("seam", ""),
        found.get("difference", ""),
    ]


def any_model(model_id: InstantId) -> InstantModel:
    """The shipped network, or an untrained one, which takes as long."""
    return next(iter(shipped((model_id,))), None) or untrained(model_id)


def in_own_process(model_id: InstantId, threads: int, megapixels: int, cache: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.instant_large", model_id, str(threads), str(megapixels), cache]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def child(model_id: InstantId, threads: int, megapixels: int, cache: str) -> dict[str, Any]:
    """Paint one size and tell what it took; the comparison with the untiled result comes after the peak is taken."""
    torch.set_num_threads(threads)
    model = any_model(model_id)
    tuning = tuning_for(model, Path(cache))
    with sharing(tuning):
        return painted(model, megapixels, tuning)


def painted(model: InstantModel, megapixels: int, tuning: Tuning) -> dict[str, Any]:
    """Time and memory of one size, and the seams of the one that is compared."""
    photo = large_photo(megapixels)
    style = load_picture(resource("styles/night-wind/image.jpg"))
    params = InstantParams(model=model.id, size_px=max(photo.size))
    request = TransferRequest(photo, (StyleInput(style),), params, engine="instant")
    with tempfile.TemporaryDirectory() as folder:
        shelf = StyleShelf(Path(folder))
        sample = load_picture(resource(SAMPLE)).resized(WARM_UP_PX)
        small = replace(request, photo=sample, params=InstantParams(model=model.id, size_px=WARM_UP_PX))
        run_with(model, shelf, small, RunControl(), QuietSink(), tuning)
        loaded = peak_memory()
        start = time.perf_counter()
        run_with(model, shelf, request, RunControl(), QuietSink(), tuning)
        seconds = time.perf_counter() - start
    found = {
        "width": photo.width,
        "height": photo.height,
        "megapixels": photo.width * photo.height / 1e6,
        "seconds": seconds,
        "loaded_bytes": loaded,
        "peak_bytes": peak_memory(),
    }
    return found | (compared(model, photo, style, tuning) if megapixels == SEAM_MEGAPIXELS else {})


def large_photo(megapixels: int) -> Picture:
    """A photo of 4 : 3 with detail at every size: made in strips, for its own making must not be the peak."""
    width = round((megapixels * 1e6 * 4 / 3) ** 0.5)
    height = round(megapixels * 1e6 / width)
    sample = Image.fromarray(load_picture(resource(SAMPLE)).to_uint8())
    pixels = np.array(sample.resize((width, height), Image.Resampling.BICUBIC))
    noise = np.random.default_rng(0)
    for top in range(0, height, 64):
        strip = pixels[top : top + 64]
        grain = noise.normal(0, 5, strip.shape[:2]).astype(np.int16)[..., None]
        pixels[top : top + 64] = np.clip(strip + grain, 0, 255)
    return Picture(pixels)


@torch.inference_mode()
def compared(model: InstantModel, photo: Picture, style: Picture, tuning: Tuning) -> dict[str, float]:
    """The seam measure, and the largest difference in 8-bit steps, of the tiled result against the untiled one."""
    params = InstantParams(model=model.id, size_px=max(photo.size))
    look = make_look(model, StyleShelf(None), photo, [style], [1.0], params, RunControl(), tuning)
    tiled = paint_tiles(photo.pixels, look, model.encoder).astype(np.float32) / np.float32(65535)
    whole = paint_part(torch.from_numpy(photo.to_float()).permute(2, 0, 1)[None], look, model.encoder)
    untiled = whole[0].permute(1, 2, 0).numpy()
    return {"seam": seam(tiled, untiled), "difference": 255 * float(np.abs(tiled - untiled).max())}


def seam(tiled: NDArray[np.float32], untiled: NDArray[np.float32]) -> float:
    """Median over the tiles' borders of what a border adds to the gradient across it."""
    rows = {tile.inner[0].start for tile in tiles(*tiled.shape[:2])} - {0}
    columns = {tile.inner[1].start for tile in tiles(*tiled.shape[:2])} - {0}
    if not rows | columns:
        raise ValueError(f"A picture within one tile of {TILE_PX} px has no borders.")
    shares = [prominence(tiled, row) / prominence(untiled, row) for row in rows]
    turned, untiled_turned = tiled.transpose(1, 0, 2), untiled.transpose(1, 0, 2)
    shares += [prominence(turned, column) / prominence(untiled_turned, column) for column in columns]
    return statistics.median(shares)


def prominence(pixels: NDArray[np.float32], line: int) -> float:
    """Gradient energy between row `line` and the one above it over that between rows near it."""

    def energy(row: int) -> float:
        return float(np.square(pixels[row] - pixels[row - 1]).mean())

    beside = [energy(line + sign * step) for step in range(APART, APART + BESIDE) for sign in (-1, 1)]
    return energy(line) / statistics.fmean(beside)


def peak_memory() -> int:
    """Bytes of resident memory at this process's peak. (getrusage alone would also count the parent's, on Linux.)"""
    status = Path("/proc/self/status")
    for line in status.read_text(encoding="ascii").splitlines() if status.exists() else []:
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    # macOS tells bytes.
    return limits.getrusage(limits.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    wanted: InstantId = "fast" if sys.argv[1] == "fast" else "fine"
    print(json.dumps(child(wanted, int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])))
