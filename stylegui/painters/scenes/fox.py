"""A fox among ferns by moonlight, for a linocut.

Palette: paper, key ink, fox, moonlight, ferns.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import blurred, fbm, grid, noise, smoothstep
from stylegui.painters.marks.gouge import Block, Cut
from stylegui.painters.scenes.gulls import Blocks
from stylegui.painters.study import distance, places, polygon, smooth_curve

# Half outlines in fox units: x from the axis, y down from between the eyes; 1 is about the width of the head.
HEAD = places(
    "0.0 -0.30, 0.16 -0.33, 0.22 -0.36, 0.34 -0.74, 0.40 -0.76, 0.47 -0.40, 0.50 -0.10, 0.62 0.14, "
    "0.50 0.20, 0.40 0.28, 0.28 0.36, 0.16 0.52, 0.09 0.66, 0.0 0.68"
)
EAR = places("0.28 -0.40, 0.355 -0.66, 0.425 -0.40, 0.40 -0.30, 0.33 -0.30")
CHEEK = places(
    "0.10 0.60, 0.15 0.44, 0.24 0.26, 0.36 0.12, 0.50 0.06, 0.61 0.14, 0.50 0.20, 0.40 0.28, 0.28 0.36, 0.17 0.52"
)
MUZZLE = places("0.0 0.36, 0.07 0.40, 0.11 0.50, 0.09 0.62, 0.0 0.68")
NOSE = places("0.0 0.47, 0.055 0.475, 0.075 0.51, 0.04 0.565, 0.0 0.58")
EYE = places("0.13 0.035, 0.19 -0.045, 0.275 -0.055, 0.325 -0.02, 0.27 0.03, 0.19 0.055")
BODY = places("0.30 0.30, 0.44 0.60, 0.52 1.0, 0.56 1.5, 0.60 2.4, 0.0 2.4, 0.0 0.4")
CHEST = places("0.0 0.60, 0.16 0.62, 0.25 0.82, 0.29 1.10, 0.24 1.45, 0.12 1.75, 0.0 1.9")


def fox_in_ferns(cut: Cut) -> Blocks:
    """Cut the key block and give the colour blocks in printing order."""
    size, rng = cut.size, cut.rng
    width, height = size
    side = float(rng.choice([-1, 1]))
    x, y = 0.5 - side * 0.04, 0.42
    grow = 0.40 * min(height, width * 1.2) / height

    def at(shape: Array, turn: float = 0.0) -> Array:
        c, s = np.cos(turn), np.sin(turn)
        u, v = shape[:, 0] * c - shape[:, 1] * s, shape[:, 0] * s + shape[:, 1] * c
        return np.stack([x + u * grow * height / width, y + v * grow], axis=1)

    def both(half: Array) -> Array:
        return at(np.vstack([half, half[::-1] * [-1, 1]]), -0.06 * side)

    moon = _night(cut, x + side * 0.16, 0.27)
    body = polygon(size, both(BODY), 1)
    head = polygon(size, smooth_curve(both(HEAD), 220, closed=True), 1)
    fox = np.maximum(body, head)
    gx, gy = grid(size)
    long_side = max(size)
    nose = at(np.array([[0.0, 0.5]]), -0.06 * side)[0]
    u = (gx - nose[0] * width / long_side) / (grow * height / long_side)
    v = (gy - nose[1] * height / long_side) / (grow * height / long_side)
    bend = 0.05 * fbm(size, 8, rng, 3)
    coat = cut.lines(
        (u + 0.35 * np.sin(1.6 * v + 0.4) * np.sign(u)) * 24 + 8 * bend,
        0.62 - 0.20 * np.abs(u) + 0.25 * bend,
        v * 5.5,
        0.95,
    )
    cut.outlined(body, coat, 0.0020)
    chest = polygon(size, smooth_curve(both(CHEST), 200, closed=True), 1)
    tufts = cut.lines(
        (u + 0.2 * u * v) * 30 + 3 * np.abs(u) + 6 * bend,
        0.93 - 0.25 * smoothstep(0.6, 0.15, v),
        v * 4.2 + 2 * np.abs(u),
        0.8,
    )
    cut.put(chest, tufts)
    turn = np.arctan2(v + 0.12, np.abs(u) + 1e-4)
    r = np.hypot(u, v + 0.12)
    fur = cut.lines(
        turn * 21 + 3 * bend, 0.42 + 0.45 * smoothstep(0.1, 0.55, r) - 0.5 * np.exp(-((u / 0.07) ** 2)), r * 7.5, 0.95
    )
    cut.outlined(head, fur, 0.0022)
    white = np.zeros_like(head)
    for way in (1, -1):
        shapes = {
            name: at(half * [way, 1], -0.06 * side) for name, half in (("ear", EAR), ("cheek", CHEEK), ("eye", EYE))
        }
        ear = polygon(size, smooth_curve(shapes["ear"], 80, closed=True), 1)
        cut.put(ear, cut.lines(u * 34 + 4 * bend, 0.35 + 0.4 * smoothstep(-0.9, -1.15, v), v * 6, 0.7))
        cheek = polygon(size, smooth_curve(shapes["cheek"], 120, closed=True), 1)
        cut.put(cheek, cut.lines(turn * 13 + 3 * bend, 0.95 - 0.20 * smoothstep(0.30, 0.62, r), r * 9, 0.7))
        white = np.maximum(white, cheek)
        eye = polygon(size, smooth_curve(shapes["eye"], 80, closed=True), 1)
        cut.outlined(eye, np.zeros_like(eye), 0.0034)
        middle = at(np.array([[way * 0.222, -0.004]]), -0.06 * side)[0]
        pupil = distance(size, *middle) / (grow * height / long_side)
        cut.ink = np.maximum(cut.ink, smoothstep(0.050, 0.044, pupil) * eye)
        glint = distance(size, middle[0] - 0.016 * grow * height / width, middle[1] - 0.018 * grow) / (
            grow * height / long_side
        )
        cut.ink *= smoothstep(0.010, 0.015, glint)
        white = white * (1 - eye)
    muzzle = polygon(size, smooth_curve(both(MUZZLE), 120, closed=True), 1)
    cut.put(
        muzzle, cut.lines(u * 40 + 3 * bend, 0.90 - 1.6 * np.abs(u), v * 8, 0.6) * smoothstep(0.02, 0.05, np.abs(u))
    )
    nose_mask = polygon(size, smooth_curve(both(NOSE), 90, closed=True), 1)
    cut.ink = np.maximum(cut.ink, nose_mask)
    shine = np.exp(-(((u + 0.02) / 0.022) ** 2) - ((v + 0.005) / 0.010) ** 2)
    cut.ink *= 1 - smoothstep(0.4, 0.7, shine)
    for way in (-1, 1):  # whiskers
        for k in range(4):
            hair = at(
                np.array(
                    [[way * 0.10, 0.53 + 0.018 * k], [way * 0.34, 0.50 + 0.05 * k], [way * 0.60, 0.52 + 0.09 * k]]
                ),
                -0.06 * side,
            )
            _scratch(cut, smooth_curve(hair, 30), 0.0011)
    ferns = _ferns(cut)
    orange = fox * (1 - np.maximum(np.maximum(chest, muzzle * 0.9), white)) * (1 - ferns)
    light = moon * (1 - fox) * (1 - ferns)
    eyes = np.zeros_like(fox)
    for way in (1, -1):
        eyes = np.maximum(eyes, polygon(size, smooth_curve(at(EYE * [way, 1], -0.06 * side), 80, closed=True), 1))
    return [(light, 3, 0.93), (orange * (1 - eyes), 2, 0.95), (eyes * (1 - ferns), 3, 0.95), (ferns, 4, 0.94)]


def _scratch(cut: Cut, line: Array, width: float) -> None:
    """One thin white line."""
    block = Block(cut.size)
    block.line(line, width)
    cut.ink = cut.ink * (1 - block.mask)


def _night(cut: Cut, x: float, y: float) -> Array:
    """A dark wood with thin trunks and a great moon, cut in rings. Gives the mask of the moon."""
    size, rng = cut.size, cut.rng
    r = distance(size, x, y)
    gx, gy = grid(size)
    moon = smoothstep(0.2005, 0.1985, r + 0.0008 * noise(size, 12, rng))
    turn = np.arctan2(gy - y * size[1] / max(size), gx - x * size[0] / max(size))
    glow = smoothstep(0.62, 0.20, r)
    cut.ink = cut.lines(r / 0.0125, 0.10 + 0.70 * glow**1.6 + 0.10 * noise(size, 6, rng), turn * 5.5, 0.9)
    cut.put(moon, cut.lines(r / 0.011, 0.93 - 0.35 * smoothstep(0.6, 1.4, fbm(size, 9, rng, 3)), turn * 3, 0.6))
    trunks = Block(size)
    bark = Block(size)
    for _ in range(15):
        px, wide = rng.uniform(0, 1), rng.uniform(0.004, 0.014)
        lean = rng.normal(0, 0.02)
        trunks.polygon(
            np.array(
                [[px - wide, 1.0], [px + lean - wide * 0.7, -0.01], [px + lean + wide * 0.7, -0.01], [px + wide, 1.0]]
            )
        )
        for _ in range(26):
            fy = rng.uniform(0, 1)
            cx = px + lean * (1 - fy) + rng.uniform(-0.6, 0.6) * wide
            bark.line(np.array([[cx, fy], [cx + rng.normal(0, 0.001), fy + rng.uniform(0.01, 0.04)]]), 0.0011)
        for _ in range(3):
            fy = rng.uniform(0.02, 0.45)
            way = rng.choice([-1, 1])
            tip = [px + lean * (1 - fy) + way * rng.uniform(0.03, 0.09), fy - rng.uniform(0.02, 0.10)]
            trunks.line(np.array([[px + lean * (1 - fy), fy], tip]), 0.0026)
    cut.ink = np.maximum(cut.ink, trunks.mask) * (1 - bark.mask * trunks.mask)
    return np.asarray(moon * (1 - trunks.mask))


def _ferns(cut: Cut) -> Array:
    """Fronds that arch in from the sides and stand before the fox; each leaflet has a cut rib. Gives their mask."""
    size, rng = cut.size, cut.rng
    leaf, rib, shade = Block(size), Block(size), Block(size)
    fronds = []
    for k in range(19):
        px = rng.uniform(-0.05, 1.05) if k > 7 else (-0.02, 1.02, 0.14, 0.87, 0.28, 0.73, 0.05, 0.95)[k]
        edge = abs(px - 0.5) * 2
        tall = (0.22 + 0.50 * edge**1.4) * rng.uniform(0.8, 1.1)
        lean = (
            -np.sign(px - 0.5) * rng.uniform(0.05, 0.22) * (0.4 + edge) if rng.random() < 0.75 else rng.normal(0, 0.1)
        )
        fronds.append((px, tall, lean))
    stretch = size[0] / size[1]
    for px, tall, lean in sorted(fronds, key=lambda frond: -frond[1]):
        spine = smooth_curve(
            np.array(
                [
                    [px, 1.03],
                    [px + 0.15 * lean, 1.03 - 0.55 * tall],
                    [px + 0.55 * lean, 1.03 - 0.92 * tall],
                    [px + lean, 1.03 - tall * 0.98],
                ]
            ),
            44,
        )
        ahead = np.gradient(spine * [stretch, 1], axis=0)
        for j in range(5, 44):
            t = j / 43
            reach = tall * 0.30 * np.sin(np.pi * np.clip(0.12 + 0.88 * t, 0, 1)) ** 0.8 * (1.05 - 0.55 * t)
            base = np.arctan2(ahead[j, 1], ahead[j, 0])
            for way in (-1, 1):
                turn = base + way * (1.15 - 0.35 * t) + rng.normal(0, 0.05)
                heading, normal = (
                    np.array([np.cos(turn) / stretch, np.sin(turn)]),
                    np.array([-np.sin(turn) / stretch, np.cos(turn)]),
                )
                tip = spine[j] + heading * reach
                middle, belly = spine[j] + heading * reach * 0.45, normal * reach * 0.13
                outline = smooth_curve(np.array([spine[j], middle + belly, tip, middle - belly]), 20, closed=True)
                halo = spine[j] + (outline - spine[j]) * 1.06 + np.sign(outline - middle) * 0.0028
                leaf.polygon(halo, 0)
                shade.polygon(halo, 255)
                rib.polygon(halo, 0)
                leaf.polygon(outline)
                shade.polygon(outline, 0)
                rib.line(np.array([spine[j] + heading * reach * 0.06, tip - heading * reach * 0.22]), 0.0013)
                for s in (0.35, 0.55):
                    rib.line(
                        np.array(
                            [
                                spine[j] + heading * reach * s,
                                spine[j] + heading * reach * (s + 0.16) + belly * 0.8 * way,
                            ]
                        ),
                        0.0009,
                    )
        leaf.line(spine, 0.0042)
        rib.line(spine, 0.0016)
    mask = leaf.mask
    cut.ink = np.maximum(cut.ink * (1 - mask), shade.mask * (1 - mask))
    cut.ink = np.maximum(cut.ink, rib.mask * mask)
    low = blurred(mask, max(size) / 900)
    return np.asarray(np.minimum(mask, low * 1.2), dtype=np.float32)
