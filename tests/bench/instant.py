"""Instant against its peers: quality over Strength on the whole evaluation grid, and speed.

    .venv/bin/python -m tests.bench.instant --quality [--model fine] [--pairs N] [--checkpoint FILE]
    .venv/bin/python -m tests.bench.instant --speed

Quality: every photo with every style at 512 px, at five strengths; where our mean SSIM equals a peer's, our mean and
median `D_s` and `D_i` are read off between the strengths. The frontier is drawn to `.bench/instant-MODEL.png`, a
contact sheet against both peers goes to `.bench/instant-MODEL.jpg`. `--checkpoint` measures a training that runs.
"""

from __future__ import annotations

from stylegui.environment import prepare_environment

prepare_environment()

import argparse  # noqa: E402 - torch reads its environment when it is imported
from pathlib import Path  # noqa: E402

import torch  # noqa: E402

from stylegui.engine.encoders.encoder import load_encoder  # noqa: E402
from stylegui.engine.instant.model import InstantModel, load_instant  # noqa: E402
from stylegui.engine.instant.network import SIZES, InstantNet  # noqa: E402
from stylegui.engine.request import InstantId  # noqa: E402
from tests.bench import instant_quality, instant_speed  # noqa: E402
from tests.bench.common import machine  # noqa: E402

CPU = torch.device("cpu")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quality", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--model", choices=tuple(SIZES), default="fine")
    parser.add_argument("--pairs", type=int, default=144, help="so many pairs, spread over the grid")
    parser.add_argument("--checkpoint", type=Path, help="the averaged weights of a training that runs")
    arguments = parser.parse_args()
    print(machine())
    if arguments.quality:
        chosen, path = arguments.model, arguments.checkpoint
        model = from_checkpoint(chosen, path) if path else load_instant(chosen, CPU)
        instant_quality.run(model, arguments.pairs)
    if arguments.speed:
        sizes: tuple[InstantId, ...] = ("fast", "fine")
        instant_speed.run([untrained(size) for size in sizes])


def from_checkpoint(size: InstantId, path: Path) -> InstantModel:
    model = untrained(size)
    model.net.load_state_dict(torch.load(path, weights_only=True)["average"])
    return model


def untrained(size: InstantId) -> InstantModel:
    """A network of random weights: as quick as a trained one."""
    net = InstantNet(SIZES[size]).eval().requires_grad_(False)
    return InstantModel(size, net, load_encoder("builtin", CPU, Path()), "none")


if __name__ == "__main__":
    main()
