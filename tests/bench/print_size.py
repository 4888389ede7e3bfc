"""Paint at print size: whether tiles change the picture, what memory they take, and what a megapixel costs.

    .venv/bin/python -m tests.bench.print_size [--threads 2] [--part agreement|seam|pace|peak] [--megapixels 40]

`agreement` compares loss and gradient of a picture in tiles with those of the same picture looked at whole, for every
style loss. `seam` paints a picture both ways and compares the gradient energy across the tiles' borders with that
across parallel lines beside them, tiled over untiled, the median over all borders. `pace` and `peak` paint each size in
a process of its own, from a request to a result in 16 bits as the program does it, under a cap of 4 GB: `pace` times a
step in tiles, and `peak` goes through the stages of a print, few steps each, for the high-water mark of resident
memory. The program's own share of that, torch loaded and nothing painted, is told beside it.
"""

from __future__ import annotations

from stylegui.environment import prepare_environment

prepare_environment()

import argparse  # noqa: E402 - torch reads its environment when it is imported
import json  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from dataclasses import replace  # noqa: E402
from typing import Any  # noqa: E402

import numpy as np  # noqa: E402
import torch  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

from stylegui.engine import paint  # noqa: E402
from stylegui.engine.control import RunControl  # noqa: E402
from stylegui.engine.encoders.encoder import Encoder, load_encoder  # noqa: E402
from stylegui.engine.encoders.reach import margins  # noqa: E402
from stylegui.engine.engines import Frame, Progress  # noqa: E402
from stylegui.engine.images import Picture, load_picture  # noqa: E402
from stylegui.engine.losses import StyleLoss  # noqa: E402
from stylegui.engine.objective import Objective  # noqa: E402
from stylegui.engine.plan import Scale, make_plan  # noqa: E402
from stylegui.engine.request import PaintParams, StyleInput, TransferRequest  # noqa: E402
from stylegui.engine.sources import load_sources  # noqa: E402
from stylegui.engine.tiling import tiles  # noqa: E402
from stylegui.paths import Paths  # noqa: E402
from stylegui.resources import resource  # noqa: E402
from tests.bench.common import ROOT, QuietSink, machine, table  # noqa: E402
from tests.bench.instant_large import SAMPLE, large_photo, peak_memory, prominence  # noqa: E402

CAP_BYTES = 4_000_000_000
LOSSES: tuple[StyleLoss, ...] = ("moments", "gram", "wasserstein")
AGREEMENT_PX, SEAM_PX, SMALL_TILE_PX = 853, 1024, 256
PACE_MEGAPIXELS = (4, 10, 20)
PACE_TILE_PX = 768
# Steps of a stage in `peak`: memory is at its peak in the first, and in going from a stage to the next.
FEW, LAST = 1, 2


class TimingSink(QuietSink):
    """Notes when each step ended, and looks at the first picture of each stage as the window does."""

    def __init__(self) -> None:
        super().__init__()
        self.ends: list[float] = []
        self.widths: list[int] = []
        self.frames: list[tuple[int, ...]] = []

    def wants_frame(self) -> bool:
        return True

    def frame(self, frame: Frame) -> None:
        self.frames.append(frame.pixels.shape)

    def progress(self, progress: Progress) -> None:
        self.ends.append(time.perf_counter())
        self.widths.append(progress.width)


def encoder() -> Encoder:
    return load_encoder("builtin", torch.device("cpu"), Paths.of_user().models)


def asked(photo: Picture, **params: Any) -> TransferRequest:
    style = load_picture(resource("styles/night-wind/image.jpg"))
    values = PaintParams.model_validate({"size_px": max(photo.size), "start": "photo", **params})
    return TransferRequest(photo, (StyleInput(style),), values, memory_cap_bytes=CAP_BYTES)


def agreement(loaded: Encoder) -> None:
    """Loss and gradient, in tiles against whole, of a photo with noise."""
    photo = load_picture(resource(SAMPLE)).resized(AGREEMENT_PX)
    size = photo.height, photo.width
    pixels = torch.from_numpy(photo.to_float()).permute(2, 0, 1)[None].contiguous()
    pixels.lerp_(torch.rand(pixels.shape, generator=torch.Generator().manual_seed(1)), 0.2)
    rows = []
    for loss in LOSSES:
        request = asked(photo, style_loss=loss)
        compared = Objective(request, loaded, torch.Generator().manual_seed(0), lambda: None)
        sources = load_sources(request, [1.0], max(size), loaded.device)
        compared.enter(Scale(max(size), 1), size, sources, 1.0)
        parts = compared._style_parts
        leaf = pixels.clone().requires_grad_(True)
        value = compared.loss(leaf)
        (wanted,) = torch.autograd.grad(value, leaf)
        compared.generator.manual_seed(0)
        compared.hold.factor = 1.0
        compared.enter(Scale(max(size), 1, tile_px=SMALL_TILE_PX), size, sources, 1.0)
        # A style is reduced in 8 bits for tiles; what is compared here are the gradients, of the same targets.
        compared._style_parts = parts
        compared._blend()
        tiled_value, found = compared.tiled_gradient(pixels)
        off = float((found - wanted).norm() / wanted.norm())
        worst = float((found - wanted).abs().max() / wanted.abs().max())
        rows.append([loss, f"{abs(tiled_value / float(value.detach()) - 1):.1e}", f"{off:.1e}", f"{worst:.1e}"])
    print(f"\nTiles of {SMALL_TILE_PX} px against whole, {size[1]} × {size[0]} px (target 1e-4)")
    print(table(["style loss", "loss off by", "gradient off by", "worst pixel"], rows), flush=True)


