"""A drum bridge over a dark river, people under umbrellas, in falling snow or slanting rain."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import noise, smoothstep
from stylegui.painters.lines import arc, xy
from stylegui.painters.scenes.blocks import DEEP, GREEN, HAZE, KEY, LIGHT, PAPER, RED, WARM, Blocks, signed
from stylegui.painters.scenes.pine import pine
from stylegui.painters.study import smooth_curve


def snow_bridge(blocks: Blocks) -> None:
    """Draw the bridge; the blocks' generator says whether it snows or rains and who is on the way."""
    stage, rng = blocks.stage, blocks.rng
    snow = bool(rng.random() < 0.6)
    blocks.areas.image.paste(HAZE, (0, 0, *blocks.areas.image.size))
    _far_bank(blocks, snow)
    river = smooth_curve(np.array([[-0.1, 0.615], [0.3, 0.600], [0.8, 0.605], [1.45, 0.590]]), 60)
    blocks.shape(np.vstack([river, [[1.45, 1.1], [-0.1, 1.1]]]), DEEP)
    _ripples(blocks)
    _bridge(blocks, snow)
    _bank(blocks, snow)
    pine(blocks, np.array([1.30, 0.98]), snow)
    signed(blocks, 0.10, 0.19, 0.22)
    wobble = 0.012 * noise(stage.size, (3, 3), rng)
    y = stage.y + wobble
    blocks.wash((HAZE,), KEY if snow else DEEP, 0.80 * smoothstep(0.30, 0.02, y))
    blocks.wash((HAZE,), WARM if snow else LIGHT, 0.45 * smoothstep(0.36, 0.58, y))
    blocks.wash((DEEP,), KEY, 0.60 * smoothstep(0.76, 1.0, y))
    blocks.wash((DEEP,), LIGHT, 0.75 * smoothstep(0.70, 0.605, y))
    blocks.wash((LIGHT,), DEEP, 0.45 * smoothstep(0.50, 0.35, y) + 0.30 * smoothstep(0.75, 0.95, y))
    blocks.wash((PAPER,), LIGHT, 0.55 * smoothstep(0.2, 1.1, noise(stage.size, (10, 16), rng)))
    blocks.wash((WARM,), RED, 0.5 * smoothstep(0.35, 0.62, y))
    if snow:
        _flakes(blocks)
    else:
        _rain(blocks)


def _far_bank(blocks: Blocks, snow: bool) -> None:
    rng = blocks.rng
    t = np.linspace(-0.1, 1.45, 90)
    for base, tall, block in ((0.50, 0.13, LIGHT), (0.56, 0.085, PAPER if snow else GREEN)):
        hills = base - tall * np.exp(-(((t - rng.uniform(0.75, 1.1)) / 0.30) ** 2))
        hills -= 0.45 * tall * np.exp(-(((t - rng.uniform(0.1, 0.45)) / 0.16) ** 2))
        blocks.shape(np.vstack([np.stack([t, hills], axis=1), [[1.45, 0.70], [-0.1, 0.70]]]), block, 0.0022)
        for _ in range(46 if block != LIGHT else 0):  # firs on the slope
            k = int(rng.integers(4, 86))
            x, y = t[k], hills[k] + rng.uniform(0.004, 0.05)
            tree = rng.uniform(0.014, 0.024)
            blocks.band(np.array([[x, y - 1.4 * tree], [x, y]]), np.array([0.001, 0.7 * tree]), GREEN)
            if snow:
                blocks.band(np.array([[x - 0.1 * tree, y - tree], [x - 0.2 * tree, y]]), 0.22 * tree, PAPER)
    for k in range(9):  # roofs at the water
        x = 0.42 + 0.075 * k + rng.uniform(-0.02, 0.02)
        w, h = rng.uniform(0.035, 0.055), rng.uniform(0.022, 0.034)
        foot = 0.607
        wall = np.array([[x - 0.8 * w, foot - h], [x + 0.8 * w, foot - h], [x + 0.8 * w, foot], [x - 0.8 * w, foot]])
        blocks.shape(wall, WARM, 0.0018)
        roof = smooth_curve(np.array([[x - 1.15 * w, foot - 0.85 * h], [x - 0.8 * w, foot - 1.2 * h],
                                      [x - 0.45 * w, foot - 2.2 * h], [x + 0.45 * w, foot - 2.2 * h],
                                      [x + 0.8 * w, foot - 1.2 * h], [x + 1.15 * w, foot - 0.85 * h]]), 24)  # fmt: skip
        blocks.shape(roof, PAPER if snow else DEEP, 0.0022)


