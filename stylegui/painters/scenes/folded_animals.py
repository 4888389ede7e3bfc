"""A fox in folded paper, before the sun and a wood."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, mix
from stylegui.painters.scenes.folded import Sheet, creased, plan_of, quartered
from stylegui.painters.scenes.folded_land import Folds, disc, pine, sky
from stylegui.painters.scenes.stage import Stage

# one half of the head: x from its middle, y down, z toward us, in half widths of the head
CORNERS = {
    "crown": (0.0, -0.46, 0.30), "ear-in": (0.20, -0.53, 0.16), "ear-tip": (0.53, -1.06, -0.04),
    "ear-out": (0.72, -0.38, -0.06), "temple": (0.76, -0.06, -0.06), "tuft": (1.06, 0.24, -0.26),
    "cheek": (0.64, 0.35, -0.06), "tuft-low": (0.74, 0.56, -0.22), "jaw": (0.36, 0.60, 0.10),
    "chin": (0.0, 0.90, 0.34), "nose": (0.0, 0.585, 0.74), "nostril": (0.135, 0.645, 0.62),
    "lip": (0.0, 0.765, 0.60), "muzzle": (0.23, 0.42, 0.34), "eye-in": (0.17, 0.09, 0.28),
    "eye-out": (0.47, -0.07, 0.12), "lid": (0.33, -0.10, 0.27), "under": (0.34, 0.085, 0.22),
    "brow": (0.36, -0.30, 0.30), "forehead": (0.0, -0.12, 0.44), "bridge": (0.0, 0.26, 0.60),
    "flank": (0.13, 0.26, 0.46), "apple": (0.50, 0.20, 0.17), "ear-deep": (0.47, -0.60, -0.06),
    "ear-foot": (0.46, -0.42, 0.13),
}  # fmt: skip

# facets and their coat: o orange, r rust, l light orange, c cream, w white, d dark, e eye
FACETS = (
    "crown forehead brow o", "crown brow ear-in l", "ear-in brow ear-foot o", "ear-foot brow temple r",
    "brow lid eye-out r", "brow eye-out temple o", "forehead eye-in lid o", "forehead lid brow l",
    "eye-in lid under e", "lid eye-out under e", "forehead eye-in flank l", "forehead flank bridge l",
    "eye-in under apple c", "eye-in apple muzzle c", "eye-in muzzle flank o", "under eye-out apple l",
    "eye-out temple apple o", "temple tuft apple c", "tuft cheek apple w", "apple cheek tuft-low w",
    "apple tuft-low jaw c", "apple jaw muzzle w", "bridge flank nose l", "flank nostril nose o",
    "flank muzzle nostril c", "nose nostril lip d", "muzzle jaw nostril w", "nostril jaw chin w",
    "nostril chin lip c", "ear-in ear-deep ear-tip o", "ear-in ear-foot ear-deep c", "ear-foot ear-out ear-deep d",
    "ear-deep ear-out ear-tip r", "ear-foot temple ear-out r",
)  # fmt: skip

HALVES = np.array([[0, 1, 3], [1, 2, 3]])  # of four corners


def fox(size: Size, rng: np.random.Generator, palette: Palette) -> tuple[float, list[Sheet]]:
    """A fox that faces us, its head before a low sun among firs."""
    ratio = 0.8125
    p = palette
    plan = plan_of(size, ratio)
    c, scale = ratio / 2, 0.285
    middle = 0.475
    dusk = [p[0], p[1], p[9], p[2]] if rng.random() < 0.5 else [p[0], shifted(p[7], -0.06), p[8], p[2]]
    sheets = [sky(plan, rng, dusk, 0.9, spacing=0.12)]
    sheets.append(
        disc(plan, rng, (c + float(rng.choice([-1, 1])) * 0.03, 0.40), 0.345, [p[3], p[2], mix(p[2], p[9], 0.5)])
    )
    far = [mix(p[7], p[8], 0.6), mix(p[8], p[2], 0.35), mix(p[8], p[3], 0.4)]
    near = [shifted(p[7], -0.14), shifted(p[7], -0.04), mix(p[7], p[8], 0.6)]
    for x, y, tall in (
        (-0.40, 0.93, 0.62),
        (-0.27, 0.96, 0.48),
        (0.41, 0.94, 0.66),
        (0.29, 0.97, 0.50),
        (0.60, 0.95, 0.5),
        (-0.60, 0.95, 0.5),
    ):
        sheets.extend(pine(rng, (c + x, y), tall * rng.uniform(0.92, 1.08), far))
    sheets.append(_shoulders(plan, rng, p, c, middle, scale))
    sheets.extend(_head(rng, p, c, middle, scale))
    for x, y, tall in (
        (-0.37, 1.10, 0.40),
        (0.37, 1.11, 0.43),
        (-0.24, 1.12, 0.26),
        (0.22, 1.13, 0.25),
        (-0.60, 1.1, 0.5),
        (0.60, 1.1, 0.5),
    ):
        sheets.extend(pine(rng, (c + x, y), tall * rng.uniform(0.92, 1.08), near))
    return ratio, sheets


def _coats(p: Palette) -> dict[str, Array]:
    return {
        "o": p[4], "r": mix(p[4], p[5], 0.75), "l": mix(p[4], p[2], 0.40), "c": mix(p[3], p[2], 0.55), "w": p[3],
        "d": p[6], "e": shifted(p[6], -0.04),
    }  # fmt: skip


def _head(rng: np.random.Generator, p: Palette, c: float, middle: float, scale: float) -> list[Sheet]:
    """The head in two mirrored halves, ears behind, and the eyes' light."""
    coats = _coats(p)
    ruffle = {name: np.array(at) + rng.normal(0, 0.012, 3) * (at[0] > 0) for name, at in CORNERS.items()}
    groups: dict[bool, tuple[list[Array], list[Array]]] = {True: ([], []), False: ([], [])}
    for sign in (-1, 1):
        for line in FACETS:
            *names, coat = line.split()
            facet = np.array([ruffle[name] * (sign, 1, 1) for name in names])
            ear = sum(name.startswith("ear") for name in names) >= 2 and coat != "l"
            groups[ear][0].append(facet)
            groups[ear][1].append(coats[coat])
    tilt = rng.uniform(-0.13, 0.13)
    lean = np.array([[np.cos(tilt), np.sin(tilt), 0], [-np.sin(tilt), np.cos(tilt), 0], [0, 0, 1]])

    def place_of(corners: Array) -> Array:
        return np.asarray((corners - (0, 0.5, 0)) @ lean * scale + (c, middle + 0.5 * scale, 0))

    sheets = []
    for ears in (True, False):
        corners, colours = quartered(np.array(groups[ears][0]), np.array(groups[ears][1]), 0.10)
        place = corners.mean(axis=1)
        tip = (place[:, 1] < -0.80) & ears
        colours = np.where(tip[:, None], p[6], colours)
        colours[:, 0] += 0.03 * np.sin(place[:, 0] * 37 + place[:, 1] * 53) * (colours[:, 0] > 0.4)
        corners = place_of(corners)
        sheets.append(Sheet(corners, colours, lift=11 if ears else 16))
    for sign in (-1, 1):
        iris = np.array([(0.245, 0.055, 0), (0.325, -0.055, 0), (0.405, 0.0, 0), (0.335, 0.065, 0)]) * (sign, 1, 1)
        pupil = np.array([(0.305, 0.04, 0), (0.322, -0.045, 0), (0.350, -0.012, 0), (0.335, 0.058, 0)]) * (sign, 1, 1)
        glint = np.array([(0.285, -0.02, 0), (0.318, -0.04, 0), (0.312, -0.004, 0)]) - np.array(
            [0 if sign > 0 else 0.60, 0, 0]
        )
        amber = np.stack([mix(p[4], p[2], 0.5), mix(p[4], p[5], 0.3)])
        sheets.append(Sheet(place_of(iris[HALVES]), amber, lift=2, crease=0.0))
        sheets.append(Sheet(place_of(pupil[HALVES]), np.stack([p[6], p[6]]), lift=0, crease=0.0))
        sheets.append(Sheet(place_of(glint[None]), p[3][None], lift=0, crease=0.0))
    return sheets


