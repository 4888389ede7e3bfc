"""An astrolabe: the rete over its plate, the rule across it, and details at the side."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.lines import xy
from stylegui.painters.scenes.measured import Drawing
from stylegui.painters.study import smooth_curve


def astrolabe(width: float, height: float, rng: np.random.Generator) -> Drawing:
    """The sheet: the instrument's face, a compass rose, the rule in side view, notes and title."""
    d = Drawing(width, height, rng)
    r = min(width * 0.285, height * 0.375)
    x, y = width * 0.385, height * 0.545
    _limb(d, x, y, r)
    _plate(d, x, y, r)
    _rete(d, x, y, r)
    _rule(d, x, y, r)
    _crown(d, x, y, r)
    d.measure(x - r, y, x + r, y, 1.13 * r if y + 1.13 * r < height - 0.07 else 1.06 * r)
    _details(d, x, y, r)
    d.scale_bar(0.085, height - 0.088, 0.17)
    d.sheet((width - 0.062, height - 0.062))
    d.remark(x + r * 0.30, y - r * 0.52, 0.050)
    return d


def _ways(count: int, start: float = 0.0) -> Array:
    """(count, 2) directions round the circle."""
    a = start + 2 * np.pi * np.arange(count) / count
    return np.stack([np.cos(a), np.sin(a)], axis=1)


def _ring(x: float, y: float, outer: float, inner: float) -> Array:
    """A band between two circles as one closed outline."""
    t = np.linspace(0, 2 * np.pi, 120)
    circle = np.stack([np.cos(t), np.sin(t)], axis=1)
    return np.vstack([circle * outer, circle[::-1] * inner]) + xy(x, y)


def _limb(d: Drawing, x: float, y: float, r: float) -> None:
    """The graduated rim, with a figure every ten degrees."""
    centre = np.array([x, y])
    d.wash(_ring(x, y, r, 0.855 * r), 0.24)
    shares = {1.0: "bold", 0.985: "fine", 0.93: "plain", 0.875: "plain", 0.855: "bold", 0.84: "fine"}
    for share, weight in shares.items():
        d.circle(x, y, r * share, weight)
    for k, way in enumerate(_ways(360)):
        inner = 0.955 if k % 5 else (0.93 if k % 10 else 0.90)
        d.path(np.array([centre + way * r * inner, centre + way * r * 0.985]), "fine" if k % 10 else "plain")
    for way in _ways(36, 0.06):
        d.writing(centre + way * r * 0.893, np.array([-way[1], way[0]]), 0.014, 0.0075)


def _clipped(d: Drawing, points: Array, centre: Array, radius: float, weight: str) -> None:
    """Draw what of a line lies inside a circle."""
    inside = np.hypot(*(points - centre).T) < radius
    for run in np.split(np.arange(len(points)), np.flatnonzero(np.diff(inside.astype(int))) + 1):
        if len(run) > 2 and inside[run[0]]:
            d.path(points[run], weight)


def _plate(d: Drawing, x: float, y: float, r: float) -> None:
    """Circles of equal height above the horizon and of equal bearing, as the stereographic projection gives them."""
    centre = np.array([x, y])
    t = np.linspace(0, 2 * np.pi, 400)
    unit = np.stack([np.cos(t), np.sin(t)], axis=1)
    for k in range(1, 12):
        middle = np.array([x, y - r * (0.10 + 0.020 * k) + 0.35 * r * (1 - k / 12)])
        _clipped(d, unit * r * (0.98 - 0.085 * k) + middle, centre, 0.84 * r, "fine" if k % 3 else "plain")
    for k in [*range(-8, 0), *range(1, 9)]:
        radius = r * 2.2 / k
        _clipped(d, unit * abs(radius) + xy(x + radius, y + 0.10 * r), centre, 0.84 * r, "guide")
    d.ruled(x - 0.84 * r, y, x + 0.84 * r, y, "fine")
    d.ruled(x, y - 0.84 * r, x, y + 0.84 * r, "fine")
    for way in _ways(12, 0.26)[:6]:
        d.path(np.array([centre - way * r * 1.09, centre + way * r * 1.09]), "guide")


def _rete(d: Drawing, x: float, y: float, r: float) -> None:
    """The pierced net: the ecliptic ring and flames that point to the stars."""
    rng = d.rng
    centre, er = np.array([x, y - r * 0.20]), r * 0.52
    ex, ey = float(centre[0]), float(centre[1])
    d.wash(_ring(ex, ey, er, 0.82 * er), 0.34)
    for share in (1.0, 0.95, 0.86, 0.82):
        d.circle(ex, ey, er * share, "bold" if share in (1.0, 0.82) else "fine")
    for k, way in enumerate(_ways(72)):
        d.path(np.array([centre + way * er * (0.86 if k % 6 else 0.82), centre + way * er * 0.95]), "fine")
    for k in range(26):
        a = 2 * np.pi * k / 26 + rng.normal(0, 0.08)
        root = centre + np.array([np.cos(a), np.sin(a)]) * er * (1.0 if k % 2 else 0.82)
        turn = a + rng.choice([-1, 1]) * rng.uniform(0.3, 0.8)
        tip = root + np.array([np.cos(turn), np.sin(turn)]) * r * rng.uniform(0.09, 0.19) * (1 if k % 2 else -0.8)
        side = np.array([-np.sin(a), np.cos(a)]) * 0.011
        mid = (root + tip) / 2 + side * rng.choice([-1, 1])
        if np.hypot(*(tip - [x, y])) > 0.84 * r:
            continue
        flame = np.vstack([smooth_curve(np.array([root + side, mid + side * 0.7, tip]), 12),
            smooth_curve(np.array([tip, mid - side * 0.5, root - side]), 12)])  # fmt: skip
        d.path(flame, "plain")
        d.hatch(flame, 0.0026, a)
        d.wash(flame, 0.40)


