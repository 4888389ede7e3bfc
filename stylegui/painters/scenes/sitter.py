"""A seated sitter with a fan, drawn in flat shapes."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Palette, ramp, shifted
from stylegui.painters.field import Size, mix, noise
from stylegui.painters.scenes.drawing import Drawing
from stylegui.painters.study import frame, places


def sitter(size: Size, rng: np.random.Generator, palette: Palette) -> Drawing:
    """Somebody in an armchair by a window, hands in the lap with an open fan.

    Palette: wall, deep blue, ochre, brown, sienna, cream, green, red, grey, dark.
    """
    fx, fy = frame(size)
    drawing = Drawing(
        ramp([palette[6], palette[8], palette[0]], 0.25 + 0.8 * fx * (1 - fy) + 0.10 * noise(size, 4, rng))
    )
    flip = rng.random() < 0.5

    def at(text: str) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        shape = places(text)
        if flip:
            shape[:, 0] = 1 - shape[:, 0]
        return shape

    across = 1 - fx if flip else fx
    sky = ramp([palette[0], palette[5]], 0.2 + fy * 1.6)
    drawing.lay(at("0.66 -0.05, 1.05 -0.05, 1.05 0.40, 0.66 0.42"), sky, False)
    drawing.lay(at("0.70 0.30, 0.78 0.22, 0.84 0.27, 0.93 0.18, 1.05 0.27, 1.05 0.40, 0.68 0.41"), palette[6])
    for bar in ("0.84 -0.05, 0.855 -0.05, 0.855 0.41, 0.84 0.41", "0.66 0.17, 1.05 0.16, 1.05 0.175, 0.66 0.185"):
        drawing.lay(at(bar), palette[3], False)
    folds = ramp([palette[7], mix(palette[7], palette[9], 0.55)], 0.5 + 0.5 * np.sin(across * 80 + 4 * fy))
    drawing.lay(at("-0.05 -0.05, 0.20 -0.05, 0.17 0.30, 0.05 0.58, -0.05 0.62"), folds, False)
    chair = ramp([palette[9], palette[1], palette[0]], np.clip(0.75 - 0.6 * across + 0.1 * noise(size, 5, rng), 0, 1))
    drawing.lay(
        at(
            "0.16 1.1, 0.12 0.72, 0.15 0.52, 0.24 0.44, 0.40 0.42, 0.64 0.42, 0.78 0.46, 0.86 0.56, 0.88 0.74, 0.85 1.1"
        ),
        chair,
    )
    coat = ramp([palette[4], palette[7], mix(palette[7], palette[9], 0.6)], np.clip((across - 0.30) / 0.42, 0, 1))
    drawing.lay(
        at(
            "0.40 0.435, 0.31 0.48, 0.255 0.58, 0.235 0.76, 0.22 1.1, 0.80 1.1, 0.775 0.78, 0.745 0.58, "
            "0.68 0.475, 0.585 0.435"
        ),
        coat,
    )
    drawing.lay(at("0.425 0.43, 0.49 0.56, 0.565 0.43, 0.545 0.40, 0.44 0.40"), mix(palette[5], palette[2], 0.25))
    _head(drawing, palette, at, across)
    sleeve = ramp([palette[4], palette[7], mix(palette[7], palette[9], 0.5)], np.clip((fy - 0.55) / 0.3, 0, 1))
    drawing.lay(
        at("0.27 0.56, 0.225 0.68, 0.24 0.80, 0.36 0.845, 0.50 0.85, 0.49 0.79, 0.37 0.76, 0.345 0.66, 0.36 0.575"),
        sleeve,
    )
    drawing.lay(
        at("0.73 0.56, 0.775 0.68, 0.765 0.80, 0.66 0.86, 0.535 0.875, 0.53 0.82, 0.63 0.775, 0.66 0.66, 0.64 0.575"),
        sleeve,
    )
    skin = ramp([mix(palette[2], palette[5], 0.55), palette[4]], np.clip((fy - 0.80) / 0.08, 0, 1))
    drawing.lay(at("0.48 0.795, 0.545 0.80, 0.595 0.825, 0.605 0.85, 0.55 0.862, 0.49 0.852"), skin)
    drawing.lay(at("0.545 0.825, 0.495 0.835, 0.455 0.865, 0.470 0.890, 0.53 0.885, 0.56 0.865"), skin)
    _fan(drawing, palette, flip)
    return drawing


def _head(
    drawing: Drawing, palette: Palette, at: object, across: np.ndarray[tuple[int, int], np.dtype[np.float32]]
) -> None:
    """Neck, face seen from the front and the side at once, hair and hat."""
    assert callable(at)
    light, shade = mix(palette[5], palette[2], 0.35), mix(palette[4], palette[3], 0.45)
    drawing.lay(
        at("0.445 0.34, 0.445 0.425, 0.49 0.455, 0.545 0.42, 0.55 0.34"),
        ramp([shade, palette[4]], (across - 0.44) / 0.11),
    )
    drawing.lay(
        at(
            "0.60 0.16, 0.65 0.24, 0.66 0.35, 0.63 0.42, 0.58 0.40, 0.57 0.28, 0.36 0.25, 0.345 0.33, "
            "0.365 0.40, 0.33 0.40, 0.315 0.29, 0.345 0.18"
        ),
        mix(palette[9], palette[3], 0.35),
    )
    face = ramp([light, light, shade], np.clip(0.35 + (across - 0.49) * 6.0, 0, 1))
    drawing.lay(
        at(
            "0.385 0.185, 0.375 0.25, 0.388 0.31, 0.42 0.36, 0.485 0.392, 0.55 0.355, 0.585 0.30, "
            "0.597 0.24, 0.585 0.185, 0.49 0.16"
        ),
        face,
    )
    drawing.lay(
        at(
            "0.497 0.18, 0.590 0.19, 0.597 0.25, 0.58 0.31, 0.545 0.355, 0.492 0.385, 0.505 0.335, "
            "0.497 0.30, 0.520 0.295, 0.508 0.25"
        ),
        shade,
        False,
        0.7,
    )
    for x, y, open_wide in ((0.432, 0.243, 0.026), (0.555, 0.248, 0.024)):
        for wide, tall, place in ((open_wide, 0.010, 5), (0.010, 0.0095, 1), (0.005, 0.005, 9)):
            text = f"{x - wide} {y}, {x} {y - tall}, {x + wide} {y + 0.002}, {x} {y + tall}"
            drawing.lay(at(text), palette[place], True, 1.0 if place == 5 else 0.3)
    drawing.stroke(at("0.400 0.222, 0.430 0.210, 0.470 0.221"), 0.009, palette[9])
    drawing.stroke(at("0.532 0.224, 0.560 0.214, 0.588 0.228"), 0.009, palette[9])
    drawing.stroke(
        at("0.500 0.215, 0.512 0.255, 0.527 0.292, 0.500 0.303, 0.480 0.296"), 0.0065, mix(palette[9], palette[3], 0.4)
    )
    drawing.lay(at("0.452 0.337, 0.478 0.330, 0.492 0.334, 0.508 0.329, 0.538 0.337, 0.495 0.353"), palette[7])
    drawing.stroke(at("0.452 0.338, 0.495 0.340, 0.538 0.338"), 0.0045, palette[9])
    drawing.ball(0.625, 0.345, 0.012, [palette[3], palette[2], palette[5]])
    drawing.lay(
        at(
            "0.27 0.165, 0.38 0.185, 0.50 0.19, 0.62 0.175, 0.72 0.135, 0.70 0.12, 0.60 0.135, 0.585 0.06, "
            "0.50 0.035, 0.40 0.055, 0.385 0.13, 0.29 0.135"
        ),
        ramp([shifted(palette[1], 0.06), palette[1], palette[9]], np.clip((across - 0.3) / 0.4, 0, 1)),
    )
    drawing.lay(at("0.385 0.125, 0.49 0.143, 0.598 0.128, 0.602 0.155, 0.49 0.172, 0.382 0.156"), palette[2], True, 0.7)


def _fan(drawing: Drawing, palette: Palette, flip: bool) -> None:
    """An open fan of pleats."""
    x, y = (1 - 0.50 if flip else 0.50), 0.868
    sign = -1 if flip else 1
    angles = np.linspace(np.pi * 1.02, np.pi * 1.62, 11)
    for k in range(10):
        a = angles[k : k + 2]
        outer = np.stack([x + sign * 0.27 * np.cos(a), y + 0.27 / drawing.ratio * np.sin(a)], axis=1)
        inner = np.stack([x + sign * 0.09 * np.cos(a), y + 0.09 / drawing.ratio * np.sin(a)], axis=1)
        colour = (palette[5], palette[2], mix(palette[5], palette[7], 0.4), palette[0])[k % 4]
        drawing.lay(np.vstack([outer, inner[::-1]]), colour, False, 0.8)
        drawing.stroke(np.array([[x, y], inner.mean(axis=0)]), 0.006, palette[3], 0.4)
