"""Still lifes on a café table, drawn in flat shapes.

Palette: wall, deep blue, table ochre, wood brown, sienna, cream, bottle green, red, grey, dark.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp
from stylegui.painters.field import Size, mix, noise
from stylegui.painters.scenes.drawing import Drawing, mirrored, shades, turned
from stylegui.painters.study import frame, places


def guitar_and_wine(size: Size, rng: np.random.Generator, palette: Palette) -> Drawing:
    """A guitar, a bottle, a glass, a sheet of music and fruit."""
    drawing = _table(size, rng, palette)
    sheet = places("0.06 0.70, 0.34 0.63, 0.44 0.83, 0.13 0.90")
    drawing.lay(sheet, _staves(drawing, palette), False, 0.7)
    for x, y in places("0.17 0.745, 0.22 0.76, 0.27 0.72, 0.31 0.765, 0.20 0.81, 0.29 0.82"):
        drawing.lay(np.array([[x - 0.010, y], [x, y - 0.006], [x + 0.010, y], [x, y + 0.006]]), palette[9])
        drawing.stroke(np.array([[x + 0.0095, y], [x + 0.0095, y - 0.045]]), 0.003, palette[9])
    _bottle(drawing, palette, 0.245, 0.66, 1.0)
    _guitar(drawing, palette)
    _glass(drawing, palette, 0.86, 0.765)
    for x, y, radius, place in ((0.62, 0.845, 0.062, 4), (0.735, 0.86, 0.055, 2), (0.675, 0.80, 0.05, 7)):
        drawing.ball(x, y, radius, shades(palette, place, 9, 5))
    return drawing


def violin_and_newspaper(size: Size, rng: np.random.Generator, palette: Palette) -> Drawing:
    """A violin laid over a folded newspaper, a pipe, a cup and a bowl of lemons."""
    drawing = _table(size, rng, palette)
    fx, fy = drawing.fx, drawing.fy
    paper = places("0.05 0.60, 0.47 0.50, 0.60 0.86, 0.15 0.985")
    slant = fy + 0.235 * fx
    lines = ((slant / 0.0125) % 1 < 0.42) & (np.sin(fx * 900 + 40 * np.floor(slant / 0.0125)) > -0.55)
    column = ((fx - 0.32 * fy + 0.5) / 0.105) % 1 > 0.10
    print_lab = mix(palette[5], palette[9], 0.62 * (lines & column))
    drawing.lay(paper, print_lab, False, 0.8)
    drawing.lay(places("0.075 0.615, 0.46 0.523, 0.475 0.565, 0.09 0.66"), palette[5], False, 0.0)
    for k, width in enumerate((0.055, 0.030, 0.050, 0.036, 0.052, 0.040)):  # a headline in blocks: no letters
        x = 0.105 + 0.062 * k
        y = 0.633 - 0.235 * (x - 0.1)
        drawing.lay(
            np.array(
                [
                    [x, y - 0.014],
                    [x + width, y - 0.014 - 0.235 * width],
                    [x + width, y + 0.014 - 0.235 * width],
                    [x, y + 0.014],
                ]
            ),
            palette[9],
            False,
            0.0,
        )
    _bottle(drawing, palette, 0.80, 0.63, 0.88)
    _violin(drawing, palette, 0.475, 0.50, 0.46)
    bowl = places("0.60 0.745, 0.94 0.735, 0.915 0.80, 0.85 0.852, 0.70 0.855, 0.63 0.81")
    for x, y in ((0.68, 0.725), (0.77, 0.705), (0.86, 0.722)):
        drawing.ball(x, y, 0.052, shades(palette, 2, 3, 5))
    drawing.lay(bowl, ramp([palette[5], palette[0], palette[1]], np.clip((fx - 0.60) / 0.34, 0, 1)))
    drawing.lay(
        places("0.13 0.50, 0.27 0.475, 0.262 0.56, 0.225 0.60, 0.17 0.61, 0.137 0.57"),
        ramp([palette[5], palette[8]], (fx - 0.13) / 0.14),
    )
    drawing.stroke(places("0.262 0.50, 0.305 0.505, 0.295 0.555, 0.245 0.57"), 0.012, palette[8], 0.8)
    drawing.lay(places("0.145 0.507, 0.20 0.488, 0.258 0.490, 0.20 0.512"), mix(palette[3], palette[9], 0.5))
    drawing.stroke(places("0.60 0.945, 0.70 0.925, 0.80 0.930"), 0.016, palette[9], 0.6)
    drawing.lay(
        places("0.795 0.885, 0.855 0.880, 0.850 0.945, 0.815 0.958, 0.790 0.94"),
        ramp([palette[4], palette[3]], (fx - 0.79) / 0.07),
    )
    return drawing


def _table(size: Size, rng: np.random.Generator, palette: Palette) -> Drawing:
    """The wall, a striped curtain and the table top."""
    fx, fy = frame(size)
    drawing = Drawing(
        ramp([palette[1], palette[0], palette[8]], 0.30 + 0.9 * (1 - fx) * (1 - fy) + 0.10 * noise(size, 4, rng))
    )
    grain = 0.5 + 0.5 * np.sin(fy * 260 + 9 * noise(size, (2, 5), rng) + fx * 30)
    folds = ramp([palette[7], mix(palette[7], palette[9], 0.5)], 0.5 + 0.5 * np.sin(fx * 75))
    drawing.lay(places("0.58 -0.1, 1.1 -0.1, 1.1 0.62, 0.70 0.60"), folds, False)
    wood = ramp([palette[3], palette[2]], 0.35 + 0.5 * grain)
    drawing.lay(places("-0.1 0.66, 0.22 0.585, 0.90 0.60, 1.1 0.70, 1.1 0.95, -0.1 0.97"), wood, False)
    drawing.lay(places("-0.1 0.95, 1.1 0.93, 1.1 1.1, -0.1 1.1"), mix(palette[3], palette[9], 0.5), False)
    return drawing


def _staves(drawing: Drawing, palette: Palette) -> Array:
    slant = drawing.fy + 0.25 * drawing.fx
    return mix(palette[5], palette[9], 0.75 * (slant % 0.045 % 0.0075 < 0.0022) * (slant % 0.045 < 0.033))


def _bottle(drawing: Drawing, palette: Palette, x: float, foot: float, grow: float) -> None:
    """A wine bottle with a blank label."""
    half = places("0.026 -0.497, 0.022 -0.47, 0.024 -0.345, 0.050 -0.31, 0.063 -0.24, 0.060 -0.02, 0.030 0.002") * grow
    glow = np.clip(0.5 + (drawing.fx - x) / 0.11, 0, 1)
    drawing.lay(
        mirrored(half) + np.array([x, foot]), ramp([palette[9], palette[6], mix(palette[6], palette[5], 0.5)], glow)
    )
    label = np.array([[-0.058, -0.22], [0.058, -0.22], [0.058, -0.10], [-0.058, -0.10]]) * grow + [x, foot]
    drawing.lay(label, mix(palette[5], palette[2], glow * 0.6), False)
    for k in range(4):
        y = foot + (-0.19 + 0.02 * k) * grow
        end = x + (0.04 - 0.02 * (k % 2)) * grow
        drawing.stroke(np.array([[x - 0.04 * grow, y], [end, y]]), 0.007, palette[7 if k == 0 else 9])


def _glass(drawing: Drawing, palette: Palette, x: float, foot: float) -> None:
    """A glass half full of wine."""
    shade = np.clip(0.5 + (drawing.fx - x) / 0.13, 0, 1)
    clear = mix(mix(drawing.lab, palette[5], 0.55), palette[0], shade * 0.5)
    outline = places(
        "-0.07 -0.265, -0.06 -0.145, -0.015 -0.105, -0.008 -0.025, -0.06 0.0, 0.065 0.0, 0.01 -0.025, 0.016 -0.105,"
        "0.06 -0.145, 0.07 -0.265, 0.0 -0.253"
    )
    drawing.lay(outline + np.array([x, foot]), clear)
    wine = places("-0.06 -0.195, -0.052 -0.145, -0.015 -0.113, 0.016 -0.113, 0.052 -0.145, 0.06 -0.195, 0.0 -0.185")
    drawing.lay(wine + np.array([x, foot]), mix(palette[7], palette[9], 0.3 * shade))


def _guitar(drawing: Drawing, palette: Palette) -> None:
    """A guitar standing aslant, its neck to the upper right."""
    lean, ratio = 0.42, drawing.ratio

    def at(shape: Array) -> Array:
        return turned(shape, 0.50, 0.60, lean, 1.0, ratio)

    u = (drawing.fx - 0.50) * np.cos(lean) + (drawing.fy - 0.60) * ratio * np.sin(lean)
    face = ramp([palette[3], palette[4], palette[2], palette[5]], 0.62 - u * 2.6 + 0.08 * np.sin(u * 190))
    body = mirrored(
        places(
            "0.0 -0.245, 0.085 -0.235, 0.128 -0.175, 0.102 -0.095, 0.095 -0.045, 0.150 0.035, 0.168 0.115, "
            "0.125 0.195, 0.0 0.225"
        )
    )
    drawing.lay(at(body + np.array([0.02, 0.012])), mix(palette[3], palette[9], 0.6))
    drawing.lay(at(body), face)
    ring = np.arange(14) * np.pi / 7
    hole = np.stack([np.cos(ring), np.sin(ring)], axis=1)
    drawing.lay(at(hole * 0.062 - [0, 0.055]), palette[5])
    drawing.lay(at(hole * 0.050 - [0, 0.055]), palette[9])
    drawing.lay(
        at(places("-0.024 -0.10, 0.024 -0.10, 0.019 -0.55, -0.019 -0.55")), mix(palette[9], palette[3], 0.35), False
    )
    drawing.lay(at(places("-0.027 -0.54, 0.027 -0.54, 0.036 -0.66, -0.036 -0.66")), palette[3], False)
    drawing.lay(at(places("-0.06 0.105, 0.06 0.105, 0.055 0.128, -0.055 0.128")), palette[9], False)
    for k in range(5):
        x = -0.014 + 0.007 * k
        string = np.array([[x, -0.60], [x + 0.0018, -0.60], [x * 1.5 + 0.0018, 0.11], [x * 1.5, 0.11]])
        drawing.lay(at(string), palette[5], False, 0)
    for k in range(7):
        y = -0.16 - 0.052 * k
        drawing.lay(
            at(np.array([[-0.022, y], [0.022, y], [0.022, y + 0.003], [-0.022, y + 0.003]])), palette[8], False, 0
        )


def _violin(drawing: Drawing, palette: Palette, x: float, y: float, lean: float) -> None:
    """A violin and its bow."""
    ratio = drawing.ratio

    def at(shape: Array) -> Array:
        return turned(shape, x, y, lean, 1.05, ratio)

    u = (drawing.fx - x) * np.cos(lean) + (drawing.fy - y) * ratio * np.sin(lean)
    body = mirrored(places(
        "0.0 -0.165, 0.065 -0.150, 0.100 -0.095, 0.092 -0.045, 0.060 -0.020, 0.054 0.035, 0.078 0.075, 0.118 0.110,"
        "0.132 0.175, 0.095 0.245, 0.0 0.262"
    ))  # fmt: skip
    drawing.lay(at(body + np.array([0.022, 0.016])), mix(palette[3], palette[9], 0.65))
    drawing.lay(
        at(body), ramp([palette[3], palette[4], palette[4], palette[2]], 0.55 - u * 3.4 + 0.06 * np.sin(u * 230))
    )
    for way in (-1, 1):
        hole = places("0.046 -0.005, 0.056 0.020, 0.050 0.055, 0.066 0.090, 0.062 0.104") * [way, 1]
        drawing.stroke(at(hole), 0.0075, palette[9])
        for end in (hole[0], hole[-1]):
            ring = np.arange(8) * np.pi / 4
            drawing.lay(at(np.stack([np.cos(ring), np.sin(ring)], axis=1) * 0.0085 + end), palette[9], True, 0)
    drawing.lay(at(places("-0.020 0.030, 0.020 0.030, 0.013 -0.34, -0.013 -0.34")), palette[9], False)
    drawing.lay(at(places("-0.013 -0.33, 0.013 -0.33, 0.020 -0.42, 0.0 -0.455, -0.020 -0.42")), palette[3])
    for k, side in enumerate((-1, 1, -1, 1)):
        peg = np.array([[0.0, -0.352 - 0.02 * k], [side * 0.042, -0.360 - 0.02 * k]])
        drawing.stroke(at(peg), 0.011, palette[9])
    drawing.lay(at(places("-0.045 0.062, 0.045 0.062, 0.036 0.074, -0.036 0.074")), palette[5], False)
    drawing.lay(at(places("-0.020 0.110, 0.020 0.110, 0.013 0.225, -0.013 0.225")), palette[9], False)
    for k in range(4):
        place = -0.012 + 0.008 * k
        string = np.array([[place * 0.7, -0.33], [place * 0.7 + 0.002, -0.33], [place + 0.002, 0.12], [place, 0.12]])
        drawing.lay(at(string), palette[5], False, 0)
    drawing.stroke(
        turned(places("-0.30 -0.02, 0.0 -0.035, 0.30 -0.02"), x + 0.04, y + 0.18, -0.5, 1.0, ratio),
        0.009,
        palette[3],
        0.5,
    )
    drawing.stroke(turned(places("-0.29 -0.006, 0.29 -0.006"), x + 0.04, y + 0.18, -0.5, 1.0, ratio), 0.004, palette[5])
