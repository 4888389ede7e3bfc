"""Motifs for embroidery, each a few stitches that belong together: flowers, birds, moths, fish, leaves, a hem."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from stylegui.painters.colour import Array, ramp, shifted
from stylegui.painters.lines import headings, normals, widened
from stylegui.painters.marks.needle import Needle
from stylegui.painters.study import smooth_curve


def curve(*points: tuple[float, float], count: int = 60) -> Array:
    """A smooth line through a few places."""
    return smooth_curve(np.array(points), count)


def ring(centre: Array, radius: float, low: float, high: float, count: int = 40, lobe: float = 0.0) -> Array:
    """An arc about a centre, bulging by `lobe` of the radius in its middle."""
    turn = np.linspace(low, high, count)
    bulge = 1 + lobe * np.sin(np.linspace(0, np.pi, count))
    return centre + np.stack([np.cos(turn), np.sin(turn)], axis=1) * (radius * bulge)[:, None]


def rosette(
    n: Needle, centre: Array, radius: float, petals: int, colours: list[Array], heart: Array, start: float = 0.0
) -> None:
    """A round flower: petals shaded from the heart outward, with a heart of knots."""
    step = 2 * np.pi / petals
    for k in range(petals):
        low = start + k * step + 0.06 * step
        high = low + 0.88 * step
        inner = ring(centre, radius * 0.30, low, high)
        n.satin(inner, ring(centre, radius * 0.80, low, high, lobe=0.26), colours, parts=3)
    n.satin(
        ring(centre, radius * 0.03, 0, 2 * np.pi), ring(centre, radius * 0.30, 0, 2 * np.pi), [shifted(heart, -0.1)]
    )
    count = max(5, int(petals * 1.6))
    for r, many in ((0.29, count * 2), (0.15, count)):
        n.knots(ring(centre, radius * r, 0, 2 * np.pi * (1 - 1 / many), many), heart, n.thread * 1.2)


def tulip(n: Needle, foot: Array, tall: float, turn: float, colours: list[Array], trim: Array) -> None:
    """A folk tulip of three petals, opening along `turn`."""
    ahead = np.array([np.cos(turn), np.sin(turn)])
    side = np.array([-ahead[1], ahead[0]])

    def at(along: float, across: float) -> tuple[float, float]:
        place = foot + (ahead * along + side * across) * tall
        return float(place[0]), float(place[1])

    for sign in (-1, 1):
        outer = curve(at(0, 0), at(0.22, sign * 0.40), at(0.62, sign * 0.46), at(1.0, sign * 0.50))
        inner = curve(at(0, 0), at(0.30, sign * 0.14), at(0.62, sign * 0.22), at(1.0, sign * 0.50))
        n.satin(inner, outer, [colours[-1], colours[0]], parts=2)
    left = curve(at(0.06, 0), at(0.32, -0.16), at(0.66, -0.19), at(1.04, 0))
    right = curve(at(0.06, 0), at(0.32, 0.16), at(0.66, 0.19), at(1.04, 0))
    n.satin(left, right, [trim])
    n.knots(np.array([at(1.12 + 0.06 * abs(k), 0.16 * k) for k in (-1, 0, 1)]), trim)


def bird(n: Needle, at: Array, scale: float, side: float, body: list[Array], wing: list[Array], eye: Array) -> None:
    """A small bird, looking to the right when `side` is positive."""

    def out(points: list[tuple[float, float]]) -> Array:
        return np.array(points) * [side * scale, scale] + at

    for k in range(5):
        tip = (-0.62 + 0.035 * k, 0.36 + 0.065 * k)
        n.leaf(out([(-0.20, 0.08 + 0.016 * k), (-0.42, 0.20 + 0.05 * k), tip]), 0.10 * scale, [wing[k % 2], wing[2]])
    outline = smooth_curve(
        np.array([[0.40, -0.33], [0.46, -0.25], [0.44, -0.13], [0.40, 0.02], [0.27, 0.16], [0.08, 0.21], [-0.12, 0.17],
                  [-0.25, 0.10], [-0.16, 0.02], [0.0, -0.06], [0.14, -0.18], [0.22, -0.30], [0.31, -0.36]]),
        120, closed=True,
    )  # fmt: skip

    def local(x: Array, y: Array) -> tuple[Array, Array]:
        return (x - at[0]) / scale * side, (y - at[1]) / scale

    def angle(x: Array, y: Array) -> Array:
        u, v = local(x, y)
        turn = np.where(u > 0.16, 2.35 - 1.2 * np.clip((0.30 - u) / 0.3, 0, 1) + 0.6 * (v + 0.1), 2.75 + 0.3 * v)
        return np.where(side > 0, turn, np.pi - turn)

    def colour(x: Array, y: Array) -> Array:
        u, v = local(x, y)
        return ramp(body, np.clip(0.15 + 0.9 * (v + 0.30) + 0.35 * (u - 0.1), 0, 1))

    n.long_and_short(outline * [side * scale, scale] + at, angle, colour, length=0.15 * scale)
    for row, (count, reach) in enumerate(((5, 0.40), (4, 0.26))):
        for k in range(count):
            share = k / max(count - 1, 1)
            root = (0.16 - 0.07 * share + 0.01 * row, -0.05 + 0.10 * share)
            tip = (0.12 - reach * (1.0 - 0.28 * share) + 0.05 * row, 0.05 + 0.17 * share - 0.06 * row)
            middle = ((root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2 - 0.03)
            n.leaf(out([root, middle, tip]), 0.085 * scale, [wing[(k + row) % 2], wing[2 - row]])
    n.stem(out([(0.20, -0.06), (0.205, 0.0), (0.15, 0.07)]), wing[2])
    n.satin(out([(0.435, -0.30), (0.54, -0.235)]), out([(0.435, -0.225), (0.54, -0.235)]), [eye])
    n.knots(out([(0.355, -0.265)]), eye, n.thread * 1.35)
    for foot in (0.05, 0.14):
        n.stem(out([(foot, 0.19), (foot + 0.01, 0.27), (foot + 0.05, 0.31)]), eye, width=n.thread * 0.8)


def hem(n: Needle, colours: list[Array], inset: float = 0.040) -> None:
    """Cross stitches between two lines of stem stitch along the edge of the cloth."""
    x0, y0, x1, y1 = n.edges
    left, top, right, bottom = x0 + inset, y0 + inset, x1 - inset, y1 - inset
    xs = np.linspace(left, right, max(4, round((right - left) / 0.024)))
    ys = np.linspace(top, bottom, max(4, round((bottom - top) / 0.024)))[1:-1]
    ring = [(x, y) for x in xs for y in (top, bottom)] + [(x, y) for y in ys for x in (left, right)]
    places = np.array(ring) + n.rng.normal(0, 0.0008, (len(ring), 2))
    turn = np.arange(len(ring)) // 2
    for k, colour in enumerate(colours):
        n.crosses(places[turn % len(colours) == k], 0.015, colour)
    for depth in (0.020, -0.020):
        corners = [(left + depth, top + depth), (right - depth, top + depth), (right - depth, bottom - depth),
                   (left + depth, bottom - depth), (left + depth, top + depth)]  # fmt: skip
        for start, end in pairwise(corners):
            n.stem(np.array([start, end]), colours[0] if depth > 0 else colours[-1])


def fan(
    n: Needle,
    foot: Array,
    turn: float,
    spread: float,
    reach: float,
    colours: list[Array],
    parts: int = 2,
    lobe: float = 0.0,
) -> None:
    """A fan of long stitches that opens from `foot` about the angle `turn`: a fin, a wing, half a flower."""
    low, high = turn - spread / 2, turn + spread / 2
    n.satin(ring(foot, reach * 0.10, low, high), ring(foot, reach, low, high, lobe=lobe), colours, parts=parts)


def spire(n: Needle, foot: Array, tall: float, lean: float, colours: list[Array], green: Array) -> None:
    """A flower spike: bells that grow smaller up the stem."""
    path = curve((foot[0], foot[1]), (foot[0] + lean * 0.3, foot[1] - tall * 0.5), (foot[0] + lean, foot[1] - tall))
    n.stem(path, green)
    for k in range(13):
        share = 0.36 + 0.60 * k / 12
        place = path[int(share * 59)]
        size = 0.034 * (1.15 - 0.75 * k / 12)
        side = -1 if k % 2 else 1
        fan(n, place, np.pi / 2 - side * (0.95 - 0.02 * k), 0.95, size, colours, parts=1, lobe=0.12)
    n.knots(path[-5::2], colours[0])
    for share, side in ((0.08, 1), (0.16, -1), (0.25, 1)):
        place = path[int(share * 59)]
        tip = place + np.array([side * 0.07, -0.05])
        n.leaf(np.array([place, (place + tip) / 2 + [0, -0.012], tip]), 0.028, [shifted(green, 0.08), green])


def umbel(n: Needle, foot: Array, tall: float, lean: float, colours: list[Array], green: Array) -> None:
    """A wide head of knots on thin stalks."""
    top = foot + np.array([lean, -tall])
    n.stem(curve((foot[0], foot[1]), (foot[0] + lean * 0.3, foot[1] - tall * 0.55), (top[0], top[1])), green)
    for k in range(9):
        way = -np.pi / 2 + (k - 4) * 0.27
        tip = top + np.array([np.cos(way), np.sin(way)]) * 0.075 * (1.05 - 0.05 * abs(k - 4))
        n.stem(np.array([top, (top + tip) / 2 + [0, 0.004], tip]), green, width=n.thread * 0.6)
        around = tip + n.rng.normal(0, 0.0095, (9, 2))
        n.knots(around, ramp(colours, n.rng.uniform(0, 1, 9)), n.thread * 1.05)


def fern(n: Needle, foot: Array, tall: float, lean: float, green: list[Array]) -> None:
    """A frond with pairs of leaflets."""
    path = curve(
        (foot[0], foot[1]), (foot[0] + lean * 0.2, foot[1] - tall * 0.45),
        (foot[0] + lean * 0.6, foot[1] - tall * 0.85), (foot[0] + lean, foot[1] - tall),
    )  # fmt: skip
    n.stem(path, green[0])
    for k in range(14):
        share = 0.12 + 0.86 * k / 13
        at = int(share * 58)
        way = np.arctan2(*(path[at + 1] - path[at])[::-1])
        size = 0.070 * np.sin(np.pi * (0.25 + 0.72 * share)) + 0.008
        for side in (-1, 1):
            tip = path[at] + size * np.array([np.cos(way + side * 0.95), np.sin(way + side * 0.95)])
            n.leaf(np.array([path[at], (path[at] + tip) / 2, tip]), 0.017, [green[1], green[0]])


def moth(n: Needle, at: Array, scale: float, turn: float, colours: list[Array], dark: Array) -> None:
    """A moth with spread wings, seen from above; its head points along `turn`."""
    for spread, reach, way in ((0.85, 0.42, 2.45), (1.05, 0.62, 1.15)):
        for side in (-1, 1):
            fan(n, at, turn + side * way, spread, reach * scale, colours, parts=3, lobe=0.10)
            eye = at + 0.66 * reach * scale * np.array([np.cos(turn + side * way), np.sin(turn + side * way)])
            rosette(n, eye, 0.075 * scale, 5, [dark], colours[-1])
    ahead = np.array([np.cos(turn), np.sin(turn)])
    n.leaf(
        np.array([at - ahead * 0.30 * scale, at, at + ahead * 0.20 * scale]), 0.15 * scale, [dark, shifted(dark, 0.12)]
    )
    for side in (-1, 1):
        way = turn + side * 0.45
        tip = at + 0.46 * scale * np.array([np.cos(way), np.sin(way)])
        n.stem(
            np.array([at + ahead * 0.18 * scale, (at + tip) / 2 + ahead * 0.10 * scale, tip]),
            dark,
            width=n.thread * 0.6,
        )


def star(n: Needle, at: Array, size: float, colour: Array) -> None:
    """A star of straight stitches."""
    turn = n.rng.uniform(0, np.pi) + np.arange(4) * np.pi / 4
    arm = np.stack([np.cos(turn), np.sin(turn)], axis=1) * (size * np.array([1, 0.6, 1, 0.6]))[:, None]
    n.stitches(at - arm, at + arm, colour, width=n.thread * 0.75)


def carp(n: Needle, spine: Array, wide: float, colours: list[Array], veil: list[Array], dark: Array) -> None:
    """A carp seen from above along a spine (N, 2) from nose to tail: patches, fins like fans, a tail like a veil."""
    line = smooth_curve(spine, 80)
    t = np.linspace(0, 1, 80)
    half = 0.5 * wide * np.sin(np.pi * np.clip(t * 0.955 + 0.010, 0, 1) ** 0.60) ** 0.8
    ahead, out = headings(line), normals(line)
    heading = np.arctan2(ahead[:, 1], ahead[:, 0])
    tail = line[-1]
    for off, spread, reach in ((-0.42, 0.62, 1.12), (0.42, 0.62, 1.12), (0.0, 0.40, 0.82)):
        fan(n, tail - ahead[-1] * wide * 0.15, heading[-1] + off, spread, wide * reach, [colours[0], *veil], 3, 0.16)
    for at, reach, way in ((20, 0.80, 1.0), (46, 0.46, 0.8)):
        for side in (-1, 1):
            foot = line[at] + out[at] * side * half[at] * 0.75
            fan(n, foot, heading[at] + side * way, 0.95, wide * reach, [colours[1], *veil], 2, 0.18)
    outline = widened(line, half)
    patches = n.rng.uniform(0, 2 * np.pi, 4)

    def local(x: Array, y: Array) -> tuple[Array, Array]:
        gap = np.hypot(x[:, None] - line[None, :, 0], y[:, None] - line[None, :, 1])
        near = np.argmin(gap, axis=1)
        v = (x - line[near, 0]) * out[near, 0] + (y - line[near, 1]) * out[near, 1]
        return near / 79, v / np.maximum(half[near], 1e-4)

    def angle(x: Array, y: Array) -> Array:
        u, v = local(x, y)
        return np.asarray(heading[np.clip((u * 79).astype(int), 0, 79)] + 0.22 * v * (0.4 - u))

    def colour(x: Array, y: Array) -> Array:
        u, v = local(x, y)
        blot = np.sin(u * 15 + patches[0]) + 0.8 * np.sin(v * 2.6 + u * 7 + patches[1]) + 0.35 * np.sin(u * 31 + v * 5)
        coat = ramp(colours, np.clip(0.5 + 1.6 * (blot - 0.1), 0, 1) * 0.999)
        ink = (np.sin(u * 23 + patches[2]) + np.sin(v * 4 + patches[3]) > 1.35) & (u > 0.15)
        coat = np.where(ink[:, None], dark, coat)
        coat[:, 0] -= 0.10 * np.abs(v) ** 3 + 0.05 * (np.abs(v) < 0.10) * (u > 0.2)
        return np.asarray(coat)

    n.long_and_short(outline, angle, colour, length=wide * 0.26)
    for k in range(24, 70, 3):
        for v in np.linspace(-0.6, 0.6, 5) + 0.12 * (k % 2):
            place = line[k] + out[k] * half[k] * v
            n.stitches(
                place[None] - ahead[k] * 0.005,
                place[None] + ahead[k] * 0.005,
                shifted(colours[0], -0.12),
                n.thread * 0.6,
            )
    n.stem(line[24:62], shifted(colours[0], -0.14))
    for side in (-1, 1):
        n.knots((line[8] + out[8] * side * half[8] * 0.72)[None], dark, n.thread * 1.5)
        tip = line[0] - ahead[0] * wide * 0.20 + out[0] * side * wide * 0.28
        n.stem(
            np.array([line[1] + out[1] * side * wide * 0.10, (line[0] + tip) / 2, tip]),
            colours[1],
            width=n.thread * 0.6,
        )


def pad(n: Needle, at: Array, radius: float, notch: float, green: Array) -> None:
    """A floating round leaf with a notch, worked in wedges from its heart, with veins."""
    for k in range(9):
        low = notch + 0.22 + k * (2 * np.pi - 0.44) / 9
        high = low + (2 * np.pi - 0.44) / 9
        shade = shifted(green, 0.05 * np.cos(low + 0.7) + 0.02 * (k % 2))
        n.satin(
            ring(at, radius * 0.06, low, high),
            ring(at, radius, low, high, lobe=0.04),
            [shifted(shade, -0.08), shade, shifted(shade, 0.05)],
            parts=3,
        )
    for k in range(10):
        low = notch + 0.22 + k * (2 * np.pi - 0.44) / 9
        n.stem(
            np.array([at, at + radius * 0.97 * np.array([np.cos(low), np.sin(low)])]),
            shifted(green, 0.13),
            width=n.thread * 0.7,
        )


def lotus(n: Needle, at: Array, scale: float, colours: list[Array], heart: Array) -> None:
    """A lotus from the side: three rows of pointed petals."""
    for row, (count, spread, reach) in enumerate(((7, 2.5, 1.0), (6, 1.9, 0.92), (5, 1.2, 0.80))):
        for k in range(count):
            way = -np.pi / 2 + spread * (k / (count - 1) - 0.5)
            tip = at + scale * reach * np.array([np.cos(way), np.sin(way) * 0.85 + 0.05])
            root = at + np.array([0.0, 0.10 * scale])
            shade = ramp(colours, np.array(row / 2))
            n.leaf(np.array([root, (root + tip) / 2, tip]), 0.40 * scale, [shade, shifted(shade, 0.07)])
    n.knots(at + n.rng.normal(0, 0.05, (9, 2)) * scale + [0, -0.1 * scale], heart)
