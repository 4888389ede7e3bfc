"""Instant against its peers: quality over Strength, stability, speed, and very large pictures.

    .venv/bin/python -m tests.bench.instant --quality [--model fine] [--pairs N] [--checkpoint FILE]
    .venv/bin/python -m tests.bench.instant --stability [--model fine] [--pairs N] [--checkpoint FILE]
    .venv/bin/python -m tests.bench.instant --speed
    .venv/bin/python -m tests.bench.instant --large [--model fine]
    .venv/bin/python -m tests.bench.instant --showcase [--model fine]

Quality: every photo with every style at 512 px, at five strengths; where our mean SSIM equals a peer's, our mean and
median `D_s` and `D_i` are read off between the strengths. The frontier is drawn to `.bench/instant-MODEL.png`, a
contact sheet against both peers goes to `.bench/instant-MODEL.jpg`. `--checkpoint` measures a training that runs.
Stability, speed and large pictures are described where they are measured: `instant_stability.py`, `instant_speed.py`
and `instant_large.py`; the showcase is the README's sheet. Magenta runs here with the optional extra `bench`, and is
left out without it.
"""

from __future__ import annotations

from stylegui.environment import prepare_environment

prepare_environment()

import argparse  # noqa: E402 - torch reads its environment when it is imported
from pathlib import Path  # noqa: E402

from stylegui.engine.instant.model import load_instant  # noqa: E402
from stylegui.engine.instant.network import SIZES  # noqa: E402
from stylegui.engine.request import InstantId  # noqa: E402
from tests.bench import (  # noqa: E402
    instant_large,
    instant_quality,
    instant_showcase,
    instant_speed,
    instant_stability,
)
from tests.bench.common import machine  # noqa: E402
from tests.bench.instant_models import CPU, from_checkpoint  # noqa: E402

ALL_PAIRS, STABILITY_PAIRS = 144, 36


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quality", action="store_true")
    parser.add_argument("--stability", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--showcase", action="store_true")
    parser.add_argument("--model", choices=tuple(SIZES), default="fine")
    parser.add_argument("--pairs", type=int, help="so many pairs, spread over the grid")
    parser.add_argument("--checkpoint", type=Path, help="the averaged weights of a training that runs")
    parser.add_argument("--threads", type=int, default=2, help="for --speed and --large")
    arguments = parser.parse_args()
    print(machine(), flush=True)
    chosen: InstantId = arguments.model
    if arguments.quality or arguments.stability:
        path = arguments.checkpoint
        model = from_checkpoint(chosen, path) if path else load_instant(chosen, CPU)
        if arguments.quality:
            instant_quality.run(model, arguments.pairs or ALL_PAIRS)
        if arguments.stability:
            instant_stability.run(model, arguments.pairs or STABILITY_PAIRS)
    if arguments.speed:
        sizes: tuple[InstantId, ...] = ("fast", "fine")
        instant_speed.run([load_instant(size, CPU) for size in sizes], arguments.threads)
    if arguments.showcase:
        instant_showcase.run(load_instant(chosen, CPU))
    if arguments.large:
        instant_large.run(chosen, arguments.threads)


if __name__ == "__main__":
    main()
