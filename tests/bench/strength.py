"""Whether one Strength means the same for every style: SSIM over Strength 25, 50, 75 and 100, for six styles.

    .venv/bin/python -m tests.bench.strength [--size 384] [--preset draft]

The first six photos and styles of the evaluation grid by name, each photo with its own style; then one photo with all
six styles. Prints both tables and writes a contact sheet to `.bench/strength.jpg`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from PIL import Image

from stylegui.engine.encoders.encoder import load_encoder
from stylegui.engine.request import PaintParams
from tests.bench.common import OUT, eval_pairs, judge_module, load, machine, paint_with, sheet, table

STRENGTHS = (25, 50, 75, 100)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--preset", default="draft")
    parser.add_argument("--styles", type=int, default=6)
    arguments = parser.parse_args()
    encoder = load_encoder("builtin", torch.device("cpu"), Path())
    judge = judge_module().Judge()
    path = OUT / "strength.png"
    OUT.mkdir(exist_ok=True)
    pairs = eval_pairs(arguments.styles)
    one_photo = [(pairs[0][0], style) for _, style in pairs]
    pictures = []
    print(machine())
    for title, chosen in (("each photo with its style", pairs), ("one photo with every style", one_photo)):
        rows = []
        for photo_path, style_path in chosen:
            photo, style = load(photo_path, arguments.size), load(style_path, arguments.size)
            row, values = [style.to_uint8()], []
            for strength in STRENGTHS:
                params = PaintParams(size_px=arguments.size, preset=arguments.preset, strength=strength)
                pixels = paint_with(encoder, photo, style, params)
                Image.fromarray(pixels).save(path)
                values.append(judge.measure(path, style_path, photo_path, arguments.size)["ssim"])
                row.append(pixels)
            pictures.append(row)
            rows.append([f"{photo_path.stem} + {style_path.stem}", *values])
            print(rows[-1], flush=True)
        columns = list(zip(*(row[1:] for row in rows), strict=True))
        rows.append(["spread (largest − smallest)", *(max(column) - min(column) for column in columns)])
        print(f"\nSSIM, {title}, {arguments.size} px, {arguments.preset}")
        print(table(["pair", *map(str, STRENGTHS)], rows))
    path.unlink(missing_ok=True)
    sheet(pictures, OUT / "strength.jpg", 240)


if __name__ == "__main__":
    main()