def _rule(d: Drawing, x: float, y: float, r: float) -> None:
    """The rule that turns about the pin."""
    angle = d.rng.uniform(-1.0, -0.5)
    c, s = np.cos(angle), np.sin(angle)
    edge = np.array([(-0.97, 0.0), (-0.90, -0.035), (-0.10, -0.035), (-0.05, -0.075), (0.05, -0.075), (0.10, -0.035),
                     (0.90, 0.0), (0.97, 0.0), (0.90, 0.035), (0.10, 0.035), (0.05, 0.075), (-0.05, 0.075),
                     (-0.10, 0.035), (-0.90, 0.0)])  # fmt: skip
    turned = edge * r @ np.array([[c, s], [-s, c]]) + xy(x, y)
    d.wash(turned, 0.50)
    d.path(turned, "bold", closed=True)
    d.hatch(turned, 0.0042, angle + 1.2)
    for share in (0.05, 0.028, 0.012):
        d.circle(x, y, r * share, "plain")


def _crown(d: Drawing, x: float, y: float, r: float) -> None:
    """The throne with its shackle, from which the astrolabe hangs."""
    half = np.array([(0.30, -0.955), (0.20, -1.10), (0.10, -1.09), (0.0, -1.22)])
    line = np.vstack([half, (half[:-1] * [-1, 1])[::-1]]) * r + xy(x, y)
    d.path(smooth_curve(line, 160), "bold")
    d.path(smooth_curve(line + xy(0, 0.022 * r), 160), "fine")
    d.wash(smooth_curve(line, 160), 0.26)
    scroll = np.array([(0.17, -1.0), (0.08, -1.03), (0.11, -1.07), (0.16, -1.05)]) * r
    for side in (-1, 1):
        d.path(smooth_curve(scroll * [side, 1] + xy(x, y), 60), "fine")
    if y - 1.36 * r > 0.06:
        d.circle(x, y - 1.275 * r, 0.058 * r, "bold")
        d.circle(x, y - 1.275 * r, 0.036 * r, "plain")


def _compass(d: Drawing, x: float, y: float, q: float) -> None:
    """A compass rose of eight split points."""
    for share, weight in {1.0: "plain", 0.93: "fine", 0.66: "plain", 0.30: "fine"}.items():
        d.circle(x, y, q * share, weight)
    for way in _ways(24):
        d.path(np.array([way * q * 0.66, way * q * 0.93]) + xy(x, y), "fine")
    points, waists = _ways(8), _ways(8, np.pi / 8)
    for k in range(8):
        tip = points[k] * q * (0.46 if k % 2 else 0.62)
        for waist, dark in ((waists[k], True), (waists[k - 1], False)):
            half = np.array([[0, 0], waist * 0.16 * q, tip]) + xy(x, y)
            d.path(half, "plain", closed=True)
            if dark:
                d.hatch(half, 0.0028, k * 0.785)
            else:
                d.wash(half, 0.55)


def _details(d: Drawing, x: float, y: float, r: float) -> None:
    """At the side: the compass rose, the rule from its edge, lines of writing."""
    width, height = d.width, d.height
    sx, sy, q = width * 0.835, height * 0.245, min(0.105, width * 0.115)
    _compass(d, sx, sy, q)
    d.ruled(x + r * 0.5, y - r * 0.6, sx - q, sy, "guide")
    left, right, level = width * 0.725, width - 0.075, height * 0.50
    tapers = np.array([(left, 0), (left + 0.02, -0.008), (right - 0.02, -0.008), (right, 0), (right - 0.02, 0.008),
                       (left + 0.02, 0.008)]) + xy(0, level)  # fmt: skip
    d.path(tapers, "plain", closed=True)
    d.hatch(tapers, 0.004, 0.785)
    for px in (left + 0.045, right - 0.045):
        d.box(px - 0.007, level - 0.038, px + 0.007, level - 0.008, "plain")
        d.circle(px, level - 0.025, 0.004, "fine")
    d.measure(left, level, right, level, 0.032)
    for row in range(7):
        start = np.array([left + 0.01, level + 0.075 + row * 0.0195])
        d.writing(start, np.array([1.0, 0.0]), (right - left) * d.rng.uniform(0.6, 0.95), 0.0085)
