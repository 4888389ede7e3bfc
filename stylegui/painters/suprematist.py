"""Suprematism: bars, discs and crosses that float on chalky white, in fat flat oil that has aged.

Each form is trowelled on along its axis and stands up at its edges; under it lies the place where it was first painted.
Where two colours meet, each pushes its neighbour a little towards its opposite.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from stylegui.painters.colour import Array, Palette, shifted, to_pixels
from stylegui.painters.crackle import crackle
from stylegui.painters.field import Size, blurred, edge_distance, fbm, grid, mix, noise, smoothstep, warped
from stylegui.painters.lines import ellipse, turned
from stylegui.painters.placing import lot
from stylegui.painters.relief import lit, weave
from stylegui.painters.scenes.chart import Chart

# chalk ground, black, red, blue, yellow, green, ochre rose, grey
PALETTE = Palette(("#ece3d0", "#1a181b", "#bf2a20", "#24427f", "#e3ac2c", "#3c6e4f", "#cf8f78", "#9a958c"))
GROUND, BLACK, RED, BLUE, YELLOW, GREEN, ROSE, GREY = range(8)


@dataclass
class Forms:
    """The forms by number: colour, axis (radians), how far each fades out along its axis, and the places of ghosts."""

    chart: Chart
    ghosts: Chart
    palette: Palette
    rng: np.random.Generator
    colours: list[Array] = field(default_factory=list)
    axes: list[float] = field(default_factory=list)
    fades: list[tuple[float, float, float, float]] = field(default_factory=list)

    def put(self, outline: Array, place: int, axis: float, fade: float = 0.0) -> None:
        """One form, (N, 2) in long sides; `fade` is how far it melts into the ground towards the end of its axis."""
        rng = self.rng
        number = len(self.colours)
        self.colours.append(shifted(self.palette[place], rng.normal(0, 0.012), 1.0, rng.normal(0, 0.04)))
        self.axes.append(axis)
        along = outline @ [np.cos(axis), np.sin(axis)]
        self.fades.append((np.cos(axis), np.sin(axis), float(along.min()), fade / max(float(np.ptp(along)), 1e-6)))
        self.chart.fill(outline, number)
        if rng.random() < 0.55:
            self.ghosts.fill(turned(outline - outline.mean(axis=0), rng.normal(0, 0.05), 1.03,
                                    tuple(outline.mean(axis=0) + rng.normal(0, 0.011, 2))), 1)  # fmt: skip

    def bar(
        self, at: tuple[float, float], long: float, wide: float, angle: float, place: int, fade: float = 0.0,
        narrow: float = 1.0,
    ) -> None:  # fmt: skip
        """A bar about its middle, `narrow` times as wide at the far end; never quite rectangular."""
        rng = self.rng
        corners = np.array([[-1, -1], [1, -narrow], [1, narrow], [-1, 1]]) * [long / 2, wide / 2]
        self.put(turned(corners + rng.normal(0, 0.0012, (4, 2)), angle, at=at), place,
                 angle if long > wide else angle + np.pi / 2, fade)  # fmt: skip

    def disc(self, at: tuple[float, float], radius: float, place: int) -> None:
        """A disc by a steady hand."""
        squash = 1 + self.rng.normal(0, 0.008)
        self.put(ellipse((at[0], at[1]), radius * squash, radius / squash, 0, 90), place, self.rng.uniform(0, np.pi))

    def cross(self, at: tuple[float, float], reach: float, wide: float, angle: float, place: int) -> None:
        """Two bars across each other."""
        self.bar(at, reach * 2, wide, angle, place)
        self.bar(at, reach * 1.5, wide * 0.9, angle + np.pi / 2, place)


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    forms = Forms(Chart(size), Chart(size), palette, rng)
    forms.colours.append(palette[GROUND])
    forms.axes.append(0.0)
    forms.fades.append((1.0, 0.0, 0.0, 0.0))
    motifs: tuple[Callable[[Forms], None], ...] = (diagonal, wedge, constellation)
    motifs[seed % len(motifs)](forms)
    return _painted(forms, size)


def _painted(forms: Forms, size: Size) -> Array:
    rng, palette = forms.rng, forms.palette
    unit = max(size) / 1024
    x, y = grid(size)
    number = forms.chart.numbers()
    sway = [unit * (1.3 * noise(size, 9, rng) + 0.45 * noise(size, 90, rng)) for _ in range(2)]
    flat = warped(forms.chart.coloured(np.stack(forms.colours)), *sway)
    on = warped(1 - forms.chart.mask(0), *sway)
    ghost = warped(forms.ghosts.mask(1), *sway)
    lab, chalk = _ground(size, forms, ghost, unit)
    axis = np.asarray(forms.axes, np.float32)[number]
    smear, drag = _trowelled(x, y, axis, number, rng, size)
    fades = np.asarray(forms.fades, np.float32)[number]
    along = (x * fades[..., 0] + y * fades[..., 1] - fades[..., 2]) * fades[..., 3]
    thin = smoothstep(0.25, 0.95, along + 0.08 * smear * (along > 0))
    oil = np.array(flat)
    oil[..., 0] += 0.022 * smear + 0.018 * fbm(size, 6, rng, 3)
    oil = mix(oil, palette[GREY], 0.10 * smoothstep(0.4, 1.6, drag))
    oil += 0.16 * (flat - np.stack([blurred(flat[..., c], 16 * unit) for c in range(3)], axis=-1)) * [0.5, 1.0, 1.0]
    cover = on * (1 - thin) * smoothstep(-2.7, -1.7, drag + 0.5)
    lab = mix(lab, oil, cover)
    rim = np.clip(cover - blurred(cover, 3.5 * unit), 0, 1)
    under = np.clip(blurred(cover, 5 * unit) - cover, 0, 1)
    lab[..., 0] -= 0.10 * under * (1 - cover)
    cracks = crackle(size, rng, 19, 0.75 * unit, 0.16) * smoothstep(-0.7, 0.6, fbm(size, 2.5, rng, 3))
    fine = crackle(size, rng, 62, 0.40 * unit, 0.2) * smoothstep(-0.1, 0.9, fbm(size, 4, rng, 3) + 0.5 * cover)
    cracks = np.maximum(cracks, 0.7 * fine) * (0.55 + 0.45 * on)
    pale = smoothstep(0.30, 0.45, lab[..., 0])
    crack_lab = mix(shifted(palette[GREY], 0.05), mix(palette[BLACK], palette[GREY], 0.35), pale)
    lab = mix(lab, crack_lab, 0.55 * cracks)
    body = blurred(cover, 1.0 * unit) * (1 - 0.6 * thin)
    height = unit * (
        2.6 * body + 5.0 * rim * (1 + 0.5 * smear) + cover * (0.95 * drag + 0.5 * smear) + (1 - cover) * chalk
        + 1.3 * blurred(ghost, 1.5 * unit) * (1 - cover) - 1.4 * cracks + 0.28 * weave(size, rng, 260)
    )  # fmt: skip
    return to_pixels(lit(lab, height, depth=0.60 / unit, gloss=0.35))


def _ground(size: Size, forms: Forms, ghost: Array, unit: float) -> tuple[Array, Array]:
    """Chalk white scrubbed on in all directions, worn to the cloth in places; ghosts of forms painted out."""
    rng, palette = forms.rng, forms.palette
    turn = 1.6 * fbm(size, 3, rng, 2)
    warp = 6 * unit * np.array([np.cos(turn), np.sin(turn)])
    scrub = warped(0.7 * noise(size, (26, 120), rng) + 0.7 * noise(size, (120, 26), rng), warp[0] * 3, warp[1] * 3)
    cloud = fbm(size, 4, rng, 5)
    lab = np.broadcast_to(palette[GROUND], (size[1], size[0], 3)).astype(np.float32)
    lab = mix(lab, mix(palette[GROUND], palette[YELLOW], 0.35), 0.30 * smoothstep(-0.2, 1.5, cloud))
    lab = mix(lab, mix(palette[GROUND], palette[BLUE], 0.25), 0.30 * smoothstep(0.2, 1.6, fbm(size, 3, rng, 4)))
    lab = mix(lab, mix(palette[GROUND], palette[ROSE], 0.5), 0.22 * smoothstep(0.4, 1.6, fbm(size, 5, rng, 4)))
    worn = smoothstep(0.9, 2.0, scrub + 0.7 * cloud)
    lab = mix(lab, mix(palette[GREY], palette[ROSE], 0.4), 0.30 * worn)
    lab = mix(lab, palette[GREY], 0.16 * blurred(ghost, 1.2 * unit) * (0.7 + 0.3 * np.tanh(scrub)))
    lab[..., 0] += 0.016 * scrub + 0.010 * cloud
    edge = edge_distance(size)
    lab[..., 0] -= 0.06 * smoothstep(0.10, 0.0, edge + 0.02 * cloud)
    return lab, 0.55 * scrub + 0.25 * cloud


def _trowelled(
    x: Array, y: Array, axis: Array, number: Array, rng: np.random.Generator, size: Size
) -> tuple[Array, Array]:
    """Smear and drag of the paint along each form's own axis: noise looked up in coordinates turned with the form."""
    scale = 900
    sheets = [fbm((512, 512), cells, rng, 3) for cells in ((7, 70), (22, 190))]
    c, s = np.cos(axis), np.sin(axis)
    u = (x * c + y * s) * scale + 211 * lot(number)
    v = (-x * s + y * c) * scale + 97 * lot(number + 5)
    v = v + 5 * noise(size, 5, rng)
    folded = [np.abs(np.mod(w, 1022) - 511) for w in (u, v)]  # mirrored at the ends: no seam
    rows, columns = folded[1].astype(np.int32), folded[0].astype(np.int32)
    soft = max(1.0, 1024 / max(size) * 0.45)
    smear, drag = (blurred(sheet, soft if soft > 1 else 0)[rows, columns] for sheet in sheets)
    return smear, drag


