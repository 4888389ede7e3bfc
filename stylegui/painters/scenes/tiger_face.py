"""A tiger's face that looks out of long grass."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stylegui.painters.colour import Array, Palette, ramp, shifted
from stylegui.painters.field import Size, blurred, grid, mix, noise, smoothstep
from stylegui.painters.scenes.living_forms import (
    BLOSSOM,
    DARK,
    DEEP,
    FINGERS,
    GOLD,
    GRAIN,
    LEAF,
    SPOTS,
    WARM,
    WATER,
    WHITE,
    Region,
    shape,
)


def tiger(size: Size, rng: np.random.Generator, palette: Palette) -> list[Region]:
    """A tiger's face that looks out of long grass; its stripes follow the skull."""
    x, y = grid(size)
    wide, tall = size[0] / max(size), size[1] / max(size)
    s = min(wide / 1.12, tall)
    px, py = (x - wide / 2) / s, (y - tall * 0.5) / s + 0.5  # the face's own box: px about 0, py in [0, 1]
    side = np.abs(px)
    lean = px + 0.35 * (py - 1) * np.sin(px * 3) + 0.03 * noise(size, 5, rng)
    grass = ramp(
        [palette[DEEP], palette[WATER], palette[LEAF]],
        np.clip(0.55 + 0.30 * noise(size, (9, 1.5), rng) - 0.3 * py, 0, 1),
    )
    regions = [Region(np.ones_like(x), mix(grass, palette[LEAF], 0.35), mix(grass, palette[DEEP], 0.55), coarse=1.25,
        phase=lean * s / GRAIN / 1.25)]  # fmt: skip

    def both(points: list[tuple[float, float]]) -> Array:
        left = np.array(points) * s + np.array([wide / 2, (tall - s) / 2])
        right = np.array(points) * [-s, s] + np.array([wide / 2, (tall - s) / 2])
        return np.maximum(shape(size, left), shape(size, right))

    def swelling(mask: Array, reach: float, rise: float) -> Array:
        return blurred(mask, reach * s * max(size)) * rise

    fur = mix(palette[WARM], palette[GOLD], np.clip(0.10 + 1.1 * side + 0.10 * noise(size, 6, rng), 0, 0.75))
    radial = np.arctan2(py - 0.60, side + 0.02)
    arc = np.hypot(px * 1.1, py - 0.62)
    streaks = 0.5 * py * s / GRAIN * 1.1
    brow = np.hypot(px * 0.75, py - 0.20) * s / GRAIN * 0.9
    cheek = (arc * 0.65 + 0.30 * radial) * s / GRAIN * 1.15
    phase = np.where(py < 0.34, brow + streaks * 0.4, cheek) + 0.25 * noise(size, 5, rng)
    ears = both([(-0.43, 0.27), (-0.475, 0.10), (-0.40, 0.005), (-0.28, 0.03), (-0.18, 0.14), (-0.28, 0.26)])
    regions.append(
        Region(ears, fur, palette[DARK], *FINGERS, coarse=1.1, phase=phase, swell=swelling(ears, 0.03, 0.05))
    )
    inner = both([(-0.405, 0.215), (-0.425, 0.115), (-0.375, 0.06), (-0.295, 0.085), (-0.255, 0.16), (-0.32, 0.225)])
    regions.append(
        Region(
            inner, palette[WHITE], mix(palette[BLOSSOM], palette[DARK], 0.35), *FINGERS, coarse=0.75, phase=radial * 9
        )
    )
    ruff = both([(0.0, 0.08), (-0.20, 0.10), (-0.38, 0.22), (-0.47, 0.42), (-0.52, 0.60), (-0.47, 0.64), (-0.48, 0.74),
        (-0.41, 0.76), (-0.39, 0.86), (-0.30, 0.86), (-0.18, 0.96), (0.0, 0.985)])  # fmt: skip
    pale = mix(
        fur,
        palette[WHITE],
        np.clip(smoothstep(0.24, 0.42, side) * smoothstep(0.40, 0.60, py) + smoothstep(0.80, 0.9, py), 0, 0.9),
    )
    skull = swelling(ruff, 0.10, 0.26)
    regions.append(Region(ruff, pale, palette[DARK], *FINGERS, coarse=1.35, phase=phase / 1.25, swell=skull))
    brows = both([(-0.07, 0.385), (-0.10, 0.27), (-0.19, 0.235), (-0.27, 0.30), (-0.265, 0.40), (-0.17, 0.36)])
    regions.append(
        Region(
            brows,
            palette[WHITE],
            palette[DARK],
            *FINGERS,
            coarse=1.0,
            phase=brow,
            swell=skull + swelling(brows, 0.02, 0.03),
            edge=0.3,
        )
    )
    nose_bridge = both([(0.0, 0.30), (-0.065, 0.36), (-0.075, 0.50), (-0.10, 0.62), (-0.06, 0.655), (0.0, 0.64)])
    regions.append(Region(nose_bridge, fur, shifted(palette[WARM], -0.12), coarse=0.6, phase=py * 34, carve=0.35,
        edge=0.35, swell=skull + swelling(nose_bridge, 0.03, 0.07)))  # fmt: skip
    muzzle = both(
        [(0.0, 0.655), (-0.09, 0.635), (-0.19, 0.66), (-0.225, 0.74), (-0.17, 0.815), (-0.07, 0.825), (0.0, 0.795)]
    )
    dots = mix(palette[WHITE], palette[GOLD], 0.10)
    regions.append(Region(muzzle, shifted(dots, -0.05), dots, *SPOTS, coarse=0.75,
        phase=(side + 0.5 * py) * 30, carve=0.5, edge=0.8,
        swell=skull + swelling(muzzle, 0.035, 0.10)))  # fmt: skip
    chin = both([(0.0, 0.82), (-0.10, 0.845), (-0.105, 0.90), (-0.05, 0.94), (0.0, 0.945)])
    regions.append(Region(chin, palette[WHITE], mix(palette[WHITE], palette[WARM], 0.35), *FINGERS, coarse=0.75,
        phase=px * 40, carve=0.6,
        swell=skull + swelling(chin, 0.02, 0.05)))  # fmt: skip
    mouth = both(
        [(0.0, 0.765), (-0.035, 0.805), (-0.12, 0.835), (-0.17, 0.825), (-0.12, 0.848), (-0.04, 0.832), (0.0, 0.832)]
    )
    regions.append(Region(mouth, palette[DARK], palette[DARK], carve=0.0, swell=skull - 0.01, edge=0.0))
    nose = both(
        [(0.0, 0.625), (-0.065, 0.632), (-0.085, 0.655), (-0.04, 0.705), (-0.012, 0.725), (-0.01, 0.775), (0.0, 0.775)]
    )
    regions.append(
        Region(
            nose,
            palette[BLOSSOM],
            mix(palette[BLOSSOM], palette[DARK], 0.5),
            carve=0.25,
            swell=skull + swelling(nose, 0.012, 0.06),
        )
    )
    return regions + _eyes(palette, both, skull, px, py)