def seam(loaded: Encoder) -> None:
    """What the borders of tiles add to the gradient across them, in a picture painted in small tiles."""
    photo = load_picture(resource(SAMPLE)).resized(SEAM_PX)
    before = tuple(make_plan("draft", SEAM_PX // 2))
    results: list[NDArray[np.float32]] = []
    for tile_px in (0, SMALL_TILE_PX):
        request = replace(asked(photo), memory_cap_bytes=0)
        # With one step at full size in both, both begin with the same copies of photo and style.
        plan = (*before, Scale(SEAM_PX, 1), Scale(SEAM_PX, 16, tile_px=tile_px))
        found = paint.run_with(loaded, request, RunControl(), QuietSink(), plan)
        results.append(found.picture.to_float())
    untiled, tiled = results
    height, width = tiled.shape[:2]
    around = margins(loaded.kind, loaded.kind.style)
    cut = list(tiles(height, width, SMALL_TILE_PX, around))
    rows, columns = ({tile.inner[axis].start for tile in cut} - {0} for axis in (0, 1))
    turned, untiled_turned = tiled.transpose(1, 0, 2), untiled.transpose(1, 0, 2)
    shares = [prominence(tiled, row) / prominence(untiled, row) for row in rows]
    shares += [prominence(turned, column) / prominence(untiled_turned, column) for column in columns]
    difference = 255 * float(np.abs(tiled - untiled).mean())
    print(
        f"\nSeams of {len(rows) + len(columns)} borders, {width} × {height} px: {statistics.median(shares):.3f}", end=""
    )
    print(f" (target 0.95 to 1.05); tiled and untiled differ by {difference:.2f} of 255 in the mean", flush=True)


def in_own_process(part: str, megapixels: int, threads: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.print_size", "--child", part, "--megapixels", str(megapixels)]
    done = subprocess.run(
        [*command, "--threads", str(threads)], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def child(part: str, megapixels: int) -> dict[str, Any]:
    """Paint one size; what it took."""
    loaded = encoder()
    photo = large_photo(megapixels)
    before = peak_memory()
    long_px = max(photo.size)
    plan: tuple[Scale, ...] = (Scale(512, 1), Scale(long_px, 2, tile_px=PACE_TILE_PX))
    if part == "peak":
        stages = make_plan("good", long_px)
        plan = (*(replace(stage, steps=FEW) for stage in stages[:-1]), replace(stages[-1], steps=LAST))
    sink = TimingSink()
    start, used = time.perf_counter(), time.process_time()
    request = asked(photo)
    if part == "pace":
        request = replace(request, memory_cap_bytes=0)
    result = paint.run_with(loaded, request, RunControl(), sink, plan)
    return {
        "width": result.picture.width,
        "height": result.picture.height,
        "step_seconds": sink.ends[-1] - sink.ends[-2],
        "seconds": time.perf_counter() - start,
        "cpu_seconds": time.process_time() - used,
        "before_bytes": before,
        "peak_bytes": peak_memory(),
        "tiles_px": result.recipe.get("tiles_px", {}),
        "notices": sink.notices,
        "frames": len(sink.frames),
    }


def pace(threads: int) -> None:
    rows = []
    for megapixels in PACE_MEGAPIXELS:
        found = in_own_process("pace", megapixels, threads)
        pixels = found["width"] * found["height"]
        rows.append(
            [
                f"{megapixels} MP",
                f"{found['step_seconds']:.1f} s",
                f"{found['step_seconds'] / pixels * 1e6:.2f} s",
                f"{found['peak_bytes'] / 1e9:.2f} GB",
            ]
        )
    print(f"\nA step in tiles of {PACE_TILE_PX} px, {threads} threads (target: a megapixel costs the same)")
    print(table(["size", "a step", "a megapixel", "peak memory"], rows), flush=True)


def peak(threads: int, megapixels: int) -> None:
    found = in_own_process("peak", megapixels, threads)
    size = f"{found['width']} × {found['height']}"
    print(f"\nA print of {megapixels} MP, {size} px, all stages, under a cap of {CAP_BYTES / 1e9:.0f} GB")
    print(f"tiles by stage: {found['tiles_px']}; frames shown: {found['frames']}; notices: {found['notices']}")
    print(
        f"last step {found['step_seconds']:.0f} s, all {found['seconds']:.0f} s ({found['cpu_seconds']:.0f} s of CPU)"
    )
    mine = found["before_bytes"] / 1e9
    print(f"peak memory {found['peak_bytes'] / 1e9:.2f} GB (target < 4; {mine:.2f} before the first step)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--part", choices=["agreement", "seam", "pace", "peak"])
    parser.add_argument("--megapixels", type=int, default=40)
    parser.add_argument("--child", choices=["pace", "peak"])
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if options.child:
        print(json.dumps(child(options.child, options.megapixels)))
        return
    print(machine())
    if options.part in (None, "agreement"):
        agreement(encoder())
    if options.part in (None, "seam"):
        seam(encoder())
    if options.part in (None, "pace"):
        pace(options.threads)
    if options.part in (None, "peak"):
        peak(options.threads, options.megapixels)


if __name__ == "__main__":
    main()
