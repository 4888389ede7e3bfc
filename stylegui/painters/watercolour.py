"""Watercolour: an alpine lake in transparent washes on cold-pressed paper.

Every wash is a thin film of pigment over white paper: light passes it twice (Beer-Lambert), pigment gathers at the edge
of the wash as it dries, settles in the hollows of the paper and is pushed aside by blooms of clear water. After
C. Curtis et al., "Computer-Generated Watercolor", SIGGRAPH 1997, without simulating the fluid.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, from_oklab, linear_to_srgb, srgb_to_linear
from stylegui.painters.field import Size, bilinear, blurred, fbm, grid, noise, slope, smoothstep
from stylegui.painters.relief import paper
from stylegui.painters.study import below, frame, polygon, ridge, smooth_curve

# sky blue, warm light, far violet, mid blue, near indigo, pine green, meadow, rose, ochre, dark
PALETTE = Palette(
    (
        "#5b9bd0", "#f6b66a", "#8d86bf", "#4f7fae", "#2f4a80", "#2c6550", "#9fae3c", "#d1476f", "#c98a3a", "#24304f",
    )
)  # fmt: skip


class Sheet:
    """Paper with its washes: the light it sends back, (H, W, 3) linear."""

    def __init__(self, size: Size, rng: np.random.Generator) -> None:
        self.size, self.rng = size, rng
        self.unit = max(size) / 1024
        self.tooth = paper(size, rng, 210)
        self.bend = (noise(size, 14, rng), noise(size, 14, rng), fbm(size, 60, rng, 3), fbm(size, 60, rng, 3))
        self.light = np.ones((size[1], size[0], 3), np.float32) * np.array([0.955, 0.935, 0.885], np.float32)

    def wash(
        self, mask: Array, pigment: Array, density: Array | float = 1.0, *, wet: float = 0.0, edge: float = 0.5,
        granulation: float = 0.35, bloom: float = 0.3, rough: float = 1.0,
    ) -> None:  # fmt: skip
        """Lay one wash of an OKLab pigment where `mask` (H, W) says.

        density: 1 gives the pigment's own colour; wet: how far it bleeds, in pixels at 1024; edge: how dark its rim
        dries; granulation: how much it settles in the paper; bloom: cauliflower marks of water; rough: edge wobble.
        """
        rng, unit = self.rng, self.unit
        coarse = 3.2 * rough * unit
        x = self.bend[0] * coarse + self.bend[2] * 1.3 * rough * unit
        y = self.bend[1] * coarse + self.bend[3] * 1.3 * rough * unit
        row, column = np.mgrid[0 : self.size[1], 0 : self.size[0]].astype(np.float32)
        film = bilinear(np.asarray(mask, np.float32), column + x, row + y)
        if wet > 0:
            film = blurred(film, wet * unit)
            film = smoothstep(0.05, 0.95, film + 0.10 * self.bend[2] * film * (1 - film) * 4)
        inner = blurred(film, 2.2 * unit)
        rim = np.clip(film - inner, 0, 1) * 2.0 + 0.6 * np.clip(film - blurred(film, 7 * unit), 0, 1)
        flow = 1 + 0.22 * fbm(self.size, 5, rng, 4) + 0.10 * fbm(self.size, (18, 30), rng, 3)
        if bloom > 0:
            front = fbm(self.size, 3.5, rng, 6)
            ring = np.exp(-(((front - 0.75) / 0.06) ** 2)) * 0.7 - 0.55 * smoothstep(0.75, 1.1, front)
            flow = flow + bloom * ring
        grains = 1 + granulation * (-0.5 * np.tanh(self.tooth) + 0.3 * noise(self.size, 420, rng))
        amount = film * np.clip(flow, 0.15, 2.5) * np.clip(grains, 0.1, 2.2) + edge * rim
        absorb = -np.log(np.clip(srgb_to_linear(from_oklab(np.asarray(pigment))), 0.012, 0.98))
        self.light *= np.exp(-(amount * density)[..., None] * absorb)

    def lift(self, mask: Array, share: float) -> None:
        """Take paint off with a damp brush, or spare the paper."""
        bare = np.array([0.955, 0.935, 0.885], np.float32)
        self.light += (bare - self.light) * (mask * share)[..., None]

    def pixels(self) -> Array:
        """(H, W, 3) uint8: the dry sheet under a raking light."""
        across, down = slope(self.tooth * self.unit)
        shade = 1 + 0.030 * np.tanh((across + down) * 1.1 / self.unit)
        return np.asarray(np.rint(linear_to_srgb(self.light * shade[..., None]) * 255), dtype=np.uint8)


def paint(size: Size, seed: int, palette: Palette = PALETTE) -> Array:
    """The picture as (H, W, 3) uint8 sRGB for `size` (width, height)."""
    rng = np.random.default_rng(seed)
    sheet = Sheet(size, rng)
    _sky(sheet, palette, rng)
    _mountains(sheet, palette, rng)
    across = np.linspace(0, 1, size[0], dtype=np.float32)
    line = 0.78 + 0.035 * np.sin(across * 4.2 + rng.uniform(0, 6)) + 0.010 * ridge(size, rng, 4)
    _lake(sheet, palette, rng, line)
    _meadow(sheet, palette, rng, line)
    _splatter(sheet, palette, rng)
    return sheet.pixels()


def _sky(sheet: Sheet, palette: Palette, rng: np.random.Generator) -> None:
    size = sheet.size
    fx, fy = frame(size)
    cloud = smoothstep(-0.25, 0.65, fbm(size, (2.3, 4.0), rng, 5) + 0.25 - 0.5 * np.abs(fy - 0.2))
    glow = smoothstep(0.12, 0.45, fy) * np.exp(-(((fx - 0.62) / 0.45) ** 2))
    sheet.wash(glow, palette[1], 0.55, wet=26, edge=0.0, granulation=0.15, bloom=0.1)
    sheet.wash((1 - cloud) * smoothstep(0.46, 0.0, fy), palette[0], 0.85, wet=5, edge=0.55, granulation=0.4, bloom=0.45)
    under = cloud * smoothstep(0.1, 0.7, fbm(size, (3, 7), rng, 4)) * smoothstep(0.42, 0.1, fy)
    sheet.wash(under, palette[2], 0.30, wet=12, edge=0.1)
    sheet.wash(smoothstep(0.30, 0.0, fy + 0.05 * noise(size, 3, rng)), palette[0], 0.35, wet=20, edge=0.0)


def _mountains(sheet: Sheet, palette: Palette, rng: np.random.Generator) -> None:
    size = sheet.size
    fx, fy = frame(size)
    across = np.linspace(0, 1, size[0], dtype=np.float32)
    plans = [
        (0.335, 0.12, 0.62, 0.19, palette[2], 0.42, 5.0), (0.400, 0.10, 0.25, 0.22, palette[3], 0.55, 4.0),
        (0.465, 0.075, 0.86, 0.17, palette[3], 0.85, 5.0), (0.515, 0.05, 0.06, 0.19, palette[4], 0.85, 6.0),
    ]  # fmt: skip
    skylines = [
        base
        - rough * 1.5 * np.exp(-(np.abs((across - peak) / wide) ** 1.25))
        + 0.2 * rough * ridge(size, rng, bumps * 2, 6)
        for base, rough, peak, wide, _, _, bumps in plans
    ]
    skylines.append(np.full(size[0], 0.572, np.float32))
    for index, (_, _, peak, _, pigment, density, _) in enumerate(plans):
        skyline = skylines[index]
        nearer = np.min(
            skylines[index + 1 :], axis=0
        )  # each range stops where a nearer one begins: glazes would turn black
        body = below(size, skyline, 1.2) * (1 - below(size, nearer + 0.004, 1.2))
        down = np.clip((fy - skyline[None, :]) / 0.19, 0, 1)
        mist = 0.22 + 0.9 * (1 - down) ** 1.3
        sheet.wash(body, pigment, density * mist, edge=0.6, granulation=0.3, bloom=0.25)
        side = fbm(size, (6, 3), rng, 5) + 2.6 * np.sin((fx - peak) * 9 + 2.2 * noise(size, (5, 2.5), rng)) - 0.3
        gully = smoothstep(0.1, 1.0, side) * body * (1 - down) ** 0.7
        sheet.wash(gully, palette[4], density * 0.55, wet=1.4, edge=0.5, granulation=0.3, bloom=0.1)
        if density < 0.6:
            snow = smoothstep(0.1, 0.7, 1 - down * 2.6 - 0.45 * np.abs(side)) * body
            sheet.lift(snow, 0.75)
        sheet.wash(body * smoothstep(0.55, 1.0, down), palette[1], 0.22, wet=10, edge=0.0)


def _lake(sheet: Sheet, palette: Palette, rng: np.random.Generator, line: Array) -> None:
    size = sheet.size
    fx, fy = frame(size)
    band = below(size, np.full(size[0], 0.572), 1.5) * (1 - below(size, line - 0.003, 2))
    rows = size[1]
    y = np.clip((0.572 * 2 - fy) * rows + noise(size, (6, 60), rng) * rows * 0.006, 0, rows - 1)
    x = np.mgrid[0 : size[1], 0 : size[0]][1] + noise(size, (4, 40), rng) * size[0] * 0.006
    mirrored = bilinear(sheet.light, x, y)
    mirrored = blurred(mirrored, 2.2 * sheet.unit)
    white = np.array([0.955, 0.935, 0.885], np.float32)
    sheet.light = sheet.light * (1 - band[..., None]) + (white + (mirrored - white) * 0.72) * band[..., None]
    depth = np.clip((fy - 0.572) / 0.2, 0, 1)
    sheet.wash(band * (0.3 + 0.7 * depth), palette[0], 0.5, wet=2, edge=0.3, granulation=0.3)
    glint = smoothstep(1.1, 1.5, noise(size, (5, 75), rng) + 0.4 * noise(size, (16, 220), rng)) * band
    sheet.lift(glint * np.exp(-(((fx - 0.6) / 0.25) ** 2)), 0.8)
    streak = smoothstep(0.9, 1.7, noise(size, (6, 110), rng) + 0.5 * noise(size, (20, 320), rng)) * band
    sheet.wash(streak, palette[4], 0.4, edge=0.25, bloom=0.0, rough=0.3)
    for lead, wide, tall in ((-0.02, 0.40, 0.115), (1.02, 0.30, 0.085)):
        for _ in range(46):
            px = lead + (0.5 - abs(lead - 0.5) + 0.5) * 0 + np.sign(0.5 - lead) * wide * rng.uniform(0, 1) ** 1.2
            fall = 1 - abs(px - lead) / (wide * 1.05)
            _pine(
                sheet, palette, rng, px, 0.574 + 0.004 * rng.standard_normal(), tall * fall**0.7 * rng.uniform(0.5, 1.1)
            )


def _pine(sheet: Sheet, palette: Palette, rng: np.random.Generator, x: float, foot: float, tall: float) -> None:
    """A fir with drooping boughs and its soft image in the water, put down as two small washes."""
    if tall < 0.012:
        return
    aspect = size_aspect = sheet.size[1] / sheet.size[0]
    tiers = max(4, int(tall * 110))
    left, right = [], []
    for k in range(tiers):
        t = (k + 1) / tiers
        half = tall * 0.20 * t**0.85 * aspect * rng.uniform(0.75, 1.2)
        left += [[x - half, foot - tall * (1 - t) + 0.004], [x - half * 0.5, foot - tall * (1 - t) - 0.002]]
        right += [[x + half, foot - tall * (1 - t) + 0.004], [x + half * 0.5, foot - tall * (1 - t) - 0.002]]
    outline = np.array([[x, foot - tall], *left, *right[::-1]])
    pigment = palette[5] + (palette[9] - palette[5]) * rng.uniform(0, 0.7)
    _local_wash(sheet, outline, pigment, rng.uniform(0.65, 1.15), 0.45)
    mirrored = outline.copy()
    mirrored[:, 1] = 2 * foot - mirrored[:, 1] + 0.004
    mirrored[:, 0] += 0.0016 * np.sin(mirrored[:, 1] * 900) / size_aspect
    _local_wash(sheet, mirrored, pigment, rng.uniform(0.25, 0.4), 0.2)


def _local_wash(sheet: Sheet, outline: Array, pigment: Array, density: float, edge: float, opaque: float = 0.0) -> None:
    """A small wash, worked out only around its outline; `opaque` lets it stand on dark ground, as body colour does."""
    width, height = sheet.size
    x0, y0 = np.floor(outline.min(axis=0) * sheet.size - 6).astype(int)
    x1, y1 = np.ceil(outline.max(axis=0) * sheet.size + 6).astype(int)
    x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
    if x1 - x0 < 3 or y1 - y0 < 3:
        return
    window = (x1 - x0, y1 - y0)
    film = polygon(window, (outline * sheet.size - [x0, y0]) / window, 3)
    tooth = sheet.tooth[y0:y1, x0:x1]
    rim = np.clip(film - blurred(film, 1.5 * sheet.unit), 0, 1)
    flow = 1 + 0.25 * sheet.bend[2][y0:y1, x0:x1] - 0.25 * tooth
    amount = film * np.clip(flow, 0.2, 2) + edge * 1.6 * rim
    absorb = -np.log(np.clip(srgb_to_linear(from_oklab(np.asarray(pigment))), 0.012, 0.98))
    patch = sheet.light[y0:y1, x0:x1]
    patch += (np.array([0.955, 0.935, 0.885], np.float32) - patch) * (opaque * film)[..., None]
    patch *= np.exp(-(amount * density)[..., None] * absorb)


def _meadow(sheet: Sheet, palette: Palette, rng: np.random.Generator, line: Array) -> None:
    size = sheet.size
    _, fy = frame(size)
    bank = below(size, line, 1.5)
    sheet.wash(bank, palette[6], 0.6, edge=0.6, granulation=0.4, bloom=0.6)
    sheet.wash(
        bank * smoothstep(-0.3, 0.9, fbm(size, (4, 9), rng, 4) + (fy - 0.8) * 3), palette[5], 0.42, wet=5, edge=0.3
    )
    sheet.wash(bank * smoothstep(0.86, 1.05, fy + 0.05 * noise(size, 5, rng)), palette[5], 0.45, wet=10, edge=0.1)
    for _ in range(420):
        foot = rng.uniform(0.83, 1.04)
        x, tall = rng.uniform(-0.02, 1.02), rng.uniform(0.025, 0.13) * (foot - 0.72) * 3
        lean = rng.normal(0, 0.35) * tall
        wide = 0.0016 + 0.004 * rng.random() * (foot - 0.75) * 3
        curve = smooth_curve(np.array([[x - wide, foot], [x + lean * 0.3 - wide * 0.7, foot - tall * 0.6],
            [x + lean, foot - tall],
                                       [x + lean * 0.3 + wide * 0.7, foot - tall * 0.6], [x + wide, foot]]),
                                       24)  # fmt: skip
        pigment = palette[int(rng.choice([5, 5, 6, 9, 8]))]
        _local_wash(sheet, curve, pigment, rng.uniform(0.4, 0.9), 0.4)
    for _ in range(75):
        foot = rng.uniform(0.80, 1.0)
        radius = rng.uniform(0.008, 0.024) * (0.30 + (foot - 0.78) * 3.2)
        _flower(sheet, palette, rng, rng.uniform(0, 1), foot, radius)


def _flower(sheet: Sheet, palette: Palette, rng: np.random.Generator, x: float, y: float, radius: float) -> None:
    """Four to six loose petals touched in, darker where two meet."""
    stretch = sheet.size[0] / sheet.size[1]
    petals = int(rng.integers(4, 7))
    pigment = palette[int(rng.choice([7, 7, 7, 1, 2]))]
    tilt = rng.uniform(0.5, 1.0)
    start = rng.uniform(0, 6.28)
    for k in range(petals):
        a = start + 2 * np.pi * k / petals + rng.normal(0, 0.12)
        reach = radius * rng.uniform(0.8, 1.15)
        turn = np.array([a - 0.62, a - 0.34, a, a + 0.34, a + 0.62])
        length = np.array([0.62, 0.95, 1.0, 0.95, 0.62]) * reach
        points = np.stack([x + length * np.cos(turn), y + length * np.sin(turn) * stretch * tilt], axis=1)
        outline = smooth_curve(np.vstack([[x, y], points]), 30, closed=True)
        _local_wash(sheet, outline, pigment, rng.uniform(0.45, 1.0), 0.8, 0.72)
    heart = np.stack(
        [x + radius * 0.22 * np.cos(np.arange(8) * 0.785), y + radius * 0.22 * stretch * np.sin(np.arange(8) * 0.785)],
        1,
    )
    _local_wash(sheet, heart, palette[8], 1.2, 0.5, 0.3)


def _splatter(sheet: Sheet, palette: Palette, rng: np.random.Generator) -> None:
    x, y = grid(sheet.size)
    for _ in range(70):
        px, py = rng.uniform(0, 1), rng.uniform(0.76, 1)
        radius = 0.0009 + 0.0026 * rng.random() ** 3
        ring = np.arange(10) * 2 * np.pi / 10
        wob = 1 + 0.15 * rng.standard_normal(10)
        dot = np.stack(
            [px + radius * wob * np.cos(ring), py + radius * wob * np.sin(ring) * sheet.size[0] / sheet.size[1]], 1
        )
        _local_wash(
            sheet,
            smooth_curve(dot, 24, closed=True),
            palette[int(rng.choice([5, 7, 4, 8]))],
            rng.uniform(0.3, 0.9),
            0.7,
        )
    edge = np.minimum(np.minimum(x, x.max() - x), np.minimum(y, y.max() - y)) + 0.004 * fbm(sheet.size, 12, rng, 4)
    sheet.lift(smoothstep(0.016, 0.010, edge), 0.97)
