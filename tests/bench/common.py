"""What the benchmarks share: the shared folder, a Paint run with any loss network, tables and contact sheets."""

from __future__ import annotations

import importlib.util
import os
import platform
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from PIL import Image

from stylegui.engine import paint
from stylegui.engine.control import RunControl
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.engines import Frame, Progress
from stylegui.engine.images import Picture, load_picture
from stylegui.engine.request import PaintParams, StyleInput, TransferRequest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
OUT = ROOT / ".bench"


def shared(relative: str) -> Path:
    """A path below the folder of evaluation data beside the checkout; ends the benchmark where it is not there."""
    path = SHARED / relative
    if not path.exists():
        sys.exit(f"{path} is needed for this benchmark and is not there.")
    return path


def judge_module() -> ModuleType:
    """The reference implementation of the measures."""
    spec = importlib.util.spec_from_file_location("judge", shared("measure/judge.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class QuietSink:
    """Takes frames never, keeps notices."""

    def __init__(self) -> None:
        self.notices: list[str] = []

    def wants_frame(self) -> bool:
        return False

    def frame(self, frame: Frame) -> None: ...

    def progress(self, progress: Progress) -> None: ...

    def notice(self, text: str) -> None:
        self.notices.append(text)


def paint_with(encoder: Encoder, photo: Picture, style: Picture, params: PaintParams) -> NDArray[np.uint8]:
    """A Paint run with any network as its loss network: (H, W, 3) uint8."""
    request = TransferRequest(photo, (StyleInput(style),), params)
    return paint.run_with(encoder, request, RunControl(), QuietSink()).picture.to_uint8()


def eval_pairs(count: int) -> list[tuple[Path, Path]]:
    """The i-th photo with the i-th style of the evaluation grid, by name."""
    photos = sorted(shared("data/eval/content").glob("*.jpg"))
    styles = sorted(shared("data/eval/style").glob("*.jpg"))
    return list(zip(photos, styles, strict=True))[:count]


def load(path: Path, long_px: int) -> Picture:
    return load_picture(path).resized(long_px)


def machine() -> str:
    """The machine and its speed: the time of a fixed convolution (64 → 64, 3 × 3, 512 × 512, float32)."""
    x, w = torch.rand(1, 64, 512, 512), torch.rand(64, 64, 3, 3)
    laps = []
    for _ in range(4):
        start = time.perf_counter()
        F.conv2d(x, w, padding=1)
        laps.append(time.perf_counter() - start)
    name = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []:
        if line.startswith("model name"):
            name = line.split(":", 1)[1].strip()
            break
    threads = torch.get_num_threads()
    speed = f"reference convolution {1000 * min(laps):.0f} ms"
    return f"{name}, {os.cpu_count()} cores, {threads} threads; torch {torch.__version__}; {speed}"


def table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(f"{v:.3f}" if isinstance(v, float) else str(v) for v in row) + " |" for row in rows]
    return "\n".join(lines)


def sheet(rows: Sequence[Sequence[NDArray[np.uint8]]], path: Path, cell_px: int = 320) -> None:
    """Pictures in rows, each fitted into a square cell."""
    height, width = len(rows) * cell_px, max(len(row) for row in rows) * cell_px
    canvas = Image.new("RGB", (width, height), (32, 32, 34))
    for y, row in enumerate(rows):
        for x, pixels in enumerate(row):
            image = Image.fromarray(pixels)
            image.thumbnail((cell_px - 6, cell_px - 6), Image.Resampling.LANCZOS)
            canvas.paste(
                image, (x * cell_px + (cell_px - image.width) // 2, y * cell_px + (cell_px - image.height) // 2)
            )
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas.save(path, quality=92)
    print(f"contact sheet: {path}")
