"""The palette of a picture: k-means in OKLab that does not lose a small vivid accent among large quiet areas.

Sources: S. Lloyd, "Least squares quantization in PCM" (1982); D. Arthur and S. Vassilvitskii, "k-means++: the
advantages of careful seeding" (2007).
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, from_oklab, to_oklab

SAMPLES = 20_000
LEVELS = 32  # per channel: neighbours in this grid count as one colour
CROWD_EXPONENT = 0.5  # how much a colour's area counts: 1 would be k-means as it is, 0 each colour alike
CHROMA_GAIN = 60.0  # a colour of chroma 0.2 counts about three times as much as a grey of the same area
AXES = np.array([0.6, 1.0, 1.0])  # a picture's lights and darks differ more than its hues: let the hues count as well
PURITY = 2.0  # how much a cluster's stronger colours speak for it: its plain mean would be muddy
ROUNDS = 16
CANDIDATES = 3  # times as many clusters as colours: of these, the ones least alike are kept
MASS_EXPONENT = 0.3  # how much a cluster's weight speaks for keeping it
NEAR = 0.035  # OKLab: colours nearer than this look alike on a swatch


def palette_from(pixels: Array, count: int = 6, seed: int = 0) -> Palette:
    """Up to `count` colours of (H, W, 3) uint8 sRGB, from dark to light; fewer where the picture has no more.

    The same pixels and seed give the same palette. It takes some milliseconds at any size.
    """
    if count < 1:
        raise ValueError("A palette needs at least one colour.")
    colours, weight = _colours(pixels)
    points = colours * AXES
    centres = _first_centres(points, weight, min(CANDIDATES * count, len(points)), np.random.default_rng(seed))
    for _ in range(ROUNDS):
        moved = _means(points, weight, _nearest(points, centres), centres)
        settled = np.allclose(moved, centres, atol=1e-3)
        centres = moved
        if settled:
            break
    owner = _nearest(points, centres)
    mass = np.bincount(owner, weight, minlength=len(centres))
    spoken = weight * (0.02 + np.hypot(colours[:, 1], colours[:, 2])) ** PURITY
    centres = _means(colours, spoken, owner, centres / AXES)
    centres = _least_alike(centres, mass, count)
    srgb = np.rint(from_oklab(centres) * 255).astype(np.uint8)
    return Palette(tuple(f"#{colour.tobytes().hex()}" for colour in srgb))


def _colours(pixels: Array) -> tuple[Array, Array]:
    """The distinct colours (N, 3) in OKLab of an evenly spaced sample, and how much each counts (N,)."""
    height, width = pixels.shape[:2]
    step = max(1, int(np.ceil(np.sqrt(height * width / SAMPLES))))
    sample = pixels[::step, ::step].reshape(-1, 3)
    place = (sample // (256 // LEVELS)).astype(np.int64) @ np.array([LEVELS * LEVELS, LEVELS, 1])
    crowd = np.bincount(place, minlength=LEVELS**3)
    there = np.flatnonzero(crowd)
    sums = [np.bincount(place, sample[:, channel], minlength=LEVELS**3)[there] for channel in range(3)]
    colours = to_oklab(np.stack(sums, axis=1) / crowd[there, None] / 255)
    chroma = np.hypot(colours[:, 1], colours[:, 2])
    return colours.astype(np.float64), crowd[there] ** CROWD_EXPONENT * (1 + CHROMA_GAIN * chroma**2)


def _first_centres(colours: Array, weight: Array, count: int, rng: np.random.Generator) -> Array:
    chosen = [int(np.argmax(weight))]
    distance = np.sum((colours - colours[chosen[0]]) ** 2, axis=1)
    while len(chosen) < count:
        merit = weight * distance
        total = float(merit.sum())
        if total <= 0:
            break
        chosen.append(int(rng.choice(len(colours), p=merit / total)))
        distance = np.minimum(distance, np.sum((colours - colours[chosen[-1]]) ** 2, axis=1))
    return np.asarray(colours[chosen])


def _nearest(colours: Array, centres: Array) -> Array:
    # |x - c|² without |x|², which is the same for all centres.
    return np.asarray(np.argmin((centres**2).sum(axis=1) - 2 * colours @ centres.T, axis=1))


def _means(colours: Array, weight: Array, owner: Array, centres: Array) -> Array:
    total = np.bincount(owner, weight, minlength=len(centres))
    sums = np.stack([np.bincount(owner, weight * colours[:, c], minlength=len(centres)) for c in range(3)], axis=1)
    return np.where(total[:, None] > 0, sums / np.maximum(total, 1e-12)[:, None], centres)


def _least_alike(colours: Array, mass: Array, count: int) -> Array:
    """At most `count` of the colours, from dark to light: the weightiest first, then what is far from those kept."""
    kept = [int(np.argmax(mass))]
    while len(kept) < count:
        apart = np.linalg.norm((colours[:, None] - colours[kept][None]) * AXES, axis=2).min(axis=1)
        merit = np.where(apart < NEAR, 0, apart * mass**MASS_EXPONENT)
        best = int(np.argmax(merit))
        if merit[best] <= 0:
            break
        kept.append(best)
    chosen = colours[kept]
    return np.asarray(chosen[np.argsort(chosen[:, 0], kind="stable")])
