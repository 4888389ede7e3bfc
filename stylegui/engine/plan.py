"""Coarse to fine: which sizes a picture is painted at, and for how many steps each.

Large shapes are found cheaply on a small canvas and refined on larger ones. Painted at full size from the start, a
style's large strokes would never appear: they are wider than what the network sees of a large picture at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from stylegui.engine.request import Preset

SMALLEST_PX = 128


@dataclass(frozen=True)
class Scale:
    """One stage: the long side, the steps, and the stride of the encoder's first layer (None: its everyday one).

    Where it is too large for the memory, it is painted in tiles of `tile_px` (0: whole).
    """

    long_px: int
    steps: int
    stride: int | None = None
    tile_px: int = 0


@dataclass(frozen=True)
class _Course:
    first: int
    middle: int
    last: int
    ratio: float
    prints: tuple[int, ...]
    fine_pass: int = 0


# Steps on the largest canvases, from the last one back. The strokes are there by then and only get their fine grain, so
# a third of the steps is enough each time that a side doubles (as SPST has it: 200, 66, 30).
_COURSES: dict[Preset, _Course] = {
    "draft": _Course(first=70, middle=40, last=24, ratio=1.7, prints=(16, 20)),
    "good": _Course(first=140, middle=90, last=60, ratio=2**0.5, prints=(30, 45)),
    "fine": _Course(first=240, middle=160, last=120, ratio=2**0.5, prints=(50, 75), fine_pass=24),
}
# Longer pictures are made for print. They climb in doublings, with few steps where each one takes minutes.
PRINT_PX = 3000
PRINT_RATIO = 2.0
# A pass at stride 1 costs four times a step; above this size the features of stride 2 are fine enough anyway.
FINE_PASS_LIMIT_PX = 1536


def make_plan(preset: Preset, long_px: int) -> tuple[Scale, ...]:
    """Stages from about `SMALLEST_PX` up to `long_px`, each larger than the last by the preset's ratio.

    From `PRINT_PX` on a stage is twice as large as the last, with far fewer steps.
    """
    course = _COURSES[preset]
    sizes = [long_px]
    while True:
        smaller = sizes[0] / (PRINT_RATIO if sizes[0] > PRINT_PX else course.ratio)
        if smaller < SMALLEST_PX:
            break
        sizes.insert(0, round(smaller))
    steps = [course.first, *[course.middle] * (len(sizes) - 2), course.last][-len(sizes) :]
    if len(sizes) == 1:
        steps = [course.first + course.last]
    for place, (size, few) in enumerate(zip(reversed(sizes), course.prints, strict=False), 1):
        if size > PRINT_PX:
            steps[-place] = few
    scales = [Scale(size, count) for size, count in zip(sizes, steps, strict=True)]
    if course.fine_pass and long_px <= FINE_PASS_LIMIT_PX:
        scales.append(Scale(long_px, course.fine_pass, stride=1))
    return tuple(scales)


def limit_plan(plan: tuple[Scale, ...], long_px: int) -> tuple[Scale, ...]:
    """The plan with every stage held to `long_px`; stages that become the same size as the one before are dropped."""
    kept: list[Scale] = []
    for scale in plan:
        limited = replace(scale, long_px=min(scale.long_px, long_px))
        if kept and limited.long_px == kept[-1].long_px and limited.stride == kept[-1].stride:
            continue
        kept.append(limited)
    return tuple(kept)


def fit(width: int, height: int, long_px: int) -> tuple[int, int]:
    """Width and height of a picture brought to a long side, each at least 1."""
    scale = long_px / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))