def _ripples(blocks: Blocks) -> None:
    rng = blocks.rng
    for k in range(46):
        y = 0.63 + 0.37 * (k / 46) ** 1.2 + rng.uniform(-0.006, 0.006)
        x = rng.uniform(-0.1, 1.2)
        length = rng.uniform(0.10, 0.34) * (0.5 + y)
        path = np.array([[x + s * length, y + 0.006 * np.sin(s * 9 + k)] for s in np.linspace(0, 1, 24)])
        blocks.band(path, 0.007 * y * np.sin(np.linspace(0, np.pi, 24)), LIGHT)


def _deck(x: Array) -> Array:
    """Height of the drum bridge's deck above a place."""
    return 0.690 - 0.235 * np.sin(np.pi * np.clip((x + 0.06) / 1.52, 0, 1)) ** 1.15


def _bridge(blocks: Blocks, snow: bool) -> None:
    """Piers, arched beams, people, then the near railing with its posts."""
    rng = blocks.rng
    x = np.linspace(-0.06, 1.46, 150)
    deck = _deck(x)
    _piers(blocks)
    lower = np.stack([x, deck + 0.046], axis=1)
    far_rail = np.stack([x, deck - 0.048], axis=1)
    blocks.band(far_rail, 0.006, RED)
    for at in np.linspace(0.0, 1.4, 29):
        y = float(_deck(np.array([at]))[0])
        blocks.band(np.array([[at, y - 0.05], [at, y]]), 0.005, RED)
    for at in np.sort(rng.uniform(-0.06, 0.06, 5) + np.linspace(0.26, 1.02, 5)):
        _walker(blocks, float(at), float(_deck(np.array([at]))[0]) + 0.012, snow)
    surface = np.stack([x, deck], axis=1)
    blocks.shape(np.vstack([surface, lower[::-1]]), RED)
    blocks.band(surface + xy(0, 0.008), 0.016, PAPER if snow else WARM)
    blocks.stroke(surface, 0.0030)
    blocks.stroke(surface + xy(0, 0.016), 0.0022)
    for k in range(4, 146, 4):
        blocks.key.line(np.array([[x[k], deck[k] + 0.018], [x[k], deck[k] + 0.045]]), 0.0018)
    rail = np.stack([x, deck - 0.030], axis=1)
    for at in np.linspace(-0.02, 1.42, 16):
        y = float(_deck(np.array([at]))[0])
        post = np.array([[at, y - 0.046], [at, y + 0.020]])
        blocks.band(post, 0.013, RED)
        for side in (-0.0065, 0.0065):
            blocks.key.line(post + xy(side, 0), 0.0022)
    blocks.band(rail, 0.010, RED)
    blocks.band(rail + xy(0, 0.022), 0.006, RED)
    for off in (-0.005, 0.005, 0.019, 0.025):
        blocks.stroke(rail + xy(0, off), 0.0020)
    for at in np.linspace(-0.02, 1.42, 16):
        y = float(_deck(np.array([at]))[0]) - 0.046
        knob = arc(at, y - 0.004, 0.010, 0, 2 * np.pi, 20, 0.9)
        blocks.shape(knob, PAPER if snow else WARM, 0.0022)
    if snow:
        blocks.band(rail - xy(0, 0.006), 0.0075, PAPER)


def _piers(blocks: Blocks) -> None:
    """Pairs of leaning posts with two ties, and a ring on the water round each."""
    for at in (0.16, 0.38, 0.60, 0.82, 1.04):
        top = float(_deck(np.array([at]))[0]) + 0.03
        foot = 0.80 + 0.02 * np.sin(at * 7)
        for lean in (-0.022, 0.022):
            post = np.array([[at + 0.6 * lean, top], [at + 1.4 * lean, foot]])
            blocks.band(post, 0.021, WARM)
            for side in (-0.0105, 0.0105):
                blocks.key.line(post + xy(side, 0), 0.0022)
        for beam in (0.35, 0.68):
            y = top + beam * (foot - top)
            blocks.band(np.array([[at - 0.034, y], [at + 0.034, y]]), 0.012, WARM)
            blocks.key.line(np.array([[at - 0.034, y + 0.006], [at + 0.034, y + 0.006]]), 0.0022)
        ring = arc(at, foot, 0.05, 0, 2 * np.pi, 30, 0.13)
        blocks.stroke(ring, 0.002)


