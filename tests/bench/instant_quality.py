"""Quality of Instant on the evaluation grid, beside the peers' results on the same pairs."""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from stylegui.engine.control import RunControl
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.run import run_with
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.request import InstantParams, StyleInput, TransferRequest
from tests.bench.common import OUT, QuietSink, judge_module, load, shared, sheet, table

SIZE_PX = 512
STRENGTHS = (20, 40, 60, 80, 100)
PEERS = ("magenta", "microast")
FIGURES = ("D_s", "D_i", "ssim", "edges", "checker", "border")

Pair = tuple[Path, Path]


@dataclass
class Measured:
    """Figures of one way of painting over all pairs, by name."""

    values: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in FIGURES})

    def add(self, figures: dict[str, float], border: float) -> None:
        """`border` is the photo's own: the result's is told as a share of it."""
        for name in FIGURES:
            self.values[name].append(figures[name] / border if name == "border" else figures[name])

    def mean(self, name: str) -> float:
        return statistics.fmean(self.values[name])

    def median(self, name: str) -> float:
        return statistics.median(self.values[name])


def grid(count: int) -> list[Pair]:
    """The first `count` pairs of the 12 × 12 grid, diagonal by diagonal."""
    photos = sorted(shared("data/eval/content").glob("*.jpg"))
    styles = sorted(shared("data/eval/style").glob("*.jpg"))
    # Diagonal after diagonal: any first part of them meets every photo and every style about equally often.
    pairs = [(photos[i], styles[(i + d) % len(styles)]) for d in range(len(styles)) for i in range(len(photos))]
    return pairs[:count]


def run(model: InstantModel, count: int) -> None:
    pairs = grid(count)
    judge = judge_that_remembers({style for _, style in pairs})
    OUT.mkdir(exist_ok=True)
    scratch = OUT / f"result-{os.getpid()}.png"
    borders = {photo: judge.measure(photo, pairs[0][1], photo, SIZE_PX)["border"] for photo in {p for p, _ in pairs}}

    def measured(result_of: Callable[[Pair], Path]) -> Measured:
        found = Measured()
        for photo, style in pairs:
            found.add(judge.measure(result_of((photo, style)), style, photo, SIZE_PX), borders[photo])
        return found

    peers = {peer: measured(lambda pair, peer=peer: peer_result(peer, pair)) for peer in PEERS}  # type: ignore[misc]
    ours: dict[int, Measured] = {}
    for strength in STRENGTHS:

        def painted(pair: Pair, strength: int = strength) -> Path:
            Image.fromarray(paint(model, pair, strength)).save(scratch)
            return scratch

        ours[strength] = measured(painted)
        print(f"Strength {strength}: {summary(ours[strength])}", flush=True)
    scratch.unlink()
    rows = [[f"ours, Strength {strength}", *figures(found)] for strength, found in ours.items()]
    rows += [[peer, *figures(found)] for peer, found in peers.items()]
    head = ["", "D_s mean", "D_s median", "D_i mean", "D_i median", "SSIM", "edges", "checkerboard", "border"]
    print(f"\n{len(pairs)} pairs, {SIZE_PX} px, Instant {model.id}\n" + table(head, rows))
    print("\nWhere our mean SSIM equals the peer's, ours over theirs\n" + table(COMPARISON, compared(ours, peers)))
    draw_frontier(ours, peers, OUT / f"instant-{model.id}.png")
    contact_sheet(model, pairs, OUT / f"instant-{model.id}.jpg")


def judge_that_remembers(styles: set[Path]) -> Any:
    """The reference judge; it looks at each style once, and not again for every result."""
    module: Any = judge_module()
    judge, read = module.Judge(), module.load
    pictures = {style: read(style, SIZE_PX) for style in styles}
    known = {id(picture): (judge.teacher(picture), judge.random(picture)) for picture in pictures.values()}
    teacher, random = judge.teacher, judge.random

    def recalled(path: Path, *args: Any, **named: Any) -> Any:
        return pictures[path] if path in pictures else read(path, *args, **named)

    module.load = recalled
    judge.teacher = lambda picture: known[id(picture)][0] if id(picture) in known else teacher(picture)
    judge.random = lambda picture: known[id(picture)][1] if id(picture) in known else random(picture)
    return judge


