"""How much of what the teacher would do as a loss network the built-in encoder does.

The i-th photo with the i-th style of the evaluation grid, three Paint runs with the same steps: loss network = the
teacher, = built-in, = random weights of the built-in shape. D is the mean style distance D_s at the same size, judged
with the teacher's taps. Prints the table of the README and writes a contact sheet to `.bench/encoder.jpg`.

    .venv/bin/python -m tests.bench.encoder [--pairs 8] [--size 384] [--weights FILE]
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from PIL import Image

from stylegui.engine.encoders import fire
from stylegui.engine.encoders.encoder import ENCODERS, Encoder, builtin_net, load_encoder
from stylegui.engine.encoders.normalise import mean_activations, unit_scales
from stylegui.engine.request import PaintParams
from stylegui.training.pictures import PictureSet, calibration_batches
from stylegui.training.student import init_student, plain
from stylegui.training.teachers import squeezenet_teacher
from tests.bench.common import OUT, eval_pairs, judge_module, load, machine, paint_with, shared, sheet, table

CPU = torch.device("cpu")


def normalised(net: fire.FireNet, pictures: PictureSet) -> fire.FireNet:
    """Channels rescaled to a mean activation of 1, as every encoder of the program has them."""
    net.scale_channels(unit_scales(mean_activations(net, calibration_batches(pictures, CPU))))
    return net.eval().requires_grad_(False)


def networks(weights: Path | None) -> dict[str, Encoder]:
    photos = PictureSet([shared("data/photos")], 256)
    teacher = squeezenet_teacher(shared("teacher/squeezenet1_1_features.safetensors")).net
    builtin = load_encoder("builtin", CPU, Path())
    if weights is not None:
        net = builtin_net()
        from safetensors.torch import load_file

        net.load_state_dict(load_file(weights))
        builtin = Encoder(ENCODERS["builtin"], net.eval().requires_grad_(False), CPU, "")
    random = plain(init_student(12345))
    kind = ENCODERS["builtin"]
    return {
        "teacher": Encoder(replace(kind, id="squeezenet"), normalised(teacher, photos), CPU, ""),
        "builtin": builtin,
        "random": Encoder(kind, normalised(random, photos), CPU, ""),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=8)
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--preset", default="good")
    parser.add_argument("--strength", type=float, default=100.0)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--only", default="teacher,builtin,random")
    arguments = parser.parse_args()
    judge = judge_module().Judge()
    params = PaintParams(size_px=arguments.size, preset=arguments.preset, strength=arguments.strength, colour_finish=0)
    nets = {name: net for name, net in networks(arguments.weights).items() if name in arguments.only.split(",")}
    rows, pictures = [], []
    folder = OUT / "encoder"
    folder.mkdir(parents=True, exist_ok=True)
    sums: dict[str, float] = {}
    for photo_path, style_path in eval_pairs(arguments.pairs):
        photo, style = load(photo_path, arguments.size), load(style_path, arguments.size)
        row = [photo.to_uint8(), style.to_uint8()]
        before = judge.measure(photo_path, style_path, photo_path, arguments.size)
        line: dict[str, float] = {"D(photo)": before["D_s"]}
        for name, encoder in nets.items():
            pixels = paint_with(encoder, photo, style, params)
            path = folder / f"{photo_path.stem}__{style_path.stem}__{name}.png"
            Image.fromarray(pixels).save(path)
            measured = judge.measure(path, style_path, photo_path, arguments.size)
            line |= {f"D({name})": measured["D_s"], f"SSIM({name})": measured["ssim"]}
            row.append(pixels)
        for key, value in line.items():
            sums[key] = sums.get(key, 0.0) + value / arguments.pairs
        rows.append([f"{photo_path.stem} + {style_path.stem}", *line.values()])
        print(rows[-1], flush=True)
        pictures.append(row)
    head = ["pair", *sums]
    print(machine())
    print(table(head, [*rows, ["mean", *sums.values()]]))
    if {"D(teacher)", "D(builtin)"} <= sums.keys():
        room = sums["D(photo)"] - sums["D(teacher)"]
        for name in nets:
            closed = (sums["D(photo)"] - sums[f"D({name})"]) / room
            print(f"{name} closes {100 * closed:.1f} % of what the teacher closes")
    sheet(pictures, OUT / "encoder.jpg")


if __name__ == "__main__":
    main()
