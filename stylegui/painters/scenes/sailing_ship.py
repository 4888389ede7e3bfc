"""A three-masted ship under full sail, in side view, with the frames of her hull."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.lines import xy
from stylegui.painters.scenes.measured import Drawing
from stylegui.painters.study import smooth_curve

SHEER = np.array([(0.02, 0.125), (0.10, 0.098), (0.30, 0.068), (0.55, 0.064), (0.78, 0.084), (0.90, 0.106)])
KEEL = np.array([(0.055, -0.052), (0.30, -0.064), (0.60, -0.064), (0.80, -0.056)])
STEM = np.array([(0.90, 0.106), (0.885, 0.05), (0.86, 0.0), (0.80, -0.056)])
STERN = np.array([(0.02, 0.125), (0.035, 0.07), (0.045, 0.01), (0.055, -0.052)])
MASTS = ((0.20, 0.50, 0.72), (0.455, 0.62, 1.0), (0.70, 0.56, 0.90))  # place, height, size of the sails


@dataclass(frozen=True)
class Slip:
    """Where the ship lies on the sheet: ship's places (u forward, v up; in her length) become the sheet's."""

    left: float
    line: float
    span: float

    def __call__(self, places: Array) -> Array:
        return np.asarray(places * xy(self.span, -self.span) + xy(self.left, self.line))


@dataclass(frozen=True)
class Mast:
    """A mast: its foot (u, v), its height, how far its top leans."""

    u: float
    v: float
    tall: float
    lean: float

    def at(self, share: float) -> Array:
        """The place at a share of its height."""
        return np.array([self.u + self.lean * share, self.v + self.tall * share])


def sailing_ship(width: float, height: float, rng: np.random.Generator) -> Drawing:
    """The sheet: the ship, the water line, her frames in section, dimensions and title."""
    d = Drawing(width, height, rng)
    span = min(width * 0.78, height * 0.98)
    slip = Slip(width * 0.47 - span / 2, height * 0.785, span)
    masts = [Mast(u, _deck(u), tall, -0.02 * tall) for u, tall, _ in MASTS]
    for mast, (_, _, sizes) in zip(masts, MASTS, strict=True):
        _rig(d, slip, mast, sizes)
    _stays(d, slip, masts)
    _hull(d, slip)
    _sea(d, slip)
    _section(d, width - 0.155, height * 0.30, 0.075)
    d.measure_between(slip(xy(0.02, -0.062)), slip(xy(0.90, -0.062)), 0.050)
    d.measure_between(slip(xy(0.0, 0.70)), slip(xy(0.0, 0.0)), 0.012)
    d.scale_bar(0.085, height - 0.092, 0.2)
    d.sheet((width - 0.062, height - 0.062))
    x, y = slip(xy(0.47, 0.40))
    d.remark(float(x), float(y), 0.050)
    return d


def _deck(u: float) -> float:
    """How high the deck is at a place of the ship."""
    line = smooth_curve(SHEER, 60)
    return float(np.interp(u, line[:, 0], line[:, 1]))


def _hull(d: Drawing, slip: Slip) -> None:
    """Sheer, keel, strakes, ports, and shade below the turn of the bilge."""
    top, low = smooth_curve(SHEER, 60), smooth_curve(KEEL, 60)
    side = np.vstack([smooth_curve(SHEER, 60), smooth_curve(STEM, 20), low[::-1], smooth_curve(STERN, 20)[::-1]])
    d.wash(slip(side), 0.16)
    for line in (SHEER, KEEL, STEM, STERN):
        d.path(slip(smooth_curve(line, 80)), "bold")
    foot = np.stack([0.05 + 0.80 * np.linspace(0, 1, 60), low[:, 1]], axis=1)
    for share in (0.12, 0.24, 0.38, 0.52, 0.66, 0.80, 0.91):
        d.path(slip(top * (1 - share) + foot * share), "plain" if share in (0.24, 0.52) else "fine")
    band = np.vstack([top * 0.76 + foot * 0.24, (top * 0.48 + foot * 0.52)[::-1]])
    d.wash(slip(band), 0.24)
    for k in range(11):
        u = 0.16 + 0.064 * k
        port = slip(np.array([u, _deck(u) - 0.040]) + np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [0.010, 0.008])
        d.path(port, "plain", closed=True)
        d.wash(port, 0.5)
    d.hatch(slip(np.vstack([low, (top * 0.34 + low * 0.66)[::-1]])), 0.0052, 0.5)


def _rig(d: Drawing, slip: Slip, mast: Mast, sizes: float) -> None:
    """A mast, its four square sails, shrouds and pennant."""
    for w in (-0.0035, 0.0035):
        d.rule(slip(mast.at(0) + xy(w, 0)), slip(mast.at(1) + xy(0.4 * w, 0)), "plain")
    levels, halves = (0.10, 0.36, 0.60, 0.79, 0.93), (0.118, 0.108, 0.086, 0.062, 0.040)
    for k in range(4):
        _sail(d, slip, mast.at(levels[k]), mast.at(levels[k + 1]), halves[k] * sizes, halves[k + 1] * sizes)
    hub = mast.at(0.40)
    for side in (-1, 1):
        ends = [np.array([mast.u + side * (0.015 + 0.012 * k), mast.v]) for k in range(6)]
        for end in ends:
            d.rule(slip(np.array([end[0], _deck(end[0])])), slip(hub), "fine", 0)
        for step in np.linspace(0.06, 0.82, 12):
            a, b = (end * (1 - step) + hub * step for end in (ends[0], ends[-1]))
            d.rule(slip(a), slip(b), "guide", 0)
    flag = slip(mast.at(1) + np.array([[0, 0], [-0.03, -0.003], [-0.055, 0.006], [-0.085, -0.004]]))
    low = flag + np.array([[0, 0.012], [0, 0.009], [0, 0.006], [0, 0]])
    pennant = np.vstack([smooth_curve(flag, 40), smooth_curve(low, 40)[::-1]])
    d.path(pennant, "plain")
    d.wash(pennant, 0.45)
    d.rule(slip(mast.at(-0.3)), slip(mast.at(1.1)), "guide")


def _sail(d: Drawing, slip: Slip, low: Array, high: Array, a: float, b: float) -> None:
    """One square sail between two yards, bellied forward, shaded on its lee side. a, b: half its width below, above."""
    belly = 0.25 * a
    middle = (low[1] + high[1]) / 2
    left = smooth_curve(np.array([[low[0] - a, low[1]], [low[0] - a * 0.90 + 0.2 * belly, middle],
        [high[0] - b, high[1]]]), 20)  # fmt: skip
    right = smooth_curve(np.array([[low[0] + a, low[1]], [low[0] + a * 0.98 + belly, middle],
        [high[0] + b, high[1]]]), 20)  # fmt: skip
    foot = smooth_curve(np.array([left[0], low + xy(0, 0.17 * a), right[0]]), 20)
    sail = np.vstack([left, right[::-1], foot[::-1]])
    d.path(slip(sail), "plain", closed=True)
    d.wash(slip(sail), 0.26)
    d.wash(slip(np.vstack([(left * 0.40 + right * 0.60), right[::-1]])), 0.20)
    d.hatch(slip(np.vstack([left, (left * 0.62 + right * 0.38)[::-1]])), 0.0058, 1.25)
    d.hatch(slip(np.vstack([left, (left * 0.84 + right * 0.16)[::-1]])), 0.0058, 0.5)
    for share in (0.22, 0.42, 0.60, 0.78):
        d.path(slip(left * (1 - share) + right * share), "guide")
    d.rule(slip(high + xy(-b * 1.1, 0.004)), slip(high + xy(b * 1.1, 0.004)), "bold", 0)


def _stays(d: Drawing, slip: Slip, masts: list[Mast]) -> None:
    """Bowsprit, three jibs, the stays from mast to mast, and the spanker over the stern."""
    d.rule(slip(xy(0.88, 0.10)), slip(xy(1.07, 0.195)), "bold")
    d.rule(slip(xy(0.885, 0.112)), slip(xy(1.07, 0.199)), "plain")
    for head, end in ((0.55, 0.95), (0.75, 1.01), (0.95, 1.065)):
        a, b = slip(masts[-1].at(head)), slip(xy(end, 0.10 + (end - 0.88) * 0.5))
        d.rule(a, b, "fine", 0)
        luff = smooth_curve(np.array([a, (a + b) / 2 + xy(-0.012, 0.03), b + xy(-0.008, 0)]), 16)
        jib = np.vstack([luff, [[a[0] + 0.022 + 0.02 * head, b[1] - 0.010]]])
        d.path(jib, "plain", closed=True)
        d.hatch(jib, 0.0065, 1.9)
        d.wash(jib, 0.16)
    for aft, fore in pairwise(masts):
        for high, low in ((0.60, 0.30), (0.95, 0.62)):
            d.rule(slip(fore.at(high)), slip(aft.at(low)), "fine", 0)
    spanker = slip(np.array([[0.195, 0.19], [0.04, 0.17], [0.075, 0.345], [0.19, 0.30]]))
    d.path(spanker, "plain", closed=True)
    d.hatch(spanker, 0.0058, 1.25)
    d.wash(spanker, 0.18)


def _sea(d: Drawing, slip: Slip) -> None:
    """The water line, and waves in broken lines that part at the hull."""
    d.rule(slip(xy(-0.03, 0)), slip(xy(0.97, 0)), "guide")
    for k in range(10):
        u = np.linspace(-0.10 + 0.03 * k, 1.10 - 0.03 * k, 160)
        v = -0.014 - 0.0075 * k + 0.007 * np.sin(u * 38 + k * 1.7) + 0.003 * np.sin(u * 90 + k)
        seen = (np.sin(u * 23 + k * 2.1) > -0.55) & ((u < 0.035) | (u > 0.88) | (v < -0.068))
        for run in np.split(np.arange(len(u)), np.flatnonzero(np.diff(seen.astype(int))) + 1):
            if len(run) > 5 and seen[run[0]]:
                d.path(slip(np.stack([u[run], v[run]], axis=1)), "fine" if k % 2 else "plain")


def _section(d: Drawing, x: float, y: float, r: float) -> None:
    """The frames of the hull one inside the other, over their stations."""
    d.ruled(x, y - r * 1.6, x, y + r * 1.5, "guide")
    for k in range(6):
        f = 1 - k * 0.13
        half = np.array([(0.86 * f, -1.05), (f, -0.2), (0.80 * f, 0.55), (0.05, 0.75 + 0.08 * k)]) * r
        for side in (-1, 1):
            d.path(smooth_curve(half * [side, 1] + xy(x, y), 60), "fine" if k else "plain")
        if k in (0, 3):
            d.wash(np.vstack([half + xy(x, y), (half * [-1, 1] + xy(x, y))[::-1]]), 0.15)
    d.ruled(x - r, y - r * 1.05, x + r, y - r * 1.05, "plain")
    for k in range(5):
        level = y - r * 1.05 + k * r * 0.35
        d.ruled(x - r * 1.25, level, x + r * 1.25, level, "guide")
    d.measure(x - r, y - r * 1.05, x + r, y - r * 1.05, -0.03)
