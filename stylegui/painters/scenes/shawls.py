"""Layouts of printed shawls: a corner with its borders, a garden of botehs."""

from __future__ import annotations

import numpy as np

from stylegui.painters.scenes.boteh import (
    CLOTH,
    DARK,
    GREEN,
    INDIGO,
    MADDER,
    OCHRE,
    ROSE,
    SKY,
    Shawl,
    print_border,
    print_boteh,
    print_floret,
    print_vine,
    scatter_sprigs,
)
from stylegui.painters.scenes.poster import whiplash


def corner(shawl: Shawl) -> None:
    """The corner of a shawl: borders on two sides, a great boteh with its young, vines all round."""
    rng, chart = shawl.rng, shawl.chart
    s, w, h = chart.short, chart.width, chart.height
    field_ink = int(rng.choice([MADDER, INDIGO]))
    other = INDIGO if field_ink == MADDER else MADDER
    shawl.ground(field_ink)
    depth = 0.20 * s
    great = (0.44 * (w - depth) + 0.0, 0.50 * (h - depth))
    tall = 0.80 * min(w - depth, h - depth)
    for k in range(16):
        a = k / 16 * 2 * np.pi + rng.normal(0, 0.1)
        start = (great[0] + 0.36 * tall * np.cos(a), great[1] + 0.50 * tall * np.sin(a))
        shawl.lift()
        print_vine(
            shawl,
            whiplash(start, a, rng.uniform(0.20, 0.36) * s, 0.7, 1.0, float(rng.choice([-6, 6])), 0.4 * k),
            0.020 * s,
        )
    coats = (
        (OCHRE, other, ROSE, field_ink),
        (CLOTH, other, OCHRE, SKY),
        (SKY, GREEN, CLOTH, other),
        (ROSE, other, CLOTH, OCHRE),
    )
    side = float(rng.choice([-1, 1]))
    print_boteh(shawl, great, tall, 0.18 * side, side, coats[int(rng.integers(4))], 4)
    young = ((0.86, 0.22, 0.30, 0.5, -1.0), (0.84, 0.72, 0.34, -0.35, -1.0), (0.10, 0.16, 0.22, 0.3, 1.0),
        (0.10, 0.86, 0.24, -0.1, 1.0),
             (0.62, 0.06, 0.2, 1.3, 1.0))  # fmt: skip
    for k, (x, y, size, angle, side) in enumerate(young):
        inks = ((other, OCHRE, ROSE, SKY), (CLOTH, other, OCHRE, field_ink), (OCHRE, GREEN, ROSE, other))[k % 3]
        print_boteh(shawl, (x * (w - depth), y * (h - depth)), size * s, angle + rng.normal(0, 0.08), side, inks, 2)
    scatter_sprigs(shawl, 0.028 * s, 0.026 * s, field_ink)
    print_border(shawl, (0.0, h), (1.0, 0.0), w, depth)
    print_border(shawl, (w, h), (0.0, -1.0), h, depth)
    shawl.lift()
    d = depth
    for inset, place in ((0.0, DARK), (0.012, OCHRE), (0.03, DARK), (0.036, field_ink)):
        e = inset * d / 0.2 * 1.0
        shawl.press(np.array([[w - d + e, h - d + e], [w - e, h - d + e], [w - e, h - e], [w - d + e, h - e]]), place)
    print_floret(shawl, (w - d / 2, h - d / 2), d * 0.36, CLOTH, 10)
    for k in range(4):
        a = np.pi / 4 + k * np.pi / 2
        print_boteh(shawl, (w - d / 2 + 0.40 * d * np.cos(a), h - d / 2 + 0.40 * d * np.sin(a)),
            d * 0.17, a + np.pi / 2, 1.0,
                    (OCHRE, other, ROSE, SKY), 0)  # fmt: skip


def garden(shawl: Shawl) -> None:
    """Botehs of all sizes that turn about one another like fishes in a pool, on a dark ground."""
    rng, chart = shawl.rng, shawl.chart
    s, w, h = chart.short, chart.width, chart.height
    ground = int(rng.choice([INDIGO, MADDER, OCHRE], p=[0.5, 0.3, 0.2]))
    shawl.ground(ground)
    rest = [ink for ink in (MADDER, INDIGO, OCHRE, CLOTH, ROSE, SKY, GREEN) if ink != ground]
    placed: list[tuple[float, float, float]] = []
    side = float(rng.choice([-1, 1]))
    for size, tries in ((0.66, 1), (0.42, 90), (0.29, 260), (0.18, 500), (0.11, 700)):
        for _ in range(tries):
            x, y = (0.43 * w, 0.52 * h) if size > 0.6 else (rng.uniform(0.0, w), rng.uniform(0.0, h))
            r = 0.41 * size * s
            if any(np.hypot(x - px, y - py) < (r + pr) * 0.96 for px, py, pr in placed):
                continue
            placed.append((x, y, r))
            swirl = np.arctan2(y - 0.52 * h, x - 0.43 * w)
            angle = (0.1 if size > 0.6 else swirl + np.pi / 2) + rng.normal(0, 0.2)
            inks = tuple(int(ink) for ink in rng.permutation(rest)[:4])
            rich = 4 if size > 0.6 else 3 if size > 0.4 else 2 if size > 0.25 else 1
            shawl.lift()
            if size > 0.2:
                for k in range(6):
                    a = angle + k * 1.05
                    print_vine(
                        shawl,
                        whiplash(
                            (x + 0.8 * r * np.cos(a), y + 0.9 * r * np.sin(a)), a + 0.7, 0.55 * r, 0.6, 1.0, 6.0 * side
                        ),
                        0.016 * s,
                    )
            print_boteh(shawl, (float(x), float(y)), size * s * 0.92, float(angle), side, inks, rich)  # type: ignore[arg-type]
    scatter_sprigs(shawl, 0.026 * s, 0.024 * s, ground)
