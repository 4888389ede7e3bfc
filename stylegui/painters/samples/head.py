"""A woman's head in the antique manner, as signed distances in centimetres.

The chin's underside is at y = 0, the ears' openings at z = 0; x goes to the left of the sitter, y up, z to the front.
Proportions after the canon of thirds: chin, base of the nose, brow and hairline lie equally far apart.
"""

from __future__ import annotations

import itertools

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import smoothstep
from stylegui.painters.samples.volumes import ball, carved, chain, common, limb, merged
from stylegui.painters.study import smooth_curve

EYE = (3.05, 11.3, 7.5)


def head(place: Array) -> Array:
    """Face, ears and dressed hair."""
    half = place.copy()
    half[:, 0] = np.sqrt(place[:, 0] ** 2 + 0.002)
    skin = _skull(half)
    skin = _eyes(half, skin)
    skin = _nose(half, skin)
    skin = _mouth(half, skin)
    skin = merged(skin, _ear(half), 0.25)
    return np.asarray(merged(skin, _hair(half, place), 0.22), dtype=np.float32)


def _skull(p: Array) -> Array:
    form = ball(p, (0, 14.6, -0.6), (7.2, 8.0, 9.2))
    form = merged(form, ball(p, (0, 14.4, 2.9), (6.1, 5.4, 6.7)), 2.0)
    form = merged(form, ball(p, (0, 8.6, 2.4), (5.3, 7.6, 6.3)), 2.0)
    form = merged(form, limb(p, (3.75, 4.7, 0.6), (0.9, 1.55, 6.9), 1.2, 1.0), 2.0)
    form = merged(form, ball(p, (0, 1.7, 7.35), (1.3, 1.35, 1.7)), 1.7)
    form = merged(form, ball(p, (0, 4.5, 6.3), (2.8, 2.8, 3.55)), 1.8)
    form = merged(form, ball(p, (4.05, 8.7, 5.8), (1.6, 1.2, 1.8)), 2.0)
    form = merged(form, ball(p, (2.9, 6.2, 5.7), (2.0, 2.4, 2.3)), 2.0)
    return merged(form, ball(p, (2.2, 3.9, 5.9), (1.7, 2.0, 2.1)), 1.9)


def _eyes(p: Array, form: Array) -> Array:
    x, y, z = EYE
    form = carved(form, ball(p, (x - 0.15, y + 0.1, z + 2.15), (2.0, 1.1, 1.25)), 1.4)
    form = carved(form, ball(p, (1.75, y + 0.0, z + 2.3), (0.7, 0.8, 0.8)), 1.0)
    brow = [(0.9, 12.8, 8.65, 0.4), (2.7, 13.45, 8.3, 0.42), (4.4, 13.2, 7.2, 0.38), (5.6, 12.1, 5.5, 0.35)]
    form = merged(form, chain(p, brow, 0.3), 1.2)
    form = merged(form, ball(p, (3.7, y + 1.15, z + 0.3), (1.6, 0.5, 0.95)), 0.8)
    # The lids are a shell over the ball, open along an almond between two arcs.
    q = p.copy()
    q[:, 1] -= 0.09 * (p[:, 0] - x)
    lid = merged(ball(q, EYE, (1.62, 1.32, 1.42)), ball(q, (x + 0.1, y, z - 0.1), (1.75, 1.0, 1.25)), 0.4)
    gap = common(_arc(q, 0.70, 1.0), _arc(q, 0.46, -1.0), 0.02)
    gap = np.maximum(gap, z - 0.3 - q[:, 2])
    form = merged(form, lid, 0.16 + 0.5 * smoothstep(y + 0.2, y - 0.5, p[:, 1]))
    form = carved(form, gap, 0.07)
    return np.asarray(np.minimum(form, ball(p, EYE, (1.35, 1.13, 1.23))))


def _arc(p: Array, height: float, side: float) -> Array:
    """The disc whose arc is one rim of the eye's opening, seen from the front."""
    width = 1.55
    radius = (width**2 + height**2) / (2 * height)
    across, rise = p[:, 0] - EYE[0], (p[:, 1] - EYE[1]) * side - height + radius
    return np.asarray(np.hypot(across, rise) - radius)


def _nose(p: Array, form: Array) -> Array:
    ridge = limb(p, (0, 12.4, 8.85), (0, 7.75, 10.75), 0.72, 0.78)
    sides = limb(p, (0.35, 11.6, 8.35), (0.85, 7.5, 9.65), 0.62, 0.78)
    form = merged(form, sides, 1.2)
    form = merged(form, ridge, 1.0)
    form = merged(form, ball(p, (0, 7.45, 10.85), (0.86, 0.78, 0.85)), 0.5)
    form = merged(form, ball(p, (1.2, 7.15, 9.75), (0.58, 0.62, 0.95)), 0.6)
    form = merged(form, limb(p, (0, 6.65, 9.7), (0, 6.95, 10.95), 0.36, 0.36), 0.3)
    return carved(form, ball(p, (0.68, 6.6, 10.3), (0.34, 0.36, 0.58)), 0.2)


