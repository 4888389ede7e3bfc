"""Chalks on toned paper: pressed lines that only touch the tooth, crossing layers of hatching, tone rubbed in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, bilinear, fbm, noise, smoothstep
from stylegui.painters.lines import SPACING, along
from stylegui.painters.placing import scattered
from stylegui.painters.relief import paper


@dataclass
class Form:
    """What is drawn, all (H, W): the thing (1 inside), where red chalk goes, the darkness and the light wanted.

    dark and highlight: in [0, 1]; bend: the direction (radians, image axes) that the hatching turns towards.
    """

    body: Array
    red: Array
    dark: Array
    highlight: Array
    bend: Array


class Sheet:
    """Toned paper with three chalks: how much of each lies on it, (H, W)."""

    def __init__(self, size: Size, rng: np.random.Generator) -> None:
        self.size, self.rng = size, rng
        self.unit = max(size) / 1536
        self.tooth = np.tanh(0.45 * paper(size, rng, 340) + 0.55 * noise(size, 600, rng))
        self.layers = {name: np.zeros((size[1], size[0]), np.float32) for name in ("black", "red", "white")}

    def line(self, chalk: str, path: Array, width_px: float, pressure: Array | float) -> None:
        """One pressed line along `path` (N, 2; pixels); `pressure` about 0 (grain only) to 1 (full), along the line."""
        places = np.linspace(0, 1, len(path))
        force = np.interp(places, np.linspace(0, 1, np.size(pressure)), np.atleast_1d(pressure))
        self.lines(chalk, path[None], np.array([width_px]), force[None])

    def lines(self, chalk: str, paths: Array, widths_px: Array, pressure: Array) -> None:
        """Pressed lines of one chalk along paths (B, N, 2; pixels) of about even legs, with pressure (B, N)."""
        legs = np.hypot(*np.moveaxis(np.diff(paths, axis=1), 2, 0)).sum(axis=1)
        widths = np.maximum(widths_px, 1.6)
        # A few at a time: neighbours in a random order seldom cross, and one call of numpy serves them all.
        group = int(np.clip(40_000 / max(float(np.mean(legs * widths)) / SPACING**2, 1.0), 1, 64))
        for first in range(0, len(paths), group):
            part = slice(first, first + group)
            steps, lanes = max(4, int(legs[part].max() / SPACING)), max(3, int(widths[part].max() / SPACING))
            self._press(self.layers[chalk], paths[part], widths[part], pressure[part], steps, lanes)

    def _press(self, layer: Array, paths: Array, widths: Array, pressure: Array, steps: int, lanes: int) -> None:
        height, wide = layer.shape
        u, v = np.linspace(0, 1, steps, dtype=np.float32), np.linspace(-1, 1, lanes, dtype=np.float32)
        middle, normal = along(paths.astype(np.float32), u)
        half = widths[:, None] * (0.5 * (1 - 0.45 * np.abs(2 * u - 1) ** 3))
        place = np.rint(middle[:, :, None] + (normal * half[..., None])[:, :, None] * v[:, None]).astype(np.int32)
        column, row = place[..., 0], place[..., 1]
        inside = (column >= 0) & (column < wide) & (row >= 0) & (row < height)
        flat = np.clip(row, 0, height - 1) * wide + np.clip(column, 0, wide - 1)
        at = u * (pressure.shape[1] - 1)
        leg = np.minimum(at.astype(np.int32), pressure.shape[1] - 2)
        force = pressure[:, leg] * (1 - at + leg) + pressure[:, leg + 1] * (at - leg)
        force = (force * smoothstep(0.0, 0.10, u) * smoothstep(0.0, 0.16, 1 - u))[:, :, None] * (1 - 0.55 * v**2)
        touch = smoothstep(-0.75, 0.75, 0.9 * self.tooth.reshape(-1)[flat] + 1.9 * force - 0.65)
        store = layer.reshape(-1)
        old = store[flat]
        fresh = touch * np.clip(0.22 + 0.70 * force, 0, 1) * inside
        store[flat] = np.maximum(old, fresh) + 0.22 * old * touch * inside

    def smudge(self, amount: Array, chalk: str = "black") -> None:
        """Tone rubbed in with the thumb (H, W)."""
        streak = 1 + 0.16 * fbm(self.size, (7, 12), self.rng, 4) + 0.10 * self.tooth
        self.layers[chalk] += np.clip(amount * streak, 0, 1)


def hatched(sheet: Sheet, form: Form) -> None:
    """Four crossing layers of charcoal, one of red chalk on the skin, one of white in the lights."""
    rng, unit = sheet.rng, sheet.unit
    plans = [
        ("red", 0.95, 0.14, 7.0, 62, 2.2, form.red), ("black", 0.85, 0.14, 7.5, 74, 2.4, None),
        ("black", 0.35, 0.34, 7.0, 60, 2.4, None),
        ("black", 1.35, 0.52, 6.6, 50, 2.6, None), ("black", 2.10, 0.68, 6.4, 42, 3.0, None),
    ]  # fmt: skip
    for chalk, base, floor, spacing, length, width, mask in plans:
        places = scattered(sheet.size, max(3.0, spacing * 1.55 * unit), rng)
        wanted = bilinear(form.dark, places[:, 0], places[:, 1])
        keep = wanted > floor + rng.normal(0, 0.05, len(wanted))
        if mask is not None:
            keep &= bilinear(mask, places[:, 0], places[:, 1]) > 0.5
        places = places[keep]
        if not len(places):
            continue
        count = len(places)
        column = np.clip(places[:, 0], 0, sheet.size[0] - 1).astype(int)
        row = np.clip(places[:, 1], 0, sheet.size[1] - 1).astype(int)
        bend = form.bend[row, column] + np.pi / 2
        turn = base + 0.35 * np.sin(bend - base) + rng.normal(0, 0.07, count)
        run = length * unit * rng.uniform(0.6, 1.3, count)
        heading = np.stack([np.cos(turn), -np.sin(turn)], axis=1)
        normal = np.stack([heading[:, 1], -heading[:, 0]], axis=1)
        t = np.linspace(-0.5, 0.5, 9)
        bow = run * rng.normal(0.10, 0.08, count)
        paths = places[:, None] + (t * run[:, None])[..., None] * heading[:, None]
        paths = paths + ((t * t - 0.12) * bow[:, None])[..., None] * normal[:, None]
        tone = bilinear(form.dark, paths[..., 0], paths[..., 1])
        same = np.abs(bilinear(form.body, paths[..., 0], paths[..., 1]) - form.body[row, column][:, None]) < 0.5
        force = np.clip((tone - floor) * 1.1 + 0.30, 0, 1) * same * rng.uniform(0.75, 1.1, (count, 1))
        pressed = force.max(axis=1) > 0.12
        sheet.lines(chalk, paths[pressed], (width * unit * rng.uniform(0.8, 1.3, count))[pressed], force[pressed])
    places = scattered(sheet.size, max(3.0, 9 * unit), rng)
    places = places[bilinear(form.highlight, places[:, 0], places[:, 1]) > 0.25]
    if len(places):
        run = 40 * unit * rng.uniform(0.6, 1.2, len(places))
        paths = places[:, None] + (np.linspace(-0.5, 0.5, 7) * run[:, None])[..., None] * np.array([0.62, -0.78])
        force = bilinear(form.highlight, paths[..., 0], paths[..., 1]) * 0.75
        sheet.lines("white", paths, np.full(len(places), 3.2 * unit), force)
