"""A nautilus cut in half, chamber by chamber, with a scallop and a sprig of coral, as on a naturalist's plate."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import blurred, noise, smoothstep
from stylegui.painters.lines import xy
from stylegui.painters.scenes.inkwork import Inkwork
from stylegui.painters.scenes.stage import Plate
from stylegui.painters.study import along_contours

GROWTH = np.log(3.05) / (2 * np.pi)  # a nautilus grows about threefold in each turn
STEP = 0.29  # from one chamber to the next, radians


def nautilus(work: Inkwork) -> None:
    """Plan the plate; the work's generator turns the shell and sets the beach things."""
    stage, rng = work.stage, work.rng
    centre = xy(rng.uniform(0.61, 0.65), 0.545)
    last = rng.uniform(5.6, 5.9)
    edge = np.minimum(np.minimum(stage.x, stage.ratio - stage.x), np.minimum(stage.y, 1 - stage.y))
    ground = smoothstep(0.68, 0.90, stage.y) * smoothstep(0.052, 0.060, edge)
    work.lay(np.ones_like(stage.x), 0.10 * ground + 0.02 * noise(stage.size, 5, rng) * ground)
    _shadow(work, centre)
    _shell(work, centre, last, 0.50)
    _scallop(work, xy(0.215, 0.895), 0.165, rng.uniform(-0.45, -0.15))
    _coral(work, xy(1.095, 0.875))
    _pebbles(work)
    _rules(work)


def _rules(work: Inkwork) -> None:
    """The double rule round the plate."""
    ratio = work.stage.ratio
    for inset, weight in ((0.034, 0.9), (0.046, 0.5)):
        a, b, c, d = xy(inset, inset), xy(ratio - inset, inset), xy(ratio - inset, 1 - inset), xy(inset, 1 - inset)
        for first, second in ((a, b), (b, c), (c, d), (d, a)):
            work.line(np.linspace(first, second, 40), weight)


def _shadow(work: Inkwork, centre: Array) -> None:
    x, y = work.stage.x, work.stage.y
    far = np.hypot((x - centre[0] + 0.02) / 0.40, (y - 0.797) / 0.058)
    cast = smoothstep(1.15, 0.15, far + 0.06 * noise(work.stage.size, 8, work.rng))
    work.add(0.62 * cast)
    work.hatch = np.maximum(work.hatch, 0.55 * smoothstep(0.35, 0.9, cast)).astype(np.float32)
    work.wash(smoothstep(0.15, 0.6, cast), 3, 0.42)