def _shoulders(plan: Stage, rng: np.random.Generator, p: Palette, c: float, middle: float, scale: float) -> Sheet:
    """Chest and shoulders: a white bib between rust flanks, in long folds."""
    half = np.array([[0.50, 0.30], [0.78, 0.62], [0.92, 0.98], [1.02, 1.40], [1.12, 1.90], [1.30, 2.90]])
    right = half * scale + (c, middle)
    left = (half * (-1, 1))[::-1] * scale + (c, middle)
    outline = np.vstack([right, left])
    coats = _coats(p)

    folds = Folds(rng, 5, 0.014)

    def height(x: Array, y: Array) -> Array:
        u = np.abs(x - c) / scale
        pleat = np.abs(((u * 3.1 + 0.6 * y / scale) % 1) - 0.5)
        return np.asarray(0.16 * np.cos(u * 1.3) + 0.035 * pleat + folds(x, y))

    def colour(x: Array, y: Array, light: Array) -> Array:
        u, v = np.abs(x - c) / scale, (y - middle) / scale
        bib = u < 0.62 - 0.26 * (v - 0.6) + 0.06 * np.sin(v * 17)
        fur = ramp([coats["r"], coats["o"], coats["l"]], np.clip(0.4 + 1.4 * (light - 0.55), 0, 1))
        white = ramp([coats["c"], coats["w"]], np.clip(light * 1.3, 0, 1))
        return np.where(bib[:, None], white, fur)

    return creased(plan, outline, 0.075, height, colour, rng, lift=13)
