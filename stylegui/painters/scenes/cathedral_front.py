"""A cathedral's west front in elevation, with its rose window set out large beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.scenes.measured import Drawing


@dataclass(frozen=True)
class Front:
    """Where the front stands: its axis, the ground, its whole height, half its width, the width of a tower."""

    x: float
    foot: float
    rise: float
    half: float
    tower: float


def _pointed(
    d: Drawing, x: float, foot: float, spring: float, half: float, weight: str = "plain", tall: float = 1.0
) -> Array:
    """A pointed arch about `x`: two arcs struck from the opposite springing points. Returns its outline."""
    radius = 2 * half * tall
    t = np.linspace(0, np.arccos(1 - half / radius), 14)
    left = np.stack([x - half + radius * (1 - np.cos(t)), spring - radius * np.sin(t)], axis=1)
    right = np.stack([2 * x - left[::-1, 0], left[::-1, 1]], axis=1)
    outline = np.vstack([[[x - half, foot]], left, right[1:], [[x + half, foot]]])
    d.path(outline, weight)
    return outline


def _rose(d: Drawing, x: float, y: float, radius: float) -> None:
    """A rose window: twelve petals in two rings about an eye, with its setting-out lines."""
    for share, weight in (
        (1.0, "bold"),
        (0.955, "fine"),
        (0.90, "plain"),
        (0.27, "plain"),
        (0.235, "fine"),
        (0.10, "plain"),
    ):
        d.circle(x, y, radius * share, weight)
    count = 12
    d.round_wash(x, y, radius * 0.90, 0.10)
    d.round_wash(x, y, radius * 0.10, 0.5)
    for k in range(count):
        a = 2 * np.pi * (k + 0.5) / count
        way, side = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
        centre = np.array([x, y])
        spoke = [centre + way * radius * 0.27 + side * w for w in (-0.004, 0.004)]
        for foot in spoke:
            d.path(np.array([foot, foot + way * radius * 0.36]), "fine")
        b = 2 * np.pi * k / count
        head = centre + np.array([np.cos(b), np.sin(b)]) * radius * 0.615
        d.circle(head[0], head[1], radius * 0.155, "plain", b - 1.75, b + 1.75)
        d.circle(head[0], head[1], radius * 0.120, "fine", b - 1.75, b + 1.75)
        d.round_wash(head[0], head[1], radius * 0.12, 0.42 if k % 2 else 0.26)
        for leaf in range(3):
            c = b + (leaf - 1) * 1.25
            spot = head + np.array([np.cos(c), np.sin(c)]) * radius * 0.058
            d.circle(spot[0], spot[1], radius * 0.050, "fine", c - 2.1, c + 2.1)
        outer = centre + way * radius * 0.775
        d.circle(outer[0], outer[1], radius * 0.088, "plain")
        d.round_wash(outer[0], outer[1], radius * 0.088, 0.20 if k % 2 else 0.40)
        for leaf in range(4):
            c = a + np.pi / 4 + leaf * np.pi / 2
            d.circle(
                outer[0] + np.cos(c) * radius * 0.042,
                outer[1] + np.sin(c) * radius * 0.042,
                radius * 0.036,
                "fine",
                c - 1.9,
                c + 1.9,
            )
        inner = centre + np.array([np.cos(b), np.sin(b)]) * radius * 0.17
        d.circle(inner[0], inner[1], radius * 0.045, "fine")
        d.round_wash(inner[0], inner[1], radius * 0.045, 0.45)
        d.path(np.array([centre, centre + way * radius * 1.16]), "guide")
        t = np.linspace(a - 0.19, a + 0.19, 8)
        rim = [
            centre + np.array([np.cos(v), np.sin(v)]) * radius * r
            for v, r in [(v, 0.955) for v in t] + [(v, 0.90) for v in t[::-1]]
        ]
        if k % 2:
            d.hatch(np.array(rim), 0.0036, a + 0.6)
    d.circle(x, y, radius * 0.775, "guide")
    d.circle(x, y, radius * 0.615, "guide")


def cathedral(width: float, height: float, rng: np.random.Generator) -> Drawing:
    """The sheet: elevation to the left, the rose to the right, a plan of the bays under it."""
    d = Drawing(width, height, rng)
    half = min(0.155, width * 0.17)
    front = Front(width * 0.265, height - 0.115, height - 0.235, half, half * 0.40)
    for side in (-1, 1):
        _tower(d, front, side)
    _nave(d, front)
    _details(d, front)
    return d


def _tower(d: Drawing, front: Front, side: int) -> None:
    """One tower with its lights, door, spire and buttress."""
    x, foot, rise, half, tower = front.x, front.foot, front.rise, front.half, front.tower
    outer, inner = x + side * half, x + side * (half - tower)
    top = foot - rise * 0.70
    left, right = min(outer, inner), max(outer, inner)
    mid = (left + right) / 2
    d.box(left, top, right, foot, "bold")
    for level in (0.24, 0.40, 0.55):
        y = foot - rise * level
        d.ruled(left - 0.004, y, right + 0.004, y, "plain")
        d.ruled(left - 0.004, y + 0.005, right + 0.004, y + 0.005, "fine")
    for base, head, wide in ((0.25, 0.345, 0.27), (0.415, 0.495, 0.27), (0.565, 0.655, 0.30)):
        for shift in (-0.24, 0.24):
            arch = _pointed(d, mid + shift * tower, foot - rise * base, foot - rise * head, tower * wide * 0.42)
            d.hatch(arch, 0.0042, 0.785)
    door = _pointed(d, mid, foot, foot - rise * 0.115, tower * 0.30, "plain")
    d.hatch(door, 0.0045, 0.785)
    _pointed(d, mid, foot, foot - rise * 0.115, tower * 0.40, "fine")
    tip = foot - rise * (1.0 if side > 0 else 0.965)
    d.path(np.array([[left, top], [mid, tip], [right, top]]), "bold")
    d.hatch(np.array([[mid, tip], [mid, top], [right, top]]), 0.0052, 1.2)
    d.wash(np.array([[mid, tip], [mid, top], [left, top]]), 0.16)
    d.wash(np.array([[left, foot], [left, top], [right, top], [right, foot]]), 0.13)
    for share in np.linspace(0.14, 0.86, 7):
        y = top + (tip - top) * share
        w = (right - left) / 2 * (1 - share)
        d.ruled(mid - w, y, mid + w, y, "fine", 0.001)
        for s in (-1, 1):
            d.circle(mid + s * (w + 0.003), y, 0.0028, "fine")
    d.ruled(mid, tip, mid, tip - 0.022, "plain")
    d.ruled(mid - 0.006, tip - 0.015, mid + 0.006, tip - 0.015, "plain")
    strip = tower * 0.12
    d.hatch(
        np.array([[outer, foot], [outer - side * strip, foot], [outer - side * strip, top], [outer, top]]),
        0.005,
        0.785,
    )
    step = [(outer, foot - rise * 0.42),
                (outer + side * 0.012, foot - rise * 0.37), (outer + side * 0.012, foot - rise * 0.24),
            (outer + side * 0.024, foot - rise * 0.20), (outer + side * 0.024, foot)]  # fmt: skip
    d.path(step, "plain")


def _nave(d: Drawing, front: Front) -> None:
    """The gable, the gallery, the small rose and the portal between the towers."""
    x, foot, rise, half, tower = front.x, front.foot, front.rise, front.half, front.tower
    nave_top = foot - rise * 0.60
    left, right = x - half + tower, x + half - tower
    d.path(np.array([[left, nave_top], [x, nave_top - rise * 0.125], [right, nave_top]]), "bold")
    d.path(
        np.array(
            [
                [left + 0.012, nave_top],
                [x, nave_top - rise * 0.098],
                [right - 0.012, nave_top],
                [left + 0.012, nave_top],
            ]
        ),
        "fine",
    )
    d.circle(x, nave_top - rise * 0.037, 0.011, "plain")
    for level in (0.255, 0.30, 0.60):
        d.ruled(left, foot - rise * level, right, foot - rise * level, "plain", 0.0)
    count = 9
    for k in range(count):
        spot = left + (right - left) * (k + 0.5) / count
        niche = _pointed(d, spot, foot - rise * 0.258, foot - rise * 0.283, (right - left) / count * 0.34, "fine")
        if k % 2:
            d.hatch(niche, 0.0028, 0.785)
    small = (right - left) * 0.42
    rose_y = foot - rise * 0.45
    d.wash(
        np.array([[left, nave_top], [x, nave_top - rise * 0.125], [right, nave_top], [right, foot], [left, foot]]), 0.07
    )
    d.round_wash(x, rose_y, small, 0.20)
    for share in (1.0, 0.90, 0.30):
        d.circle(x, rose_y, small * share, "plain")
    for k in range(12):
        a = 2 * np.pi * k / 12
        d.path(
            np.array(
                [
                    [x + small * 0.3 * np.cos(a), rose_y + small * 0.3 * np.sin(a)],
                    [x + small * 0.9 * np.cos(a), rose_y + small * 0.9 * np.sin(a)],
                ]
            ),
            "fine",
        )
        d.circle(x + small * 0.74 * np.cos(a + 0.26), rose_y + small * 0.74 * np.sin(a + 0.26), small * 0.14, "fine")
    for k in range(5):
        arch = _pointed(
            d, x, foot, foot - rise * 0.135, (right - left) * (0.45 - 0.055 * k), "plain" if k in (0, 4) else "fine"
        )
    d.hatch(arch, 0.0045, 0.785)
    d.ruled(x, foot, x, foot - rise * 0.135, "plain", 0)


def _details(d: Drawing, front: Front) -> None:
    """Levels, dimensions, the rose at a larger scale, the bays, title and correction."""
    width, height = d.width, d.height
    x, foot, rise, half, tower = front.x, front.foot, front.rise, front.half, front.tower
    small = (half - tower) * 0.84
    rose_y = foot - rise * 0.45
    d.ruled(x - half - 0.06, foot, x + half + 0.06, foot, "bold")
    ground = np.array(
        [
            [x - half - 0.06, foot],
            [x + half + 0.06, foot],
            [x + half + 0.06, foot + 0.012],
            [x - half - 0.06, foot + 0.012],
        ]
    )
    d.hatch(ground, 0.006, 2.35)
    d.ruled(x, foot + 0.03, x, foot - rise - 0.02, "guide")
    for level in (0.255, 0.60, 0.70, 1.0):
        d.ruled(x - half - 0.075, foot - rise * level, width * 0.94, foot - rise * level, "guide", 0.01)
    d.measure(x - half, foot, x + half, foot, 0.040)
    d.measure(x - half - 0.03, foot - rise * 0.70, x - half - 0.03, foot, 0.030)
    d.measure(x - half - 0.03, foot - rise, x - half - 0.03, foot - rise * 0.70, 0.030)
    big = min(width * 0.235, height * 0.315)
    cx, cy = width * 0.705, 0.085 + big * 1.10
    _rose(d, cx, cy, big)
    d.measure(cx - big, cy, cx + big, cy, -(big + 0.022))
    d.ruled(x + small * 0.8, rose_y - small * 0.6, cx - big * 0.93, cy - big * 0.38, "guide")
    d.ruled(x + small * 0.8, rose_y + small * 0.6, cx - big * 0.93, cy + big * 0.38, "guide")
    plan_y = cy + big + 0.085
    if plan_y + 0.05 < height - 0.06:
        px = cx - big
        for k in range(5):
            _pointed(d, px + 0.026 + k * 0.045, plan_y + 0.052, plan_y + 0.022, 0.017, "fine")
            d.circle(px + 0.026 + k * 0.045, plan_y + 0.012, 0.006, "fine")
        d.box(px, plan_y - 0.012, px + 0.23, plan_y + 0.052, "plain")
        d.scale_bar(px, plan_y + 0.066, 0.2)
    d.sheet((width - 0.062, height - 0.062))
    d.remark(cx + big * 0.42, cy + big * 0.50, 0.055)