def _shell(work: Inkwork, centre: Array, last: float, size: float) -> None:
    """Spiral coordinates: `theta` of the wall outside a place, `across` 0 at that wall to 1 at the one inside."""
    stage, rng = work.stage, work.rng
    dx, dy = stage.x - centre[0], stage.y - centre[1]
    rho, phi = np.hypot(dx, dy) + 1e-5, np.arctan2(dy, dx)
    reach = np.log(rho / size) / GROWTH + last  # the turn at which the wall has this radius
    theta = phi + 2 * np.pi * np.ceil((reach - phi) / (2 * np.pi))
    across = (theta - reach) / (2 * np.pi)
    inside = (theta <= last).astype(np.float32)
    wall = np.minimum(across, 0.985 - across) * rho * GROWTH * 2 * np.pi  # distance to the nearer wall, design units
    thick = 0.0022 + 0.016 * rho
    bowl = 0.62 * np.sin(np.pi * np.clip(across, 0, 1)) ** 0.9
    count = (theta - last + 2.25 + bowl) / STEP
    share = count - np.floor(count)
    spacing = rho * STEP
    septum = np.minimum(share, 1 - share) * spacing
    inner = theta + bowl < last - 2.25
    hollow = 0.78 * (1 - share) ** 1.6 + 0.34 * smoothstep(0.30, 0.0, across) + 0.22 * smoothstep(0.62, 1.0, across)
    hollow = hollow - 0.25 * np.exp(-(((share - 0.70) / 0.18) ** 2))
    light = smoothstep(-0.9, 0.9, np.cos(phi + 2.4))
    tone = np.where(inner, hollow * (0.62 + 0.38 * light), 0.0)
    turn = (last - theta) / 2.25
    depth = (
        0.10
        + 0.82 * smoothstep(0.10, 1.0, turn) ** 1.1
        + 0.30 * smoothstep(0.55, 1.0, across)
        - 0.20 * np.exp(-(((across - 0.36) / 0.16) ** 2))
    )
    depth = depth + 0.06 * np.sin(theta * 55 + 2 * across * 7) * smoothstep(0.9, 0.3, turn)
    tone = np.where(inner, tone, depth)
    tone = np.where(septum < 0.0013 + 0.006 * rho, np.where(inner, 0.0, tone), tone)
    rim = smoothstep(thick + 0.001, thick - 0.001, wall)
    tone = tone * (1 - rim) + rim * (0.04 + 0.30 * smoothstep(-0.3, 0.9, np.cos(phi - 0.9)) * (across < 0.5))
    tube = np.exp(-(((across - 0.52) * rho * 1.1 / 0.0055) ** 2)) * inner
    tone = np.where(tube > 0.5, 0.12, tone)
    mask = blurred(inside, 0.4)
    flow = along_contours(blurred(np.where(inner, share * (1 - share) + 0.3 * bowl, np.log(rho)).astype(np.float32), 2))
    hatch = np.where(inner, 0.55 * smoothstep(0.62, 0.98, tone), 0.85 * smoothstep(0.45, 0.95, tone)) * (1 - rim)
    work.lay(
        mask,
        np.clip(tone, 0.015, 0.96) + 0.03 * noise(stage.size, 60, rng),
        hatch,
        np.where(inner, flow, phi + np.pi / 2 - 0.17),
    )
    work.wash(mask * smoothstep(0.06, 0.5, tone), 2, 0.46)
    work.wash(mask * (1.0 - inner) * smoothstep(0.9, 0.2, turn), 2, 0.16)
    t = np.linspace(last - 7.0 * np.pi, last, 900)
    radius = size * np.exp(GROWTH * (t - last))
    for factor, weight in ((1.0, 1.35), (0.955, 0.7)):
        path = centre + np.stack([np.cos(t), np.sin(t)], axis=1) * (radius * factor)[:, None]
        work.line(path[t > last - 15], weight)
    s = np.linspace(0.015, 0.97, 40)
    for k in np.arange(last - 2.25, last - 13.5, -STEP):
        outer = k - 0.62 * np.sin(np.pi * s) ** 0.9
        radius = size * np.exp(GROWTH * (outer - 2 * np.pi * s - last))
        work.line(
            centre + np.stack([np.cos(outer), np.sin(outer)], axis=1) * radius[:, None],
            float(0.55 + 0.9 * radius.max()),
        )
    lip = centre + xy(np.cos(last), np.sin(last)) * (size * np.linspace(1.0, 0.335, 40))[:, None]
    lip = lip + np.stack(
        [
            -np.sin(last) * 0.030 * np.sin(np.linspace(0, np.pi, 40)),
            np.cos(last) * 0.030 * np.sin(np.linspace(0, np.pi, 40)),
        ],
        axis=1,
    )
    work.line(lip, 1.2)