def diagonal(forms: Forms) -> None:
    """A great leaning plane, and bars that slide along it and across it."""
    rng, s = forms.rng, forms.chart.short
    side = float(rng.choice([-1, 1]))
    lean = side * rng.uniform(0.4, 0.95)
    heading = np.array([np.cos(lean), np.sin(lean)])
    across = np.array([-heading[1], heading[0]]) * float(rng.choice([-1, 1]))
    main, second, third, far = (int(place) for place in rng.permutation([YELLOW, RED, BLUE, GREEN]))

    def at(along: float, off: float) -> tuple[float, float]:
        return forms.chart.spot(*(along * heading + off * across))

    forms.bar(at(-0.10, -0.05), 0.60 * s, 0.34 * s, lean + 0.06, main, fade=0.9)
    forms.bar(at(0.02, -0.10), 0.92 * s, 0.085 * s, lean, BLACK)
    forms.bar(at(0.08, 0.06), 0.50 * s, 0.125 * s, lean - 0.02, second)
    forms.bar(at(0.31, -0.02), 0.055 * s, 0.46 * s, lean + 0.03, third)
    forms.disc(at(-0.33, 0.20), 0.105 * s, int(rng.choice([RED, BLACK, far])))
    forms.bar(at(-0.20, 0.17), 0.36 * s, 0.022 * s, lean + 0.02, BLACK)
    forms.bar(at(-0.36, -0.27), 0.21 * s, 0.055 * s, lean - 0.3, far)
    forms.bar(at(-0.42, -0.18), 0.24 * s, 0.016 * s, lean - 0.3, BLACK)
    forms.bar(at(0.40, 0.23), 0.12 * s, 0.12 * s, lean + 0.1, ROSE)
    for k in range(6):
        forms.bar(at(0.12 + 0.052 * k, 0.235 + 0.004 * k), 0.022 * s, (0.16 - 0.018 * k) * s, lean + 0.03,
                  BLACK if k % 2 else second)  # fmt: skip
    forms.cross(at(0.47, -0.25), 0.065 * s, 0.025 * s, lean + 0.4, second)
    forms.bar(at(-0.02, 0.36), 0.30 * s, 0.03 * s, lean - 0.08, third, fade=0.7)
    forms.bar(at(0.15, -0.33), 0.40 * s, 0.012 * s, lean, GREY)
    _debris(forms, lean, 9)