def _eyes(
    palette: Palette, both: Callable[[list[tuple[float, float]]], Array], skull: Array, px: Array, py: Array
) -> list[Region]:
    """Amber eyes in dark rims under a little light."""
    rim = both([(-0.085, 0.475), (-0.115, 0.405), (-0.185, 0.365), (-0.255, 0.385), (-0.225, 0.435), (-0.16, 0.462)])
    eye = both([(-0.105, 0.447), (-0.130, 0.402), (-0.185, 0.380), (-0.232, 0.396), (-0.205, 0.430), (-0.155, 0.448)])
    side = np.abs(px)
    r = np.hypot(side - 0.172, py - 0.412)
    amber = ramp([palette[GOLD], palette[GOLD], palette[LEAF], palette[DARK]], np.clip(r / 0.055, 0, 1))
    pupil = smoothstep(0.0185, 0.0165, r)
    light = smoothstep(0.0105, 0.0075, np.hypot(px - np.sign(px) * 0.172 + 0.014, py - 0.398))
    amber = mix(mix(amber, palette[DARK], pupil), palette[WHITE], light)
    bulge = skull + 0.03 * np.sqrt(np.clip(1 - (r / 0.07) ** 2, 0, 1))
    return [
        Region(rim, palette[DARK], palette[DARK], carve=0.0, swell=skull - 0.004, edge=0.4),
        Region(eye, amber, amber, carve=0.0, swell=bulge, edge=0.8),
    ]
