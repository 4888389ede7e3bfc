"""The houses of the street: their solids, and façades drawn as functions of place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from stylegui.painters.colour import Array

HALF = 4.3  # half the width of the street, in metres


@dataclass(frozen=True)
class House:
    """A house front: its side (-1 left, 1 right), where it begins and ends along the street, eaves, ridge, plaster."""

    side: int
    start: float
    end: float
    front: float
    eaves: float
    ridge: float
    plaster: tuple[float, float, float]
    seed: int
    shop: bool
    spire: float = 0.0

    def planes(self) -> tuple[Array, Array]:
        """Outward normals (P, 3) and offsets (P,): inside is normal · place <= offset.

        Plane 0 is the façade, plane 1 faces us.
        """
        s = float(self.side)
        if self.spire > 0:
            return self._tower()
        slope = np.array([-s * (self.ridge - self.eaves), 3.2, 0.0])
        slope /= np.linalg.norm(slope)
        normals = np.array([[-s, 0, 0], [0, 0, -1], [0, 0, 1], slope, [s, 0, 0], [0, 1, 0]])
        eaves = np.array([s * (self.front - 0.25), self.eaves, 0.0])
        offsets = [-self.front, -self.start, self.end, float(slope @ eaves), self.front + 9, self.ridge]
        return normals.astype(np.float32), np.array(offsets, np.float32)

    def _tower(self) -> tuple[Array, Array]:
        """A square tower about x = 0 … with a pyramid on top."""
        half = (self.end - self.start) / 2
        x, z = self.side * self.front, (self.start + self.end) / 2
        rise = self.spire - self.eaves
        ways = [(-1, 0), (0, -1), (0, 1), (1, 0)]
        walls = [[wx, 0, wz] for wx, wz in ways]
        roof = np.array([[wx * rise, half * 1.06, wz * rise] for wx, wz in ways])
        roof /= np.linalg.norm(roof, axis=1, keepdims=True)
        normals = np.vstack([walls, roof])
        offsets = [wx * x + wz * z + half for wx, wz in ways] + [
            float(row @ np.array([x, self.spire, z])) for row in roof
        ]
        return normals.astype(np.float32), np.array(offsets, np.float32)


def belfry(house: House, place: Array, wall: Array) -> Array:
    """The clock and the sound holes of the tower."""
    x, y = place[:, 0] - house.side * house.front, place[:, 1]
    clock = np.hypot(x, y - house.eaves + 5.6)
    hands = (np.abs(x - 0.25 * (y - house.eaves + 5.6)) < 0.09) & (y > house.eaves - 5.6) | (
        np.abs(y - house.eaves + 5.6 + 0.3 * x) < 0.09
    ) & (x > 0)
    face = np.where(hands[:, None], 0.03, np.array([1.0, 0.78, 0.45]) * 0.95)
    result = np.where((clock < 1.15)[:, None], face, np.where((clock < 1.4)[:, None], wall * 0.5, wall))
    hole = (
        (np.abs(np.abs(x) - 0.95) < 0.42)
        & (y > house.eaves - 3.6)
        & (y < house.eaves - 1.4 + 0.4 * np.cos((np.abs(x) - 0.95) * 3.6))
    )
    ledge = np.abs(y - house.eaves + 0.5) < 0.25
    return np.asarray(np.where(hole[:, None], 0.012, np.where(ledge[:, None], wall * 1.5, result)))


def facade(house: House, place: Array, ray: Array, wall: Array, rough: Array) -> Array:
    """Windows in rows with frames and sills; some are lit, with curtains; a shop or a door below."""
    z, y = place[:, 2] - house.start, place[:, 1]
    width = house.end - house.start
    bays = max(2, round(width / 1.65))
    bay_width = width / bays
    bay = np.clip(np.floor(z / bay_width), 0, bays - 1)
    ground = 3.15
    floors = max(1, int((house.eaves - ground) / 2.75))
    tall = (house.eaves - ground) / floors
    floor = np.floor((y - ground) / tall)
    u = (z / bay_width - bay) * bay_width - bay_width / 2
    v = (y - ground) - floor * tall
    upper = (y > ground + 0.05) & (floor < floors)
    half, low, high = 0.46, 0.75, min(tall - 0.35, 2.25)
    code = house.seed * 57.3 + bay * 13.7 + floor * 7.9
    chance = np.abs(np.sin(code) * 43758.5453) % 1.0
    inside = upper & (np.abs(u) < half) & (v > low) & (v < high)
    surround = upper & (np.abs(u) < half + 0.13) & (v > low - 0.14) & (v < high + 0.14)
    result = np.where(surround[:, None], wall * 1.45 + 0.004, wall)
    sill = upper & (np.abs(u) < half + 0.2) & (v > low - 0.22) & (v < low - 0.12)
    result = np.where(sill[:, None], wall * 1.9 + 0.006, result)
    cornice = (np.abs(y - ground) < 0.10) | (np.abs(y - house.eaves + 0.1) < 0.12)
    result = np.where(cornice[:, None], wall * 1.5 + 0.004, result)
    shutter = (
        upper
        & (np.abs(u) >= half + 0.13)
        & (np.abs(u) < half + 0.48)
        & (v > low - 0.05)
        & (v < high + 0.05)
        & (house.seed % 3 == 0)
    )
    slats = 0.6 + 0.4 * np.sin(v * 60)
    result = np.where(shutter[:, None], wall * np.array([0.30, 0.55, 0.75]) * slats[:, None], result)
    depth = ray[:, 2] / np.maximum(np.abs(ray[:, 0]), 0.2)
    inner = u + 0.5 * np.clip(depth, -2, 2)
    warm = np.array([1.0, 0.58, 0.24]) * (0.75 + 0.6 * (chance % 0.37) / 0.37)[:, None]
    cool = np.array([0.85, 0.86, 0.80])
    hue = np.where((chance * 17 % 1 > 0.82)[:, None], cool, warm)
    curtain = np.clip(np.abs(u) / half, 0, 1) ** 3 * (0.5 + 0.5 * np.sin(u * 60))
    lampshade = np.exp(-(((inner - 0.25 * np.sin(code)) / 0.22) ** 2) - ((v - 1.75) / 0.3) ** 2)
    room = hue * (0.50 + 0.25 * v / tall + 1.1 * lampshade - 0.42 * curtain)[:, None] * 0.62
    dark = (
        np.array([0.010, 0.013, 0.022])
        + np.array([0.05, 0.06, 0.10]) * np.clip(0.25 + 0.2 * np.sin(v * 3 + bay), 0, 1)[:, None]
    )
    glass = np.where((chance < 0.46)[:, None], room, dark)
    bar = (np.abs(u) < 0.025) | (np.abs(v - low - (high - low) * 0.66) < 0.025) | (np.abs(np.abs(u) - half) < 0.035)
    glass = np.where(bar[:, None], wall * 0.5 + 0.012, glass)
    result = np.where(inside[:, None], glass, result)
    return _ground_floor(house, z, y, width, ground, ray, result, wall, rough)


def _ground_floor(
    house: House, z: Array, y: Array, width: float, ground: float, ray: Array, result: Array, wall: Array, rough: Array
) -> Array:
    """A lit shop with shelves and a striped awning, or two windows and a door."""
    middle = z - width / 2
    plinth = y < 0.45
    result = np.where((plinth & (y < ground))[:, None], wall * 0.6, result)
    if house.shop:
        glass = (np.abs(middle) < width * 0.40) & (y > 0.62) & (y < 2.45)
        pane = np.abs(((middle / width) * 5) % 1.0 - 0.5) > 0.475
        deep = middle + 1.2 * np.clip(ray[:, 2] / np.maximum(np.abs(ray[:, 0]), 0.2), -2, 2)
        shelf = np.floor((y - 0.62) / 0.46)
        over = (y - 0.62) - shelf * 0.46
        thing = np.floor(deep / 0.17)
        luck = np.abs(np.sin(thing * 12.9898 + shelf * 78.233 + house.seed) * 43758.5453) % 1.0
        ware = (
            (over < 0.06 + 0.30 * luck)
            & (np.abs(deep / 0.17 - thing - 0.5) < 0.28 + 0.2 * (luck > 0.5))
            & (luck > 0.18)
        )
        board = over > 0.425
        back = (
            np.array([1.0, 0.68, 0.34]) * (0.30 + 0.55 * np.exp(-(((over - 0.42) / 0.2) ** 2)) + 0.2 * y / 2.4)[:, None]
        )
        tint = (
            np.stack([0.9 - 0.5 * (luck * 7 % 1), 0.30 + 0.35 * (luck * 13 % 1), 0.10 + 0.30 * (luck * 29 % 1)], axis=1)
            * 0.30
        )
        inside = np.where(board[:, None], 0.06, np.where(ware[:, None], tint, back))
        result = np.where(glass[:, None], np.where(pane[:, None], 0.02, inside * 0.8), result)
        awning = (np.abs(middle) < width * 0.44) & (y > 2.45) & (y < 2.95 + 0.04 * np.abs(np.sin(middle * 8)))
        stripe = np.where((np.sin(middle * 11) > 0)[:, None], np.array([0.42, 0.06, 0.05]), np.array([0.5, 0.44, 0.36]))
        return np.asarray(
            np.where(awning[:, None], stripe * (wall.mean(axis=1, keepdims=True) * 2.2 + 0.10) * 1.3, result)
        )
    door = (np.abs(middle) < 0.52) & (y < 2.35)
    panel = (np.abs(np.abs(middle) - 0.25) < 0.17) & (np.abs((y - 0.2) % 0.72 - 0.34) < 0.25)
    wood = (
        np.where(panel[:, None], 1.35, 1.0)
        * np.array([0.05, 0.085, 0.075])
        * (1 + 0.3 * rough)[:, None]
        * (wall.mean(axis=1, keepdims=True) * 8 + 0.2)
    )
    result = np.where(door[:, None], wood, result)
    fan = (np.hypot(middle, (y - 2.35)) < 0.52) & (y > 2.35)
    result = np.where(fan[:, None], np.array([1.0, 0.62, 0.28]) * 0.8, result)
    side = (np.abs(np.abs(middle) - width * 0.30) < 0.42) & (y > 1.0) & (y < 2.4) & (width > 3.4)
    light = 0.42 if house.seed % 2 else 0.05
    bar = np.abs(np.abs(middle) - width * 0.30) < 0.03
    return np.asarray(
        np.where(
            side[:, None],
            np.where(bar[:, None], 0.015, np.array([1.0, 0.64, 0.30]) * light * (0.6 + 0.25 * y[:, None])),
            result,
        )
    )


def rows_of_houses(rng: np.random.Generator) -> list[House]:
    """Two rows of old houses, and at the end a church with its tower."""
    tints = [(0.36, 0.27, 0.18), (0.42, 0.36, 0.28), (0.30, 0.19, 0.14), (0.34, 0.33, 0.31), (0.40, 0.29, 0.15),
        (0.26, 0.28, 0.27),
             (0.44, 0.38, 0.33), (0.36, 0.21, 0.15)]  # fmt: skip
    houses = []
    for side in (-1, 1):
        z = 1.5
        while z < 74:
            width = float(rng.uniform(3.6, 6.4))
            eaves = float(rng.choice([6.4, 7.6, 8.9, 9.8]) + rng.uniform(-0.3, 0.3))
            seed = int(rng.integers(1, 900))
            plaster = tints[int(rng.integers(len(tints)))]
            front = HALF + float(rng.uniform(-0.12, 0.22)) - (0.018 * max(0.0, z - 30) if side > 0 else 0)
            houses.append(
                House(
                    side,
                    z,
                    z + width,
                    front,
                    eaves,
                    eaves + float(rng.uniform(1.6, 2.8)),
                    plaster,
                    seed,
                    bool(rng.random() < 0.5),
                )
            )
            z += width
    houses.append(House(1, 84, 96, -9.0, 9.5, 14.5, (0.25, 0.24, 0.25), 77, False))
    houses.append(House(1, 80, 85.6, -1.9, 21.0, 21.0, (0.25, 0.235, 0.23), 78, False, 35.0))
    return houses