def wedge(forms: Forms) -> None:
    """A red wedge drives into a black and white disc."""
    rng, chart = forms.rng, forms.chart
    s = chart.short
    side = float(rng.choice([-1, 1]))
    dark = np.array([[0.5 * side, -0.62], [0.9 * side, -0.62], [0.9 * side, 0.62], [-0.30 * side, 0.62]]) * [1.35, 1.0]
    forms.put(np.array([forms.chart.spot(*p) for p in dark]), BLACK, -1.0 * side)
    centre = (0.17 * side, 0.06)
    forms.disc(forms.chart.spot(*centre), 0.315 * s, GROUND)
    forms.disc(forms.chart.spot(centre[0] + 0.006, centre[1]), 0.288 * s, GREY if rng.random() < 0.4 else ROSE)
    forms.disc(forms.chart.spot(centre[0], centre[1]), 0.275 * s, GROUND)
    tip = np.array([0.16 * side, 0.05])
    back = np.array([-0.60 * side, -0.22])
    body = np.array([tip, (back[0] + 0.03 * side, -0.42), (back[0] - 0.09 * side, -0.02)])
    forms.put(np.array([forms.chart.spot(*p) for p in body]), RED, float(np.arctan2(*(tip - back)[::-1])))
    lean = float(np.arctan2(*(tip - back)[::-1]))
    for k, (px, py, long, wide, place) in enumerate(
        ((-0.30, 0.22, 0.34, 0.034, BLACK), (-0.36, 0.30, 0.22, 0.016, GREY), (-0.10, -0.34, 0.26, 0.030, RED),
         (-0.02, -0.40, 0.20, 0.014, BLACK), (-0.52, 0.36, 0.10, 0.10, YELLOW), (0.40, -0.30, 0.17, 0.05, GROUND),
         (0.47, -0.22, 0.11, 0.018, RED), (0.30, 0.40, 0.26, 0.024, GROUND), (0.44, 0.33, 0.06, 0.06, BLUE))
    ):  # fmt: skip
        forms.bar(
            forms.chart.spot(px * side, py), long * s, wide * s, lean + rng.normal(0, 0.12) + (k % 3 == 2) * side, place
        )
    for k in range(5):  # splinters where the wedge strikes
        a = lean + np.pi * 0.0 + side * (0.5 * k - 1.0)
        splinter = np.array([[0.0, -0.012], [0.10 + 0.02 * k, 0.0], [0.0, 0.014]])
        start = tip + 0.06 * np.array([np.cos(a), np.sin(a)])
        forms.put(turned(splinter, a, s, forms.chart.spot(*start)), RED if k % 2 else BLACK, a)
    _debris(forms, lean, 6)