def _scallop(work: Inkwork, hinge: Array, size: float, tilt: float) -> None:
    """A fan of ribs with growth bands."""
    x, y = work.stage.x - hinge[0], work.stage.y - hinge[1]
    c, s = np.cos(tilt), np.sin(tilt)
    u, v = x * c - y * s, -(x * s + y * c)
    far = np.hypot(u, v) / size
    turn = np.arctan2(u, v)
    edge = (1.0 - 0.10 * (turn / 1.2) ** 2) + 0.030 * np.abs(np.cos(turn * 9.5))
    mask = smoothstep(0.01, -0.01, far - edge) * smoothstep(1.25, 1.20, np.abs(turn))
    ribs = 0.5 + 0.5 * np.sin(turn * 19)
    bands = 0.5 + 0.5 * np.sin(far * 34 + 1.2 * np.sin(turn * 3))
    tone = 0.02 + 0.62 * ribs**1.6 * smoothstep(0.05, 0.5, far) + 0.16 * bands * far
    tone = tone + 0.22 * smoothstep(-0.2, 1.2, turn) + 0.35 * smoothstep(0.4, 0.0, far)
    cast = smoothstep(1.25, 0.4, np.hypot((x - 0.03) / (size * 1.05), (y - 0.012) / (size * 0.32)))
    work.add(0.55 * cast * (1 - mask))
    work.wash(cast * (1 - mask), 3, 0.36)
    work.lay(mask, tone)
    work.wash(mask, 2, 0.34)
    a = np.linspace(-1.22, 1.22, 160)
    r = size * ((1.0 - 0.10 * (a / 1.2) ** 2) + 0.030 * np.abs(np.cos(a * 9.5)))
    outline = np.stack([r * np.sin(a), -r * np.cos(a)], axis=1)
    turned = np.stack([outline[:, 0] * c + outline[:, 1] * s, -outline[:, 0] * s + outline[:, 1] * c], axis=1) + hinge
    work.line(np.vstack([turned, hinge[None], turned[:1]]), 1.0)


def _solid(work: Inkwork, mask: Array, depth: float, base: float) -> None:
    """Give flat shapes roundness: light from the upper left on a relief `depth` design units deep."""
    swell = blurred(mask, depth * work.stage.unit)
    down, across = np.gradient(swell * depth * work.stage.unit)
    work.lay(mask, base - 0.9 * (across + down) + 0.05 * noise(work.stage.size, 80, work.rng))


def _coral(work: Inkwork, foot: Array) -> None:
    """A branching sprig: three stems that fork and fork again."""
    rng = work.rng
    plate = Plate(work.stage, 2)
    tips = [(foot, -np.pi / 2 + lean, long, 0.023) for lean, long in ((-0.50, 0.075), (0.04, 0.105), (0.52, 0.070))]
    edges: list[Array] = []
    while tips:
        start, heading, length, wide = tips.pop(0)
        turn = heading + rng.normal(0, 0.22) * np.linspace(0, 1, 14)
        path = start + np.cumsum(np.stack([np.cos(turn), np.sin(turn)], axis=1) * length / 14, axis=0)
        plate.line(path, wide * np.linspace(1.0, 0.74, 14))
        out = np.stack([-np.sin(turn), np.cos(turn)], axis=1) * (wide * np.linspace(0.5, 0.37, 14))[:, None]
        edges += [path + out, path - out]
        if length > 0.026:
            lean = 0.16 * np.sin(-np.pi / 2 - heading)  # they all grow upward in the end
            for fork in (-0.42, 0.42):
                angle = float(turn[-1] + lean + fork * rng.uniform(0.7, 1.3))
                tips.append((path[-1], angle, length * rng.uniform(0.62, 0.86), wide * 0.75))
    mask = plate.mask()
    shade = np.hypot((work.stage.x - foot[0] - 0.03) / 0.10, (work.stage.y - foot[1]) / 0.022)
    work.add(0.6 * smoothstep(1.2, 0.1, shade))
    work.wash(smoothstep(1.1, 0.4, shade) * (1 - mask), 3, 0.36)
    _solid(work, mask, 0.006, 0.34)
    work.wash(mask, 2, 0.44)
    for edge in edges:
        work.line(edge, 0.6)


def _pebbles(work: Inkwork) -> None:
    rng = work.rng
    stones, shades = Plate(work.stage, 2), Plate(work.stage, 2)
    for _ in range(22):
        x, y, r = rng.uniform(0.36, 1.24), rng.uniform(0.865, 0.930), rng.uniform(0.005, 0.013)
        shades.dot(x + 0.7 * r, y + 0.35 * r, 1.1 * r, 255, 0.5)
        stones.dot(x, y, r, 255, 0.66)
    work.add(0.6 * shades.mask())
    _solid(work, stones.mask(), 0.004, 0.20)