def _walker(blocks: Blocks, x: float, foot: float, snow: bool) -> None:
    """Someone bent under a big oiled-paper umbrella."""
    rng = blocks.rng
    tall = rng.uniform(0.115, 0.135)
    coat = smooth_curve(np.array([[x - 0.022, foot], [x - 0.027, foot - 0.45 * tall], [x - 0.010, foot - 0.80 * tall],
                                  [x + 0.012, foot - 0.80 * tall], [x + 0.028, foot - 0.40 * tall],
                                  [x + 0.020, foot]]), 30)  # fmt: skip
    blocks.shape(coat, int(rng.choice([DEEP, GREEN, LIGHT])), 0.0024)
    blocks.stroke(
        np.array([[x + 0.004, foot - 0.70 * tall], [x - 0.004, foot - 0.35 * tall], [x + 0.006, foot]]), 0.002
    )
    top = np.array([x + rng.uniform(-0.012, 0.02), foot - 0.80 * tall])
    wide = rng.uniform(0.052, 0.066)
    lean = rng.uniform(-0.25, 0.35)
    rim = arc(0, 0, wide, np.pi, 0, 30, 0.20)
    dome = arc(0, 0, wide, 0, -np.pi, 30, 0.62)
    c, s = np.cos(lean), np.sin(lean)
    spin = np.array([[c, s], [-s, c]])
    shade = np.vstack([rim, dome]) @ spin + top
    blocks.shape(shade, WARM if rng.random() < 0.6 else PAPER, 0.0026)
    tip = np.array([[0.0, -0.62 * wide]]) @ spin + top
    for k in np.linspace(2, 27, 7).astype(int):
        blocks.key.line(np.vstack([tip, shade[k]]), 0.0014)
    if snow:
        cap = arc(0, 0, wide * 0.97, -0.55, -2.2, 24, 0.62) @ spin + top
        blocks.band(cap, 0.015 * np.sin(np.linspace(0.2, np.pi - 0.2, 24)), PAPER)


def _bank(blocks: Blocks, snow: bool) -> None:
    """The near shore with reeds."""
    rng = blocks.rng
    line = smooth_curve(np.array([[-0.1, 0.80], [0.06, 0.815], [0.22, 0.885], [0.42, 0.955], [0.60, 1.02]]), 60)
    blocks.shape(np.vstack([line, [[-0.1, 1.1]]]), PAPER if snow else GREEN)
    right = smooth_curve(np.array([[0.82, 1.03], [0.98, 0.935], [1.14, 0.885], [1.42, 0.83]]), 60)
    blocks.shape(np.vstack([right, [[1.45, 1.1]]]), PAPER if snow else GREEN)
    for _ in range(70):
        k = int(rng.integers(0, 60))
        start = line[k] + rng.normal(0, 0.006, 2) + xy(0, 0.01)
        bend, tall = rng.normal(0.012, 0.02), rng.uniform(0.03, 0.085)
        blade = np.array([start, start + xy(0.3 * bend, -0.6 * tall), start + xy(bend * 1.6, -tall)])
        path = smooth_curve(blade, 10)
        blocks.key.line(path, np.array([0.0055, 0.005, 0.002]))
        blocks.areas.line(path, np.array([0.004, 0.003, 0.001]), WARM if rng.random() < 0.6 else GREEN)
        blocks.key.line(path, np.array([0.0030, 0.002, 0.0005]), 0)


def _flakes(blocks: Blocks) -> None:
    rng = blocks.rng
    for _ in range(620):
        x, y = rng.uniform(0, blocks.stage.ratio), rng.uniform(0, 1)
        blocks.spot(x, y, float(np.clip(rng.gamma(3.0, 0.0013), 0.0014, 0.0085)))


def _rain(blocks: Blocks) -> None:
    """Two sets of fine slanting lines, cut in the key block."""
    rng = blocks.rng
    for lean, count in ((0.16, 230), (0.24, 150)):
        for _ in range(count):
            x, y = rng.uniform(-0.1, blocks.stage.ratio + 0.2), rng.uniform(-0.2, 0.95)
            length = rng.uniform(0.10, 0.38)
            ends = np.array([[x, y], [x - lean * length, y + length]])
            blocks.key.line(np.linspace(ends[0], ends[1], 5), np.array([0.0006, 0.0017, 0.0006]))