def constellation(forms: Forms) -> None:
    """Bars grouped like wings and fuselages, flying one way over a pale disc."""
    rng, s = forms.rng, forms.chart.short
    course = rng.uniform(-0.95, -0.55) if rng.random() < 0.5 else rng.uniform(-2.6, -2.2)
    pale = forms.chart.spot(rng.uniform(-0.2, 0.2), rng.uniform(-0.12, 0.12))
    forms.disc(pale, 0.36 * s, GREY)
    forms.disc((pale[0] + 0.008 * s, pale[1] - 0.004 * s), 0.352 * s, GROUND)
    ahead = np.array([np.cos(course), np.sin(course)])
    out = np.array([-ahead[1], ahead[0]])
    planes = ((0.02, -0.02, 1.0, YELLOW), (-0.26, 0.30, 0.60, RED), (0.30, -0.30, 0.52, BLUE),
        (-0.36, -0.26, 0.40, GREEN),
              (0.36, 0.24, 0.34, ROSE), (-0.02, 0.46, 0.26, BLACK))  # fmt: skip
    for along, off, scale, place in planes:
        tilt = rng.normal(0, 0.07)
        spot = along * ahead + off * out + rng.normal(0, 0.02, 2)

        def part(da: float, do: float, at: Array = spot, k: float = scale) -> tuple[float, float]:
            return forms.chart.spot(*(at + k * (da * ahead + do * out)))

        k = scale * s
        forms.bar(part(0.0, 0.0), 0.40 * k, 0.075 * k, course + tilt, BLACK)
        forms.bar(part(0.03, 0.0), 0.10 * k, 0.44 * k, course + tilt, place, narrow=0.94)
        forms.bar(part(-0.145, 0.0), 0.050 * k, 0.21 * k, course + tilt, RED if place != RED else YELLOW)
        forms.bar(part(0.27, 0.01), 0.09 * k, 0.032 * k, course + tilt, RED if place != RED else BLACK)
        for step in range(3):
            forms.bar(
                part(-0.27 - 0.06 * step, 0.02 * step), 0.022 * k, (0.11 - 0.026 * step) * k, course + tilt, BLACK
            )
        if scale > 0.5:
            forms.bar(part(0.10, 0.27), 0.26 * k, 0.020 * k, course + tilt, BLUE if place != BLUE else RED)
            forms.bar(part(0.07, -0.26), 0.20 * k, 0.020 * k, course + tilt, BLACK)
    forms.bar(forms.chart.spot(0.0, 0.0), 1.25 * s, 0.007 * s, course + 0.9, BLACK)
    _debris(forms, course, 8)


def _debris(forms: Forms, lean: float, count: int) -> None:
    """Small squares and slips at the edges of the field."""
    rng, chart = forms.rng, forms.chart
    for _ in range(count):
        x, y = rng.uniform(0.06, 0.94, 2)
        if 0.25 < x < 0.75 and 0.2 < y < 0.8:
            continue
        s = chart.short
        long, wide = rng.choice([0.016, 0.03, 0.06]) * s, rng.uniform(0.009, 0.022) * s
        angle = lean + rng.choice([0.0, np.pi / 2]) + rng.normal(0, 0.1)
        forms.bar(
            chart.place(x, y),
            float(long),
            float(wide),
            float(angle),
            int(rng.choice([BLACK, RED, BLUE, YELLOW, GREEN])),
        )
