"""What Paint costs: a step against VGG-19's, a draft, the first frame, memory by size, and a step on a busy machine.

    .venv/bin/python -m tests.bench.speed [--only steps,draft,loaded,memory]

Step times are interleaved in one process, median of seven; both networks compare four style layers and hold on to one
content layer. Memory is the growth of the process's peak between two canvas sizes, each painted in a process of its
own, for steps alone; `stylegui.engine.cost` counts whole runs, which take more.
"""

from __future__ import annotations

from stylegui.environment import prepare_environment

prepare_environment()

import argparse  # noqa: E402 - torch reads its environment when it is imported
import multiprocessing  # noqa: E402
import resource  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402
import torch  # noqa: E402

from stylegui.engine import paint  # noqa: E402
from stylegui.engine.control import RunControl  # noqa: E402
from stylegui.engine.encoders.encoder import ENCODERS, Encoder, load_encoder  # noqa: E402
from stylegui.engine.encoders.vgg import VGG19  # noqa: E402
from stylegui.engine.engines import Frame, Progress  # noqa: E402
from stylegui.engine.images import Picture, from_float, load_picture  # noqa: E402
from stylegui.engine.plan import Scale  # noqa: E402
from stylegui.engine.request import PaintParams, StyleInput, TransferRequest  # noqa: E402
from stylegui.resources import resource as resource_path  # noqa: E402
from tests.bench.common import machine, table  # noqa: E402

CPU = torch.device("cpu")
CONTENT_LAYER = {"builtin": "fire5", "vgg19": "relu4_1"}


class Clock:
    """A sink that notes when steps end and when the first frame comes."""

    def __init__(self) -> None:
        self.start = time.perf_counter()
        self.ends: list[float] = []
        self.first_frame: float | None = None

    def wants_frame(self) -> bool:
        return self.first_frame is None

    def frame(self, _frame: Frame) -> None:
        self.first_frame = time.perf_counter() - self.start

    def progress(self, _progress: Progress) -> None:
        self.ends.append(time.perf_counter())

    def notice(self, text: str) -> None:
        print("notice:", text)

    @property
    def steps(self) -> list[float]:
        """Seconds of every step but the first, which pays for the start."""
        return [b - a for a, b in zip(self.ends, self.ends[1:], strict=False)]


def pictures() -> tuple[Picture, Picture]:
    """A sample photo and a style of the program's own."""
    photo = load_picture(min(resource_path("samples").glob("*.jpg")))
    style = load_picture(min(resource_path("styles").glob("*/image.jpg")))
    return photo, style


def square(side_px: int) -> Picture:
    noise = np.random.default_rng(0).random((side_px, side_px, 3), dtype=np.float32)
    return from_float(noise, bits=8)


def vgg() -> Encoder:
    torch.manual_seed(0)
    net = VGG19().eval().requires_grad_(False)
    return Encoder(ENCODERS["vgg19"], net, CPU, "random")


def step_times(encoder: Encoder, side_px: int, steps: int, stride: int | None = None) -> list[float]:
    picture = square(side_px)
    content = {CONTENT_LAYER[encoder.kind.id]: 1.0}
    params = PaintParams(size_px=side_px, content_weights=content)
    request = TransferRequest(picture, (StyleInput(picture),), params)
    clock = Clock()
    paint.run_with(encoder, request, RunControl(), clock, plan=(Scale(side_px, steps, stride),))
    return clock.steps


def compare_steps(side_px: int) -> tuple[float, float]:
    """Median seconds of a step with the built-in encoder and with VGG-19, taken in turn."""
    builtin, reference = load_encoder("builtin", CPU, Path()), vgg()
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(7):
        ours.append(statistics.median(step_times(builtin, side_px, 4)))
        theirs.append(statistics.median(step_times(reference, side_px, 2)))
    return statistics.median(ours), statistics.median(theirs)


def draft() -> tuple[float, float]:
    """Seconds of a draft at 384 px and until its first frame, with the network loaded."""
    photo, style = pictures()
    encoder = load_encoder("builtin", CPU, Path())
    step_times(encoder, 128, 3)
    clock = Clock()
    request = TransferRequest(photo, (StyleInput(style),), PaintParams(preset="draft", size_px=384))
    paint.run_with(encoder, request, RunControl(), clock)
    assert clock.first_frame is not None
    return time.perf_counter() - clock.start, clock.first_frame


def own_peak() -> int:
    """The most memory this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def peak_of(encoder_id: str, side_px: int, stride: int) -> float:
    """Peak resident bytes of a fresh process that paints three steps on a square canvas."""
    code = (
        "import sys; from tests.bench import speed; import torch; from pathlib import Path;"
        f"e = speed.vgg() if {encoder_id!r} == 'vgg19' else speed.load_encoder('builtin', speed.CPU, Path());"
        f"speed.step_times(e, {side_px}, 3, {stride});"
        "print(speed.own_peak())"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(out.stdout.split()[-1])


def memory() -> list[tuple[str, int, float, float]]:
    rows = []
    for encoder_id, stride, small, large in (
        ("builtin", 2, 512, 1536),
        ("builtin", 1, 512, 1024),
        ("vgg19", 1, 384, 768),
    ):
        low, high = peak_of(encoder_id, small, stride), peak_of(encoder_id, large, stride)
        slope = (high - low) / (large**2 - small**2)
        rows.append((encoder_id, stride, (high - slope * large**2) / 1e6, slope))
    return rows


def burn(stop: float) -> None:
    while time.time() < stop:
        sum(range(10_000))


def loaded(side_px: int) -> tuple[float, float]:
    """Median seconds of a step on an idle machine and with a busy process on every core."""
    encoder = load_encoder("builtin", CPU, Path())
    step_times(encoder, side_px, 3)
    idle = statistics.median(step_times(encoder, side_px, 15))
    context = multiprocessing.get_context("spawn")
    burners = [context.Process(target=burn, args=(time.time() + 40,)) for _ in range(torch.get_num_threads())]
    for burner in burners:
        burner.start()
    time.sleep(5)
    busy = statistics.median(step_times(encoder, side_px, 15))
    for burner in burners:
        burner.terminate()
        burner.join()
    return idle, busy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="steps,draft,loaded,memory")
    only = parser.parse_args().only.split(",")
    print(machine())
    rows: list[tuple[str, str]] = []
    if "steps" in only:
        ours, theirs = compare_steps(512)
        rows.append(("a step at 512 × 512, built-in", f"{1000 * ours:.0f} ms"))
        rows.append(("the same with VGG-19 to relu4_1", f"{1000 * theirs:.0f} ms ({theirs / ours:.1f} times)"))
    if "draft" in only:
        seconds, first = draft()
        rows.append(("draft at 384 px", f"{seconds:.1f} s"))
        rows.append(("first frame after Start, loaded", f"{first:.2f} s"))
    if "loaded" in only:
        idle, busy = loaded(512)
        times = f"{1000 * busy:.0f} ms, idle {1000 * idle:.0f} ms ({busy / idle:.1f} times)"
        rows.append(("a step at 512 × 512 beside a busy process on each core", times))
    if "memory" in only:
        for name, stride, base, slope in memory():
            rows.append((f"peak memory, {name}, stride {stride}", f"{base:.0f} MB + {slope:.0f} bytes a pixel"))
    print(table(("what", "cost"), rows))


if __name__ == "__main__":
    main()
