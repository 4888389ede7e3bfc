"""A port: sails, houses up a hill and a lighthouse, drawn in flat shapes."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Palette, ramp, shifted
from stylegui.painters.field import Size, mix, noise
from stylegui.painters.scenes.drawing import Drawing
from stylegui.painters.study import frame, places


def port(size: Size, rng: np.random.Generator, palette: Palette) -> Drawing:
    """Fishing boats under sail before a town that climbs a hill.

    Palette: sky, deep blue, ochre, brown, sienna, cream, green, red, grey, dark.
    """
    fx, fy = frame(size)
    drawing = Drawing(ramp([palette[0], palette[8], palette[5], palette[2]], fy * 1.5 + 0.10 * noise(size, 4, rng)))
    drawing.ball(0.24, 0.15, 0.075, [palette[4], palette[2], palette[5]])
    hill = ramp(
        [palette[6], mix(palette[6], palette[2], 0.5), palette[3]], 0.3 + 0.9 * (fy - 0.2) + 0.1 * noise(size, 5, rng)
    )
    drawing.lay(places("0.30 0.52, 0.42 0.30, 0.58 0.16, 0.72 0.13, 0.90 0.22, 1.1 0.24, 1.1 0.60, 0.30 0.58"), hill)
    for row in range(5):
        x = 0.40 + 0.04 * rng.random() - 0.04 * row * 0.5
        y = 0.29 + 0.062 * row
        while x < 1.02:
            wide, tall = rng.uniform(0.060, 0.095), rng.uniform(0.070, 0.115)
            _house(drawing, rng, palette, x, y + rng.normal(0, 0.008), wide, tall)
            x += wide * rng.uniform(0.98, 1.35)
    tower = places("0.105 0.56, 0.120 0.30, 0.160 0.30, 0.175 0.56")
    drawing.lay(tower, ramp([palette[5], palette[5], palette[8], palette[1]], (fx - 0.105) / 0.07), False)
    for top in (0.355, 0.445):
        drawing.lay(places(f"0.115 {top}, 0.165 {top}, 0.168 {top + 0.04}, 0.112 {top + 0.04}"), palette[7], False, 0.4)
    drawing.lay(places("0.118 0.30, 0.118 0.262, 0.14 0.235, 0.162 0.262, 0.162 0.30"), palette[9], False)
    drawing.lay(places("0.124 0.295, 0.156 0.295, 0.156 0.268, 0.124 0.268"), palette[2], False, 0.5)
    quay = ramp([palette[2], palette[8], palette[3]], 0.5 + 0.4 * noise(size, (9, 14), rng))
    drawing.lay(places("-0.1 0.555, 0.35 0.55, 1.1 0.575, 1.1 0.635, 0.30 0.61, -0.1 0.60"), quay, False)
    swell = 0.5 + 0.5 * np.sin((fy + 0.012 * np.sin(fx * 30)) * 150)
    sea = ramp(
        [palette[0], palette[1], palette[6], palette[9]],
        (fy - 0.58) * 1.7 + 0.16 * swell + 0.08 * noise(size, (5, 20), rng),
    )
    drawing.lay(places("-0.1 0.595, 0.30 0.605, 1.1 0.63, 1.1 1.1, -0.1 1.1"), sea, False)
    boats = ((0.80, 0.725, 0.62, 7, 2), (0.17, 0.735, 0.60, 6, 4), (0.50, 0.90, 1.0, 4, 5))
    for x, y, grow, hull, sail in boats:
        _boat(drawing, palette, x + rng.normal(0, 0.012), y, grow, hull, sail)
    return drawing


def _house(
    drawing: Drawing, rng: np.random.Generator, palette: Palette, x: float, foot: float, wide: float, tall: float
) -> None:
    """A front and a side in shade, a tiled roof and dark panes."""
    body = palette[int(rng.choice([5, 5, 2, 8, 4]))]
    corner, top = x + wide * 0.62, foot - tall
    drawing.lay(np.array([[x, top], [corner, top], [corner, foot], [x, foot]]), body, False)
    drawing.lay(
        np.array([[corner, top], [x + wide, top + 0.008], [x + wide, foot], [corner, foot]]),
        mix(body, palette[1], 0.5),
        False,
    )
    peak = x + wide * 0.31
    roof = shifted(palette[int(rng.choice([7, 4, 3]))], rng.normal(0, 0.03))
    drawing.lay(np.array([[x - 0.005, top], [peak, top - 0.045], [corner + 0.003, top]]), roof, False)
    drawing.lay(
        np.array(
            [[peak, top - 0.045], [peak + wide * 0.40, top - 0.04], [x + wide + 0.004, top + 0.008], [corner, top]]
        ),
        mix(roof, palette[9], 0.35),
        False,
    )
    for k in range(2):
        wx, wy = x + wide * (0.12 + 0.26 * k), top + tall * 0.22
        drawing.lay(
            np.array([[wx, wy], [wx + 0.012, wy], [wx + 0.012, wy + 0.026], [wx, wy + 0.026]]), palette[9], False, 0.3
        )


def _boat(drawing: Drawing, palette: Palette, x: float, y: float, grow: float, hull: int, sail: int) -> None:
    """A boat under two sails, its stripes of reflection below."""

    def at(text: str) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        return places(text) * grow + [x, y]

    shade = np.clip(0.5 + (drawing.fx - x) / (0.3 * grow), 0, 1)
    for k in range(4):
        drop = 0.025 + 0.034 * k
        reach = 0.17 - 0.028 * k
        stripe = np.array([[-reach, 0.0], [reach * 0.8, -0.005], [reach * 0.7, 0.014], [-reach * 0.8, 0.012]])
        drawing.lay(
            (stripe + np.array([0, drop])) * grow + np.array([x, y]),
            mix(palette[(hull, sail, 5, hull)[k]], palette[1], 0.35),
            True,
            0.3,
        )
    main = ramp([palette[sail], palette[5], mix(palette[sail], palette[3], 0.4)], shade)
    drawing.lay(at("0.012 -0.47, 0.075 -0.36, 0.17 -0.10, 0.20 -0.065, 0.012 -0.075"), main)
    drawing.lay(
        at("-0.008 -0.44, -0.06 -0.30, -0.185 -0.075, -0.008 -0.085"),
        ramp([mix(palette[sail], palette[7], 0.4), palette[sail]], shade),
    )
    drawing.stroke(at("0.002 -0.50, 0.004 -0.02"), 0.009 * grow, palette[9], 0.5)
    drawing.lay(
        at("-0.215 -0.055, 0.235 -0.065, 0.18 0.02, -0.15 0.025"),
        ramp([palette[hull], mix(palette[hull], palette[9], 0.6)], shade),
        False,
    )
    drawing.lay(at("-0.222 -0.066, 0.242 -0.076, 0.235 -0.052, -0.212 -0.043"), palette[5], False, 0.6)
    drawing.lay(at("0.002 -0.50, 0.06 -0.485, 0.002 -0.465"), palette[7], False, 0.4)