def _mouth(p: Array, form: Array) -> Array:
    upper = [(0.0, 4.76, 9.85, 0.35), (0.6, 4.88, 9.76, 0.36), (1.4, 4.64, 9.32, 0.29), (2.35, 4.33, 8.55, 0.12)]
    lower = [(0.0, 3.82, 9.68, 0.47), (0.8, 3.84, 9.53, 0.45), (1.6, 4.02, 9.05, 0.30), (2.3, 4.28, 8.55, 0.12)]
    form = carved(form, ball(p, (0, 2.8, 10.2), (1.7, 0.5, 0.9)), 0.8)
    form = merged(form, chain(p, upper, 0.15), 0.45)
    form = merged(form, chain(p, lower, 0.15), 0.5)
    form = carved(form, limb(p, (0, 6.3, 10.45), (0, 5.25, 10.62), 0.24, 0.34), 0.35)
    line = [(0.0, 4.31, 10.12, 0.12), (0.5, 4.39, 10.03, 0.12), (1.3, 4.35, 9.6, 0.11), (2.35, 4.28, 8.72, 0.10)]
    return carved(form, chain(p, line, 0.05), 0.2)


def _ear(p: Array) -> Array:
    q = p.copy()
    q[:, 2] += 0.25 * (p[:, 1] - 9.5)
    form = ball(q, (6.9, 9.6, -0.8), (0.55, 2.9, 1.7))
    form = carved(form, ball(q, (7.55, 9.9, -0.6), (0.55, 1.7, 0.85)), 0.25)
    return merged(form, ball(q, (6.75, 7.3, -0.1), (0.45, 0.75, 0.6)), 0.3)


def _hair(p: Array, place: Array) -> Array:
    """A cap of strands swept to a knot, two waved rolls from the parting over the ears, and a band."""
    x, y, z = place.T
    cap = ball(p, (0, 14.9, -1.0), (7.75, 8.5, 9.75))
    around = np.arctan2(np.abs(x), (y - 9.0) + 0.12 * (z + 10))
    wave = around + 0.045 * np.sin(0.95 * z + 2.0 * around)
    cap = cap + 0.11 * np.sin(wave * 34) + 0.05 * np.sin(wave * 77 + 0.8 * z) + 0.06
    face = ball(p, (0, 10.2, 11.0), (6.6, 8.0, 9.6))
    cap = carved(cap, face, 0.5)
    cap = np.maximum(cap, 6.4 - y - 0.35 * z)
    roll = [
        (0.1, 18.5, 8.0, 0.75),
        (2.6, 17.8, 8.15, 1.1),
        (5.0, 15.9, 6.8, 1.35),
        (6.7, 13.2, 4.4, 1.5),
        (7.3, 10.9, 1.2, 1.5),
        (6.7, 9.2, -3.2, 1.6),
        (4.2, 8.6, -7.4, 1.7),
    ]
    waves, share, turn = _roll(p, smooth_curve(np.array(roll), 19))
    phase = turn + 0.55 * np.sin(share * 6.0) + share * 1.2
    waves = waves + 0.12 * np.sin(phase * 5) + 0.05 * np.sin(phase * 11 + share * 2) + 0.16 * np.sin(share * 6.0 + 0.6)
    knot = ball(place, (0, 9.2, -11.2), (3.4, 3.2, 2.9))
    spin = np.arctan2(y - 9.2, x) + 0.7 * np.hypot(x, y - 9.2)
    knot = knot + 0.14 * np.sin(spin * 5)
    form = merged(cap, waves, 0.5)
    form = merged(form, knot, 0.6)
    tilt = 0.80 * (y - 15.5) + 0.60 * (z - 2.2)
    band = np.maximum(ball(p, (0, 14.9, -1.0), (8.1, 8.85, 10.1)), np.abs(tilt - 2.2) - 0.55)
    return merged(form, band, 0.12)


def _roll(p: Array, knots: Array) -> tuple[Array, Array, Array]:
    """Distance to a roll of hair, how far along it (0 to 6) and the angle around it, at places (N, 3)."""
    gap, total, turn = np.full(len(p), 100, np.float32), np.zeros(len(p), np.float32), np.zeros(len(p), np.float32)
    scale = 6 / (len(knots) - 1)
    for index, (before, after) in enumerate(itertools.pairwise(knots)):
        a = before[:3].astype(np.float32)
        along = (after - before)[:3].astype(np.float32)
        share = np.clip((p - a) @ along / (along @ along), 0, 1)
        away = p - a - share[:, None] * along
        here = np.sqrt((away * away).sum(1)) - (before[3] + (after[3] - before[3]) * share)
        side = np.cross(along, np.array([0.7, 1.0, 0.1], np.float32))
        side /= np.linalg.norm(side)
        up = np.cross(side, along) / np.linalg.norm(along)
        closer = here < gap
        gap = np.where(closer, here, gap)
        total = np.where(closer, (index + share) * scale, total)
        turn = np.where(closer, np.arctan2(away @ up, away @ side), turn)
    return gap, total, turn