def paint(model: InstantModel, pair: Pair, strength: float) -> NDArray[np.uint8]:
    photo, style = load(pair[0], SIZE_PX), load(pair[1], SIZE_PX)
    params = InstantParams(model=model.id, size_px=SIZE_PX, strength=strength)
    request = TransferRequest(photo, (StyleInput(style),), params, engine="instant")
    return run_with(model, StyleShelf(None), request, RunControl(), QuietSink()).picture.to_uint8()


def peer_result(peer: str, pair: Pair) -> Path:
    return shared(f"peers/outputs/{peer}/{pair[0].stem}__{pair[1].stem}.jpg")


def figures(found: Measured) -> list[float]:
    first = [found.mean("D_s"), found.median("D_s"), found.mean("D_i"), found.median("D_i")]
    return [*first, *(found.mean(name) for name in ("ssim", "edges", "checker", "border"))]


def summary(found: Measured) -> str:
    return ", ".join(f"{name} {found.mean(name):.3f}" for name in FIGURES)


COMPARISON = ["peer", "its SSIM", "our Strength there", "D_s mean", "D_s median", "D_i mean", "D_i median"]


def compared(ours: dict[int, Measured], peers: dict[str, Measured]) -> list[list[Any]]:
    """Our figures at each peer's SSIM over the peer's own; at our end where no strength lets go that far."""
    strengths = sorted(ours)
    similar = [ours[strength].mean("ssim") for strength in strengths]
    rows: list[list[Any]] = []
    for peer, theirs in peers.items():
        theirs_ssim = theirs.mean("ssim")
        wanted = min(max(theirs_ssim, min(similar)), max(similar))

        def there(values: Sequence[float], wanted: float = wanted) -> float:
            return float(np.interp(wanted, similar[::-1], list(values)[::-1]))

        strength = f"{there([float(s) for s in strengths]):.0f}"
        if wanted != theirs_ssim:
            strength += f" (our SSIM there: {wanted:.3f})"
        row: list[Any] = [peer, theirs_ssim, strength]
        for name in ("D_s", "D_i"):
            row.append(there([ours[s].mean(name) for s in strengths]) / theirs.mean(name))
            row.append(there([ours[s].median(name) for s in strengths]) / theirs.median(name))
        rows.append(row)
    return rows


def draw_frontier(ours: dict[int, Measured], peers: dict[str, Measured], path: Path) -> None:
    """Mean `D_s` over mean SSIM: our strengths as a line, each peer as a dot."""
    width, height, margin = 720, 480, 60
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)

    def place(found: Measured) -> tuple[float, float]:
        x, y = found.mean("ssim"), found.mean("D_s")
        return margin + x * (width - 2 * margin), height - margin - y / 1.2 * (height - 2 * margin)

    draw.line([(margin, margin), (margin, height - margin), (width - margin, height - margin)], fill="black", width=2)
    for tick in range(0, 11, 2):
        x = margin + tick / 10 * (width - 2 * margin)
        y = height - margin - tick / 10 * (height - 2 * margin)
        draw.text((x - 8, height - margin + 8), f"{tick / 10:.1f}", fill="black")
        draw.text((margin - 36, y - 6), f"{tick / 10 * 1.2:.2f}", fill="black")
    draw.text((width // 2 - 60, height - 26), "mean SSIM with the photo", fill="black")
    draw.text((margin, margin - 24), "mean D_s to the style (low is better)", fill="black")
    points = [place(found) for _, found in sorted(ours.items())]
    draw.line(points, fill="#2266cc", width=3)
    for (x, y), strength in zip(points, sorted(ours), strict=True):
        draw.ellipse((x - 4, y - 4, x + 4, y + 4), fill="#2266cc")
        draw.text((x + 6, y - 16), str(strength), fill="#2266cc")
    for name, found in peers.items():
        x, y = place(found)
        draw.ellipse((x - 5, y - 5, x + 5, y + 5), fill="#cc3322")
        draw.text((x + 8, y - 6), name, fill="#cc3322")
    image.save(path)
    print(f"frontier: {path}")


def contact_sheet(model: InstantModel, pairs: list[Pair], path: Path, rows: int = 16) -> None:
    """Photo, style, ours at two strengths, and the peers, for some pairs."""
    chosen = [pairs[i * len(pairs) // min(rows, len(pairs))] for i in range(min(rows, len(pairs)))]
    pictures = []
    for pair in chosen:
        row = [load(each, SIZE_PX).to_uint8() for each in pair]
        row += [paint(model, pair, strength) for strength in (70, 100)]
        row += [load(peer_result(peer, pair), SIZE_PX).to_uint8() for peer in PEERS]
        pictures.append(row)
    sheet(pictures, path, 260)
