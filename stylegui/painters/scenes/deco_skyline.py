"""A lit skyline in the deco manner: towers before a sunburst, searchlights, the harbour."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, shifted
from stylegui.painters.field import mix
from stylegui.painters.lines import ellipse, turned
from stylegui.painters.scenes.inlay import (
    CORAL,
    DEEP,
    ENAMEL,
    GOLD,
    IVORY,
    LACQUER,
    LEAF,
    NIGHT,
    PALE,
    TEAL,
    Inlay,
    burst,
    framed,
)


def skyline(inlay: Inlay) -> None:
    """Towers before a sunburst, searchlights over them, and the whole in the water."""
    rng, chart, palette = inlay.rng, inlay.chart, inlay.palette
    s, w, h = chart.short, chart.width, chart.height
    shore = h * 0.79
    sun = (w * float(rng.choice([0.5, 0.5, 0.36, 0.64])), shore - 0.14 * s)
    burst(inlay, sun, int(rng.choice([40, 48, 56])), 1.6)
    for radius, material, place in (
        (0.225, LEAF, GOLD),
        (0.205, ENAMEL, CORAL),
        (0.165, LEAF, PALE),
        (0.15, ENAMEL, PALE),
    ):
        chart.dot(
            sun, radius * s, inlay.new(material, place, CORAL if material == ENAMEL else GOLD, (*sun, 0.25 * s, 0.2))
        )
    back = mix(palette[TEAL], palette[DEEP], 0.55)
    for layer, (count, low, high, colour) in enumerate(((15, 0.16, 0.38, back), (10, 0.20, 0.47, palette[DEEP]))):
        for k in range(count):
            x = (k + 0.5 + rng.uniform(-0.3, 0.3)) / count * w
            tall = (low + (high - low) * rng.random() ** 1.3) * h * (0.75 if abs(x - sun[0]) < 0.12 * s else 1.0)
            _tower(inlay, x, shore, rng.uniform(0.055, 0.085) * s, tall * 0.95, colour, lit=0.35 + 0.2 * layer)
    for k in range(6):
        x = (k + 0.5) / 6 * w + rng.uniform(-0.03, 0.03) * s
        _tower(inlay, x, shore, rng.uniform(0.07, 0.11) * s, rng.uniform(0.14, 0.33) * h, palette[NIGHT], lit=0.9)
    spire = w * (0.5 if sun[0] != w * 0.5 else float(rng.choice([0.5, 0.42, 0.58])))
    _spire(inlay, spire, shore, 0.15 * s, 0.66 * h)
    for x, lean in ((0.08, 0.42), (0.20, 0.2), (0.92, -0.42), (0.80, -0.17)):
        foot, a = np.array([x * w, shore]), lean + rng.normal(0, 0.06)
        ahead = np.array([np.sin(a), -np.cos(a)])
        out = np.array([ahead[1], -ahead[0]])
        inlay.beams.append(np.stack([foot + out * 0.004, foot + ahead * 1.2 + out * 0.06,
            foot + ahead * 1.2 - out * 0.06,
                                     foot - out * 0.004]))  # fmt: skip
    _harbour(inlay, shore, spire, sun[0])
    framed(inlay)


def _tower(inlay: Inlay, x: float, foot: float, wide: float, tall: float, colour: Array, lit: float) -> None:
    """A stepped tower with bands of windows, edged in gold."""
    rng, chart, palette = inlay.rng, inlay.chart, inlay.palette
    top = foot - tall
    body = inlay.new(LACQUER, shifted(colour, 0.07), shifted(colour, -0.02), (x - wide, top, tall * 1.1, 0.30))
    pane = inlay.new(ENAMEL, mix(palette[PALE], palette[IVORY], 0.4), palette[GOLD], (x, foot, tall, 0.0))
    gold = inlay.new(LEAF, GOLD, PALE, (x, top, tall, 0.0))
    steps = int(rng.integers(2, 5))
    for k in range(steps):
        t = k / steps
        half = wide * (0.32 + 0.68 * t) / 1.0 * 0.5 if k else wide * 0.16
        level = top + tall * (0.55 * t**1.2)
        chart.box(x - half, level, x + half, foot, body)
        chart.box(x - half, level, x + half, level + 0.0022, gold)
    half = wide * (0.32 + 0.68 * (steps - 1) / steps) * 0.5
    if rng.random() < 0.5:
        chart.box(x - 0.0014, top - tall * 0.12, x + 0.0014, top, gold)
    columns = max(2, round(2 * half / 0.0145))
    start = top + tall * 0.55 * ((steps - 1) / steps) ** 1.2 + 0.014
    style = rng.random()
    for c in range(columns):
        cx = x - half + (c + 0.5) * 2 * half / columns
        if style < 0.45:
            chart.box(cx - 0.0018, start, cx + 0.0018, foot - 0.01, pane if rng.random() < lit else gold)
            continue
        for cy in np.arange(start, foot - 0.012, 0.0145):
            if rng.random() < lit:
                chart.box(cx - 0.0026, cy, cx + 0.0026, cy + 0.0078, pane)


def _spire(inlay: Inlay, x: float, foot: float, wide: float, tall: float) -> None:
    """The great tower: shafts that step inwards, and a crown of nested arches under a needle."""
    chart, palette = inlay.chart, inlay.palette
    top = foot - tall
    dark = inlay.new(LACQUER, mix(palette[DEEP], palette[TEAL], 0.3), NIGHT, (x - wide, top, tall, 0.6))
    gold = inlay.new(LEAF, PALE, GOLD, (x, top, tall, 0))
    pane = inlay.new(ENAMEL, PALE, CORAL, (x, top + 0.2 * tall, tall * 0.8, 0))
    ivory = inlay.new(ENAMEL, IVORY, PALE, (x, top, 0.3 * tall, 0))
    for share, level in ((1.0, 0.66), (0.82, 0.50), (0.64, 0.34)):
        half = wide * share / 2
        chart.box(x - half - 0.003, top + level * tall, x + half + 0.003, foot, gold)
        chart.box(x - half, top + level * tall + 0.004, x + half, foot, dark)
        columns = 2 * round(half / 0.016) + 1
        for c in range(columns):
            cx = x - half + (c + 0.5) * 2 * half / columns
            number = pane if c % 2 == 0 else gold
            chart.box(cx - 0.0030, top + level * tall + 0.022, cx + 0.0030, foot, number)
            chart.fill(np.array([[cx - 0.0030, top + level * tall + 0.022], [cx, top + level * tall + 0.010],
                                 [cx + 0.0030, top + level * tall + 0.022]]), number)  # fmt: skip
    for k, share in enumerate((0.64, 0.50, 0.37, 0.25, 0.15)):
        base = top + (0.355 - 0.045 * k) * tall
        half = wide * share / 2
        for inset, number in ((0.0, gold), (0.0045, dark), (0.0085, ivory), (0.0125, dark)):
            across, high = half - inset, half * 1.75 - inset * 1.3
            if across <= 0.002:
                continue
            t = np.linspace(np.pi, 2 * np.pi, 40)
            arch = np.stack([x + across * np.cos(t), base + high * np.sin(t)], axis=1)
            chart.fill(np.vstack([arch, [[x + across, base + 0.05 * tall], [x - across, base + 0.05 * tall]]]), number)
        for turn in (-0.62, -0.21, 0.21, 0.62):
            r = half * 1.12
            place = np.array([x + r * 0.62 * np.sin(turn), base - r * 1.02 * np.cos(turn)])
            tri = turned(np.array([[-0.28, 0.3], [0.28, 0.3], [0, -0.45]]) * half * 0.5, turn, at=(place[0], place[1]))
            chart.fill(tri, ivory)
    chart.fill(np.array([[x - 0.004, top + 0.13 * tall], [x, top - 0.02 * tall], [x + 0.004, top + 0.13 * tall]]), gold)


def _harbour(inlay: Inlay, shore: float, spire: float, sun_x: float) -> None:
    """Water in lens-shaped bands, with the light of sun and spire broken into steps."""
    rng, chart, palette = inlay.rng, inlay.chart, inlay.palette
    w, h, s = chart.width, chart.height, chart.short
    deep = inlay.new(LACQUER, mix(palette[TEAL], palette[NIGHT], 0.35), NIGHT, (sun_x, shore, 0.5, 0.35))
    chart.box(0, shore, w, h, deep)
    chart.box(0, shore - 0.002, w, shore + 0.004, inlay.new(LEAF, GOLD, PALE, (sun_x, shore, 0.4, 0)))
    tones = [
        inlay.new(ENAMEL, mix(palette[TEAL], palette[PALE], 0.25), DEEP, (sun_x, shore, 0.55, 0)),
        inlay.new(ENAMEL, TEAL, NIGHT, (sun_x, shore, 0.5, 0)),
        inlay.new(LACQUER, DEEP, NIGHT, (sun_x, shore, 0.4, 0.7)),
    ]
    for _ in range(110):
        depth = rng.random() ** 1.25
        y = shore + 0.012 + depth * (h - shore)
        long, thick = (0.05 + 0.13 * depth) * s * rng.uniform(0.6, 1.5), (0.0035 + 0.010 * depth) * s
        chart.fill(ellipse((rng.uniform(0, w), y), long, thick, 0, 24), tones[int(rng.integers(3))])
    gold = inlay.new(LEAF, PALE, GOLD, (sun_x, shore, 0.3, 0))
    coral = inlay.new(ENAMEL, PALE, CORAL, (sun_x, shore, 0.25, 0))
    for centre, spread, number in ((sun_x, 0.20, coral), (spire, 0.06, gold)):
        for k in range(15):
            depth = (k + 0.5) / 15
            half = spread * s * (0.55 + 0.6 * depth) * rng.uniform(0.4, 1.0)
            y = shore + 0.016 + depth * (h - shore - 0.02)
            cx = centre + rng.normal(0, 0.012)
            chart.fill(ellipse((cx, y), half, (0.0022 + 0.0042 * depth) * s, 0, 20), number)
