"""Whether a style can be recognised in what was painted with it: styles of the gallery on three photos.

    .venv/bin/python -m tests.bench.recognise [--size 384] [--preset draft] [--styles 12] [ID …]

Without ids, styles are taken from every collection in turn. Each result's `D_s` to its own style and to all the others
is measured; it is recognised where its own is the smallest. Writes a contact sheet to `.bench/recognise.jpg`, one row a
style, and the gallery beside the museum's pictures to `.bench/gallery.jpg`.
"""

from __future__ import annotations

import argparse
import itertools
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from stylegui.engine.encoders.encoder import load_encoder
from stylegui.engine.request import PaintParams
from stylegui.painters.works import WORKS, Work
from stylegui.resources import resources_root
from tests.bench.common import OUT, judge_module, load, machine, paint_with, shared, sheet, table

PHOTOS = (0, 4, 8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--preset", default="draft")
    parser.add_argument("--styles", type=int, default=12)
    parser.add_argument("--only-gallery", action="store_true", help="only the gallery beside the museum's pictures")
    parser.add_argument("ids", nargs="*", metavar="ID")
    arguments = parser.parse_args()
    gallery_sheet()
    if arguments.only_gallery:
        return
    works = [work for work in WORKS if work.id in arguments.ids] or in_turn(arguments.styles)
    print(machine())
    photos = sorted(shared("data/eval/content").glob("*.jpg"))
    params = PaintParams(size_px=arguments.size, preset=arguments.preset)
    results = paint_all(works, [photos[index] for index in PHOTOS], params)
    report(works, results)


def in_turn(count: int) -> list[Work]:
    """The first style of every collection, then the second of each, until there are `count`; one a painter."""
    by_collection: dict[str, list[Work]] = {}
    for work in WORKS:
        by_collection.setdefault(work.collection, []).append(work)
    mixed = [work for row in itertools.zip_longest(*by_collection.values()) for work in row if work is not None]
    one_each: dict[str, Work] = {}
    for work in mixed:
        one_each.setdefault(work.painter, work)
    return list(one_each.values())[:count]


def style_path(work: Work) -> Path:
    return resources_root() / "styles" / work.id / "image.jpg"


def paint_all(works: list[Work], photos: list[Path], params: PaintParams) -> NDArray[np.float64]:
    """Paint every photo with every style; `D_s` of each result to every style, (styles, photos, styles)."""
    size_px = params.size_px
    encoder = load_encoder("builtin", torch.device("cpu"), Path())
    judge = judge_module().Judge()
    loaded = {work.id: judge.teacher(judge_picture(style_path(work), size_px)) for work in works}
    found = np.zeros((len(works), len(photos), len(works)))
    rows: list[list[NDArray[np.uint8]]] = []
    for index, work in enumerate(works):
        style = load(style_path(work), size_px)
        row = [style.to_uint8()]
        for place, photo in enumerate(photos):
            pixels = paint_with(encoder, load(photo, size_px), style, params)
            row.append(pixels)
            features = judge.teacher(torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255)
            found[index, place] = [judge.dist(features, loaded[other.id]) for other in works]
        rows.append(row)
        print(f"{work.id}: own {found[index, :, index].mean():.3f}", flush=True)
    sheet(rows, OUT / "recognise.jpg", 300)
    return found


def judge_picture(path: Path, size_px: int) -> torch.Tensor:
    pixels = torch.from_numpy(load(path, size_px).to_uint8().copy())
    return pixels.permute(2, 0, 1)[None].float() / 255


def report(works: list[Work], found: NDArray[np.float64]) -> None:
    rows: list[list[Any]] = []
    for index, work in enumerate(works):
        mean = found[index].mean(0)
        others = [(value, other.id) for value, other in zip(mean, works, strict=True) if other is not work]
        nearest, name = min(others)
        hits = int(sum(row.argmin() == index for row in found[index]))
        rows.append(
            [work.id, work.collection, float(mean[index]), f"{nearest:.3f} ({name})", f"{hits} of {len(found[index])}"]
        )
    print(table(["style", "collection", "D_s to its own", "nearest other", "results nearest to their own"], rows))
    by_style = sum(int(found[i].mean(0).argmin() == i) for i in range(len(works)))
    print(f"\nRecognised: {by_style} of {len(works)} styles (mean over the photos)")


def gallery_sheet(columns: int = 8) -> None:
    """All works in their order, and below them the paintings of the evaluation grid."""
    ours = [np.asarray(Image.open(style_path(work)).convert("RGB")) for work in WORKS if style_path(work).exists()]
    museum = [np.asarray(Image.open(path).convert("RGB")) for path in sorted(shared("data/eval/style").glob("*.jpg"))]
    rows = [pictures[at : at + columns] for pictures in (ours, museum) for at in range(0, len(pictures), columns)]
    sheet(rows, OUT / "gallery.jpg", 300)


if __name__ == "__main__":
    main()
